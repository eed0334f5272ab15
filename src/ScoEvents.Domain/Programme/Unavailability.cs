using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>Who can be unavailable.</summary>
public enum AvailabilitySubject
{
    /// <summary>A speaker or chair.</summary>
    Speaker,

    /// <summary>The head of a side's delegation.</summary>
    Head,

    /// <summary>An interpreter team.</summary>
    InterpreterTeam,
}

/// <summary>A stretch of time in which somebody cannot take part; whoever has none is available throughout.</summary>
public sealed class Unavailability
{
    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int MaxNoteLength = 300;

    private Unavailability()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What <see cref="SubjectId"/> names.</summary>
    public AvailabilitySubject SubjectKind { get; private set; }

    /// <summary>The speaker, the side whose head it is, or the team.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The first instant, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The first instant after it, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Why, for those who prepare the event, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Notes a stretch. Refused as <see cref="Describe"/>.</summary>
    public static Result<Unavailability> Of(Guid eventId, AvailabilitySubject kind, Guid subjectId, TimeInterval during, string? note)
    {
        var absence = new Unavailability { Id = Guid.CreateVersion7(), EventId = eventId, SubjectKind = kind, SubjectId = subjectId };
        var described = absence.Describe(during, note);
        return described.IsSuccess ? absence : Result<Unavailability>.Fail(described.Errors);
    }

    /// <summary>Makes it another subject's of the same kind: two speakers turned out to be one.</summary>
    public void PassTo(Guid subjectId) => SubjectId = subjectId;

    /// <summary>Changes the stretch. Refused: <c>availability.end-not-after-start</c>, <c>availability.note-too-long</c>, <c>characters</c>.</summary>
    public Result Describe(TimeInterval during, string? note)
    {
        var clean = PlainText.Clean(note);
        if (during.End <= during.Start)
        {
            return Error.Invalid("EndsAt", "availability.end-not-after-start");
        }

        if (clean.Length > MaxNoteLength)
        {
            return Error.Invalid("Note", "availability.note-too-long", MaxNoteLength);
        }

        if (PlainText.HasForbiddenCharacters(clean))
        {
            return Error.Characters("Note");
        }

        (StartsAt, EndsAt) = (during.Start.ToUniversalTime(), during.End.ToUniversalTime());
        Note = clean.Length == 0 ? null : clean;
        return Result.Success;
    }
}
