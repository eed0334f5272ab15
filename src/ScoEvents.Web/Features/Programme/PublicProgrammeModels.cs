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
    IReadOnlyList<PublicParty> Parties, DateTimeOffset EventModifiedAt, PublicRelease? Release);

/// <summary>A published programme.</summary>
/// <param name="Sessions">By start, then by room; also those that were withdrawn after an earlier release.</param>
public sealed record PublicRelease(
    Guid Id, int Number, string? Name, string? Note, DateTimeOffset PublishedAt, IReadOnlyList<PublicSession> Sessions);

/// <summary>A session as everybody may read it; a closed one has neither title, abstract, room nor people.</summary>
public sealed record PublicSession(
    Guid Id, SessionType Type, SessionAccess Access, LocalizedText Title, LocalizedText Abstract, LocalizedText Room, int RoomPosition,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<FrozenSpeaker> People, bool IsCancelled, int Sequence, DateTimeOffset ChangedAt)
{
    /// <summary>Whether the public learns only that it takes place.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Who presides, or null.</summary>
    public FrozenSpeaker? Chair => People.FirstOrDefault(person => person.Role == SpeakerRole.Chair);

    /// <summary>Who speaks, in the order of the floor.</summary>
    public IEnumerable<FrozenSpeaker> Speakers => People.Where(person => person.Role == SpeakerRole.Speaker);
}
