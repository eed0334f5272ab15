namespace ScoEvents.Domain.Programme;

/// <summary>Placed sessions that are not finished.</summary>
internal static class ContentConflicts
{
    /// <param name="session">A scheduled session.</param>
    /// <param name="facts">The days of the event, its teams and its languages.</param>
    public static IEnumerable<Conflict> Of(PlannedSession session, ProgrammeFacts facts)
    {
        if (facts.Span is { } span && !span.Contains(session.During!.Value))
        {
            yield return ConflictFinder.Found(ConflictKind.OutsideEvent, session);
        }

        var spoken = session.Teams.Where(facts.Teams.ContainsKey).SelectMany(team => facts.Teams[team]);
        if (session.Languages.Except(spoken).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } uncovered)
        {
            yield return ConflictFinder.Found(ConflictKind.InterpretersMissing, session) with { Languages = string.Join(',', uncovered) };
        }

        if (session is { HasFloor: true, Chair: null })
        {
            yield return ConflictFinder.Found(ConflictKind.ChairMissing, session);
        }

        if (session.HasFloor && session.State != SessionState.Confirmed)
        {
            yield return ConflictFinder.Found(ConflictKind.Unconfirmed, session);
        }

        if (session.Title.Missing(facts.Languages) is { Count: > 0 } missing)
        {
            yield return ConflictFinder.Found(ConflictKind.Untranslated, session) with { Languages = string.Join(',', missing) };
        }
    }
}
