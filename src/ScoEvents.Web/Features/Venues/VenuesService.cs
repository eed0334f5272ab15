using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Venues;

/// <summary>Keeps the rooms in which an event takes place.</summary>
public sealed class VenuesService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<RoomForm> roomValidator, IValidator<UseRoomForm> useRoomValidator)
{
    /// <summary>Makes a room, in a venue of the event's secretariat or in a new one, and adds it as the last column of the timetable.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The room.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The room. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>choice</c> at the venue, <c>room.name-taken</c>, and as <see cref="Venue.Create"/> and <see cref="Venue.AddRoom"/>.</returns>
    public async Task<Result<Guid>> AddRoomAsync(Actor actor, Guid eventId, RoomForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = roomValidator.Check(form);
        if (errors.Count > 0)
        {
            return Result<Guid>.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await OpenAsync(context, eventId, cancellationToken);
        if (opened.Error is { } closed)
        {
            return closed;
        }

        var venue = await VenueAsync(context, form, admitted.Value.Scope.SecretariatId!.Value, cancellationToken);
        if (!venue.IsSuccess)
        {
            return Result<Guid>.Fail(venue.Errors);
        }

        var room = venue.Value.AddRoom(form.Name.ToText(), form.Capacity);
        if (room.Error is { } wrong)
        {
            return wrong.Field == nameof(form.Name) ? wrong.At($"{nameof(form.Name)}.{nameof(form.Name.En)}") : wrong;
        }

        var used = opened.Value.UseRoom(room.Value.Id, clock.GetUtcNow());
        await ExtendAsync(context, eventId, room.Value.Id, cancellationToken);
        var saved = used.IsSuccess ? await context.TrySaveAsync(cancellationToken) : used;
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return room.Value.Id;
    }

    /// <summary>Adds a room of the secretariat's venues as the last column of the timetable.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Which room.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>required</c>, <c>choice</c> for a room of another secretariat, <c>event.room-twice</c>.</returns>
    public async Task<Result> UseRoomAsync(Actor actor, Guid eventId, UseRoomForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = useRoomValidator.Check(form);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        var secretariatId = admitted.Value.Scope.SecretariatId;
        var roomId = form.RoomId!.Value;
        if (!await context.Rooms.AnyAsync(
            room => room.Id == roomId && context.Venues.Any(venue => venue.Id == room.VenueId && venue.SecretariatId == secretariatId), cancellationToken))
        {
            return Error.Invalid(nameof(form.RoomId), "choice");
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await OpenAsync(context, eventId, cancellationToken);
        if (opened.Error is { } closed)
        {
            return closed;
        }

        var used = opened.Value.UseRoom(roomId, clock.GetUtcNow());
        await ExtendAsync(context, eventId, roomId, cancellationToken);
        return used.Error is { } twice ? twice.At(nameof(form.RoomId)) : await SaveAsync(context, transaction, cancellationToken);
    }

    /// <summary>Takes a room in which no session of the event is placed out of the timetable; the room itself is kept.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="roomId">One of the event's rooms.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>programme.room-unknown</c>, <c>event.room-in-use</c>.</returns>
    public async Task<Result> RemoveRoomAsync(Actor actor, Guid eventId, Guid roomId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await OpenAsync(context, eventId, cancellationToken);
        if (opened.Error is { } closed)
        {
            return closed;
        }

        var slots = await context.Slots.CountAsync(slot => slot.EventId == eventId && slot.RoomId == roomId, cancellationToken);
        var left = opened.Value.LeaveRoom(roomId, slots, clock.GetUtcNow());
        if (left.IsSuccess)
        {
            await context.Set<SlotRoom>()
                .Where(taken => taken.RoomId == roomId && context.Slots.Any(slot => slot.SessionId == taken.SessionId && slot.EventId == eventId && slot.RoomId == null))
                .ExecuteDeleteAsync(cancellationToken);
        }

        return left.IsSuccess ? await SaveAsync(context, transaction, cancellationToken) : left;
    }

    /// <summary>Moves a room to another column of the timetable.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="roomId">One of the event's rooms.</param>
    /// <param name="column">The column it shall have, from 0; beyond the last counts as the last.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>programme.room-unknown</c>.</returns>
    public async Task<Result> MoveRoomAsync(Actor actor, Guid eventId, Guid roomId, int column, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await OpenAsync(context, eventId, cancellationToken);
        if (opened.Error is { } closed)
        {
            return closed;
        }

        var moved = opened.Value.MoveRoom(roomId, column, clock.GetUtcNow());
        return moved.IsSuccess ? await SaveAsync(context, transaction, cancellationToken) : moved;
    }

    // Breaks and ceremonies take the new room too.
    private static async Task ExtendAsync(ScoEventsDbContext context, Guid eventId, Guid roomId, CancellationToken cancellationToken)
    {
        foreach (var slot in await context.Slots.Where(slot => slot.EventId == eventId && slot.RoomId == null).ToListAsync(cancellationToken))
        {
            slot.Extend(roomId);
        }
    }

    private static async Task<Result> SaveAsync(
        ScoEventsDbContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private static async Task<Result<ScoEvent>> OpenAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        await context.LockEventAsync(eventId, cancellationToken);
        var planned = await context.Events.Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        return planned.IsClosed ? Error.Refused("event.closed") : planned;
    }

    private static async Task<Result<Venue>> VenueAsync(ScoEventsDbContext context, RoomForm form, Guid secretariatId, CancellationToken cancellationToken)
    {
        if (form.VenueId is not { } venueId)
        {
            var created = Venue.Create(secretariatId, form.VenueName.ToText());
            if (created.IsSuccess)
            {
                context.Venues.Add(created.Value);
            }

            return created;
        }

        await context.LockVenueAsync(venueId, cancellationToken);
        var venue = await context.Venues.Include(row => row.Rooms)
            .SingleOrDefaultAsync(row => row.Id == venueId && row.SecretariatId == secretariatId, cancellationToken);
        return venue is null ? Error.Invalid(nameof(form.VenueId), "choice") : venue;
    }
}
