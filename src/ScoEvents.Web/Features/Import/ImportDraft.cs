using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Import;

/// <summary>The draft of an event as far as an import is compared with it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Rooms">Its rooms in the order of their columns, then the other rooms of the venue in which missing ones are made.</param>
/// <param name="Tracks">Its tracks in order.</param>
/// <param name="Persons">Everybody who can speak at it.</param>
/// <param name="Sessions">All its sessions.</param>
/// <param name="Busy">When rooms are taken by other events.</param>
/// <param name="Fingerprint">Equal for equal drafts.</param>
public sealed record ImportDraft(
    ImportTarget Event,
    IReadOnlyList<DraftedRoom> Rooms,
    IReadOnlyList<DraftedTrack> Tracks,
    IReadOnlyList<DraftedPerson> Persons,
    IReadOnlyList<DraftedSession> Sessions,
    IReadOnlyList<BusyRoom> Busy,
    string Fingerprint);

/// <summary>The event imported into.</summary>
/// <param name="Id">The event.</param>
/// <param name="MayTakeDays">Whether it is a draft without sessions, so that its days are nobody's yet.</param>
/// <param name="Days">First and last day, or null.</param>
/// <param name="TimeZone">IANA name, or null.</param>
public sealed record ImportTarget(Guid Id, bool MayTakeDays, (DateOnly First, DateOnly Last)? Days, string? TimeZone);

/// <summary>A room of the portal.</summary>
/// <param name="Id">The room.</param>
/// <param name="VenueId">Its venue.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsUsed">Whether it is one of the event's.</param>
public sealed record DraftedRoom(Guid Id, Guid VenueId, LocalizedText Name, bool IsUsed);

/// <summary>A track of the draft.</summary>
public sealed record DraftedTrack(Guid Id, LocalizedText Name, TrackColor Color);

/// <summary>A person of the draft.</summary>
public sealed record DraftedPerson(Guid Id, string? ExternalId, LocalizedText Name, LocalizedText Biography);

/// <summary>A session of the draft.</summary>
/// <param name="Id">The session.</param>
/// <param name="ExternalId">Its identity in the file it came from, or null.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Abstract">What it is about.</param>
/// <param name="TrackId">Its track, or null.</param>
/// <param name="IsOff">Whether it was withdrawn or cancelled.</param>
/// <param name="Slot">Where and when, or null.</param>
/// <param name="ChairId">Who presides, or null.</param>
/// <param name="Floor">Who speaks, in order.</param>
public sealed record DraftedSession(
    Guid Id, string? ExternalId, SessionType Type, LocalizedText Title, LocalizedText Abstract, Guid? TrackId, bool IsOff, DraftedSlot? Slot, Guid? ChairId, IReadOnlyList<Guid> Floor);

/// <summary>A place in the draft.</summary>
/// <param name="RoomId">The room, or null for all of the event.</param>
/// <param name="Rooms">Every room that is occupied.</param>
/// <param name="During">When.</param>
public sealed record DraftedSlot(Guid? RoomId, IReadOnlyList<Guid> Rooms, TimeInterval During);

/// <summary>A stretch in which another event has a room.</summary>
public sealed record BusyRoom(Guid RoomId, TimeInterval During);
