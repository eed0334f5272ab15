using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Home;

/// <summary>Reads what everybody may know of when and where events are.</summary>
public sealed class HomeQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    private const int MaxInMonth = 100;
    private const int MaxPlaces = 200;

    /// <summary>Calendar, types, years and places of the announced events, in five SQL commands.</summary>
    /// <param name="filter">The month, and the type that the calendar is narrowed to.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<HomeDetails> GetAsync(HomeFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        var announced = context.Events.AsNoTracking().Where(planned => planned.AnnouncedAt != null);
        var end = filter.Month.AddMonths(1);
        var month = await announced
            .Where(planned => filter.Type == null || planned.Type == filter.Type)
            .Where(planned => planned.DatePrecision == DatePrecision.Day || planned.DatePrecision == DatePrecision.Month)
            .Where(planned => planned.StartsOn < end && (planned.EndsOn ?? planned.StartsOn) >= filter.Month)
            .OrderBy(planned => planned.StartsOn).ThenBy(planned => planned.Slug).Take(MaxInMonth)
            .Select(planned => new { planned.Slug, planned.Title, planned.Status, planned.StartsOn, planned.EndsOn, planned.DatePrecision })
            .ToListAsync(cancellationToken);
        var types = await announced.GroupBy(planned => planned.Type).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var years = await announced.Where(planned => planned.StartsOn != null).GroupBy(planned => planned.StartsOn!.Value.Year)
            .Select(group => new { group.Key, Count = group.Count() }).OrderByDescending(row => row.Key).ToListAsync(cancellationToken);
        var places = await announced.Where(planned => planned.CountryId != null).GroupBy(planned => new { planned.CountryId, planned.City })
            .Select(group => new { group.Key.CountryId, group.Key.City, Count = group.Count() })
            .OrderByDescending(row => row.Count).Take(MaxPlaces).ToListAsync(cancellationToken);
        var ids = places.Select(place => place.CountryId).Distinct().ToList();
        var countries = await context.States.AsNoTracking().Where(state => ids.Contains(state.Id)).OrderBy(state => state.ProtocolRankRussian)
            .Select(state => new { state.Id, state.Names, state.Iso2 }).ToListAsync(cancellationToken);
        return new HomeDetails(
            [.. month.Select(row => new CalendarEvent(row.Slug, row.Title, row.Status, new EventDates(row.StartsOn, row.EndsOn, row.DatePrecision)))],
            [.. types.OrderBy(row => row.Key).Select(row => new TypeCount(row.Key, row.Count))],
            [.. years.Select(row => new YearCount(row.Key, row.Count))],
            [
                .. countries.Select(country => new CountryCount(
                    country.Names, country.Iso2, Cities(places.Where(place => place.CountryId == country.Id).Select(place => new CityCount(place.City, place.Count))))),
            ]);
    }

    // One city may be written in more languages at one event than at another: told apart by the name that everybody falls back to.
    private static IReadOnlyList<CityCount> Cities(IEnumerable<CityCount> places) =>
    [
        .. places.GroupBy(place => place.City.In(Languages.English), StringComparer.OrdinalIgnoreCase)
            .Select(same => new CityCount(same.MaxBy(place => place.City.Count)!.City, same.Sum(place => place.Count)))
            .OrderBy(place => place.City.IsEmpty).ThenByDescending(place => place.Count),
    ];
}
