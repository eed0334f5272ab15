namespace ScoEvents.Domain.Programme;

/// <summary>Rooms, people and teams of interpreters that are in two sessions at once.</summary>
internal static class OverlapConflicts
{
    /// <param name="sorted">Scheduled sessions by their start.</param>
    public static IEnumerable<Conflict> In(IReadOnlyList<PlannedSession> sorted) =>
        Pairs(sorted, ConflictKind.RoomOverlap, session => session.Rooms)
            .Concat(Pairs(sorted, ConflictKind.PersonInTwoPlaces, Persons))
            .Concat(Pairs(sorted, ConflictKind.InterpretersInTwoPlaces, session => session.Teams));

    /// <summary>Everybody who has a part in a session; who presides and speaks comes twice.</summary>
    public static IEnumerable<Guid> Persons(PlannedSession session) => session.Chair is { } chair ? session.People.Prepend(chair) : session.People;

    // Sessions come sorted by start, so those that can still overlap form a short tail per subject.
    private static IEnumerable<Conflict> Pairs(IReadOnlyList<PlannedSession> sorted, ConflictKind kind, Func<PlannedSession, IEnumerable<Guid>> subjects)
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
                    yield return ConflictFinder.Found(kind, earlier, session, subject);
                }

                running.Add(session);
            }
        }
    }
}
