using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>The refusals of badges.</summary>
public static class BadgeErrors
{
    /// <summary>The person has a valid badge.</summary>
    public static Error AlreadyLive() => Error.Refused("badge.already-live");

    /// <summary>The person has no valid badge.</summary>
    public static Error NoneLive() => Error.Refused("badge.none-live");

    /// <summary>The event has no exact days at its place, on which a badge could be valid.</summary>
    public static Error NoDays() => Error.Refused("badge.no-days");

    /// <summary>The person is not admitted.</summary>
    public static Error NotApproved() => Error.Refused("badge.not-approved");

    /// <summary>There is nothing to print.</summary>
    public static Error NothingToPrint() => Error.Refused("badge.nothing-to-print");

    /// <summary>A badge is not taken back without saying why.</summary>
    public static Error ReasonMissing() => Error.Invalid("Reason", "badge.reason-missing", Badge.MaxReasonLength);
}
