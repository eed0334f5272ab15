using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>People and teams of interpreters who cannot be there.</summary>
internal static class AbsenceConflicts
{
    /// <param name="sorted">Scheduled sessions by their start.</param>
    /// <param name="absences">Who cannot be there when.</param>
    public static IEnumerable<Conflict> In(IReadOnlyList<PlannedSession> sorted, IReadOnlyCollection<Absence> absences)
    {
        var stretches = absences.GroupBy(absence => (absence.Kind, absence.SubjectId))
            .ToDictionary(group => group.Key, group => TimeInterval.Union(group.Select(absence => absence.During)));
        var heads = stretches.Keys.Where(subject => subject.Kind == AvailabilitySubject.Head).ToList();
        return sorted.SelectMany(session => Subjects(session, heads).Distinct()
            .Where(stretches.ContainsKey)
            .Select(subject => (subject.SubjectId, Stretch: FirstMeeting(stretches[subject], session.During!.Value)))
            .Where(found => found.Stretch is not null)
            .Select(found => ConflictFinder.Found(ConflictKind.PersonUnavailable, session, subject: found.SubjectId) with { Stretch = found.Stretch }));
    }

    private static IEnumerable<(AvailabilitySubject Kind, Guid SubjectId)> Subjects(PlannedSession session, List<(AvailabilitySubject Kind, Guid SubjectId)> heads)
    {
        var named = OverlapConflicts.Persons(session).Select(person => (AvailabilitySubject.Speaker, person))
            .Concat(session.Teams.Select(team => (AvailabilitySubject.InterpreterTeam, team)));
        return session.NeedsHeads ? named.Concat(heads) : named;
    }

    // The stretches of one subject lie apart and in order, so the first that ends later is the only one to look at.
    private static TimeInterval? FirstMeeting(IReadOnlyList<TimeInterval> stretches, TimeInterval during)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].End <= during.Start ? (middle + 1, high) : (low, middle);
        }

        return low < stretches.Count && stretches[low].Start < during.End ? stretches[low] : null;
    }
}
