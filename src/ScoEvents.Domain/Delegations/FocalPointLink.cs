using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>A link by which one person becomes focal point of one side for one event: good once, for a while, and for one mail address.</summary>
public sealed class FocalPointLink
{
    /// <summary>Length of the hash of the secret, in bytes: SHA-256.</summary>
    public const int HashLength = 32;

    private FocalPointLink()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The invitation.</summary>
    public Guid InvitationId { get; private set; }

    /// <summary>The address it was sent to.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The person's name in Latin script.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Language of the mail.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Which of the side's focal points the person becomes.</summary>
    public FocalPointRank Rank { get; private set; }

    /// <summary>SHA-256 of the secret in the address; the secret itself is nowhere.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who made it.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>When it stops working, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used, UTC; null while it can be.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Who used it.</summary>
    public Guid? UsedBy { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Row version: of two who use it at once one is too late.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes a link.</summary>
    public static FocalPointLink For(Invitation invitation, FocalPointLinkFacts facts, Guid createdBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = invitation.EventId,
        SideId = invitation.SideId,
        InvitationId = invitation.Id,
        Email = PlainText.Clean(facts.Email),
        Name = PlainText.Clean(facts.Name),
        Language = facts.Language,
        Rank = facts.Rank,
        TokenHash = facts.TokenHash,
        CreatedAt = now,
        CreatedBy = createdBy,
        ExpiresAt = facts.ExpiresAt,
    };

    /// <summary>Whether it can be used now.</summary>
    public bool IsUsable(DateTimeOffset now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;
}

/// <summary>What a link is for; see <see cref="FocalPointLink"/> for the meaning of each part.</summary>
public sealed record FocalPointLinkFacts(string Email, string Name, string Language, FocalPointRank Rank, byte[] TokenHash, DateTimeOffset ExpiresAt);

/// <summary>The letter by which a side names its focal point, as it was filed.</summary>
public sealed class MandateLetter
{
    private MandateLetter()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>Its name where it came from.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Type as found in its bytes.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Size, in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of its bytes, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Its bytes.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>When it was filed, UTC.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Who filed it.</summary>
    public Guid UploadedBy { get; private set; }

    /// <summary>Files a letter whose bytes were inspected.</summary>
    public static MandateLetter File(Guid eventId, Guid sideId, string fileName, string contentType, byte[] bytes, Guid uploadedBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = eventId,
        SideId = sideId,
        FileName = fileName,
        ContentType = contentType,
        Size = bytes.LongLength,
        Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
        Bytes = bytes,
        UploadedAt = now,
        UploadedBy = uploadedBy,
    };
}
