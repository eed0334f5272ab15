using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Where a mail stands for those who look after the outbox.</summary>
public enum MailShelf
{
    /// <summary>Waits to be read and released.</summary>
    Review,

    /// <summary>On its way: due, waiting for another try, or being sent.</summary>
    OnTheWay,

    /// <summary>Was being sent when the line or the portal broke; whether it arrived is not known.</summary>
    Uncertain,

    /// <summary>Every attempt failed, or the server refused it.</summary>
    Failed,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>Is not sent.</summary>
    Discarded,
}

/// <summary>One page of an event's outbox.</summary>
/// <param name="IsConfigured">Whether the portal knows a mail server.</param>
/// <param name="Shelf">What is shown.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageCount">At least 1.</param>
/// <param name="Counts">How many mails stand on each shelf.</param>
/// <param name="Rows">The mails of the page; those that wait by age, the others latest first.</param>
/// <param name="ReadAt">UTC; mails that were written later were not seen.</param>
/// <param name="TimeZone">IANA name of the event's zone, or null.</param>
public sealed record Outbox(
    bool IsConfigured, MailShelf Shelf, int Page, int PageCount, IReadOnlyDictionary<MailShelf, int> Counts, IReadOnlyList<MailRow> Rows, DateTimeOffset ReadAt, string? TimeZone);

/// <summary>A mail in the list.</summary>
/// <param name="Side">Name of the side on the event's first day, or null.</param>
/// <param name="ReleaseNumber">The release it tells of, or null.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="NextAttemptAt">UTC; when it is tried next, or null.</param>
/// <param name="SentAt">UTC, or null.</param>
/// <param name="Version">Row version, for deciding on what was seen.</param>
public sealed record MailRow(
    Guid Id, MailShelf Shelf, string ToName, string ToAddress, string Language, string Subject, LocalizedText? Side, int? ReleaseNumber,
    int Attempts, string? LastError, DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, uint Version)
{
    /// <summary>Whether it failed before it was tried, because nobody can be written to at the address.</summary>
    public bool HasUnusableAddress => LastError == OutboxMail.AddressUnusable;
}

/// <summary>One mail, whole.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Body">Plain text.</param>
/// <param name="MessageId">By which the recipient's server knows it; null while no mail server is configured.</param>
/// <param name="TimeZone">IANA name of the event's zone, or null.</param>
public sealed record MailDetails(MailRow Row, string Body, string? MessageId, string? TimeZone);

/// <summary>What is decided of a mail.</summary>
public enum MailDecision
{
    /// <summary>Send it: what waits for review, failed, or is uncertain.</summary>
    Send,

    /// <summary>Do not send it.</summary>
    Discard,

    /// <summary>It is known to have arrived: of what is uncertain.</summary>
    Settle,
}

/// <summary>A mail as it was seen when something was decided of it.</summary>
public sealed record SeenMail(Guid Id, uint Version);

/// <summary>What came of deciding on several mails.</summary>
/// <param name="Done">How many follow the decision.</param>
/// <param name="Skipped">How many had changed meanwhile, or were where the decision has no meaning.</param>
public sealed record MailsDecided(int Done, int Skipped);
