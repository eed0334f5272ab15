using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Api;

/// <summary>What of the list of events is asked for.</summary>
internal sealed record ApiEventFilter(EventType? Type, EventStatus? Status, int? Year)
{
    /// <summary>Names the list, so that a cursor of one is none of another.</summary>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"events:{Type}:{Status}:{Year}");
}

/// <summary>A place in the list of events: the event that was shown last.</summary>
public sealed record EventPosition(DateOnly? Day, Guid Id);

/// <summary>An event as the list has it.</summary>
internal sealed record ApiEventRow(
    Guid Id, string Slug, LocalizedText Title, EventType Type, EventStatus Status, EventDates Dates, PublicPlace Place, bool IsRecord, DateTimeOffset ModifiedAt);

/// <summary>Reads announced events for programs.</summary>
internal sealed class ApiEventQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Announced events, the latest first and those without a date last; one SQL command.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The event after which the page begins, or null for the first page.</param>
    /// <param name="limit">The most events.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page, and the place where the next one begins; null where there is none.</returns>
    public async Task<(IReadOnlyList<ApiEventRow> Rows, EventPosition? Next)> ListAsync(
        ApiEventFilter filter, EventPosition? after, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        var events = PublicEventQueries.Announced(context).AsNoTracking();
        events = filter.Type is { } type ? events.Where(row => row.Type == type) : events;
        events = filter.Status is { } status ? events.Where(row => row.Status == status) : events;
        events = filter.Year is { } year ? events.Where(row => row.StartsOn != null && row.StartsOn.Value.Year == year) : events;
        events = after switch
        {
            null => events,
            { Day: { } day, Id: var id } => events.Where(row => row.StartsOn == null || row.StartsOn < day || (row.StartsOn == day && row.Id > id)),
            { Id: var id } => events.Where(row => row.StartsOn == null && row.Id > id),
        };
        var found = await (
            from row in events
            join state in context.States on row.CountryId equals state.Id into countries
            from country in countries.DefaultIfEmpty()
            orderby row.StartsOn == null, row.StartsOn descending, row.Id
            select new
            {
                row.Id,
                row.Slug,
                row.Title,
                row.Type,
                row.Status,
                row.StartsOn,
                row.EndsOn,
                row.DatePrecision,
                row.City,
                row.SecretariatId,
                row.ModifiedAt,
                Country = country,
            }).Take(limit + 1).ToListAsync(cancellationToken);
        var shown = found.Take(limit).Select(row => new ApiEventRow(
            row.Id, row.Slug, row.Title, row.Type, row.Status, new EventDates(row.StartsOn, row.EndsOn, row.DatePrecision),
            PublicEventQueries.Place(row.City, row.Country, row.StartsOn), row.SecretariatId is null, row.ModifiedAt)).ToList();
        return (shown, found.Count > limit ? new EventPosition(shown[^1].Dates.Start, shown[^1].Id) : null);
    }

    /// <summary>The name in addresses of an announced event, by that name or by its id; null where there is none; one SQL command.</summary>
    /// <param name="key">The name, exactly, or the id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<string?> FindSlugAsync(string key, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(key, "D", out var id))
        {
            return key;
        }

        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        return await PublicEventQueries.Announced(context).Where(row => row.Id == id).Select(row => row.Slug).SingleOrDefaultAsync(cancellationToken);
    }
}
