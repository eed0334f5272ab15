namespace ScoEvents.Domain.Events;

/// <summary>A side in one of its roles at an event: host, organiser, auspices and so on.</summary>
public sealed class EventParty
{
    private EventParty()
    {
    }

    internal EventParty(Guid eventId, Guid sideId, OrganisationRole role, int position)
    {
        Id = Guid.CreateVersion7();
        EventId = eventId;
        SideId = sideId;
        Role = role;
        Position = position;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The role; a side has each role at most once at an event.</summary>
    public OrganisationRole Role { get; private set; }

    /// <summary>Place among the parties of the same role, from 0.</summary>
    public int Position { get; private set; }
}

/// <summary>What is known of a side's presence at an event.</summary>
public sealed class EventAttendance
{
    private EventAttendance()
    {
    }

    internal EventAttendance(Guid eventId, Guid sideId, AttendanceFacts facts)
    {
        Id = Guid.CreateVersion7();
        EventId = eventId;
        SideId = sideId;
        Apply(facts);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side; once an event.</summary>
    public Guid SideId { get; private set; }

    /// <summary>Whether it was there, or null where it is not known.</summary>
    public Attendance? Attendance { get; private set; }

    /// <summary>In what capacity, or null where it is not known.</summary>
    public Delegations.Capacity? Capacity { get; private set; }

    /// <summary>Whether it was the host by place or by statement.</summary>
    public bool IsHost { get; private set; }

    /// <summary>What else is stated, in English, or null.</summary>
    public string? Note { get; private set; }

    internal void Apply(AttendanceFacts facts)
    {
        Attendance = facts.Attendance;
        Capacity = facts.Capacity;
        IsHost = facts.IsHost;
        Note = facts.Note;
    }
}

/// <summary>What is known of a side's presence; see <see cref="EventAttendance"/>.</summary>
public sealed record AttendanceFacts(Attendance? Attendance, Delegations.Capacity? Capacity, bool IsHost, string? Note);

/// <summary>A room in which an event takes place, in the order of the timetable's columns.</summary>
public sealed class EventRoom
{
    private EventRoom()
    {
    }

    internal EventRoom(Guid eventId, Guid roomId, int position)
    {
        EventId = eventId;
        RoomId = roomId;
        Position = position;
    }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The room; once an event.</summary>
    public Guid RoomId { get; private set; }

    /// <summary>Column of the timetable, from 0.</summary>
    public int Position { get; internal set; }
}
