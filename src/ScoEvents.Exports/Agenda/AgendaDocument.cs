using ScoEvents.Domain.Documents;

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

    /// <summary>Marking of the document, printed on every page; <see cref="AgendaSelection"/> sets it to the highest that the document holds.</summary>
    public Classification Classification { get; init; }

    /// <summary>True for the draft: it is watermarked, and <see cref="Release"/> then tells the moment it was read.</summary>
    public bool IsDraft { get; init; }

    /// <summary>What of the programme was chosen, in words, such as "Plenary Hall; 7 December 2026"; null for the whole of it.</summary>
    public string? Scope { get; init; }

    /// <summary>True where only some sessions were asked for; an empty part is not an event without a programme.</summary>
    public bool IsPart { get; init; }

    /// <summary>How much is told of each session; writers leave out the columns that nothing stands in.</summary>
    public AgendaDetail Detail { get; init; } = AgendaDetail.WithAbstracts;

    /// <summary>The paper it is printed on.</summary>
    public AgendaPaper Paper { get; init; } = new(PaperSize.A4, IsLandscape: false);

    /// <summary>The same agenda in a second language, printed side by side: the same days and entries in the same order. Null for one language.</summary>
    public AgendaDocument? Beside { get; init; }

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
/// <param name="Number">Counts from 1 and only upward; the sequence of the whole-event calendar entry. 0 for a draft before the first release.</param>
/// <param name="Name">Name the organizers gave it, null for none.</param>
/// <param name="PublishedAt">When it was published; every time stamp of an export is taken from it, never from a clock.</param>
/// <param name="PublishedInWords">The same in words of the language and zone, such as "1 December 2026, 14:00".</param>
public sealed record AgendaRelease(int Number, string? Name, DateTimeOffset PublishedAt, string PublishedInWords);

/// <summary>One day of the agenda.</summary>
/// <param name="Date">The day in the event's zone.</param>
/// <param name="Heading">The day in words, such as "Monday, 7 December 2026".</param>
/// <param name="Entries">Sessions that begin on the day, by start and room.</param>
public sealed record AgendaDay(DateOnly Date, string Heading, IReadOnlyList<AgendaEntry> Entries);
