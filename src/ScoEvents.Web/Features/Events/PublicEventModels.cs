using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>What a reader of the list of events asks for; everything may be left open.</summary>
public sealed record PublicEventFilter(string? Text = null, EventType? Type = null, int? Year = null, int Page = 1)
{
    /// <summary>The longest text that is searched for, in UTF-16 units; what is longer is cut.</summary>
    public const int MaxTextLength = 80;

    /// <summary>Whether the list is narrowed at all.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Text) || Type is not null || Year is not null;
}

/// <summary>The events the public may see.</summary>
/// <param name="Upcoming">On now, next or postponed, the nearest first.</param>
/// <param name="Archive">One page of those that are over, the latest first, those without any date last.</param>
/// <param name="ArchiveCount">How many are over in all.</param>
/// <param name="Page">The page shown, from 1, moved into the pages there are.</param>
/// <param name="PageCount">At least 1.</param>
/// <param name="Years">The years in which public events began, the latest first, whatever the filter.</param>
public sealed record PublicEventList(
    IReadOnlyList<PublicEventRow> Upcoming, IReadOnlyList<PublicEventRow> Archive, int ArchiveCount, int Page, int PageCount, IReadOnlyList<int> Years);

/// <summary>An event as a line of a list.</summary>
public sealed record PublicEventRow(
    Guid Id, string Slug, LocalizedText Title, EventType Type, EventStatus Status, EventDates Dates, PublicPlace Place, bool IsRecord)
{
    /// <summary>Languages that stand in for the reader's, as the event says; empty for the portal's own order.</summary>
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];
}

/// <summary>Where an event takes place, as far as it is known.</summary>
/// <param name="City">Or empty.</param>
/// <param name="CountryCode">ISO code of the state, or null.</param>
/// <param name="Country">The state's name on the event's first day, or empty.</param>
public sealed record PublicPlace(LocalizedText City, string? CountryCode, LocalizedText Country);

/// <summary>An event with everything the public may know of it.</summary>
public sealed record PublicEvent(
    Guid Id, string Slug, LocalizedText Title, EventType Type, EventStatus Status, EventFormat? Format, EventDates Dates, string? TimeZone,
    PublicPlace Place, IReadOnlyList<PublicParty> Parties, IReadOnlyList<PublicAttendance> Attendance, IReadOnlyList<PublicEventRow> Related,
    PublicReleaseLine? Release, PublicRecord? Record)
{
    /// <summary>What everybody is told of its being put off or called off, or empty.</summary>
    public LocalizedText Notice { get; init; } = LocalizedText.Empty;

    /// <summary>The days before it was put off, or null.</summary>
    public EventDates? FormerDates { get; init; }

    /// <summary>Name of the series it is an edition of, or null.</summary>
    public LocalizedText? Series { get; init; }

    /// <summary>Number of the edition, or null.</summary>
    public int? Edition { get; init; }

    /// <summary>What everybody is told of it as a whole.</summary>
    public EventNews News => new(Status, Dates, FormerDates, Notice);

    /// <summary>The sides in one role, in their order.</summary>
    public IEnumerable<PublicSide> In(OrganisationRole role) => Parties.Where(party => party.Role == role).Select(party => party.Side);
}

/// <summary>What everybody is told of an event as a whole: whether it takes place, and when.</summary>
/// <param name="Status">How far it is.</param>
/// <param name="Dates">Its days.</param>
/// <param name="FormerDates">The days before it was put off, or null.</param>
/// <param name="Notice">Why it was put off or called off, or empty.</param>
public sealed record EventNews(EventStatus Status, EventDates Dates, EventDates? FormerDates, LocalizedText Notice)
{
    /// <summary>Whether it was put off to days that are not known yet; the days are those that it had.</summary>
    public bool IsToBeDated => Status == EventStatus.Postponed && FormerDates is { } former && former.Start == Dates.Start;
}

/// <summary>A side in a role at an event.</summary>
public sealed record PublicParty(OrganisationRole Role, PublicSide Side);

/// <summary>A state or an organisation by the name it had at the time.</summary>
/// <param name="Name">The name.</param>
/// <param name="Iso2">ISO code of a state; null for an organisation.</param>
/// <param name="Abbreviation">Of an organisation, or empty.</param>
public sealed record PublicSide(LocalizedText Name, string? Iso2, LocalizedText Abbreviation);

/// <summary>What is known of a side's presence.</summary>
public sealed record PublicAttendance(PublicSide Side, Domain.Events.Attendance? Attendance, Capacity? Capacity, bool IsHost, string? Note);

/// <summary>The latest published programme in one line.</summary>
public sealed record PublicReleaseLine(int Number, DateTimeOffset PublishedAt);

/// <summary>What a source document states of an event, with the names of those it speaks of.</summary>
/// <param name="Source">The statements.</param>
/// <param name="Sessions">The sessions it names, in its order.</param>
/// <param name="Organisations">Names by key, as valid on the event's first day.</param>
/// <param name="States">Names by ISO code, as valid on the event's first day.</param>
public sealed record PublicRecord(
    SourceRecord Source, IReadOnlyList<PublicStatedSession> Sessions,
    IReadOnlyDictionary<string, LocalizedText> Organisations, IReadOnlyDictionary<string, LocalizedText> States);

/// <summary>A session that a source document names.</summary>
public sealed record PublicStatedSession(SessionType Type, LocalizedText Title, IReadOnlyList<LocalizedText> Speakers);

/// <summary>Where an event's public pages are.</summary>
/// <param name="ModifiedAt">When the event last changed, UTC.</param>
/// <param name="HasAgenda">Whether a programme was published.</param>
public sealed record PublicEventAddress(string Slug, DateTimeOffset ModifiedAt, bool HasAgenda);
