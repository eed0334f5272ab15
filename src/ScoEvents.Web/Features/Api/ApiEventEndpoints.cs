using System.ComponentModel;
using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Api.Resources;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Api;

/// <summary>Announced events, and sides: what everybody may know.</summary>
internal static class ApiEventEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/events", ListAsync).Describe("listEvents", "Events", "The announced events, the latest first.").Answers<ApiPage<EventItem>>();
        api.MapGet("/events/{event}", GetAsync).Describe("getEvent", "Events", "One announced event.").Answers<EventResource>();
        api.MapGet("/sides", SidesAsync).Describe("listSides", "Sides", "States and organisations by the name and standing that they had on a day.")
            .Answers<ApiPage<SideResource>>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ApiEventQueries queries, ApiResults results, ApiCursors cursors,
        [Choice<EventType>, Description("Only events of this type.")] string? type,
        [Choice<EventStatus>, Description("Only events of this status.")] string? status,
        [Description("Only events that begin in this year.")] string? year,
        [Description(ApiWords.Cursor)] string? cursor,
        [Description(ApiWords.Limit)] string? limit,
        CancellationToken cancellationToken)
    {
        var (types, statuses, most) = (ApiInputs.Choice<EventType>("type", type), ApiInputs.Choice<EventStatus>("status", status), ApiInputs.Limit(limit));
        var years = ApiInputs.Year("year", year);
        if (ApiInputs.Refusals(types, statuses, years, most) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var filter = new ApiEventFilter(types.Value, statuses.Value, years.Value);
        var after = cursors.Open<EventPosition>(filter.Name, cursor);
        if (!after.IsSuccess)
        {
            return results.Problem(context, after);
        }

        var reader = ApiReader.Of(context);
        var (rows, next) = await queries.ListAsync(filter, after.Value, most.Value, cancellationToken);
        return results.Page(context, filter.Name, [.. rows.Select(row => Item(row, reader))], next);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, [Description(ApiWords.Event)] string @event, ApiEventQueries keys, PublicEventQueries queries, ApiResults results,
        CancellationToken cancellationToken) =>
        await keys.FindSlugAsync(@event, cancellationToken) is { } slug && await queries.FindAsync(slug, cancellationToken) is { } found
            ? results.Resource(context, Resource(found, ApiReader.Of(context)))
            : results.Problem(context, Error.NotFound());

    private static async Task<IResult> SidesAsync(
        HttpContext context, ApiSideQueries queries, ApiResults results, ApiCursors cursors, TimeProvider clock,
        [Description("The day, as 2024-07-04; today in UTC where it is left out.")] string? on,
        [Choice<SideKind>, Description("Only sides of this kind.")] string? kind,
        [Choice<StateStatus>, Description("Only states that had this standing on the day.")] string? status,
        [Description(ApiWords.Cursor)] string? cursor,
        [Description(ApiWords.Limit)] string? limit,
        CancellationToken cancellationToken)
    {
        var (days, kinds, statuses, most) = (ApiInputs.Day("on", on), ApiInputs.Choice<SideKind>("kind", kind), ApiInputs.Choice<StateStatus>("status", status), ApiInputs.Limit(limit));
        if (ApiInputs.Refusals(days, kinds, statuses, most) is { } wrong)
        {
            return results.Problem(context, wrong);
        }

        var list = $"sides:{on}:{kind}:{status}";
        var after = cursors.Open<IdPosition>(list, cursor);
        if (!after.IsSuccess)
        {
            return results.Problem(context, after);
        }

        // Without a day the second page is of the day of the first.
        var day = after.Value?.Day ?? days.Value ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var reader = ApiReader.Of(context);
        var sides = (await queries.AsOfAsync(day, cancellationToken))
            .Where(side => (kinds.Value is null || side.Kind == kinds.Value) && (statuses.Value is null || side.Status == statuses.Value)).ToList();
        var (page, last) = sides.After(after.Value?.Id, side => side.Id, most.Value);
        return results.Page(
            context, list, [.. page.Select(side => side with { Name = reader.Text(side.Name) })], last is { } id ? new IdPosition(id) { Day = day } : null);
    }

    private static EventItem Item(ApiEventRow row, ApiReader reader) => new(
        row.Id, row.Slug, reader.Text(row.Title), row.Type, row.Status, Dates(row.Dates), Place(row.Place, reader), row.IsRecord, row.ModifiedAt, ApiRoutes.Event(row.Slug));

    private static EventResource Resource(PublicEvent found, ApiReader reader) => new(
        found.Id, found.Slug, reader.Text(found.Title), found.Type, found.Status, found.Format, Dates(found.Dates),
        found.FormerDates is { } former ? Dates(former) : null, found.TimeZone, Place(found.Place, reader), reader.Text(found.Notice),
        found.Series is { } series ? reader.Text(series) : null, found.Edition,
        [.. found.Parties.Select(party => new PartyItem(party.Role, reader.Text(party.Side.Name), party.Side.Iso2))], found.Release?.Number, found.Record is not null);

    private static DatesItem Dates(EventDates dates) => new(dates.Start, dates.End, dates.Precision);

    private static PlaceItem Place(PublicPlace place, ApiReader reader) => new(reader.Text(place.City), place.CountryCode, reader.Text(place.Country));
}

/// <summary>A place in a list that is read whole: the thing that was shown last.</summary>
public sealed record IdPosition(Guid Id)
{
    /// <summary>The day that the list is of, where it is of one.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The release that the list is of, where it is of one: the next page must not be of a later one.</summary>
    public int? Release { get; init; }
}

internal static class ListPages
{
    /// <summary>The things behind the one that was shown last, and the last of them where there are more; all from the beginning where that one is gone.</summary>
    public static (IReadOnlyList<T> Page, Guid? Last) After<T>(this IReadOnlyList<T> all, Guid? last, Func<T, Guid> id, int limit)
    {
        var start = last is null ? 0 : all.Select(id).ToList().IndexOf(last.Value) + 1;
        var page = all.Skip(start).Take(limit).ToList();
        return (page, start + page.Count < all.Count && page.Count > 0 ? id(page[^1]) : null);
    }
}
