using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The agenda of an announced event as everybody may read it.</summary>
/// <param name="EventModifiedAt">When the event or its programme last changed, UTC.</param>
/// <param name="Release">The latest release, or null before the first.</param>
public sealed record PublicAgenda(
    Guid EventId, string Slug, LocalizedText Title, EventStatus Status, EventDates Dates, EventZone Zone, PublicPlace Place,
    IReadOnlyList<PublicParty> Parties, DateTimeOffset EventModifiedAt, PublicRelease? Release)
{
    /// <summary>What everybody is told of the event as a whole; null where nothing was asked for.</summary>
    public EventNews? News { get; init; }
}

/// <summary>A published programme.</summary>
/// <param name="Sessions">By start, then by room; also those that were withdrawn after an earlier release.</param>
public sealed record PublicRelease(
    Guid Id, int Number, string? Name, string? Note, DateTimeOffset PublishedAt, IReadOnlyList<PublicSession> Sessions)
{
    /// <summary>Number of the event's latest release.</summary>
    public required int LatestNumber { get; init; }

    /// <summary>Whether a later release has taken its place.</summary>
    public bool IsReplaced => Number < LatestNumber;

    /// <summary>The sessions that take place, by start, then by room.</summary>
    public IEnumerable<PublicSession> Standing => Sessions.Where(session => !session.IsCancelled);
}

/// <summary>A session as everybody may read it; a closed one has neither title, abstract, room nor people.</summary>
public sealed record PublicSession(
    Guid Id, SessionType Type, SessionAccess Access, LocalizedText Title, LocalizedText Abstract, LocalizedText Room, int RoomPosition,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<FrozenSpeaker> People, bool IsCancelled, int Sequence, DateTimeOffset ChangedAt)
{
    /// <summary>Whether the public learns only that it takes place: not everybody may attend, or its content may not travel freely (domain rule 13).</summary>
    public bool IsClosed { get; init; }

    /// <summary>The room; null where it takes all rooms or is closed.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>Name of the building at the time, or empty.</summary>
    public LocalizedText Venue { get; init; } = LocalizedText.Empty;

    /// <summary>The track at the time, or null.</summary>
    public FrozenTrack? Track { get; init; }

    /// <summary>Languages into which it is interpreted.</summary>
    public IReadOnlyList<string> InterpretedInto { get; init; } = [];

    /// <summary>Items of its agenda, numbered by their order from 1.</summary>
    public IReadOnlyList<AgendaItem> AgendaItems { get; init; } = [];

    /// <summary>Whether it takes all rooms of the event at once.</summary>
    public bool IsForAllRooms => !IsClosed && RoomId is null;

    /// <summary>Who may attend, where that is not everybody; null also where only the content is held back.</summary>
    public SessionAccess? Limit => Access == SessionAccess.Open ? null : Access;

    /// <summary>Who presides, or null.</summary>
    public FrozenSpeaker? Chair => People.FirstOrDefault(person => person.Role == SpeakerRole.Chair);

    /// <summary>Who speaks, in the order of the floor.</summary>
    public IEnumerable<FrozenSpeaker> Speakers => People.Where(person => person.Role == SpeakerRole.Speaker);
}

/// <summary>A session with the agenda it belongs to.</summary>
/// <param name="Agenda">The agenda; its release holds this session only.</param>
/// <param name="Session">The session.</param>
public sealed record PublicSessionDetails(PublicAgenda Agenda, PublicSession Session)
{
    /// <summary>The release that it stands in.</summary>
    public PublicRelease Release => Agenda.Release!;

    /// <summary>Its documents that anybody may have, in their order; each with at least one file.</summary>
    public IReadOnlyList<PublicDocument> Documents { get; init; } = [];
}

/// <summary>A document of a public session.</summary>
/// <param name="Files">The latest revision that is marked <c>TLP:CLEAR</c> in each language, in the order of the languages.</param>
public sealed record PublicDocument(LocalizedText Title, IReadOnlyList<PublicDocumentFile> Files);

/// <summary>A document in one language.</summary>
/// <param name="Size">Bytes.</param>
public sealed record PublicDocumentFile(Guid VersionId, string Language, int Revision, long Size);

/// <summary>A person with the public sessions that he or she takes part in.</summary>
/// <param name="Person">As the first of the sessions shows the person.</param>
/// <param name="Parts">The sessions by start, each with what the person does in it.</param>
public sealed record PublicSpeaker(FrozenSpeaker Person, IReadOnlyList<PublicSpeakerPart> Parts);

/// <summary>What a person does in a session.</summary>
public sealed record PublicSpeakerPart(PublicSession Session, SpeakerRole Role);

/// <summary>The releases of an event, the latest first.</summary>
public sealed record PublicReleases(Guid EventId, string Slug, LocalizedText Title, EventZone Zone, IReadOnlyList<PublicReleaseEntry> Entries);

/// <summary>A release in a list.</summary>
public sealed record PublicReleaseEntry(Guid Id, int Number, string? Name, string? Note, DateTimeOffset PublishedAt);
