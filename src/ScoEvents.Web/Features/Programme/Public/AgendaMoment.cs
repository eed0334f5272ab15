using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>Where a programme stands at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Now">What takes place, by room.</param>
/// <param name="Next">What begins next, all at one time, by room; empty after the last beginning.</param>
public sealed record AgendaMoment(DateTimeOffset At, IReadOnlyList<PublicSession> Now, IReadOnlyList<PublicSession> Next)
{
    /// <summary>Where the latest release of an event stands; null also where the event does not take place.</summary>
    public static AgendaMoment? Of(PublicAgenda agenda, DateTimeOffset now) =>
        agenda.Release is { IsReplaced: false } release && IsHeld(agenda.Status) ? Of([.. release.Standing], agenda.Zone, now) : null;

    /// <summary>Whether an event in this state takes place when its programme says.</summary>
    public static bool IsHeld(EventStatus status) => status is not (EventStatus.Cancelled or EventStatus.Postponed);

    /// <summary>Whether the moment lies in the days of an event, or in the one after them, into which the last session may reach.</summary>
    public static bool IsNear(EventDates dates, EventZone zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(zone.ToLocal(now));
        return dates.Start is { } first && first <= today && today <= (dates.End ?? first).AddDays(1);
    }

    /// <summary>Null before the first day of the programme begins at the place, and after its last session has ended.</summary>
    /// <param name="sessions">The standing sessions, by start, then by room.</param>
    /// <param name="zone">The zone of the place.</param>
    /// <param name="now">The moment.</param>
    public static AgendaMoment? Of(IReadOnlyCollection<PublicSession> sessions, EventZone zone, DateTimeOffset now)
    {
        if (sessions.Count == 0
            || now < zone.StartOfDay(sessions.Min(session => AgendaDays.DayOf(session, zone)))
            || now >= sessions.Max(session => session.EndsAt))
        {
            return null;
        }

        var later = sessions.Where(session => session.StartsAt > now).ToList();
        var next = later.Count == 0 ? default : later.Min(session => session.StartsAt);
        return new AgendaMoment(
            now,
            [.. sessions.Where(session => session.StartsAt <= now && now < session.EndsAt)],
            [.. later.Where(session => session.StartsAt == next)]);
    }
}
