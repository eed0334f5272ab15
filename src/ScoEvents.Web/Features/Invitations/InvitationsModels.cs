using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Invitations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>The invitations of an event with how far each is, and what each side still owes.</summary>
/// <param name="Event">The event.</param>
/// <param name="Today">The day at its place.</param>
/// <param name="AnswerBy">Its day to answer by, or null.</param>
/// <param name="SettingsVersion">Version of its settings; 0 where it has none.</param>
/// <param name="Rows">In protocol order.</param>
public sealed record InvitationDesk(InvitedEvent Event, DateOnly Today, DateOnly? AnswerBy, uint SettingsVersion, IReadOnlyList<DeskRow> Rows);

/// <summary>One invitation as those who invite see it.</summary>
public sealed record DeskRow(
    Guid Id, SideLabel Side, Capacity Capacity, InvitationStatus Status, int Quota, int Registered, uint Version)
{
    /// <summary>The day by which this side is asked to answer, or null.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Whether that day is the side's own.</summary>
    public bool HasOwnDeadline { get; init; }

    /// <summary>Whether that day has passed without an answer.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Language in which the side is written to.</summary>
    public string Language { get; init; } = Languages.English;

    /// <summary>Whether somebody chose that language.</summary>
    public bool IsLanguageChosen { get; init; }

    /// <summary>When it was sent out, UTC.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When it arrived, UTC.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Who noted that.</summary>
    public string? DeliveredBy { get; init; }

    /// <summary>When the side answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who answered or noted the answer.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>What the side said with its answer.</summary>
    public string? Remark { get; init; }

    /// <summary>When the side was last reminded, UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>What the side still owes.</summary>
    public IReadOnlyList<Missing> Missing { get; init; } = [];

    /// <summary>The notes to the side, the latest first.</summary>
    public IReadOnlyList<NoteRow> Notes { get; init; } = [];

    /// <summary>Persons who speak for the side.</summary>
    public int FocalPoints { get; init; }

    /// <summary>Whether the note of invitation went out since the side was invited.</summary>
    public bool HasNote => Notes.Any(note => note.Kind == NoteKind.Invitation && note.IssuedAt >= IssuedAt);

    /// <summary>Whether it was sent out and neither declined nor taken back.</summary>
    public bool IsStanding => Status is InvitationStatus.Issued or InvitationStatus.Delivered or InvitationStatus.NoReply or InvitationStatus.Accepted;

    /// <summary>Whether a note of invitation is still to be issued.</summary>
    public bool WantsNote => IsStanding && !HasNote;

    /// <summary>Whether it can be noted that it arrived.</summary>
    public bool CanBeDelivered => DeliveredAt is null && Status is not (InvitationStatus.Draft or InvitationStatus.Withdrawn);

    /// <summary>Whether an answer is waited for.</summary>
    public bool IsOpen => Status is InvitationStatus.Issued or InvitationStatus.Delivered;
}

/// <summary>A note as lists show it.</summary>
public sealed record NoteRow(Guid Id, Guid InvitationId, NoteKind Kind, int Number, int Year, string Language, Capacity Capacity, DateTimeOffset IssuedAt, SideLabel? Side = null)
{
    /// <summary>Such as 12/2026; the same in every language.</summary>
    public string Reference => NoteWriter.Reference(Number, Year);
}

/// <summary>The notes of an event, the latest first.</summary>
public sealed record EventNotes(InvitedEvent Event, IReadOnlyList<NoteRow> Notes);

/// <summary>The text of the notes of one kind in one language.</summary>
/// <param name="Event">The event.</param>
/// <param name="Kind">Which notes.</param>
/// <param name="Language">Their language.</param>
/// <param name="Body">The text with placeholders.</param>
/// <param name="IsDefault">Whether it is the portal's own.</param>
/// <param name="Version">Version of the event's own text; 0 where it has none.</param>
public sealed record NoteTemplateDetails(InvitedEvent Event, NoteKind Kind, string Language, string Body, bool IsDefault, uint Version);

/// <summary>A note as it would read now for one side.</summary>
/// <param name="Side">To whom.</param>
/// <param name="Language">In which language.</param>
/// <param name="Addressee">Line by line.</param>
/// <param name="Body">Its text.</param>
public sealed record NotePreview(SideLabel Side, string Language, string Addressee, string Body);

/// <summary>What came of issuing notes; the numbers follow each other without a gap.</summary>
/// <param name="Issued">How many went out.</param>
/// <param name="Skipped">How many sides have theirs already or are not invited any more.</param>
/// <param name="First">First number; 0 where none went out.</param>
/// <param name="Last">Last number.</param>
/// <param name="Year">Year of the numbers.</param>
public sealed record NotesIssued(int Issued, int Skipped, int First, int Last, int Year);

/// <summary>What came of an act on several invitations.</summary>
/// <param name="Done">How many follow.</param>
/// <param name="Skipped">For how many there was nothing to do.</param>
public sealed record BulkOutcome(int Done, int Skipped);

/// <summary>What a reminder would say, side by side.</summary>
public sealed record ReminderPreview(IReadOnlyList<ReminderItem> Items)
{
    /// <summary>Sides that would be reminded.</summary>
    public int Sides => Items.Count(item => item.Skip is null);

    /// <summary>Mails that would be written.</summary>
    public int Mails => Items.Where(item => item.Skip is null).Sum(item => item.Recipients.Count);
}

/// <summary>Why a side is not reminded.</summary>
public enum ReminderSkip
{
    /// <summary>It has given everything.</summary>
    NothingMissing,

    /// <summary>It was reminded today.</summary>
    RemindedToday,
}

/// <summary>A reminder to one side.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="Side">The side.</param>
/// <param name="Missing">What it owes.</param>
/// <param name="Skip">Why it is not reminded, or null where it is.</param>
/// <param name="Recipients">Who gets a mail.</param>
/// <param name="Language">Language of the note.</param>
/// <param name="Body">Text of the note; empty where none goes out.</param>
public sealed record ReminderItem(
    Guid InvitationId, SideLabel Side, IReadOnlyList<Missing> Missing, ReminderSkip? Skip, IReadOnlyList<ReminderRecipient> Recipients, string Language, string Body);

/// <summary>Somebody who gets a reminder by mail.</summary>
public sealed record ReminderRecipient(string Name, string Address, string Language);

/// <summary>What came of reminding.</summary>
/// <param name="Sides">Sides that were reminded, each by a note.</param>
/// <param name="Mails">Mails in the outbox.</param>
/// <param name="Skipped">Sides that owe nothing or were reminded today.</param>
public sealed record RemindersSent(int Sides, int Mails, int Skipped);
