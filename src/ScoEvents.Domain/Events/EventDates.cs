using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Events;

/// <summary>The days of an event, as exactly as they are known.</summary>
/// <param name="Start">The first day; the first of the month or year where only that is known; null where nothing is.</param>
/// <param name="End">The last day, on or after <paramref name="Start"/>; null unless <paramref name="Precision"/> is <see cref="DatePrecision.Day"/>.</param>
/// <param name="Precision">How exactly they are known.</param>
/// <remarks>Domain rule 15: some dates have only a day, month or year.</remarks>
public sealed record EventDates(DateOnly? Start, DateOnly? End, DatePrecision Precision)
{
    /// <summary>The longest event that can be planned, in days.</summary>
    public const int MaxDays = 60;

    /// <summary>Dates of which nothing is known.</summary>
    public static EventDates Unknown { get; } = new(null, null, DatePrecision.Unknown);

    /// <summary>Makes exact dates. Refused: <c>event.end-before-start</c> and <c>event.too-long</c>, both at the end date.</summary>
    public static Result<EventDates> Exact(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            return Error.Invalid("EndsOn", "event.end-before-start");
        }

        return end.DayNumber - start.DayNumber >= MaxDays
            ? Error.Invalid("EndsOn", "event.too-long", MaxDays)
            : new EventDates(start, end, DatePrecision.Day);
    }

    /// <summary>The days one by one; empty unless they are known exactly.</summary>
    public IEnumerable<DateOnly> Days()
    {
        if (Start is { } start && End is { } end)
        {
            for (var number = start.DayNumber; number <= end.DayNumber; number++)
            {
                yield return DateOnly.FromDayNumber(number);
            }
        }
    }
}
