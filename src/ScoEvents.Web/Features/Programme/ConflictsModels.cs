using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme;

/// <summary>One thing that is wrong in the draft, with the names of what it is about.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">What it does to a release.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Title">Its title.</param>
/// <param name="OtherId">The other session, or null.</param>
/// <param name="OtherTitle">Its title, or null.</param>
/// <param name="Subject">Name of the room, person, side of the head, or team that it is about, or null.</param>
public sealed record DraftConflict(
    ConflictKind Kind, ConflictSeverity Severity, Guid SessionId, LocalizedText Title, Guid? OtherId, LocalizedText? OtherTitle, LocalizedText? Subject)
{
    /// <summary>What <see cref="Subject"/> names.</summary>
    public ConflictSubject SubjectKind { get; init; }

    /// <summary>Identity of the subject, or null.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What is wanted; see <see cref="Conflict.Wanted"/>.</summary>
    public int? Wanted { get; init; }

    /// <summary>What is there instead; see <see cref="Conflict.Given"/>.</summary>
    public int? Given { get; init; }

    /// <summary>Codes of the languages that are missing.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>When the subject is away, local date and times, or null.</summary>
    public (DateTime Start, DateTime End)? Away { get; init; }

    /// <summary>Local date and times of the session, or null while it is unscheduled.</summary>
    public (DateTime Start, DateTime End)? During { get; init; }

    /// <summary>Local date and times of the other session, or null.</summary>
    public (DateTime Start, DateTime End)? OtherDuring { get; init; }

    /// <summary>Names of the rooms of the session.</summary>
    public IReadOnlyList<LocalizedText> Rooms { get; init; } = [];

    /// <summary>Its facts, hashed; given back when it is acknowledged.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Who said that it may stand, or null.</summary>
    public AcknowledgementRow? Acknowledgement { get; init; }

    /// <summary>Whether no release can be made while it is as it is.</summary>
    public bool StandsInTheWay => Severity == ConflictSeverity.Block || (Severity == ConflictSeverity.Acknowledge && Acknowledgement is null);

    /// <summary>Tells it apart from all others of the draft.</summary>
    public string Key => $"{Kind}:{SessionId}:{OtherId}:{SubjectId}";
}

/// <summary>What a conflict is about beside its sessions.</summary>
public enum ConflictSubject
{
    /// <summary>Nothing else.</summary>
    None,

    /// <summary>A room.</summary>
    Room,

    /// <summary>A chair or speaker.</summary>
    Person,

    /// <summary>The head of a side's delegation.</summary>
    Head,

    /// <summary>An interpreter team.</summary>
    InterpreterTeam,
}

/// <summary>An acknowledgement that holds.</summary>
/// <param name="Id">Identity, for taking it back.</param>
/// <param name="Reason">Why the conflict may stand.</param>
/// <param name="By">Display name of who said so, or null where the account is gone.</param>
/// <param name="At">Local date and time in the event's zone.</param>
public sealed record AcknowledgementRow(Guid Id, string Reason, string? By, DateTime At);

/// <summary>A conflict that a release was made with, because somebody let it stand.</summary>
/// <param name="Kind">What was wrong.</param>
/// <param name="Title">Title of the session in the release.</param>
/// <param name="OtherTitle">Title of the other session in the release, or null.</param>
/// <param name="Reason">Why it might stand.</param>
/// <param name="By">Display name of who said so, or null where the account is gone.</param>
/// <param name="At">Local date and time in the event's zone.</param>
public sealed record ReleasedConflict(ConflictKind Kind, LocalizedText Title, LocalizedText? OtherTitle, string Reason, string? By, DateTime At);

/// <summary>Everything that is wrong in the draft.</summary>
/// <param name="TimeZone">IANA name of the zone of all local times, or null.</param>
/// <param name="Conflicts">In the order of time, then of kind.</param>
public sealed record ConflictList(string? TimeZone, IReadOnlyList<DraftConflict> Conflicts);

/// <summary>The settings of an event as their form shows them.</summary>
/// <param name="Form">As stored, or the defaults.</param>
/// <param name="Venues">The buildings of the event's rooms, and those that the stored ways name.</param>
public sealed record SettingsEdit(ProgrammeSettingsForm Form, IReadOnlyList<Choice> Venues);
