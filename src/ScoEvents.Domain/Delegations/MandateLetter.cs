namespace ScoEvents.Domain.Delegations;

/// <summary>The letter by which a side names its focal point, as it was filed.</summary>
public sealed class MandateLetter
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxSize = 10 * 1024 * 1024;

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

    /// <summary>The types that are taken.</summary>
    public static IReadOnlyList<string> ContentTypes { get; } = ["application/pdf", "image/jpeg", "image/png"];

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
