using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;

namespace ScoEvents.Domain.Outcomes;

/// <summary>A list of states said by their standing: "all members and observers except X and Y, and Z".</summary>
/// <param name="Statuses">The groups taken whole.</param>
/// <param name="Except">ISO 3166-1 alpha-2 codes left out of the groups.</param>
/// <param name="And">ISO 3166-1 alpha-2 codes added, whatever their standing.</param>
/// <remarks>Domain rules 1 and 4: the same words mean other lists on other days.</remarks>
public sealed record SideSelection(IReadOnlyList<StateStatus> Statuses, IReadOnlyList<string> Except, IReadOnlyList<string> And)
{
    /// <summary>
    /// The exact list on a day, groups in their order and each in protocol order, the added states last.
    /// Refused, each with the code of the state: <c>attendance.not-in-group</c> where an exception is in none of the groups on that day,
    /// so that leaving it out would say something untrue; <c>attendance.unknown-state</c>.
    /// </summary>
    /// <param name="states">All states.</param>
    /// <param name="day">The day the standing is asked as of.</param>
    public Result<IReadOnlyList<State>> On(IReadOnlyCollection<State> states, DateOnly day)
    {
        var roster = StatusRoster.AsOf(states, day);
        var groups = Statuses.Distinct().Order().SelectMany(status => roster[status]).ToList();
        var errors = Except.Concat(And).Where(code => states.All(state => state.Iso2 != code)).Distinct()
            .Select(code => Error.Refused("attendance.unknown-state", code)).ToList();
        errors.AddRange(states.Where(state => Except.Contains(state.Iso2) && !groups.Contains(state))
            .Select(state => Error.Refused("attendance.not-in-group", state.NamesOn(day))));
        if (errors.Count > 0)
        {
            return Result<IReadOnlyList<State>>.Fail(errors);
        }

        var added = states.Where(state => And.Contains(state.Iso2) && !groups.Contains(state)).OrderBy(state => state.ProtocolRankRussian);
        return Result.Ok<IReadOnlyList<State>>([.. groups.Where(state => !Except.Contains(state.Iso2)), .. added]);
    }
}
