using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>Where an event stands in time, by the clock of its place.</summary>
internal static class EventDay
{
    public static DateOnly Today(string? timeZone, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return DateOnly.FromDateTime(EventZone.Find(timeZone)?.ToLocal(now) ?? now.UtcDateTime);
    }

    /// <summary>Whether nobody is expected any more: the last day has passed, or it was called off or closed.</summary>
    public static bool IsOver(EventStatus status, DateOnly? lastDay, string? timeZone, TimeProvider clock) =>
        status is EventStatus.Concluded or EventStatus.Archived or EventStatus.Cancelled || (lastDay is { } last && Today(timeZone, clock) > last);
}
