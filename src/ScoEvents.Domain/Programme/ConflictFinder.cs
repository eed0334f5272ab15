namespace ScoEvents.Domain.Programme;

/// <summary>Finds what is wrong in a whole programme, without changing or refusing anything.</summary>
/// <remarks>
/// Sessions are sorted once by their start and swept once for each kind of subject, so that the time grows with the number of sessions and
/// of conflicts and not with the number of pairs. Withdrawn and cancelled sessions are passed over; of an unscheduled session, which no
/// release will show, nothing is said but that.
/// </remarks>
public static class ConflictFinder
{
    /// <summary>All conflicts that the event does not ignore, in the order of the sessions' starts, then of kind; the unscheduled ones last.</summary>
    public static IReadOnlyList<Conflict> Find(ProgrammeFacts facts)
    {
        var live = facts.Sessions.Where(session => session.IsLive).ToList();
        var scheduled = live.Where(session => session.During is not null)
            .OrderBy(session => session.During!.Value.Start).ThenBy(session => session.SessionId).ToList();
        var unscheduled = live.Where(session => session.During is null).OrderBy(session => session.SessionId);
        var order = new Dictionary<Guid, int>(live.Count);
        foreach (var session in scheduled.Concat(unscheduled))
        {
            order[session.SessionId] = order.Count;
        }

        return
        [
            .. OverlapConflicts.In(scheduled)
                .Concat(TravelConflicts.In(scheduled, facts))
                .Concat(AbsenceConflicts.In(scheduled, facts.Absences))
                .Concat(scheduled.SelectMany(session => RoomConflicts.Of(session, facts)))
                .Concat(scheduled.SelectMany(session => ContentConflicts.Of(session, facts)))
                .Concat(unscheduled.Select(session => Found(ConflictKind.Unscheduled, session)))
                .Select(conflict => conflict with { Severity = ConflictSeverities.Of(facts.Severities, conflict.Kind) })
                .Where(conflict => conflict.Severity != ConflictSeverity.Ignore)
                .OrderBy(conflict => order[conflict.SessionId])
                .ThenBy(conflict => conflict.Kind)
                .ThenBy(conflict => conflict.OtherId is { } other ? order[other] : -1)
                .ThenBy(conflict => conflict.SubjectId),
        ];
    }

    // The severity is the event's to say, so it is put in once, at the end.
    internal static Conflict Found(ConflictKind kind, PlannedSession session, PlannedSession? other = null, Guid? subject = null) =>
        new(kind, ConflictSeverity.Ignore, session.SessionId, other?.SessionId, subject);
}
