namespace ScoEvents.Domain.Programme;

/// <summary>People and teams of interpreters who have too little time to get from one building to another.</summary>
internal static class TravelConflicts
{
    /// <param name="sorted">Scheduled sessions by their start.</param>
    /// <param name="facts">Rooms and times on the way.</param>
    public static IEnumerable<Conflict> In(IReadOnlyList<PlannedSession> sorted, ProgrammeFacts facts)
    {
        var times = new Dictionary<(Guid, Guid), int>();
        foreach (var time in facts.Travel.Times)
        {
            times[(time.From, time.To)] = times[(time.To, time.From)] = time.Minutes;
        }

        return times.Values.Append(facts.Travel.Minutes).Max() == 0 ? [] : Legs(sorted, facts, times);
    }

    // Where somebody was last counts, not everywhere before: the way from there is the one that has to be made.
    private static IEnumerable<Conflict> Legs(IReadOnlyList<PlannedSession> sorted, ProgrammeFacts facts, Dictionary<(Guid, Guid), int> times)
    {
        var byEnd = new Dictionary<Guid, List<PlannedSession>>();
        foreach (var session in sorted)
        {
            foreach (var subject in OverlapConflicts.Persons(session).Concat(session.Teams).Distinct())
            {
                if (!byEnd.TryGetValue(subject, out var before))
                {
                    byEnd[subject] = before = [];
                }

                foreach (var last in LastBefore(before, session))
                {
                    var minutes = (session.During!.Value.Start - last.During!.Value.End).TotalMinutes;
                    var needed = Minutes(last, session, facts, times);
                    if (minutes < needed)
                    {
                        yield return ConflictFinder.Found(ConflictKind.TravelBuffer, last, session, subject) with { Wanted = needed, Given = (int)minutes };
                    }
                }

                before.Insert(FirstEndingAfter(before, session.During!.Value.End), session);
            }
        }
    }

    // Several where somebody was in two places until the same moment.
    private static IEnumerable<PlannedSession> LastBefore(List<PlannedSession> byEnd, PlannedSession session)
    {
        var index = FirstEndingAfter(byEnd, session.During!.Value.Start) - 1;
        for (var last = index; last >= 0 && byEnd[last].During!.Value.End == byEnd[index].During!.Value.End; last--)
        {
            yield return byEnd[last];
        }
    }

    private static int FirstEndingAfter(List<PlannedSession> byEnd, DateTimeOffset moment)
    {
        var (low, high) = (0, byEnd.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = byEnd[middle].During!.Value.End <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // A session in all rooms may be in several buildings; people go to the nearest.
    private static int Minutes(PlannedSession from, PlannedSession to, ProgrammeFacts facts, Dictionary<(Guid, Guid), int> times)
    {
        var (here, there) = (Venues(from, facts), Venues(to, facts));
        return here.Count == 0 || there.Count == 0 || here.Overlaps(there)
            ? 0
            : here.Min(venue => there.Min(other => times.GetValueOrDefault((venue, other), facts.Travel.Minutes)));
    }

    private static HashSet<Guid> Venues(PlannedSession session, ProgrammeFacts facts) =>
        [.. session.Rooms.Where(facts.Rooms.ContainsKey).Select(room => facts.Rooms[room].VenueId)];
}
