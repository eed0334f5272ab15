using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>A badge of an admitted person.</summary>
public sealed class Badge
{
    /// <summary>The longest signed text, in characters.</summary>
    public const int MaxPayloadLength = 600;

    /// <summary>The longest reason of a revocation, in UTF-16 units.</summary>
    public const int MaxReasonLength = 200;

    private Badge()
    {
    }

    /// <summary>Identity; also in the signed text.</summary>
    public Guid Id { get; private set; }

    /// <summary>The accreditation; at most one badge of it is live.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The person.</summary>
    public Guid DelegateId { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>Number within the event, from 1; printed.</summary>
    public int Serial { get; private set; }

    /// <summary>The key that signed.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>The signed text in the QR code; no personal data.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Who issued it.</summary>
    public Guid IssuedBy { get; private set; }

    /// <summary>From when it opens, UTC.</summary>
    public DateTimeOffset ValidFrom { get; private set; }

    /// <summary>Until when it opens, UTC, itself left out.</summary>
    public DateTimeOffset ValidUntil { get; private set; }

    /// <summary>When it was taken back, UTC; null while it is live.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? RevokedReason { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes a badge whose text was signed for the id.</summary>
    public static Badge Issue(AccreditationCase accreditation, BadgeFacts facts, Guid issuedBy, DateTimeOffset now) => new()
    {
        Id = facts.Id,
        CaseId = accreditation.Id,
        DelegateId = accreditation.DelegateId,
        EventId = accreditation.EventId,
        SideId = accreditation.SideId,
        Serial = facts.Serial,
        KeyId = facts.KeyId,
        Payload = facts.Payload,
        IssuedAt = now,
        IssuedBy = issuedBy,
        ValidFrom = facts.ValidFrom,
        ValidUntil = facts.ValidUntil,
    };

    /// <summary>Takes the badge back; again does nothing.</summary>
    /// <param name="reason">Why; up to <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="now">UTC.</param>
    public void Revoke(string reason, DateTimeOffset now)
    {
        if (RevokedAt is null)
        {
            (RevokedAt, RevokedReason) = (now, PlainText.Clean(reason));
        }
    }
}

/// <summary>What a badge says; see <see cref="Badge"/> for the meaning of each part.</summary>
public sealed record BadgeFacts(Guid Id, int Serial, string KeyId, string Payload, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil);

/// <summary>A key that signs badges.</summary>
public sealed class BadgeKey
{
    private BadgeKey()
    {
    }

    /// <summary>Short identity, in the signed text: 8 characters.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The public key, as SubjectPublicKeyInfo (RFC 5280).</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>The private key, encrypted.</summary>
    public string PrivateEnvelope { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it stopped signing, UTC; its badges stay valid.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Takes a key pair into service.</summary>
    public static BadgeKey Create(string id, byte[] publicKey, string privateEnvelope, DateTimeOffset now) =>
        new() { Id = id, PublicKey = publicKey, PrivateEnvelope = privateEnvelope, CreatedAt = now };

    /// <summary>Has it sign nothing more.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;
}
