namespace ScoEvents.Domain.Delegations;

/// <summary>What a note verbale is about.</summary>
public enum NoteKind
{
    /// <summary>Invites a side.</summary>
    Invitation,

    /// <summary>Reminds a side of what is missing.</summary>
    Reminder,

    /// <summary>Tells a side of other dates or another place.</summary>
    Change,

    /// <summary>Tells a side that the event does not take place.</summary>
    Cancellation,
}

/// <summary>A formal note from a secretariat to a side, as it went out; never changed afterwards.</summary>
public sealed class NoteVerbale
{
    /// <summary>The longest addressee, in UTF-16 units.</summary>
    public const int MaxAddresseeLength = 400;

    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxBodyLength = 20_000;

    private NoteVerbale()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The side it goes to.</summary>
    public Guid SideId { get; private set; }

    /// <summary>The invitation it belongs to.</summary>
    public Guid InvitationId { get; private set; }

    /// <summary>The secretariat that writes it.</summary>
    public Guid SecretariatId { get; private set; }

    /// <summary>The year of its number, in the zone of the secretariat's event.</summary>
    public int Year { get; private set; }

    /// <summary>Its number in the year, from 1 without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>What it is about.</summary>
    public NoteKind Kind { get; private set; }

    /// <summary>Its language.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The capacity it names.</summary>
    public Capacity Capacity { get; private set; }

    /// <summary>Whom it is addressed to.</summary>
    public string Addressee { get; private set; } = "";

    /// <summary>Its text, paragraphs parted by empty lines.</summary>
    public string Body { get; private set; } = "";

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Who issued it.</summary>
    public Guid IssuedBy { get; private set; }

    /// <summary>Issues a note under a number that was drawn in the same transaction.</summary>
    public static NoteVerbale Issue(Invitation invitation, NoteFacts facts, Guid issuedBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = invitation.EventId,
        SideId = invitation.SideId,
        InvitationId = invitation.Id,
        SecretariatId = facts.SecretariatId,
        Year = facts.Year,
        Number = facts.Number,
        Kind = facts.Kind,
        Language = facts.Language,
        Capacity = invitation.Capacity,
        Addressee = facts.Addressee,
        Body = facts.Body,
        IssuedAt = now,
        IssuedBy = issuedBy,
    };
}

/// <summary>What a note says and under which number; see <see cref="NoteVerbale"/> for the meaning of each part.</summary>
public sealed record NoteFacts(Guid SecretariatId, int Year, int Number, NoteKind Kind, string Language, string Addressee, string Body);

/// <summary>The last number a secretariat gave in a year; its row is locked while a note is issued, so that numbers have no gap.</summary>
public sealed class NoteCounter
{
    private NoteCounter()
    {
    }

    /// <summary>The secretariat.</summary>
    public Guid SecretariatId { get; private set; }

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>The last number, from 1.</summary>
    public int Last { get; private set; }
}

/// <summary>The text of an event's notes of one kind in one language, with placeholders; an event without has the portal's own.</summary>
public sealed class NoteTemplate
{
    private NoteTemplate()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Which notes.</summary>
    public NoteKind Kind { get; private set; }

    /// <summary>Their language.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The text, paragraphs parted by empty lines.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes a template.</summary>
    public static NoteTemplate For(Guid eventId, NoteKind kind, string language, string body) =>
        new() { Id = Guid.CreateVersion7(), EventId = eventId, Kind = kind, Language = language, Body = body };

    /// <summary>Gives it another text, which was checked.</summary>
    public void Reword(string body) => Body = body;
}
