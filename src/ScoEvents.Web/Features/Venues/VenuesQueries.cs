using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

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
        var rooms = await context.Set<EventRoom>().AsNoTracking().Where(used => used.EventId == eventId).OrderBy(used => used.Position)
            .Join(context.Rooms, used => used.RoomId, room => room.Id, (used, room) => room)
            .Join(context.Venues, room => room.VenueId, venue => venue.Id, (room, venue) => new EventRoomRow(
                room.Id, room.Name, venue.Name, room.Capacity, context.Slots.Count(slot => slot.EventId == eventId && slot.RoomId == room.Id)))
            .ToListAsync(cancellationToken);
        if (!reach.CanOrganise(scope))
        {
            return new EventVenue(rooms, [], []);
        }

        var venues = await context.Venues.AsNoTracking().Where(venue => venue.SecretariatId == scope.SecretariatId).OrderBy(venue => venue.Id)
            .Select(venue => new VenueChoice(venue.Id, venue.Name))
            .ToListAsync(cancellationToken);
        var others = await context.Rooms.AsNoTracking()
            .Where(room => !context.Set<EventRoom>().Any(used => used.EventId == eventId && used.RoomId == room.Id))
            .Join(context.Venues.Where(venue => venue.SecretariatId == scope.SecretariatId), room => room.VenueId, venue => venue.Id, (room, venue) => new { room, venue })
            .OrderBy(pair => pair.venue.Id).ThenBy(pair => pair.room.Id)
            .Select(pair => new RoomChoice(pair.room.Id, pair.room.Name, pair.venue.Name, pair.room.Capacity))
            .ToListAsync(cancellationToken);
        return new EventVenue(rooms, others, venues);
    }
}
