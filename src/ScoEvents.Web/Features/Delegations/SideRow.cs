using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>What the database holds of a side: names over time and ranks.</summary>
internal sealed record SideRow(
    Guid Id, string? Iso2, LocalizedText Names, IReadOnlyList<NamePeriod> NameHistory, int RankRussian, int RankEnglish)
{
    /// <summary>The side under the name it had on a day; today's where the day is null.</summary>
    public SideLabel LabelOn(DateOnly? day) => new(Id, Iso2, NamesOn(day));

    /// <summary>What decides its place in a list.</summary>
    public ProtocolKey KeyFor(Capacity capacity, DateOnly? day, string language) =>
        new(capacity, Iso2 is not null, RankRussian, RankEnglish, NamesOn(day).In(language));

    private LocalizedText NamesOn(DateOnly? day) =>
        day is { } known ? NameHistory.FirstOrDefault(period => period.Covers(known))?.Names ?? Names : Names;
}

/// <summary>Reads sides.</summary>
internal static class SideReading
{
    /// <summary>All sides, or those asked for, by id; one SQL command.</summary>
    public static async Task<Dictionary<Guid, SideRow>> SidesAsync(
        this ScoEventsDbContext context, IReadOnlyCollection<Guid>? ids, CancellationToken cancellationToken)
    {
        var found = await (
            from side in context.Sides.AsNoTracking()
            where ids == null || ids.Contains(side.Id)
            from state in context.States.Where(state => state.Id == side.StateId).DefaultIfEmpty()
            from organisation in context.Organisations.Where(organisation => organisation.Id == side.OrganisationId).DefaultIfEmpty()
            select new
            {
                side.Id,
                Iso2 = (string?)state!.Iso2,
                StateNames = (LocalizedText?)state.Names,
                StateHistory = (IReadOnlyList<NamePeriod>?)state.NameHistory,
                RankRussian = (int?)state.ProtocolRankRussian,
                RankEnglish = (int?)state.ProtocolRankEnglish,
                OrganisationNames = (LocalizedText?)organisation!.Names,
                OrganisationHistory = (IReadOnlyList<NamePeriod>?)organisation.NameHistory,
            }).ToListAsync(cancellationToken);
        return found.ToDictionary(
            row => row.Id,
            row => new SideRow(
                row.Id, row.Iso2,
                row.StateNames ?? row.OrganisationNames ?? LocalizedText.Empty,
                row.StateHistory ?? row.OrganisationHistory ?? [],
                row.RankRussian ?? 0, row.RankEnglish ?? 0));
    }
}
