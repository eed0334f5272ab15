namespace ScoEvents.Domain.States;

/// <summary>A stretch of days in which a state had a status, half-open: <see cref="From"/> counts, <see cref="To"/> does not.</summary>
/// <remarks>Dialogue partner status begins with the signature of the memorandum and membership with the decision that completes admission, not with the earlier decision (<see cref="DecidedOn"/>). Domain rules 1 and 2.</remarks>
public sealed class StatePeriod
{
    private StatePeriod()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The state.</summary>
    public Guid StateId { get; private set; }

    /// <summary>The status held.</summary>
    public StateStatus Status { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The first day after, or null where the status still stands.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The day of the decision, where it is known; never later than <see cref="From"/>.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>What the status rests on, such as <c>Memorandum</c> or <c>Decision</c>, or null.</summary>
    public string? Basis { get; private set; }

    /// <summary>Where this is known from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How sure it is: high, medium or low.</summary>
    public string Confidence { get; private set; } = "";

    /// <summary>Whether the status stood on a day.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day < To);

    internal bool Overlaps(DateOnly from, DateOnly? to) => (to is null || From < to) && (To is null || from < To);

    internal static StatePeriod Create(Guid stateId, StatePeriodFacts facts) => new()
    {
        Id = Guid.CreateVersion7(),
        StateId = stateId,
        Status = facts.Status,
        From = facts.From,
        To = facts.To,
        DecidedOn = facts.DecidedOn,
        Basis = facts.Basis,
        Source = facts.Source,
        Confidence = facts.Confidence,
    };

    internal bool Matches(StatePeriodFacts facts) =>
        new StatePeriodFacts(Status, From, To, DecidedOn, Basis, Source, Confidence) == facts;
}

/// <summary>What is known of a status period; see <see cref="StatePeriod"/> for the meaning of each part.</summary>
public sealed record StatePeriodFacts(
    StateStatus Status, DateOnly From, DateOnly? To, DateOnly? DecidedOn, string? Basis, string Source, string Confidence);
