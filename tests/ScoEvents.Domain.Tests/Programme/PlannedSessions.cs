using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Domain.Tests.Programme;

/// <summary>Short ways to plan programmes: minutes count from nine o'clock of a Monday in New Delhi.</summary>
internal static class PlannedSessions
{
    /// <summary>Monday, 10 March 2025, 09:00 in New Delhi.</summary>
    public static readonly DateTimeOffset Nine = new(2025, 3, 10, 3, 30, 0, TimeSpan.Zero);

    public static readonly Guid Hall = Guid.NewGuid();
    public static readonly Guid OtherHall = Guid.NewGuid();
    public static readonly Guid Building = Guid.NewGuid();
    public static readonly Guid OtherBuilding = Guid.NewGuid();

    public static TimeInterval Minutes(int start, int end) => new(Nine.AddMinutes(start), Nine.AddMinutes(end));

    /// <summary>A confirmed session with a chair of its own, against which nothing can be said.</summary>
    public static PlannedSession Placed(int start, int end, Guid? room = null) => new()
    {
        SessionId = Guid.NewGuid(),
        Type = SessionType.Panel,
        Title = LocalizedText.Of(en: "Session"),
        Rooms = [room ?? Hall],
        During = Minutes(start, end),
        Chair = Guid.NewGuid(),
    };

    /// <summary>A room in the building, against which nothing can be said.</summary>
    public static PlannedRoom Room(Guid? venue = null) => new(venue ?? Building, 100, new Dictionary<RoomLayout, int>(), [], 0, null);

    /// <summary>Two rooms in two buildings, ten hours from nine o'clock on, and every kind a warning where it can be.</summary>
    public static ProgrammeFacts Facts(params PlannedSession[] sessions) => new()
    {
        Sessions = sessions,
        Span = Minutes(0, 600),
        Zone = EventZone.Find("Asia/Kolkata"),
        Rooms = new Dictionary<Guid, PlannedRoom> { [Hall] = Room(), [OtherHall] = Room(OtherBuilding) },
    };

    /// <summary>The same facts with another room in the place of <see cref="Hall"/>.</summary>
    public static ProgrammeFacts In(this ProgrammeFacts facts, PlannedRoom room) =>
        facts with { Rooms = new Dictionary<Guid, PlannedRoom>(facts.Rooms) { [Hall] = room } };

    /// <summary>A conflict of the default severity.</summary>
    public static Conflict Of(ConflictKind kind, PlannedSession session, PlannedSession? other = null, Guid? subject = null) =>
        new(kind, ConflictSeverities.Default(kind), session.SessionId, other?.SessionId, subject);
}
