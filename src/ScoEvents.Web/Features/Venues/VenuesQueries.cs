using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues;

/// <summary>What the people who prepare an event read of its rooms.</summary>
public sealed class VenuesQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>The rooms of an event, with how many sessions each has; for organisers also what can be added.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<EventVenue>> GetAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var (reach, scope) = admitted.Value;
        var found = await context.Set<EventRoom>().AsNoTracking().Where(used => used.EventId == eventId).OrderBy(used => used.Position)
            .Join(context.Rooms, used => used.RoomId, room => room.Id, (used, room) => room)
            .Join(context.Venues, room => room.VenueId, venue => venue.Id, (room, venue) => new
            {
                Room = room,
                Venue = venue,
                Sessions = context.Slots.Count(slot => slot.EventId == eventId && slot.Rooms.Any(taken => taken.RoomId == room.Id)),
            })
            .ToListAsync(cancellationToken);
        IReadOnlyList<EventRoomRow> rooms =
        [
            .. found.Select(row => new EventRoomRow(
                row.Room.Id, row.Room.Name, row.Venue.Id, row.Venue.Name, row.Venue.Address, row.Room.Capacity, row.Room.Booths, row.Room.Clearance,
                row.Room.BookableHours.Count > 0, row.Sessions)),
        ];
        IReadOnlyList<VenueChoice> used = [.. rooms.Select(row => new VenueChoice(row.VenueId, row.Venue, row.Address)).DistinctBy(venue => venue.VenueId)];
        if (!reach.CanOrganise(scope))
        {
            return new EventVenue(rooms, used, [], []);
        }

        var venues = await context.Venues.AsNoTracking().Where(venue => venue.SecretariatId == scope.SecretariatId).OrderBy(venue => venue.Id)
            .Select(venue => new VenueChoice(venue.Id, venue.Name, venue.Address))
            .ToListAsync(cancellationToken);
        var others = await context.Rooms.AsNoTracking()
            .Where(room => !context.Set<EventRoom>().Any(used => used.EventId == eventId && used.RoomId == room.Id))
            .Join(context.Venues.Where(venue => venue.SecretariatId == scope.SecretariatId), room => room.VenueId, venue => venue.Id, (room, venue) => new { room, venue })
            .OrderBy(pair => pair.venue.Id).ThenBy(pair => pair.room.Id)
            .Select(pair => new RoomChoice(pair.room.Id, pair.room.Name, pair.venue.Name, pair.room.Capacity))
            .ToListAsync(cancellationToken);
        return new EventVenue(rooms, used, others, venues);
    }

    /// <summary>A room as its form shows it.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="roomId">One of the event's rooms.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<RoomEdit>> GetRoomAsync(Actor actor, Guid eventId, Guid roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var found = await context.Rooms.AsNoTracking()
            .Where(room => room.Id == roomId && context.Set<EventRoom>().Any(used => used.EventId == eventId && used.RoomId == room.Id))
            .Join(context.Venues, room => room.VenueId, venue => venue.Id, (room, venue) => new
            {
                Room = room,
                Venue = venue.Name,
                OtherEvents = context.Set<EventRoom>().Count(used => used.RoomId == room.Id && used.EventId != eventId),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? Error.NotFound() : new RoomEdit(RoomEditForm.From(found.Room), found.Venue, found.OtherEvents);
    }

    /// <summary>A venue as its form shows it.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="venueId">The venue of one of the event's rooms.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<VenueEdit>> GetVenueAsync(Actor actor, Guid eventId, Guid venueId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var uses = context.Set<EventRoom>().Where(used => context.Rooms.Any(room => room.Id == used.RoomId && room.VenueId == venueId));
        var found = await context.Venues.AsNoTracking()
            .Where(venue => venue.Id == venueId && uses.Any(used => used.EventId == eventId))
            .Select(venue => new { Venue = venue, OtherEvents = uses.Where(used => used.EventId != eventId).Select(used => used.EventId).Distinct().Count() })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? Error.NotFound()
            : new VenueEdit(
                new VenueEditForm { Name = found.Venue.Name.ToInput(), Address = found.Venue.Address.ToInput(), Version = found.Venue.Version }, found.OtherEvents);
    }
}
