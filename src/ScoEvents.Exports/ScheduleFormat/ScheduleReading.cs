namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>What came out of a file: what could be taken, and everything that was not as it should be.</summary>
/// <param name="Document">The schedule; null when the file as a whole was refused, and then a problem without row says why.</param>
/// <param name="Problems">In the order in which they were found; at most <see cref="ScheduleLimits.MaxProblems"/>, then one that counts the rest.</param>
public sealed record ScheduleReading(ScheduleDocument? Document, IReadOnlyList<ScheduleProblem> Problems);

/// <summary>Something in a file that was not as it should be.</summary>
/// <param name="Severity">What became of it.</param>
/// <param name="Code">One of <see cref="ScheduleProblemCodes"/>; the words are the caller's.</param>
/// <param name="Path">Where: <c>days[0].rooms["Hall"][2].duration</c>, <c>schedule/day[1]/room[1]/event[3]</c> or a column's heading; empty for the whole file.</param>
/// <param name="Row">The session's position in the file, from 1; in a table the row's number, the heading being row 1. Null when no single session is meant.</param>
/// <param name="Arguments">Values for the words, one line each, at most 200 characters; what each means stands at the code.</param>
public sealed record ScheduleProblem(ScheduleSeverity Severity, string Code, string Path, int? Row, IReadOnlyList<string> Arguments);

/// <summary>What became of a part of the file that was not as it should be.</summary>
public enum ScheduleSeverity
{
    /// <summary>Taken as it stands; somebody should look at it.</summary>
    Note,

    /// <summary>Taken in a changed form, or with an assumption.</summary>
    Repaired,

    /// <summary>Left out: the whole file, the session, or the single value at the path.</summary>
    Refused,
}

/// <summary>Bounds of what a reader takes.</summary>
public static class ScheduleLimits
{
    /// <summary>Largest input in bytes: 20 MB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Most sessions in a file; one more and the whole file is refused.</summary>
    public const int MaxEvents = 5_000;

    /// <summary>Deepest nesting of JSON or XML.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most problems that are listed one by one.</summary>
    public const int MaxProblems = 10_000;
}

/// <summary>What a reader may assume where the file is silent; every use of it is reported.</summary>
public sealed record ScheduleReadingOptions
{
    /// <summary>Zone of times that carry none, mostly the zone of the event imported into.</summary>
    public string AssumedTimeZone { get; init; } = "UTC";

    /// <summary>Acronym of a file without one; part of every derived guid, so it must be the same at the next import.</summary>
    public string AssumedAcronym { get; init; } = "schedule";

    /// <summary>Length of a session that states neither duration nor end; whole minutes.</summary>
    public TimeSpan AssumedDuration { get; init; } = TimeSpan.FromMinutes(30);
}
