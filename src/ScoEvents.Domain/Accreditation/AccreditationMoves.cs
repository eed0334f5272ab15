using static ScoEvents.Domain.Accreditation.AccreditationState;

namespace ScoEvents.Domain.Accreditation;

/// <summary>Which state may follow which; the one place that says so.</summary>
public static class AccreditationMoves
{
    private static readonly Dictionary<AccreditationState, AccreditationState[]> _next = new()
    {
        [Draft] = [Submitted, Withdrawn, Replaced],
        [Submitted] = [UnderReview, ReturnedForCorrection, Approved, AccreditationState.Refused, Withdrawn, Replaced],
        // From under review to under review: another reviewer takes over.
        [UnderReview] = [UnderReview, Submitted, ReturnedForCorrection, Approved, AccreditationState.Refused, Withdrawn, Replaced],
        [ReturnedForCorrection] = [Submitted, Withdrawn, Replaced],
        [Approved] = [BadgeIssued, UnderReview, Suspended, Revoked, Withdrawn, Replaced],
        [AccreditationState.Refused] = [UnderReview, Withdrawn, Replaced],
        [BadgeIssued] = [CheckedIn, Approved, Suspended, Revoked, Withdrawn, Replaced],
        [CheckedIn] = [BadgeIssued, Suspended, Revoked, Withdrawn, Replaced],
        [Withdrawn] = [],
        [Replaced] = [],
        [Suspended] = [Approved, BadgeIssued, CheckedIn, Revoked, Withdrawn, Replaced],
        [Revoked] = [],
    };

    /// <summary>Whether one state may follow the other.</summary>
    public static bool IsAllowed(AccreditationState from, AccreditationState to) => _next[from].Contains(to);

    /// <summary>The states that may follow.</summary>
    public static IReadOnlyList<AccreditationState> After(AccreditationState from) => _next[from];

    /// <summary>Whether the person is admitted.</summary>
    public static bool IsAccredited(AccreditationState state) => state is Approved or BadgeIssued or CheckedIn;

    /// <summary>Whether the state can still lead anywhere.</summary>
    public static bool IsLive(AccreditationState state) => state is not (Withdrawn or Replaced or Revoked or AccreditationState.Refused);

    /// <summary>Whether the person waits for a decision.</summary>
    public static bool IsWaiting(AccreditationState state) => state is Submitted or UnderReview;

    /// <summary>Whether the vetting authority can be asked of a person in this state.</summary>
    public static bool CanBeVetted(AccreditationState state) => state is not (Draft or Withdrawn or Replaced or Revoked);
}
