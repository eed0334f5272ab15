using ScoEvents.Domain.Shared;

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

    /// <summary>Lets a conflict stand. Refused: <c>conflict.not-acknowledgeable</c> for one that blocks or is only shown, <c>conflict.reason-missing</c>, <c>conflict.reason-too-long</c>, <c>characters</c>.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="conflict">The conflict as it is now.</param>
    /// <param name="reason">Why it may stand, 1 to <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">UTC.</param>
    public static Result<ConflictAcknowledgement> Of(Guid eventId, ReviewedConflict conflict, string? reason, Guid by, DateTimeOffset now)
    {
        if (conflict.Conflict.Severity != ConflictSeverity.Acknowledge)
        {
            return Error.Refused("conflict.not-acknowledgeable");
        }

        var clean = PlainText.Clean(reason);
        if (clean.Length == 0)
        {
            return Error.Invalid("Reason", "conflict.reason-missing");
        }

        if (clean.Length > MaxReasonLength)
        {
            return Error.Invalid("Reason", "conflict.reason-too-long", MaxReasonLength);
        }

        if (PlainText.HasForbiddenCharacters(clean, allowLineBreaks: true))
        {
            return Error.Characters("Reason");
        }

        var ((kind, _, sessionId, otherId, subjectId), fingerprint, _) = conflict;
        return new ConflictAcknowledgement
        {
            Id = Guid.CreateVersion7(),
            EventId = eventId,
            Kind = kind,
            SessionId = sessionId,
            OtherId = otherId,
            SubjectId = subjectId,
            Fingerprint = fingerprint,
            Reason = clean,
            By = by,
            At = now,
        };
    }

    /// <summary>Takes the place of an earlier acknowledgement of the same conflict, whose facts have changed since.</summary>
    /// <exception cref="ArgumentException">The other is about another conflict.</exception>
    public void Renew(ConflictAcknowledgement later)
    {
        if (later.Key() != Key())
        {
            throw new ArgumentException("Only an acknowledgement of the same conflict takes its place.", nameof(later));
        }

        (Fingerprint, Reason, By, At) = (later.Fingerprint, later.Reason, later.By, later.At);
    }

    /// <summary>The conflict that it is about, whatever its facts were.</summary>
    public ConflictKey Key() => new(Kind, SessionId, OtherId, SubjectId);

    /// <summary>As a release keeps it.</summary>
    public ReleasedAcknowledgement Freeze() => new(Kind, SessionId, OtherId, SubjectId, Reason, By, At);
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
