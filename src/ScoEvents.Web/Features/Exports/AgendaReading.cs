using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Programme;

namespace ScoEvents.Web.Features.Exports;

/// <summary>Reads what an agenda is made of in a fixed number of SQL commands.</summary>
internal static class AgendaReading
{
    /// <summary>A release of one of the given events, or null where there is none or the event's zone is not known; four SQL commands.</summary>
    /// <param name="context">Opened for whoever asks.</param>
    /// <param name="events">One event at most.</param>
    /// <param name="number">Of the release; null for the latest.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<AgendaSource?> ReleaseAsync(
        ScoEventsDbContext context, IQueryable<ScoEvent> events, int? number, CancellationToken cancellationToken)
    {
        if (await HeadAsync(context, events, cancellationToken) is not { } head)
        {
            return null;
        }

        var release = await context.Releases.AsNoTracking()
            .Where(release => release.EventId == head.Event.Id && (number == null || release.Number == number))
            .OrderByDescending(release => release.Number)
            .Select(release => new AgendaEdition(release.Id, release.Number, release.Name, release.PublishedAt))
            .FirstOrDefaultAsync(cancellationToken);
        if (release is null)
        {
            return null;
        }

        var sessions = await context.ReleasedSessions.AsNoTracking()
            .Where(session => session.ReleaseId == release.ReleaseId)
            .ToListAsync(cancellationToken);
        return await SourceAsync(context, head, release, sessions.Select(AgendaSession.Of), cancellationToken);
    }

    /// <summary>The draft as it stands, or null where the event's zone is not known; the commands of a draft's reading and three.</summary>
    public static async Task<AgendaSource?> DraftAsync(ScoEventsDbContext context, Guid eventId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await HeadAsync(context, context.Events.Where(planned => planned.Id == eventId), cancellationToken) is not { } head)
        {
            return null;
        }

        var number = await context.Releases.Where(release => release.EventId == eventId).MaxAsync(release => (int?)release.Number, cancellationToken);
        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        return await SourceAsync(
            context, head, new AgendaEdition(null, number ?? 0, null, now), draft.Freeze().Select(session => AgendaSession.Of(session, now)), cancellationToken);
    }

    private static async Task<AgendaHead?> HeadAsync(ScoEventsDbContext context, IQueryable<ScoEvent> events, CancellationToken cancellationToken)
    {
        var found = await (
            from planned in events.AsNoTracking()
            join state in context.States on planned.CountryId equals state.Id into countries
            from country in countries.DefaultIfEmpty()
            select new { Event = planned, Country = country }).SingleOrDefaultAsync(cancellationToken);
        return found is not null && EventZone.Find(found.Event.TimeZone) is { } zone ? new AgendaHead(found.Event, found.Country, zone) : null;
    }

    private static async Task<AgendaSource> SourceAsync(
        ScoEventsDbContext context, AgendaHead head, AgendaEdition edition, IEnumerable<AgendaSession> sessions, CancellationToken cancellationToken)
    {
        var planned = head.Event;
        return new AgendaSource(
            planned.Id, planned.Slug, planned.Title, planned.Status, planned.Dates, head.Zone,
            PublicEventQueries.Place(planned.City, head.Country, planned.StartsOn),
            await PublicEventQueries.PartiesAsync(context, planned.Id, planned.StartsOn, cancellationToken),
            planned.AnnouncedAt is not null, planned.ModifiedAt, edition,
            [.. sessions.OrderBy(session => session.StartsAt).ThenBy(session => session.RoomPosition).ThenBy(session => session.Id)])
        {
            FallbackOrder = planned.FallbackOrder,
        };
    }

    private sealed record AgendaHead(ScoEvent Event, State? Country, EventZone Zone);
}
