using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">What it does to a release.</param>
/// <param name="SessionId">The session; of two, the one that starts first.</param>
/// <param name="OtherId">The other session, or null where only one is concerned.</param>
/// <param name="SubjectId">The room, person, side of a head or team of interpreters that it is about, or null.</param>
public sealed record Conflict(ConflictKind Kind, ConflictSeverity Severity, Guid SessionId, Guid? OtherId = null, Guid? SubjectId = null)
{
    /// <summary>What is wanted: persons expected, languages of interpretation, minutes on the way, or the session's classification by its rank; null where the kind has no number.</summary>
    public int? Wanted { get; init; }

    /// <summary>What is there instead: seats, booths, minutes between the sessions, or the room's clearance by its rank.</summary>
    public int? Given { get; init; }

    /// <summary>The languages that are missing, in a fixed order and separated by commas, or null.</summary>
    public string? Languages { get; init; }

    /// <summary>When somebody cannot be there, or null.</summary>
    public TimeInterval? Stretch { get; init; }

    /// <summary>The conflict whatever its numbers and severity are: the same trouble of the same sessions.</summary>
    public ConflictKey Key => new(Kind, SessionId, OtherId, SubjectId);
}

/// <summary>Tells conflicts of one programme apart.</summary>
public sealed record ConflictKey(ConflictKind Kind, Guid SessionId, Guid? OtherId, Guid? SubjectId);
