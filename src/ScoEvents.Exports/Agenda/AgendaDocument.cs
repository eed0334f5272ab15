namespace ScoEvents.Exports.Agenda;

/// <summary>
/// One release of an event's agenda in one language, complete: whatever a writer prints stands here, already
/// chosen for the reader's rights and translated.
/// </summary>
public sealed record AgendaDocument
{
    /// <summary>The event's identity; calendars know the whole-event entry by it.</summary>
    public required Guid EventId { get; init; }

    /// <summary>BCP 47 tag of the texts: en, ru, zh, hi or ur.</summary>
    public required string Language { get; init; }

    /// <summary>Direction of the whole layout.</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>The event's title.</summary>
    public required string Title { get; init; }

    /// <summary>Line below the title, such as the edition or the theme; null when there is none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Hosts, organizers, auspices and knowledge partners, one worded line each, in the order to print.</summary>
    public IReadOnlyList<string> AuthorityLines { get; init; } = [];

    /// <summary>Venue, city and country in one line; null for an event without a place.</summary>
    public string? Place { get; init; }

    /// <summary>First day, in the event's zone.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Last day, in the event's zone; counts as a day of the event.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The days in words of the language, such as "7–8 December 2026".</summary>
    public required string DatesInWords { get; init; }

    /// <summary>The zone of the place; its id is an IANA id.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The zone in words of the language, such as "India Standard Time (UTC+05:30)".</summary>
    public required string TimeZoneInWords { get; init; }

    /// <summary>Marking of the document, such as <c>TLP:CLEAR</c>; printed on every page.</summary>
    public required string Classification { get; init; }

    /// <summary>The release that is printed.</summary>
    public required AgendaRelease Release { get; init; }

    /// <summary>True once the event itself is cancelled; all its entries then are.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Public page of the event, absolute; null when it has none.</summary>
    public Uri? Address { get; init; }

    /// <summary>The words around the content.</summary>
    public required AgendaLabels Labels { get; init; }

    /// <summary>Days in order; empty for an event of which only the dates are known.</summary>
    public IReadOnlyList<AgendaDay> Days { get; init; } = [];
}

/// <summary>A published, numbered state of the programme.</summary>
/// <param name="Number">Counts from 1 and only upward; the sequence of the whole-event calendar entry.</param>
/// <param name="Name">Name the organizers gave it, null for none.</param>
/// <param name="PublishedAt">When it was published; every time stamp of an export is taken from it, never from a clock.</param>
/// <param name="PublishedInWords">The same in words of the language and zone, such as "1 December 2026, 14:00".</param>
public sealed record AgendaRelease(int Number, string? Name, DateTimeOffset PublishedAt, string PublishedInWords);

/// <summary>One day of the agenda.</summary>
/// <param name="Date">The day in the event's zone.</param>
/// <param name="Heading">The day in words, such as "Monday, 7 December 2026".</param>
/// <param name="Entries">Sessions that begin on the day, by start and room.</param>
public sealed record AgendaDay(DateOnly Date, string Heading, IReadOnlyList<AgendaEntry> Entries);

/// <summary>One session with its place in time and room.</summary>
public sealed record AgendaEntry
{
    /// <summary>The session's identity; stays the same over all releases, so that calendars move and do not double.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Short code printed beside the title, null for none.</summary>
    public string? Code { get; init; }

    /// <summary>First instant.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>First instant that no longer belongs to the session; after <see cref="Start"/>, possibly on the next day.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Room; null when the session is not placed in one.</summary>
    public string? Room { get; init; }

    /// <summary>The session's type in words.</summary>
    public required string TypeLabel { get; init; }

    /// <summary>True for breaks, meals and transfers, which are printed lighter.</summary>
    public bool IsPause { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Abstract; line breaks are kept. Null for none.</summary>
    public string? Abstract { get; init; }

    /// <summary>Who presides; null for none.</summary>
    public AgendaPerson? Chair { get; init; }

    /// <summary>Who speaks, in the order of the floor.</summary>
    public IReadOnlyList<AgendaPerson> Speakers { get; init; } = [];

    /// <summary>Who may attend, in words; null where nothing needs saying.</summary>
    public string? AccessLabel { get; init; }

    /// <summary>Marking where it differs from the document's; null for the document's.</summary>
    public string? Classification { get; init; }

    /// <summary>How often time, place or state of the session changed between releases; from 0, only upward.</summary>
    public required int Sequence { get; init; }

    /// <summary>Publication of the release that last changed the session.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>True for a session that was published and then withdrawn; it stays in calendars as cancelled.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>A chair or a speaker as the agenda names them.</summary>
/// <param name="Name">Name in the document's language.</param>
/// <param name="Function">Title or function, null for none.</param>
/// <param name="Side">Name of the state or organization the person speaks for, null for none.</param>
/// <param name="NativeName">Name in its own script where that differs, null otherwise.</param>
/// <param name="NativeLanguage">BCP 47 tag of <paramref name="NativeName"/>, null when unknown.</param>
/// <param name="Topic">What the person speaks about, null for none.</param>
public sealed record AgendaPerson(
    string Name,
    string? Function = null,
    string? Side = null,
    string? NativeName = null,
    string? NativeLanguage = null,
    string? Topic = null);
