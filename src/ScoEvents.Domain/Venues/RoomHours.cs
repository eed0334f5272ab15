using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Venues;

/// <summary>When a room can be booked, by the clock of the place.</summary>
public static class RoomHours
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>Whether the whole of a stretch lies in bookable hours.</summary>
    /// <param name="hours">The hours of the room; none for always. Hours of a weekday stand in place of those of every day; a weekday for which there are neither is closed.</param>
    /// <param name="zone">The zone of the place.</param>
    /// <param name="during">The stretch; it may last over midnight.</param>
    public static bool Allow(IReadOnlyList<BookableHours> hours, EventZone zone, TimeInterval during)
    {
        if (hours.Count == 0)
        {
            return true;
        }

        var (start, end) = (zone.ToLocal(during.Start), zone.ToLocal(during.End));
        for (var day = start.Date; day < end; day = day.AddDays(1))
        {
            var from = start > day ? start - day : TimeSpan.Zero;
            var to = end - day < _day ? end - day : _day;
            if (!Covers(Of(hours, day.DayOfWeek), from, to))
            {
                return false;
            }
        }

        return true;
    }

    // Midnight is the end of the day.
    internal static TimeSpan End(BookableHours hours) => hours.To == TimeOnly.MinValue ? _day : hours.To.ToTimeSpan();

    private static IEnumerable<BookableHours> Of(IReadOnlyList<BookableHours> hours, DayOfWeek day) =>
        hours.Any(stretch => stretch.Day == day) ? hours.Where(stretch => stretch.Day == day) : hours.Where(stretch => stretch.Day is null);

    // Stretches that touch or overlap count as one.
    private static bool Covers(IEnumerable<BookableHours> hours, TimeSpan from, TimeSpan to)
    {
        foreach (var stretch in hours.OrderBy(stretch => stretch.From))
        {
            if (stretch.From.ToTimeSpan() > from)
            {
                return false;
            }

            var end = End(stretch);
            from = end > from ? end : from;
            if (from >= to)
            {
                return true;
            }
        }

        return from >= to;
    }
}
