using ScoEvents.Domain.Events;

namespace ScoEvents.Domain.Outcomes;

/// <summary>Whether a side, or a person of it, was at an event, or in a session; no record means that it is not known.</summary>
public sealed class AttendanceRecord
{
    private AttendanceRecord()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The session, or null for the event as a whole.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The person, or null for the side as a whole.</summary>
    public Guid? DelegateId { get; private set; }

    /// <summary>What is recorded.</summary>
    public Attendance State { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid By { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Records attendance for the first time.</summary>
    public static AttendanceRecord Of(Guid eventId, Guid sideId, Guid? sessionId, Guid? delegateId, Attendance state, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = eventId,
        SideId = sideId,
        SessionId = sessionId,
        DelegateId = delegateId,
        State = state,
        At = now,
        By = by,
    };

    /// <summary>Records it anew.</summary>
    public void Change(Attendance state, Guid by, DateTimeOffset now) => (State, By, At) = (state, by, now);
}

/// <summary>What a purge took away.</summary>
public enum PurgeKind
{
    /// <summary>Passport data.</summary>
    Passports,

    /// <summary>Photographs.</summary>
    Photos,

    /// <summary>All that is not needed for the list of participants.</summary>
    Everything,

    /// <summary>Everything of one person.</summary>
    Person,
}

/// <summary>The proof that data were purged; never changed.</summary>
public sealed class PurgeRecord
{
    private PurgeRecord()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What was taken away.</summary>
    public PurgeKind Kind { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who asked for it, or null where the day had come.</summary>
    public Guid? By { get; private set; }

    /// <summary>How many rows of each kind.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>SHA-256 over the ids of all rows concerned, in order, hexadecimal.</summary>
    public string Proof { get; private set; } = "";

    /// <summary>Notes a purge.</summary>
    public static PurgeRecord Of(Guid eventId, PurgeKind kind, IReadOnlyDictionary<string, int> counts, string proof, Guid? by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = eventId,
        Kind = kind,
        Counts = counts,
        Proof = proof,
        By = by,
        At = now,
    };
}
