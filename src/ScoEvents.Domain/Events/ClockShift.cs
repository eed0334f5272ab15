using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Events;

/// <summary>Where a session comes to lie when its event moves by whole days, to another zone, or both: the clock on the wall stays, the instants follow.</summary>
/// <param name="From">The zone in which the times are read.</param>
/// <param name="To">The zone in which the same times hold afterwards; the same one where only the days move.</param>
/// <param name="Days">Whole days later; earlier where negative.</param>
public sealed record ClockShift(EventZone From, EventZone To, int Days)
{
    /// <summary>The stretch at the same local times; null where the clocks of the new place skip one of them, where they make the session shorter or longer than <see cref="Slot.MinMinutes"/> to <see cref="Slot.MaxMinutes"/>, or where the calendar ends.</summary>
    /// <param name="during">A stretch of the zone <see cref="From"/>.</param>
    public TimeInterval? Of(TimeInterval during)
    {
        if (Instant(From.ToLocal(during.Start), isEnd: false) is not { } start || Instant(From.ToLocal(during.End), isEnd: true) is not { } end)
        {
            return null;
        }

        // In the hour that the clocks repeat, a session can end at an earlier time than it starts: there its length stays.
        var moved = From.ToLocal(during.End) > From.ToLocal(during.Start) ? new TimeInterval(start, end) : new TimeInterval(start, start + during.Duration);
        return moved.Duration.TotalMinutes is >= Slot.MinMinutes and <= Slot.MaxMinutes ? moved : null;
    }

    private DateTimeOffset? Instant(DateTime local, bool isEnd)
    {
        var number = DateOnly.FromDateTime(local).DayNumber + Days;
        if (number <= DateOnly.MinValue.DayNumber || number >= DateOnly.MaxValue.DayNumber)
        {
            return null;
        }

        var (day, time) = (DateOnly.FromDayNumber(number), TimeOnly.FromDateTime(local));
        // To midnight means to the end of the day, whenever that is.
        return isEnd && time == TimeOnly.MinValue ? To.StartOfDay(day) : To.ToInstant(day, time);
    }
}
