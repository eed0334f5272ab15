using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues;

/// <summary>Changes rooms and venues, which all events of a secretariat share.</summary>
public sealed class RoomsService(
    IDbContextFactory<ScoEventsDbContext> contexts, IValidator<RoomEditForm> roomValidator, IValidator<VenueEditForm> venueValidator)
{
    /// <summary>Changes a room, for all events that use it.</summary>
    /// <param name="actor">An organiser of an event that uses it.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="roomId">One of the event's rooms.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>, and as <see cref="Venue.ChangeRoom"/>.</returns>
    public Task<Result> EditRoomAsync(Actor actor, Guid eventId, Guid roomId, RoomEditForm form, CancellationToken cancellationToken) => ChangeAsync(
        actor, eventId, roomValidator.Check(form), used => used.RoomId == roomId,
        (context, venue) =>
        {
            var changed = venue.ChangeRoom(roomId, form.ToFacts());
            // The form shows a name as five fields; what is wrong with all of it stands beside the first.
            if (changed.Errors.Any(error => error.Code == "room.name-taken"))
            {
                return changed.Error!.At($"{nameof(form.Name)}.{nameof(form.Name.En)}");
            }

            var entry = context.Entry(venue.Rooms.Single(room => room.Id == roomId));
            entry.Property(room => room.Version).OriginalValue = form.Version;
            entry.Property(room => room.Booths).IsModified = true;
            return changed;
        },
        cancellationToken);

    /// <summary>Changes name and address of a venue, for all events that have rooms in it.</summary>
    /// <param name="actor">An organiser of an event that has a room in it.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="venueId">The venue of one of the event's rooms.</param>
    /// <param name="form">All of it, with the version it was read at.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>, and as <see cref="Venue.Describe"/>.</returns>
    public Task<Result> EditVenueAsync(Actor actor, Guid eventId, Guid venueId, VenueEditForm form, CancellationToken cancellationToken) => ChangeAsync(
        actor, eventId, venueValidator.Check(form), used => used.VenueId == venueId,
        (context, venue) =>
        {
            var described = venue.Describe(form.Name.ToText(), form.Address.ToText());
            var entry = context.Entry(venue);
            entry.Property(row => row.Version).OriginalValue = form.Version;
            entry.Property(row => row.Name).IsModified = true;
            return described;
        },
        cancellationToken);

    private async Task<Result> ChangeAsync(
        Actor actor, Guid eventId, IReadOnlyList<Error> errors, Func<UsedRoom, bool> asked, Func<ScoEventsDbContext, Venue, Result> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var rooms = await context.Set<EventRoom>().AsNoTracking().Where(used => used.EventId == eventId)
            .Join(context.Rooms, used => used.RoomId, room => room.Id, (used, room) => new UsedRoom(room.Id, room.VenueId))
            .ToListAsync(cancellationToken);
        if (rooms.FirstOrDefault(asked) is not { } found)
        {
            return Error.NotFound();
        }

        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ShareEventAsync(eventId, cancellationToken);
        if ((await context.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, cancellationToken)).IsClosed)
        {
            return Error.Refused("event.closed");
        }

        await context.LockVenueAsync(found.VenueId, cancellationToken);
        var venue = await context.Venues.Include(row => row.Rooms).SingleAsync(row => row.Id == found.VenueId, cancellationToken);
        var changed = change(context, venue);
        var saved = changed.IsSuccess ? await context.TrySaveAsync(cancellationToken) : changed;
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private sealed record UsedRoom(Guid RoomId, Guid VenueId);
}
