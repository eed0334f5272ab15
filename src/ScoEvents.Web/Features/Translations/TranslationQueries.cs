using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Translations;

/// <summary>Gathers every text of an event, for seeing which languages it lacks.</summary>
public sealed class TranslationQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>All texts of the draft of an event that somebody has written in any language.</summary>
    /// <remarks>Texts that are empty altogether are not missing: nobody had anything to say there. Releases keep what they said and are not listed.</remarks>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<EventTexts>> GetAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, cancellationToken);
        List<EventText> texts =
        [
            new(TextKind.EventTitle, eventId, 0, planned.Title, null, planned.Version),
            new(TextKind.EventCity, eventId, 0, planned.City, planned.Title, planned.Version),
            new(TextKind.EventNotice, eventId, 0, planned.Notice, planned.Title, planned.Version),
            .. await PlacesAsync(context, eventId, cancellationToken),
            .. await TracksAsync(context, eventId, cancellationToken),
            .. await SessionsAsync(context, eventId, cancellationToken),
            .. await SpeakersAsync(context, eventId, cancellationToken),
            .. await DocumentsAsync(context, eventId, cancellationToken),
            .. await ZonesAsync(context, eventId, cancellationToken),
        ];
        var form = new EventLanguagesForm
        {
            Wanted = [.. planned.LanguagesInUse],
            Fallback = [.. planned.FallbackOrder, .. Languages.All.Except(planned.FallbackOrder)],
            Version = planned.Version,
        };
        return new EventTexts(form, planned.LanguagesInUse, [.. texts.Where(text => !text.Text.IsEmpty)], admitted.Value.Reach.CanOrganise(admitted.Value.Scope) && !planned.IsClosed);
    }

    private static async Task<IEnumerable<EventText>> PlacesAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var rooms = await context.Set<EventRoom>().AsNoTracking().Where(used => used.EventId == eventId).OrderBy(used => used.Position)
            .Join(context.Rooms, used => used.RoomId, room => room.Id, (used, room) => room)
            .Join(context.Venues, room => room.VenueId, venue => venue.Id, (room, venue) => new
            {
                room.Id, room.Name, room.Version, VenueId = venue.Id, Venue = venue.Name, venue.Address, VenueVersion = venue.Version,
            })
            .ToListAsync(cancellationToken);
        return rooms.DistinctBy(room => room.VenueId)
            .SelectMany(room => new[]
            {
                new EventText(TextKind.VenueName, room.VenueId, 0, room.Venue, null, room.VenueVersion),
                new EventText(TextKind.VenueAddress, room.VenueId, 0, room.Address, room.Venue, room.VenueVersion),
            })
            .Concat(rooms.Select(room => new EventText(TextKind.RoomName, room.Id, 0, room.Name, room.Venue, room.Version)));
    }

    private static async Task<IEnumerable<EventText>> TracksAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var tracks = await context.Tracks.AsNoTracking().Where(track => track.EventId == eventId).OrderBy(track => track.Position).ThenBy(track => track.Id)
            .Select(track => new { track.Id, track.Name, track.Version }).ToListAsync(cancellationToken);
        return tracks.Select(track => new EventText(TextKind.TrackName, track.Id, 0, track.Name, null, track.Version));
    }

    private static async Task<IEnumerable<EventText>> SessionsAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var sessions = await context.Sessions.AsNoTracking().Where(session => session.EventId == eventId)
            .OrderBy(session => session.Slot == null).ThenBy(session => session.Slot!.StartsAt).ThenBy(session => session.Position).ThenBy(session => session.Id)
            .Select(session => new { session.Id, session.Title, session.Abstract, session.AgendaItems, session.Version }).ToListAsync(cancellationToken);
        return sessions.SelectMany(session => new EventText[]
        {
            new(TextKind.SessionTitle, session.Id, 0, session.Title, null, session.Version) { SessionId = session.Id },
            new(TextKind.SessionAbstract, session.Id, 0, session.Abstract, session.Title, session.Version) { SessionId = session.Id },
        }
        .Concat(session.AgendaItems.Select((item, index) => new EventText(TextKind.AgendaItem, session.Id, index, item.Title, session.Title, session.Version) { SessionId = session.Id })));
    }

    private static async Task<IEnumerable<EventText>> SpeakersAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var speakers = await context.Speakers.AsNoTracking().Where(speaker => speaker.EventId == eventId).OrderBy(speaker => speaker.Id)
            .Select(speaker => new { speaker.Id, speaker.Name, speaker.Function, speaker.Biography, speaker.Version }).ToListAsync(cancellationToken);
        return speakers.SelectMany(speaker => new EventText[]
        {
            new(TextKind.SpeakerName, speaker.Id, 0, speaker.Name, null, speaker.Version),
            new(TextKind.SpeakerFunction, speaker.Id, 0, speaker.Function, speaker.Name, speaker.Version),
            new(TextKind.SpeakerBiography, speaker.Id, 0, speaker.Biography, speaker.Name, speaker.Version),
        });
    }

    private static async Task<IEnumerable<EventText>> DocumentsAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var documents = await context.SessionDocuments.AsNoTracking().Where(document => document.EventId == eventId)
            .OrderBy(document => document.SessionId).ThenBy(document => document.Position).ThenBy(document => document.Id)
            .Join(context.Sessions, document => document.SessionId, session => session.Id, (document, session) => new { document.Id, document.Title, document.Version, document.SessionId, Session = session.Title })
            .ToListAsync(cancellationToken);
        return documents.Select(document => new EventText(TextKind.DocumentTitle, document.Id, 0, document.Title, document.Session, document.Version) { SessionId = document.SessionId });
    }

    private static async Task<IEnumerable<EventText>> ZonesAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken);
        return (settings?.Zones ?? []).Select(zone => new EventText(TextKind.ZoneName, zone.Id, 0, zone.Name, null, settings!.Version));
    }
}
