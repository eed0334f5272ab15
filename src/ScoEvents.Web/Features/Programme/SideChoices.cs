using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Reads the sides that a speaker can belong to.</summary>
internal static class SideChoices
{
    /// <summary>Every side, states by protocol order and then organisations by key; names as of a day.</summary>
    public static async Task<IReadOnlyList<SideChoice>> ReadAsync(ScoEventsDbContext context, DateOnly? day, CancellationToken cancellationToken)
    {
        var states = await context.Sides.AsNoTracking()
            .Join(context.States, side => side.StateId, state => state.Id, (side, state) => new { side.Id, state })
            .OrderBy(pair => pair.state.ProtocolRankRussian)
            .ToListAsync(cancellationToken);
        var organisations = await context.Sides.AsNoTracking()
            .Join(context.Organisations, side => side.OrganisationId, organisation => organisation.Id, (side, organisation) => new { side.Id, organisation })
            .OrderBy(pair => pair.organisation.Key)
            .ToListAsync(cancellationToken);
        return
        [
            .. states.Select(pair => new SideChoice(pair.Id, pair.state.NamesOn(day), true)),
            .. organisations.Select(pair => new SideChoice(pair.Id, pair.organisation.NamesOn(day), false)),
        ];
    }
}
