namespace ScoEvents.Domain.Accreditation;

/// <summary>Which way somebody went.</summary>
public enum CheckInDirection
{
    /// <summary>In.</summary>
    In,

    /// <summary>Out.</summary>
    Out,
}

/// <summary>What came of a scan.</summary>
public enum CheckInOutcome
{
    /// <summary>Let in, or out.</summary>
    Admitted,

    /// <summary>Was in, or out, already.</summary>
    Duplicate,

    /// <summary>Not let in.</summary>
    Refused,
}

/// <summary>A scan at a door; never changed.</summary>
public sealed class CheckIn
{
    /// <summary>The longest name of a device, in UTF-16 units.</summary>
    public const int MaxDeviceLength = 80;

    /// <summary>The longest code of a reason, in characters.</summary>
    public const int MaxReasonLength = 60;

    private CheckIn()
    {
    }

    /// <summary>Identity, made on the device: a scan that is told twice is one.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The badge, or null where none was read.</summary>
    public Guid? BadgeId { get; private set; }

    /// <summary>The person, or null where nobody was found.</summary>
    public Guid? DelegateId { get; private set; }

    /// <summary>The person's side.</summary>
    public Guid? SideId { get; private set; }

    /// <summary>The zone, or null for the event itself.</summary>
    public Guid? ZoneId { get; private set; }

    /// <summary>Which way.</summary>
    public CheckInDirection Direction { get; private set; }

    /// <summary>When it was scanned, UTC, the error of the device's clock taken out.</summary>
    public DateTimeOffset ScannedAt { get; private set; }

    /// <summary>When the portal heard of it, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>What the guard calls the device.</summary>
    public string DeviceName { get; private set; } = "";

    /// <summary>What came of it.</summary>
    public CheckInOutcome Outcome { get; private set; }

    /// <summary>Code of the reason, where it was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who scanned.</summary>
    public Guid By { get; private set; }

    /// <summary>Notes a scan.</summary>
    public static CheckIn Note(Guid id, CheckInFacts facts, Guid by, DateTimeOffset now) => new()
    {
        Id = id,
        EventId = facts.EventId,
        BadgeId = facts.BadgeId,
        DelegateId = facts.DelegateId,
        SideId = facts.SideId,
        ZoneId = facts.ZoneId,
        Direction = facts.Direction,
        ScannedAt = facts.ScannedAt,
        ReceivedAt = now,
        DeviceName = facts.DeviceName,
        Outcome = facts.Outcome,
        Reason = facts.Reason,
        By = by,
    };
}

/// <summary>What happened at a door; see <see cref="CheckIn"/> for the meaning of each part.</summary>
public sealed record CheckInFacts(
    Guid EventId, Guid? BadgeId, Guid? DelegateId, Guid? SideId, Guid? ZoneId, CheckInDirection Direction, DateTimeOffset ScannedAt,
    string DeviceName, CheckInOutcome Outcome, string? Reason);
