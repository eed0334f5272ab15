namespace ScoEvents.Domain.Delegations;

/// <summary>The photograph of a delegate: re-encoded, cropped, without metadata.</summary>
public sealed class DelegatePhoto
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private DelegatePhoto()
    {
    }

    /// <summary>The person; one photograph each.</summary>
    public Guid DelegateId { get; private set; }

    /// <summary>The event, for row-level security.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side, for row-level security.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The picture.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Its type, such as <c>image/jpeg</c>.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Width, in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height, in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>SHA-256 of the picture, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>The photograph of a person.</summary>
    public static DelegatePhoto Of(Delegate person, PhotoFacts photo, DateTimeOffset now)
    {
        var made = new DelegatePhoto { DelegateId = person.Id, EventId = person.EventId, SideId = person.SideId };
        made.Replace(photo, now);
        return made;
    }

    /// <summary>Takes another picture instead.</summary>
    public void Replace(PhotoFacts photo, DateTimeOffset now)
    {
        (Bytes, ContentType, Width, Height, UploadedAt) = (photo.Bytes, photo.ContentType, photo.Width, photo.Height, now);
        Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(photo.Bytes));
    }
}

/// <summary>A picture that was decoded and encoded anew.</summary>
public sealed record PhotoFacts(byte[] Bytes, string ContentType, int Width, int Height);

/// <summary>What a focal point has typed of a person and not registered yet; encrypted, because it may hold a passport's number.</summary>
public sealed class DelegateDraft
{
    private DelegateDraft()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event, for row-level security.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side, for row-level security.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The delegation.</summary>
    public Guid DelegationId { get; private set; }

    /// <summary>The person that is being changed, or null for a new one.</summary>
    public Guid? DelegateId { get; private set; }

    /// <summary>Who typed it.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The form as typed: encrypted JSON.</summary>
    public string Envelope { get; private set; } = "";

    /// <summary>When it was last typed in, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Begins a draft; the id is made beforehand, because the envelope is bound to it.</summary>
    public static DelegateDraft Begin(Guid id, Delegation delegation, Guid? delegateId, Guid userId) => new()
    {
        Id = id,
        EventId = delegation.EventId,
        SideId = delegation.SideId,
        DelegationId = delegation.Id,
        DelegateId = delegateId,
        UserId = userId,
    };

    /// <summary>Keeps what was typed.</summary>
    public void Keep(string envelope, DateTimeOffset now) => (Envelope, UpdatedAt) = (envelope, now);
}
