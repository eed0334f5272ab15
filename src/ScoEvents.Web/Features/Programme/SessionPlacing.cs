using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Puts a session where its form says.</summary>
internal static class SessionPlacing
{
    /// <summary>Moves the session and asks whether its rooms are free, while nobody else can take them. Refused: <c>programme.room-unknown</c>, <c>programme.time-skipped</c>, <c>programme.room-overlap</c>, <c>programme.room-taken</c>, and as <see cref="Session.MoveTo"/>.</summary>
    public static async Task<Result> PlaceAsync(
        this ScoEventsDbContext context, ScoEvent planned, Reach reach, Session session, SessionForm form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!form.HasSlot)
        {
            session.Unschedule(now);
            return Result.Success;
        }

        var eventRooms = planned.Rooms.Select(room => room.RoomId).ToList();
        if (form.AllRooms ? eventRooms.Count == 0 : !eventRooms.Contains(form.RoomId!.Value))
        {
            return ProgrammeErrors.RoomUnknown();
        }

        if (planned.Span is not { } span || EventZone.Find(planned.TimeZone) is not { } zone)
        {
            return ProgrammeErrors.OutsideEvent();
        }

        var during = LocalTimes.Read(form, zone);
        if (during.Error is { } wrong)
        {
            return wrong;
        }

        var place = form.AllRooms ? SlotPlace.AllRooms(eventRooms) : SlotPlace.Room(form.RoomId!.Value);
        var moved = session.MoveTo(place, during.Value, span, now);
        if (!moved.IsSuccess)
        {
            return moved;
        }

        foreach (var roomId in place.Rooms.Order())
        {
            await context.LockRoomAsync(roomId, cancellationToken);
        }

        return await context.FindOverlapAsync(reach, session, cancellationToken) is { } taken ? taken : Result.Success;
    }

    /// <summary>Who has one of the session's rooms at its time, or null. The title is told where the actor may read that draft.</summary>
    public static async Task<Error?> FindOverlapAsync(this ScoEventsDbContext context, Reach reach, Session session, CancellationToken cancellationToken)
    {
        var (rooms, start, end) = (session.Slot!.Rooms.Select(room => room.RoomId).ToList(), session.Slot.StartsAt, session.Slot.EndsAt);
        var other = await context.Set<SlotRoom>().AsNoTracking()
            .Where(taken => rooms.Contains(taken.RoomId) && taken.SessionId != session.Id && taken.StartsAt < end && start < taken.EndsAt)
            .OrderBy(taken => taken.StartsAt)
            .Join(context.Sessions, taken => taken.SessionId, row => row.Id, (taken, row) => new { taken.RoomId, row.EventId, row.Title })
            .Join(context.Events, found => found.EventId, row => row.Id, (found, row) => new { found.RoomId, found.EventId, found.Title, row.SecretariatId })
            .FirstOrDefaultAsync(cancellationToken);
        if (other is null)
        {
            return null;
        }

        var isOpen = other.EventId == session.EventId || reach.CanReadDraft(new EventScope(other.EventId, other.SecretariatId));
        var room = await context.Rooms.Where(row => row.Id == other.RoomId).Select(row => row.Name).SingleAsync(cancellationToken);
        return ProgrammeErrors.RoomOverlap(room, isOpen ? other.Title : LocalizedText.Empty);
    }
}
