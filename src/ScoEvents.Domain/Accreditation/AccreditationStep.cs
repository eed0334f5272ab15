namespace ScoEvents.Domain.Accreditation;

/// <summary>One step of an accreditation; never changed.</summary>
public sealed class AccreditationStep
{
    private AccreditationStep()
    {
    }

    internal AccreditationStep(AccreditationCase owner, AccreditationState? from, Guid? by, DateTimeOffset now)
    {
        (Id, CaseId, EventId, SideId) = (Guid.CreateVersion7(), owner.Id, owner.EventId, owner.SideId);
        (From, To, At, By) = (from, owner.State, now, by);
    }

    /// <summary>Identity; grows with time.</summary>
    public Guid Id { get; private set; }

    /// <summary>The accreditation.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The event, for row-level security.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side, for row-level security.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The state before, or null for the first.</summary>
    public AccreditationState? From { get; private set; }

    /// <summary>The state after; the same as before where only the vetting was marked or another reviewer took over.</summary>
    public AccreditationState To { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who, or null for the portal itself.</summary>
    public Guid? By { get; private set; }

    /// <summary>Why, where somebody said so.</summary>
    public string? Reason { get; internal init; }

    /// <summary>What was to be corrected.</summary>
    public IReadOnlyList<FieldComment> Comments { get; internal init; } = [];

    /// <summary>What the vetting authority said, where the step marks that; not for the side's eyes.</summary>
    public Vetting? Vetting { get; internal init; }
}
