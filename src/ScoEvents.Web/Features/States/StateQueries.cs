using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.States;

namespace ScoEvents.Web.Features.States;

/// <summary>Reads which state had which standing when.</summary>
public sealed class StateQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>The states by status as of a day, in the protocol order of the SCO; one SQL command.</summary>
    /// <param name="day">Any day; before the first status there are no groups, a day to come shows what is known today.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <remarks>Domain rules 1 and 7.</remarks>
    public async Task<StateRoster> RosterAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        var states = await context.States.AsNoTracking().Include(state => state.Periods).AsSingleQuery().ToListAsync(cancellationToken);
        var roster = StatusRoster.AsOf(states, day);
        return new StateRoster(day, [.. Enum.GetValues<StateStatus>()
            .Where(status => roster[status].Count > 0)
            .Select(status => new StateGroup(status, [.. roster[status].Select(state => Row(state, day))]))]);
    }

    private static StateRow Row(State state, DateOnly day) =>
        new(state.Iso2, state.NamesOn(day), state.Periods.First(period => period.Covers(day)).From);
}
