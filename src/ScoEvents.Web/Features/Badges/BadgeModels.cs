using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Badges;

/// <summary>Which persons a list of badges shows.</summary>
public enum BadgeShelf
{
    /// <summary>Everybody who is admitted, and everybody whose badge was taken back.</summary>
    All,

    /// <summary>Admitted, without a valid badge.</summary>
    Waiting,

    /// <summary>With a valid badge.</summary>
    Live,

    /// <summary>Whose last badge was taken back.</summary>
    Revoked,
}

/// <summary>How a person stands with badges.</summary>
public enum BadgeStanding
{
    /// <summary>Admitted; no badge yet.</summary>
    Waiting,

    /// <summary>The badge opens doors.</summary>
    Live,

    /// <summary>The badge says other days or zones than the event has now.</summary>
    Stale,

    /// <summary>The badge is out, but the person is set aside: it opens nothing.</summary>
    Suspended,

    /// <summary>The last badge was taken back.</summary>
    Revoked,
}

/// <summary>What a list of badges is asked for.</summary>
/// <param name="Shelf">Which persons.</param>
/// <param name="Text">A part of a name in any spelling; blank for everybody.</param>
/// <param name="Page">From 1.</param>
/// <param name="Language">Code of the reader's language, for the order of sides.</param>
public sealed record BadgeFilter(BadgeShelf Shelf, string? Text, int Page, string Language);

/// <summary>One person.</summary>
public sealed record BadgeRow(
    Guid DelegateId, string Name, string? NativeName, SideLabel Side, DelegationRole Role, BadgeStanding Standing, int? Serial, bool IsCheckedIn, string? RevokedReason)
{
    /// <summary>Whether a badge can be issued.</summary>
    public bool CanIssue => Standing is BadgeStanding.Waiting or BadgeStanding.Revoked && IsAdmitted;

    /// <summary>Whether there is a badge to be printed, replaced or taken back.</summary>
    public bool HasLive => Standing is BadgeStanding.Live or BadgeStanding.Stale or BadgeStanding.Suspended;

    /// <summary>Whether the person is admitted now.</summary>
    public bool IsAdmitted { get; init; }
}

/// <summary>The key that signs now.</summary>
public sealed record BadgeKeyInUse(string Id, DateTimeOffset CreatedAt);

/// <summary>The page of badges of an event.</summary>
/// <param name="Shelf">Which persons it shows.</param>
/// <param name="Rows">One page of them, in protocol order.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageCount">At least 1.</param>
/// <param name="Counts">How many persons stand on each shelf, whatever is searched for.</param>
/// <param name="Key">Null before the first badge of the portal.</param>
public sealed record BadgeBoard(
    BadgeShelf Shelf, IReadOnlyList<BadgeRow> Rows, int Page, int PageCount, IReadOnlyDictionary<BadgeShelf, int> Counts, BadgeKeyInUse? Key);

/// <summary>A badge that was taken back, or whose person is no longer admitted.</summary>
/// <param name="BadgeId">The badge.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record RevokedBadge(Guid BadgeId, DateTimeOffset At, bool IsReplaced);

/// <summary>The zones and days that badges of an event are made with.</summary>
internal sealed record BadgeGround(TimeInterval Days, DelegationSettings Settings);
