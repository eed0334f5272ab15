using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>What a side was called on a day.</summary>
/// <param name="Name">Its name on that day.</param>
/// <param name="Code">ISO code of a state, or null for an organisation.</param>
internal sealed record SideName(LocalizedText Name, string? Code);

/// <summary>Finds the names of sides; bodies and states keep the name they had at the time (domain rule 14).</summary>
internal static class SideNames
{
    /// <summary>The names of the given sides on a day, by side, in two commands; today's where the day is null.</summary>
    public static async Task<Dictionary<Guid, SideName>> SideNamesAsync(
        this ScoEventsDbContext context, IReadOnlyCollection<Guid> sideIds, DateOnly? day, CancellationToken cancellationToken) =>
        (await context.SidesOverTimeAsync(sideIds, cancellationToken)).ToDictionary(side => side.Key, side => side.Value(day));

    /// <summary>How to name the given sides on any day, by side, in two commands; today's name where the day is null.</summary>
    public static async Task<Dictionary<Guid, Func<DateOnly?, SideName>>> SidesOverTimeAsync(
        this ScoEventsDbContext context, IReadOnlyCollection<Guid> sideIds, CancellationToken cancellationToken)
    {
        var states = await context.Sides.AsNoTracking().Where(side => sideIds.Contains(side.Id))
            .Join(context.States, side => side.StateId, state => state.Id, (side, state) => new { side.Id, state })
            .ToListAsync(cancellationToken);
        var organisations = await context.Sides.AsNoTracking().Where(side => sideIds.Contains(side.Id))
            .Join(context.Organisations, side => side.OrganisationId, organisation => organisation.Id, (side, organisation) => new { side.Id, organisation })
            .ToListAsync(cancellationToken);
        var names = states.ToDictionary(pair => pair.Id, pair => (Func<DateOnly?, SideName>)(day => new SideName(pair.state.NamesOn(day), pair.state.Iso2)));
        foreach (var pair in organisations)
        {
            names[pair.Id] = day => new SideName(pair.organisation.NamesOn(day), null);
        }

        return names;
    }
}
