using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>A wish to put one session somewhere.</summary>
/// <param name="SessionId">A session of the event.</param>
/// <param name="Version">Row version of the session that the actor saw.</param>
/// <param name="Place">Where and when, or null for out of the timetable.</param>
public sealed record SessionMove(Guid SessionId, uint Version, SessionPlace? Place);

/// <summary>Where and when a session takes place.</summary>
/// <param name="RoomId">The room, or null for all rooms of the event at once.</param>
/// <param name="During">When, UTC.</param>
public sealed record SessionPlace(Guid? RoomId, TimeInterval During);

/// <summary>A session after its move.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Version">Its row version now.</param>
/// <param name="Before">Where it was, or null.</param>
/// <param name="After">Where it is, or null.</param>
public sealed record MovedSession(Guid SessionId, uint Version, SessionPlace? Before, SessionPlace? After);

/// <summary>The draft as the timetable shows it.</summary>
/// <param name="TimeZone">IANA name of the zone of all local times, or null where the place is not known.</param>
/// <param name="Days">The days of the event in order, and those on which sessions lie outside of it.</param>
/// <param name="Rooms">Columns: the event's rooms in their order, then rooms that it no longer uses but sessions still lie in.</param>
/// <param name="Sessions">The scheduled ones in order of time and column, then the unscheduled ones in their order.</param>
/// <param name="Conflicts">What is wrong.</param>
/// <param name="Releases">Published programmes, latest first.</param>
public sealed record TimetableDraft(
    string? TimeZone, IReadOnlyList<DateOnly> Days, IReadOnlyList<TimetableRoom> Rooms, IReadOnlyList<TimetableSession> Sessions,
    IReadOnlyList<DraftConflict> Conflicts, IReadOnlyList<ReleaseRow> Releases)
{
    // What is only unfinished would mark half of the cards of every early draft.
    private static readonly HashSet<ConflictKind> _unmarked =
        [ConflictKind.ChairMissing, ConflictKind.Unconfirmed, ConflictKind.Untranslated, ConflictKind.Unscheduled];

    /// <summary>Lane of sessions that take all rooms.</summary>
    public const int AllRooms = -1;

    /// <summary>The zone, or null.</summary>
    public EventZone? Zone { get; } = EventZone.Find(TimeZone);

    /// <summary>A session, or null where it is gone.</summary>
    public TimetableSession? Find(Guid sessionId) => Sessions.FirstOrDefault(session => session.Id == sessionId);

    /// <summary>How a card of each session is marked in which, or through which, something is wrong: <c>block</c> where it prevents a release, <c>warning</c> otherwise.</summary>
    public Dictionary<Guid, string> Marks() => Conflicts
        .Where(conflict => conflict.Acknowledgement is null && !_unmarked.Contains(conflict.Kind))
        .SelectMany(conflict => new[] { conflict.SessionId, conflict.OtherId ?? conflict.SessionId }.Distinct().Select(id => (id, conflict.Severity)))
        .GroupBy(mark => mark.id)
        .ToDictionary(marks => marks.Key, marks => marks.Any(mark => mark.Severity == ConflictSeverity.Block) ? "block" : "warning");

    /// <summary>The draft after moves that were made, without reading it again; conflicts stay as they were read.</summary>
    public TimetableDraft With(IEnumerable<MovedSession> moved)
    {
        var byId = moved.ToDictionary(session => session.SessionId);
        return this with
        {
            Sessions = InOrder(Sessions.Select(session => byId.TryGetValue(session.Id, out var now)
                ? session with { Version = now.Version, Slot = SlotOf(now.After) }
                : session)),
        };
    }

    /// <summary>Sessions in the order in which they are shown: by time and column, then the unscheduled ones as they come.</summary>
    public IReadOnlyList<TimetableSession> InOrder(IEnumerable<TimetableSession> sessions) =>
    [
        .. sessions.OrderBy(session => session.Slot is null).ThenBy(session => session.Slot?.Start)
            .ThenBy(session => session.Slot is { } slot ? LaneOf(slot.Place.RoomId) : 0).ThenBy(session => session.Position).ThenBy(session => session.Id),
    ];

    /// <summary>A place with its local times.</summary>
    public TimetableSlot? SlotOf(SessionPlace? place) => place is null ? null : new TimetableSlot(place, Local(place.During.Start), Local(place.During.End));

    private DateTime Local(DateTimeOffset instant) => Zone?.ToLocal(instant) ?? instant.UtcDateTime;

    /// <summary>Index of a room among the columns, or <see cref="AllRooms"/>.</summary>
    public int LaneOf(Guid? roomId) => roomId is { } id ? Rooms.ToList().FindIndex(room => room.Id == id) : AllRooms;
}

/// <summary>A column of the timetable.</summary>
/// <param name="Id">The room.</param>
/// <param name="Name">Its name.</param>
/// <param name="Venue">Name of its venue.</param>
/// <param name="IsUsed">False where the event no longer uses it.</param>
public sealed record TimetableRoom(Guid Id, LocalizedText Name, LocalizedText Venue, bool IsUsed);

/// <summary>A session as a card of the timetable.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Row version, for moving what was seen.</param>
/// <param name="Position">Order among unscheduled sessions, from 0.</param>
/// <param name="Title">The title.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="State">How certain it is.</param>
/// <param name="Classification">How far it may travel.</param>
/// <param name="Color">Color of its track, or null.</param>
/// <param name="Track">Name of its track, or null.</param>
/// <param name="Chair">Who presides, or null.</param>
/// <param name="Slot">Where and when, or null while it is unscheduled.</param>
public sealed record TimetableSession(
    Guid Id, uint Version, int Position, LocalizedText Title, SessionType Type, SessionState State, Classification Classification,
    TrackColor? Color, LocalizedText? Track, LocalizedText? Chair, TimetableSlot? Slot)
{
    /// <summary>Whether it takes no place and time: it was withdrawn or cancelled.</summary>
    public bool IsOff => State is SessionState.Withdrawn or SessionState.Cancelled;
}

/// <summary>Place and time of a card.</summary>
/// <param name="Place">As it is stored.</param>
/// <param name="Start">Local date and time in the event's zone.</param>
/// <param name="End">Local date and time in the event's zone.</param>
public sealed record TimetableSlot(SessionPlace Place, DateTime Start, DateTime End)
{
    /// <summary>The day on which it starts.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Start);

    /// <summary>Minutes from midnight of a day to the start; below zero where it began the day before.</summary>
    public int StartMinute(DateOnly day) => (int)(Start - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes;

    /// <summary>Minutes from midnight of a day to the end.</summary>
    public int EndMinute(DateOnly day) => (int)(End - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes;
}

/// <summary>Somebody who has the timetable open.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">Display name.</param>
public sealed record BoardVisitor(Guid UserId, string Name);
