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

    /// <summary>The longest name of a recipient, in UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The longest report of a failure that is kept, in UTF-16 units.</summary>
    public const int MaxErrorLength = 500;

    /// <summary>After so many attempts in vain a mail counts as failed, until somebody has it tried again.</summary>
    public const int MaxAttempts = 12;

    /// <summary><see cref="LastError"/> of a mail whose address cannot be written to.</summary>
    public const string AddressUnusable = "mail.address-unusable";

    private static readonly TimeSpan _firstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(2);

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

    /// <summary>When the next attempt is due, UTC; while it is being sent, when whoever sends it must have marked it by. Else null.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>What the last attempt failed of, or null.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When a server took it, UTC.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Writes a mail. Names and subject become one line each; a mail whose address cannot be written to counts as failed at once, so that somebody sees it.</summary>
    /// <param name="letter">What it says and to whom.</param>
    /// <param name="isReviewed">Whether somebody reads it before it is sent.</param>
    /// <param name="now">UTC.</param>
    public static OutboxMail Write(MailLetter letter, bool isReviewed, DateTimeOffset now)
    {
        var isUsable = IsUsable(letter.ToAddress);
        return new OutboxMail
        {
            Id = Guid.CreateVersion7(),
            EventId = letter.EventId,
            ReleaseId = letter.ReleaseId,
            SideId = letter.SideId,
            Key = letter.Key,
            ToAddress = Cut(letter.ToAddress, MaxAddressLength),
            ToName = OneLine(letter.ToName, MaxNameLength),
            Language = letter.Language,
            Subject = OneLine(letter.Subject, MaxSubjectLength),
            Body = Cut(letter.Body, MaxBodyLength),
            State = !isUsable ? MailState.Failed : isReviewed ? MailState.Review : MailState.Queued,
            NextAttemptAt = isUsable && !isReviewed ? now : null,
            LastError = isUsable ? null : AddressUnusable,
            CreatedAt = now,
        };
    }

    /// <summary>Writes a mail that is held back until more has come together for it; see <see cref="Rewrite"/>.</summary>
    /// <param name="letter">What it says so far, and to whom.</param>
    /// <param name="due">When it is sent, UTC.</param>
    /// <param name="now">UTC.</param>
    public static OutboxMail Collect(MailLetter letter, DateTimeOffset due, DateTimeOffset now)
    {
        var mail = Write(letter, isReviewed: false, now);
        mail.NextAttemptAt = mail.State == MailState.Queued ? due : null;
        return mail;
    }

    /// <summary>Says more in a mail that is still held back. Refused: <c>mail.not-sendable</c> for one that was handed over or tried to be.</summary>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    public Result Rewrite(string subject, string body)
    {
        if (State != MailState.Queued || Attempts > 0)
        {
            return Error.Refused("mail.not-sendable");
        }

        (Subject, Body) = (OneLine(subject, MaxSubjectLength), Cut(body, MaxBodyLength));
        return Result.Success;
    }

    /// <summary>Whether an address has the form of one that mail can be sent to: one sign @, and nothing that would end a header line or begin another address.</summary>
    public static bool IsUsable(string? address) =>
        address is { Length: > 2 and <= MaxAddressLength }
        && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == address.LastIndexOf('@') && at < address.Length - 1
        && !address.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || "<>(),;:\\\"[]".Contains(character, StringComparison.Ordinal));

    /// <summary>Whether it was being sent and nobody said how that ended, in the time that anybody has.</summary>
    public bool IsUncertain(DateTimeOffset now) => State == MailState.Sending && NextAttemptAt <= now;

    /// <summary>Has it sent: what waits for review, has failed, was discarded, or is uncertain. Refused: <c>mail.not-sendable</c>.</summary>
    public Result Send(DateTimeOffset now)
    {
        if (!IsUsable(ToAddress) || !(State is MailState.Review or MailState.Failed or MailState.Discarded || IsUncertain(now)))
        {
            return Error.Refused("mail.not-sendable");
        }

        (State, NextAttemptAt) = (MailState.Queued, now);
        return Result.Success;
    }

    /// <summary>Has it not sent. Refused: <c>mail.not-discardable</c> where it is sent or being sent.</summary>
    public Result Discard(DateTimeOffset now)
    {
        if (!(State is MailState.Review or MailState.Queued or MailState.Failed || IsUncertain(now)))
        {
            return Error.Refused("mail.not-discardable");
        }

        (State, NextAttemptAt) = (MailState.Discarded, null);
        return Result.Success;
    }

    /// <summary>Says of an uncertain mail that it arrived. Refused: <c>mail.not-uncertain</c>.</summary>
    public Result Settle(DateTimeOffset now)
    {
        if (!IsUncertain(now))
        {
            return Error.Refused("mail.not-uncertain");
        }

        Accept(now);
        return Result.Success;
    }

    /// <summary>Marks that it is being handed over; from then on it is not sent by anybody else.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="patience">In which time the outcome is marked, if ever.</param>
    public void BeginSending(DateTimeOffset now, TimeSpan patience) => (State, Attempts, NextAttemptAt) = (MailState.Sending, Attempts + 1, now + patience);

    /// <summary>Marks that a server took it.</summary>
    public void Accept(DateTimeOffset now) => (State, SentAt, NextAttemptAt, LastError) = (MailState.Sent, now, null, null);

    /// <summary>Marks that no server has it, and has it tried again after a pause that grows from a minute to two hours; every <see cref="MaxAttempts"/> attempts it fails.</summary>
    public void Defer(string error, DateTimeOffset now)
    {
        // An attempt that did not come so far as to begin counts too.
        var attempts = State == MailState.Sending ? Attempts : Attempts + 1;
        var round = (attempts - 1) % MaxAttempts;
        var pause = _firstPause * Math.Pow(2, round);
        var isOver = round == MaxAttempts - 1;
        (State, Attempts, LastError) = (isOver ? MailState.Failed : MailState.Queued, attempts, OneLine(error, MaxErrorLength));
        NextAttemptAt = isOver ? null : now + (pause < _longestPause ? pause : _longestPause);
    }

    /// <summary>Marks that no server will take it.</summary>
    public void Refuse(string error) => (State, NextAttemptAt, LastError) = (MailState.Failed, null, OneLine(error, MaxErrorLength));

    /// <summary>Marks that the line broke while it travelled: it stays as being sent, and is uncertain from now on.</summary>
    public void LoseSight(string error, DateTimeOffset now) => (NextAttemptAt, LastError) = (now, OneLine(error, MaxErrorLength));

    // Neither a name nor what a foreign server says may begin a line of its own.
    private static string OneLine(string text, int length) =>
        Cut(PlainText.Clean(string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character))), length);

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
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
