using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

public sealed partial class DelegationSettings
{
    /// <summary>Sets the last day on which passport data and photographs are kept, or takes it back. Refused at <c>Day</c>: <c>privacy.before-end</c>.</summary>
    /// <param name="day">The day; null keeps them until somebody purges.</param>
    /// <param name="lastDay">Last day of the event, or null where it is not known.</param>
    public Result KeepUntil(DateOnly? day, DateOnly? lastDay)
    {
        if (day is { } wanted && lastDay is { } end && wanted < end)
        {
            return Error.Invalid("Day", "privacy.before-end", end);
        }

        PurgeOn = day;
        return Result.Success;
    }

    /// <summary>Whether the day has passed in the event's place.</summary>
    public bool IsPurgeDue(DateOnly today) => PurgeOn is { } day && today > day;
}
