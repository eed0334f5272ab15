using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Mail;

/// <summary>How far a mail is on its way.</summary>
public enum MailState
{
    /// <summary>Waits for somebody to read and release it.</summary>
    Review,

    /// <summary>Is due to be sent.</summary>
    Queued,

    /// <summary>Is being handed over; whether the server took it is not known until it is marked.</summary>
    Sending,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>Somebody decided that it is not sent.</summary>
    Discarded,
}

/// <summary>A mail that waits in the database until a server has taken it.</summary>
public sealed class OutboxMail
{
    /// <summary>The longest address, in characters.</summary>
    /// <remarks>RFC 5321, section 4.5.3.1.3, less the angle brackets.</remarks>
    public const int MaxAddressLength = 254;

    /// <summary>The longest subject, in UTF-16 units.</summary>
    public const int MaxSubjectLength = 400;

    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxBodyLength = 100_000;

    /// <summary>The longest key, in characters.</summary>
    public const int MaxKeyLength = 200;

    private OutboxMail()
    {
    }

    /// <summary>Identity; also the stable part of its Message-ID.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event it is about, or null.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>The release it tells of, or null.</summary>
    public Guid? ReleaseId { get; private set; }

    /// <summary>The side it goes to, or null.</summary>
    public Guid? SideId { get; private set; }

    /// <summary>What makes it the same mail: a second one with this key is not kept.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Where it goes.</summary>
    public string ToAddress { get; private set; } = "";

    /// <summary>Name of the recipient.</summary>
    public string ToName { get; private set; } = "";

    /// <summary>Language of subject and text, one of <see cref="Languages.All"/>.</summary>
    public string Language { get; private set; } = Languages.English;

    /// <summary>One line.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Body { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public MailState State { get; private set; }

    /// <summary>How often it was handed over or tried to be.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the next attempt is due, UTC; null unless it is queued.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>What the last attempt failed of, or null.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When a server took it, UTC.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Writes a mail.</summary>
    /// <param name="letter">What it says and to whom.</param>
    /// <param name="isReviewed">Whether somebody reads it before it is sent.</param>
    /// <param name="now">UTC.</param>
    public static OutboxMail Write(MailLetter letter, bool isReviewed, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = letter.EventId,
        ReleaseId = letter.ReleaseId,
        SideId = letter.SideId,
        Key = letter.Key,
        ToAddress = letter.ToAddress,
        ToName = letter.ToName,
        Language = letter.Language,
        Subject = letter.Subject,
        Body = letter.Body,
        State = isReviewed ? MailState.Review : MailState.Queued,
        NextAttemptAt = isReviewed ? null : now,
        CreatedAt = now,
    };
}

/// <summary>What a mail says and to whom; see <see cref="OutboxMail"/> for the meaning of each part.</summary>
public sealed record MailLetter(string Key, string ToAddress, string ToName, string Language, string Subject, string Body)
{
    /// <summary>The event it is about, or null.</summary>
    public Guid? EventId { get; init; }

    /// <summary>The release it tells of, or null.</summary>
    public Guid? ReleaseId { get; init; }

    /// <summary>The side it goes to, or null.</summary>
    public Guid? SideId { get; init; }
}
