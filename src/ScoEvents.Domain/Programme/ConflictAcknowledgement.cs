namespace ScoEvents.Domain.Programme;

/// <summary>Somebody has seen a conflict and says why it may stand; holds for as long as its facts stay the same.</summary>
public sealed class ConflictAcknowledgement
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>The longest fingerprint, in characters.</summary>
    public const int MaxFingerprintLength = 64;

    private ConflictAcknowledgement()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What is wrong.</summary>
    public ConflictKind Kind { get; private set; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The other session, or null.</summary>
    public Guid? OtherId { get; private set; }

    /// <summary>The room, person or team, or null.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The facts of the conflict when it was acknowledged, hashed.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Why it may stand.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who says so.</summary>
    public Guid By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>An acknowledgement as a release keeps it.</summary>
/// <param name="Kind">What was wrong.</param>
/// <param name="SessionId">The session.</param>
/// <param name="OtherId">The other session, or null.</param>
/// <param name="SubjectId">The room, person or team, or null.</param>
/// <param name="Reason">Why it might stand.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When, UTC.</param>
public sealed record ReleasedAcknowledgement(ConflictKind Kind, Guid SessionId, Guid? OtherId, Guid? SubjectId, string Reason, Guid By, DateTimeOffset At);
