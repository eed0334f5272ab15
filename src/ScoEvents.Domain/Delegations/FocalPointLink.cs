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
    public bool IsUsable(DateTimeOffset now) => StateAt(now) == FocalPointLinkState.Open;

    /// <summary>How it stands; what happened to it comes before what became of it by time.</summary>
    public FocalPointLinkState StateAt(DateTimeOffset now) => this switch
    {
        { UsedAt: not null } => FocalPointLinkState.Used,
        { RevokedAt: not null } => FocalPointLinkState.Revoked,
        _ => now < ExpiresAt ? FocalPointLinkState.Open : FocalPointLinkState.Expired,
    };

    /// <summary>Whether it was sent to this address.</summary>
    public bool IsFor(string? email) => string.Equals(Email, PlainText.Clean(email), StringComparison.OrdinalIgnoreCase);

    /// <summary>Uses it up. Refused: <c>focal-link.used</c>, <c>focal-link.revoked</c>, <c>focal-link.expired</c>, <c>focal-link.other-person</c>.</summary>
    /// <param name="userId">Who becomes focal point.</param>
    /// <param name="email">The user's address, which has to be the one it was sent to.</param>
    /// <param name="now">UTC.</param>
    public Result Use(Guid userId, string? email, DateTimeOffset now)
    {
        if (Check(now).Error is { } refused)
        {
            return refused;
        }

        if (!IsFor(email))
        {
            return FocalPointErrors.OtherPerson();
        }

        (UsedAt, UsedBy) = (now, userId);
        return Result.Success;
    }

    /// <summary>Whether it can be used now. Refused: <c>focal-link.used</c>, <c>focal-link.revoked</c>, <c>focal-link.expired</c>.</summary>
    public Result Check(DateTimeOffset now) => StateAt(now) switch
    {
        FocalPointLinkState.Open => Result.Success,
        FocalPointLinkState.Used => FocalPointErrors.LinkUsed(),
        FocalPointLinkState.Revoked => FocalPointErrors.LinkRevoked(),
        FocalPointLinkState.Expired => FocalPointErrors.LinkExpired(),
    };

    /// <summary>Takes it back. Refused: <c>focal-link.used</c>, <c>focal-link.revoked</c>.</summary>
    public Result Revoke(DateTimeOffset now)
    {
        if (UsedAt is not null)
        {
            return FocalPointErrors.LinkUsed();
        }

        if (RevokedAt is not null)
        {
            return FocalPointErrors.LinkRevoked();
        }

        RevokedAt = now;
        return Result.Success;
    }
}

/// <summary>How a link stands.</summary>
public enum FocalPointLinkState
{
    /// <summary>Can be used.</summary>
    Open,

    /// <summary>Was used.</summary>
    Used,

    /// <summary>Was taken back.</summary>
    Revoked,

    /// <summary>Its time is over.</summary>
    Expired,
}

/// <summary>What a link is for; see <see cref="FocalPointLink"/> for the meaning of each part.</summary>
public sealed record FocalPointLinkFacts(string Email, string Name, string Language, FocalPointRank Rank, byte[] TokenHash, DateTimeOffset ExpiresAt);
