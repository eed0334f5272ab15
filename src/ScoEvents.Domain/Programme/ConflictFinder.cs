using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>What is wrong between sessions, or in one.</summary>
public enum ConflictKind
{
    /// <summary>Two sessions are in one room at once.</summary>
    RoomOverlap,

    /// <summary>A session lies outside the days of the event.</summary>
    OutsideEvent,

    /// <summary>A chair or speaker is in two places at once.</summary>
    PersonInTwoPlaces,

    /// <summary>A session that has a floor has no chair.</summary>
    ChairMissing,

    /// <summary>A session has no place and time, so it is not published.</summary>
    Unscheduled,
}

/// <summary>What a conflict does to a release.</summary>
public enum ConflictSeverity
{
    /// <summary>It prevents it.</summary>
    Block,

    /// <summary>It is shown.</summary>
    Warn,
}

/// <summary>A session as the finder looks at it.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="RoomId">The room, or null while it is unscheduled.</param>
/// <param name="During">When, or null while it is unscheduled.</param>
/// <param name="Chair">Who presides, or null.</param>
/// <param name="People">Everybody who has a part in it, the chair included.</param>
public sealed record PlannedSession(Guid SessionId, SessionType Type, Guid? RoomId, TimeInterval? During, Guid? Chair, IReadOnlyCollection<Guid> People);

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">What it does to a release.</param>
/// <param name="SessionId">The session; of two, the one that starts first.</param>
/// <param name="OtherId">The other session, or null where only one is concerned.</param>
/// <param name="SubjectId">The room or person that is in two places, or null.</param>
public sealed record Conflict(ConflictKind Kind, ConflictSeverity Severity, Guid SessionId, Guid? OtherId = null, Guid? SubjectId = null);

/// <summary>Finds what is wrong in a whole programme, without changing or refusing anything.</summary>
public static class ConflictFinder
{
    private static readonly SessionType[] _withoutFloor =
        [SessionType.Break, SessionType.GroupPhoto, SessionType.Reception, SessionType.Exhibition];

    /// <summary>All conflicts, in the order of time, then of kind.</summary>
    /// <param name="programme">All sessions of the event.</param>
    /// <param name="span">The stretch in which they may lie, or null where it is not known.</param>
    public static IReadOnlyList<Conflict> Find(IReadOnlyCollection<PlannedSession> programme, TimeInterval? span)
    {
        var scheduled = programme.Where(session => session.During is not null).OrderBy(session => session.During!.Value.Start).ThenBy(session => session.SessionId).ToList();
        var found = new List<Conflict>();
        found.AddRange(Pairs(scheduled, session => session.RoomId is { } room ? [room] : [], ConflictKind.RoomOverlap, ConflictSeverity.Block));
        found.AddRange(Pairs(scheduled, session => session.People, ConflictKind.PersonInTwoPlaces, ConflictSeverity.Block));
        found.AddRange(scheduled
            .Where(session => span is { } stretch && !stretch.Contains(session.During!.Value))
            .Select(session => new Conflict(ConflictKind.OutsideEvent, ConflictSeverity.Block, session.SessionId)));
        found.AddRange(programme
            .Where(session => session.Chair is null && !_withoutFloor.Contains(session.Type))
            .Select(session => new Conflict(ConflictKind.ChairMissing, ConflictSeverity.Warn, session.SessionId)));
        found.AddRange(programme
            .Where(session => session.During is null)
            .Select(session => new Conflict(ConflictKind.Unscheduled, ConflictSeverity.Warn, session.SessionId)));
        var order = scheduled.Select((session, index) => (session.SessionId, index)).ToDictionary(pair => pair.SessionId, pair => pair.index);
        return [.. found.OrderBy(conflict => order.GetValueOrDefault(conflict.SessionId, int.MaxValue)).ThenBy(conflict => conflict.Kind)];
    }

    // Sessions come sorted by start, so those that can still overlap form a short tail per subject.
    private static IEnumerable<Conflict> Pairs(
        IEnumerable<PlannedSession> sorted, Func<PlannedSession, IEnumerable<Guid>> subjects, ConflictKind kind, ConflictSeverity severity)
    {
        var open = new Dictionary<Guid, List<PlannedSession>>();
        foreach (var session in sorted)
        {
            foreach (var subject in subjects(session).Distinct())
            {
                if (!open.TryGetValue(subject, out var running))
                {
                    open[subject] = running = [];
                }

                running.RemoveAll(earlier => earlier.During!.Value.End <= session.During!.Value.Start);
                foreach (var earlier in running)
                {
                    yield return new Conflict(kind, severity, earlier.SessionId, session.SessionId, subject);
                }

                running.Add(session);
            }
        }
    }
}
