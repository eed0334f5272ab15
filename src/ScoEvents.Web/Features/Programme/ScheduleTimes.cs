using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The way between minutes on the wall clock of a day, as the timetable draws them, and stretches of universal time.</summary>
public static class ScheduleTimes
{
    /// <summary>Minutes of a day on the wall.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <summary>The stretch that begins at a minute of a day and lasts as long as given. Refused: <c>programme.time-skipped</c> where the clocks skip its start.</summary>
    public static Result<TimeInterval> Starting(EventZone zone, DateOnly day, int minute, TimeSpan duration) =>
        Instant(zone, day, minute) is { } start ? new TimeInterval(start, start + duration) : ProgrammeErrors.TimeSkipped("StartsAt");

    /// <summary>The stretch between two minutes of a day; the end may lie on the next. Refused: <c>programme.time-skipped</c>, <c>programme.end-not-after-start</c>.</summary>
    public static Result<TimeInterval> Between(EventZone zone, DateOnly day, int start, int end)
    {
        if (Instant(zone, day, start) is not { } first)
        {
            return ProgrammeErrors.TimeSkipped("StartsAt");
        }

        if (Instant(zone, day, end) is not { } last)
        {
            return ProgrammeErrors.TimeSkipped("EndsAt");
        }

        return last > first ? new TimeInterval(first, last) : ProgrammeErrors.EndNotAfterStart();
    }

    /// <summary>The same times of the wall clock, so many days later or, below zero, earlier. Refused: <c>programme.time-skipped</c>.</summary>
    public static Result<TimeInterval> OnOtherDay(EventZone zone, TimeInterval during, int days)
    {
        var start = zone.ToLocal(during.Start);
        return Starting(zone, DateOnly.FromDateTime(start).AddDays(days), (int)start.TimeOfDay.TotalMinutes, during.Duration);
    }

    private static DateTimeOffset? Instant(EventZone zone, DateOnly day, int minute)
    {
        var days = (int)Math.Floor(minute / (double)MinutesOfDay);
        var onDay = day.AddDays(days);
        var rest = minute - (days * MinutesOfDay);
        // Where the clocks skip midnight itself, the day still has a first instant.
        return rest == 0 ? zone.StartOfDay(onDay) : zone.ToInstant(onDay, TimeOnly.MinValue.AddMinutes(rest));
    }
}
