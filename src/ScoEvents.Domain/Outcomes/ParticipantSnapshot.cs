using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Outcomes;

/// <summary>How final a list of participants is.</summary>
public enum SnapshotKind
{
    /// <summary>More persons may come.</summary>
    Provisional,

    /// <summary>The list of the event.</summary>
    Final,

    /// <summary>Corrects a final list.</summary>
    Corrigendum,
}

/// <summary>A list of participants as it was issued; never changed afterwards.</summary>
public sealed class ParticipantSnapshot
{
    /// <summary>The longest remark, in UTF-16 units.</summary>
    public const int MaxRemarkLength = 400;

    private ParticipantSnapshot()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Number within the event, from 1 without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>How final it is.</summary>
    public SnapshotKind Kind { get; private set; }

    /// <summary>The persons; their order is made anew for each language.</summary>
    public IReadOnlyList<SnapshotEntry> Entries { get; private set; } = [];

    /// <summary>What the issuer says of it, or null.</summary>
    public string? Remark { get; private set; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Who issued it.</summary>
    public Guid IssuedBy { get; private set; }

    /// <summary>Issues a list under the next number.</summary>
    public static ParticipantSnapshot Issue(
        Guid eventId, int number, SnapshotKind kind, IReadOnlyList<SnapshotEntry> entries, string? remark, Guid issuedBy, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(),
            EventId = eventId,
            Number = number,
            Kind = kind,
            Entries = entries,
            Remark = PlainText.Clean(remark) is { Length: > 0 } said ? said : null,
            IssuedAt = now,
            IssuedBy = issuedBy,
        };
}
