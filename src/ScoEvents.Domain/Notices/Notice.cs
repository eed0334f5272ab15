namespace ScoEvents.Domain.Notices;

/// <summary>What a person is told of within the portal.</summary>
public enum NoticeKind
{
    /// <summary>The own side was invited.</summary>
    InvitationIssued,

    /// <summary>The invitation of the own side was taken back.</summary>
    InvitationWithdrawn,

    /// <summary>A side comes.</summary>
    InvitationAccepted,

    /// <summary>A side does not come.</summary>
    InvitationDeclined,

    /// <summary>A side handed persons in for review.</summary>
    PersonsSubmitted,

    /// <summary>Persons of the own side have to be corrected.</summary>
    PersonsReturned,

    /// <summary>Persons of the own side are admitted.</summary>
    PersonsApproved,

    /// <summary>Persons of the own side are not admitted.</summary>
    PersonsRefused,

    /// <summary>The admission of persons of the own side rests or was taken back.</summary>
    PersonsRevoked,

    /// <summary>A programme was published.</summary>
    ReleasePublished,

    /// <summary>A published session in which one speaks has another time or room.</summary>
    SessionMoved,

    /// <summary>A daily list is sent no more.</summary>
    DailyListStopped,

    /// <summary>An address is told no more what happens.</summary>
    WebhookStopped,

    /// <summary>Somebody became focal point by a link.</summary>
    FocalPointLinkUsed,

    /// <summary>Mails could not be delivered.</summary>
    MailFailed,

    /// <summary>Somebody who is placed at a time cannot take part then.</summary>
    ConflictAppeared,

    /// <summary>An event was postponed.</summary>
    EventPostponed,

    /// <summary>An event was cancelled.</summary>
    EventCancelled,
}

/// <summary>One act of which one person is told; holds no words, which are made when it is read, in the reader's language and by what the reader may then read.</summary>
/// <remarks>Written by triggers of the database, in the transaction of the act; nobody else can write one.</remarks>
public sealed class Notice
{
    /// <summary>How long read ones are kept, in days.</summary>
    public const int DaysKept = 90;

    /// <summary>The longest name of an act, in characters.</summary>
    public const int MaxKeyLength = 200;

    private Notice()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who is told.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Of what.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side, or null.</summary>
    public Guid? SideId { get; private set; }

    /// <summary>The session, or null.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Number of the release, or null.</summary>
    public int? Number { get; private set; }

    /// <summary>How many persons, mails or times it is about, from 1.</summary>
    public int Count { get; private set; }

    /// <summary>The act's name; once a person.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was read, UTC; null while it is not.</summary>
    public DateTimeOffset? ReadAt { get; private set; }
}
