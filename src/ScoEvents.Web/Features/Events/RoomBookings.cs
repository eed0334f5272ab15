using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>Who has the rooms of an event, and when: other events, and what was placed meanwhile.</summary>
internal sealed class RoomBookings
{
    private readonly Dictionary<Guid, List<RoomBooking>> _bookings;

    private RoomBookings(IEnumerable<RoomBooking> bookings) =>
        _bookings = bookings.GroupBy(booking => booking.RoomId).ToDictionary(room => room.Key, room => room.ToList());

    /// <summary>Makes everybody else who wants these rooms wait, and reads what other events have in them; one command a room, and one more.</summary>
    /// <param name="context">Of the transaction.</param>
    /// <param name="planned">The event with its rooms.</param>
    /// <param name="wanted">The stretches it wants; nothing is read where there are none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<RoomBookings> OfOthersAsync(
        ScoEventsDbContext context, ScoEvent planned, IReadOnlyCollection<TimeInterval> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return new RoomBookings([]);
        }

        // Sessions may still be in rooms that the event has left.
        var roomIds = await context.Set<SlotRoom>()
            .Where(room => context.Slots.Any(slot => slot.SessionId == room.SessionId && slot.EventId == planned.Id)).Select(room => room.RoomId).Distinct()
            .ToListAsync(cancellationToken);
        roomIds = [.. roomIds.Union(planned.Rooms.Select(room => room.RoomId)).Order()];
        foreach (var roomId in roomIds)
        {
            await context.LockRoomAsync(roomId, cancellationToken);
        }

        var (earliest, latest) = (wanted.Min(during => during.Start), wanted.Max(during => during.End));
        var taken = await (
            from booked in context.Set<SlotRoom>().AsNoTracking()
            join slot in context.Slots on booked.SessionId equals slot.SessionId
            join session in context.Sessions on slot.SessionId equals session.Id
            join other in context.Events on slot.EventId equals other.Id
            join room in context.Rooms on booked.RoomId equals room.Id
            where slot.EventId != planned.Id && roomIds.Contains(booked.RoomId) && booked.StartsAt < latest && earliest < booked.EndsAt
            orderby booked.StartsAt
            select new { booked.RoomId, booked.StartsAt, booked.EndsAt, session.Title, RoomName = room.Name, slot.EventId, other.SecretariatId })
            .ToListAsync(cancellationToken);
        return new RoomBookings(taken.Select(booked => new RoomBooking(
            booked.RoomId, booked.RoomName, new TimeInterval(booked.StartsAt, booked.EndsAt), booked.Title, new EventScope(booked.EventId, booked.SecretariatId))));
    }

    /// <summary>The first that has one of the rooms at that time, or null.</summary>
    public RoomBooking? Find(IEnumerable<Guid> roomIds, TimeInterval during) => roomIds
        .SelectMany(roomId => _bookings.GetValueOrDefault(roomId) ?? [])
        .FirstOrDefault(booking => booking.During.Overlaps(during));

    /// <summary>Notes that a session of the event itself has the rooms now.</summary>
    public void Take(IEnumerable<Guid> roomIds, TimeInterval during, LocalizedText title)
    {
        foreach (var roomId in roomIds)
        {
            if (!_bookings.TryGetValue(roomId, out var bookings))
            {
                _bookings[roomId] = bookings = [];
            }

            bookings.Add(new RoomBooking(roomId, LocalizedText.Empty, during, title, null));
        }
    }
}

/// <summary>A room that is taken.</summary>
/// <param name="RoomId">The room.</param>
/// <param name="Room">Its name.</param>
/// <param name="During">When.</param>
/// <param name="Title">The session that has it.</param>
/// <param name="Event">The other event, or null where the session is one of the event's own.</param>
internal sealed record RoomBooking(Guid RoomId, LocalizedText Room, TimeInterval During, LocalizedText Title, EventScope? Event);
