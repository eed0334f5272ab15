namespace ScoEvents.Domain.States;

/// <summary>Who held which status on one day, each list in the protocol order of the SCO.</summary>
/// <param name="Day">The day the roster is of.</param>
/// <param name="ByStatus">The states by status; a status without states is present with an empty list.</param>
/// <remarks>Domain rule 1: every list of states is asked as of a date.</remarks>
public sealed record StatusRoster(DateOnly Day, IReadOnlyDictionary<StateStatus, IReadOnlyList<State>> ByStatus)
{
    /// <summary>The roster of a day.</summary>
    public static StatusRoster AsOf(IEnumerable<State> states, DateOnly day)
    {
        var held = states
            .Select(state => (state, status: state.StatusOn(day)))
            .Where(pair => pair.status is not null)
            .ToLookup(pair => pair.status!.Value, pair => pair.state);
        return new StatusRoster(day, Enum.GetValues<StateStatus>().ToDictionary(
            status => status,
            status => (IReadOnlyList<State>)[.. held[status].OrderBy(state => state.ProtocolRankRussian)]));
    }

    /// <summary>The states that held a status.</summary>
    public IReadOnlyList<State> this[StateStatus status] => ByStatus[status];

    /// <summary>"All members except …": the states of a status without those named by their code.</summary>
    /// <remarks>Domain rule 4.</remarks>
    public IReadOnlyList<State> AllExcept(StateStatus status, params string[] iso2) =>
        [.. ByStatus[status].Where(state => !iso2.Contains(state.Iso2))];
}
