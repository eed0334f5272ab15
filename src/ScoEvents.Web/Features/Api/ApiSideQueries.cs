using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Features.Api.Resources;

namespace ScoEvents.Web.Features.Api;

/// <summary>Reads sides as of a day.</summary>
internal sealed class ApiSideQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Every side by the name and the standing that it had on a day: the states in the order of protocol, then the organisations by their keys; two SQL commands.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <remarks>Domain rules 1, 7 and 14.</remarks>
    public async Task<IReadOnlyList<SideResource>> AsOfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        var states = await context.Sides.AsNoTracking()
            .Join(context.States.Include(state => state.Periods), side => side.StateId, state => state.Id, (side, state) => new { side.Id, state, state.Periods })
            .AsSingleQuery().ToListAsync(cancellationToken);
        var organisations = await context.Sides.AsNoTracking()
            .Join(context.Organisations, side => side.OrganisationId, organisation => organisation.Id, (side, organisation) => new { side.Id, organisation })
            .ToListAsync(cancellationToken);
        return
        [
            .. states.OrderBy(row => row.state.ProtocolRankRussian).ThenBy(row => row.Id).Select(row =>
            {
                var period = row.Periods.FirstOrDefault(period => period.Covers(day));
                return new SideResource(row.Id, SideKind.State, row.state.Iso2, row.state.NamesOn(day), period?.Status, period?.From, row.state.ProtocolRankRussian);
            }),
            .. organisations.OrderBy(row => row.organisation.Key, StringComparer.Ordinal)
                .Select(row => new SideResource(row.Id, SideKind.Organisation, row.organisation.Key, row.organisation.NamesOn(day), null, null, null)),
        ];
    }
}
