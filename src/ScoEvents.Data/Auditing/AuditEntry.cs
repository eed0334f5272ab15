namespace ScoEvents.Data.Auditing;

/// <summary>Who changed what, when, from what to what; written with the change and never changed afterwards.</summary>
public sealed class AuditEntry
{
    /// <summary>Identity; grows with time.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who, or null where the portal itself did it.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The event concerned, or null.</summary>
    public Guid? EventId { get; init; }

    /// <summary>Kind of the thing that changed.</summary>
    public string Entity { get; init; } = "";

    /// <summary>Identity of the thing that changed.</summary>
    public string EntityId { get; init; } = "";

    /// <summary>Added, Modified or Deleted.</summary>
    public string Action { get; init; } = "";

    /// <summary>JSON object: property → [before, after]; encrypted fields show asterisks.</summary>
    public string Changes { get; init; } = "{}";
}
