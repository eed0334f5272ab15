using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Accreditation;

/// <summary>Whether somebody is behind a door, from who was let in and out there.</summary>
public static class Presence
{
    /// <summary>Whether a passage repeats what is known already: in where the person was in, out where the person was out or had never come.</summary>
    /// <param name="passages">The passages of one person through one door that counted, in any order.</param>
    /// <param name="direction">Which way now.</param>
    /// <param name="at">When, which may be before passages that other devices have told of earlier.</param>
    /// <remarks>Of two devices without a network that let the same person in, the one that tells later is told of the repetition, whichever scanned first.</remarks>
    public static bool IsRepeated(IReadOnlyCollection<Passage> passages, CheckInDirection direction, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var before = passages.Where(passage => passage.At <= at).MaxBy(passage => passage.At);
        var after = passages.Where(passage => passage.At > at).MinBy(passage => passage.At);
        return (before?.Direction ?? CheckInDirection.Out) == direction || after?.Direction == direction;
    }

    /// <summary>Whether somebody was behind a door at some moment of a stretch of time.</summary>
    /// <param name="passages">The passages of one person through one door that counted, in any order.</param>
    /// <param name="during">The stretch, half-open.</param>
    /// <param name="endOfDay">The first instant after the day of a passage, UTC: who is not seen going out is taken to be inside until then and no longer.</param>
    public static bool WasInside(IEnumerable<Passage> passages, TimeInterval during, Func<DateTimeOffset, DateTimeOffset> endOfDay)
    {
        ArgumentNullException.ThrowIfNull(endOfDay);
        var inOrder = passages.OrderBy(passage => passage.At).ToList();
        return inOrder.Where(passage => passage.Direction == CheckInDirection.In).Any(entry =>
        {
            var exit = inOrder.Find(passage => passage.Direction == CheckInDirection.Out && passage.At > entry.At);
            var midnight = endOfDay(entry.At);
            return new TimeInterval(entry.At, exit is not null && exit.At < midnight ? exit.At : midnight).Overlaps(during);
        });
    }
}

/// <summary>One way through a door.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Direction">Which way.</param>
public sealed record Passage(DateTimeOffset At, CheckInDirection Direction);
