using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>Where a session takes place: in one room, or in all rooms of the event at once, as breaks and ceremonies do.</summary>
/// <param name="RoomId">The one room, or null for all.</param>
/// <param name="Rooms">Every room that is really occupied.</param>
public sealed record SlotPlace(Guid? RoomId, IReadOnlyList<Guid> Rooms)
{
    /// <summary>One room.</summary>
    public static SlotPlace Room(Guid roomId) => new(roomId, [roomId]);

    /// <summary>All rooms of the event.</summary>
    public static SlotPlace AllRooms(IEnumerable<Guid> roomIds) => new(null, [.. roomIds.Distinct()]);

    /// <summary>One room.</summary>
    public static implicit operator SlotPlace(Guid roomId) => Room(roomId);
}

/// <summary>A session placed in a room and time, in the draft of the programme.</summary>
public sealed class Slot
{
    /// <summary>The shortest session, in minutes.</summary>
    public const int MinMinutes = 5;

    /// <summary>The longest session, in minutes.</summary>
    public const int MaxMinutes = 720;

    private readonly List<SlotRoom> _rooms = [];

    private Slot()
    {
    }

    internal Slot(Guid sessionId, Guid eventId, SlotPlace place, TimeInterval during)
    {
        SessionId = sessionId;
        EventId = eventId;
        MoveTo(place, during);
    }

    /// <summary>The session; at most one slot each.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The room, or null where it takes all rooms of the event.</summary>
    public Guid? RoomId { get; private set; }

    /// <summary>Every room that is really occupied.</summary>
    public IReadOnlyList<SlotRoom> Rooms => _rooms;

    /// <summary>The first instant, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The first instant after it, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The stretch of time.</summary>
    public TimeInterval During => new(StartsAt, EndsAt);

    internal void MoveTo(SlotPlace place, TimeInterval during)
    {
        (RoomId, StartsAt, EndsAt) = (place.RoomId, during.Start.ToUniversalTime(), during.End.ToUniversalTime());
        _rooms.RemoveAll(room => !place.Rooms.Contains(room.RoomId));
        foreach (var room in _rooms)
        {
            room.Move(StartsAt, EndsAt);
        }

        _rooms.AddRange(place.Rooms.Where(id => !_rooms.Exists(room => room.RoomId == id)).Select(id => new SlotRoom(SessionId, id, StartsAt, EndsAt)));
    }

    /// <summary>Gives up its rooms and keeps its time: its event does not take place for now.</summary>
    public void Vacate() => _rooms.Clear();

    /// <summary>Takes one more room, where the slot takes all rooms of the event; again does nothing.</summary>
    public void Extend(Guid roomId)
    {
        if (RoomId is null && !_rooms.Exists(room => room.RoomId == roomId))
        {
            _rooms.Add(new SlotRoom(SessionId, roomId, StartsAt, EndsAt));
        }
    }
}

/// <summary>One room that a slot occupies.</summary>
/// <remarks>That no room is occupied twice at once, whatever events the slots belong to, is also a constraint of the database.</remarks>
public sealed class SlotRoom
{
    private SlotRoom()
    {
    }

    internal SlotRoom(Guid sessionId, Guid roomId, DateTimeOffset startsAt, DateTimeOffset endsAt) =>
        (SessionId, RoomId, StartsAt, EndsAt) = (sessionId, roomId, startsAt, endsAt);

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The room.</summary>
    public Guid RoomId { get; private set; }

    /// <summary>The first instant, UTC; that of the slot.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The first instant after it, UTC; that of the slot.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    internal void Move(DateTimeOffset startsAt, DateTimeOffset endsAt) => (StartsAt, EndsAt) = (startsAt, endsAt);
}
