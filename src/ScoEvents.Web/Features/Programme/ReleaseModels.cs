using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>All releases of an event.</summary>
/// <param name="CanOrganise">Whether the reader publishes, loads back and sends notices.</param>
/// <param name="Rows">Latest first.</param>
public sealed record EventReleases(bool CanOrganise, IReadOnlyList<ReleaseLine> Rows);

/// <summary>A release in the list.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="Name">What it is called, or null.</param>
/// <param name="Note">What readers should know of it, or null.</param>
/// <param name="PublishedAt">Local date and time in the event's zone.</param>
/// <param name="PublishedBy">Display name of the publisher, or null where the account is gone.</param>
/// <param name="Sessions">How many sessions take place by it.</param>
/// <param name="Differing">How many sessions differ from the release before.</param>
public sealed record ReleaseLine(int Number, string? Name, string? Note, DateTime PublishedAt, string? PublishedBy, int Sessions, int Differing);

/// <summary>The whole programme that a release froze.</summary>
/// <param name="Release">Which it is.</param>
/// <param name="Latest">Number of the latest release.</param>
/// <param name="TimeZone">IANA name of the zone of all local times.</param>
/// <param name="CanOrganise">Whether the reader may load it back.</param>
/// <param name="Sessions">Those that take place, by start and room.</param>
public sealed record FrozenProgramme(ReleaseLine Release, int Latest, string? TimeZone, bool CanOrganise, IReadOnlyList<FrozenEntry> Sessions);

/// <summary>A session as a release shows it, or as the draft would.</summary>
/// <param name="Start">Local date and time in the event's zone.</param>
/// <param name="End">Local date and time in the event's zone.</param>
/// <param name="IsAllRooms">Whether it takes all rooms of the event at once.</param>
public sealed record FrozenEntry(
    Guid Id, SessionType Type, SessionAccess Access, Classification Classification, LocalizedText Title, LocalizedText Abstract,
    FrozenTrack? Track, LocalizedText Room, LocalizedText Venue, bool IsAllRooms, DateTime Start, DateTime End,
    IReadOnlyList<FrozenSpeaker> People, IReadOnlyList<string> InterpretedInto, IReadOnlyList<AgendaItem> AgendaItems)
{
    /// <summary>Who presides, or null.</summary>
    public FrozenSpeaker? Chair => People.FirstOrDefault(person => person.Role == SpeakerRole.Chair);

    /// <summary>Who speaks, in the order of the floor.</summary>
    public IEnumerable<FrozenSpeaker> Speakers => People.Where(person => person.Role == SpeakerRole.Speaker);

    /// <summary>Reads a session at the clock of its place; universal time where the place is not known.</summary>
    public static FrozenEntry Of(ReleasedSession session, EventZone? zone) => new(
        session.SessionId, session.Type, session.Access, session.Classification, session.Title, session.Abstract,
        session.Track, session.RoomName, session.VenueName, session.RoomId is null,
        Local(zone, session.StartsAt), Local(zone, session.EndsAt), session.People, session.InterpretedInto, session.AgendaItems);

    private static DateTime Local(EventZone? zone, DateTimeOffset instant) => zone?.ToLocal(instant) ?? instant.UtcDateTime;
}

/// <summary>How one programme of an event differs from another.</summary>
/// <param name="From">The release that is compared.</param>
/// <param name="To">The release that it is compared with, or null for the draft.</param>
/// <param name="Numbers">All releases that can be compared, latest first.</param>
/// <param name="TimeZone">IANA name of the zone of all local times.</param>
/// <param name="Sessions">Every session that differs, by start.</param>
public sealed record ReleaseDifference(
    ReleaseLine From, ReleaseLine? To, IReadOnlyList<int> Numbers, string? TimeZone, IReadOnlyList<SessionDifference> Sessions);

/// <summary>How one session differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is; null where it is cancelled.</param>
/// <param name="Parts">What differs; empty where it is new or cancelled.</param>
public sealed record SessionDifference(SessionChangeKind Kind, FrozenEntry? Before, FrozenEntry? After, IReadOnlyList<SessionPart> Parts)
{
    /// <summary>The session as readers know it last.</summary>
    public FrozenEntry Entry => After ?? Before!;

    /// <summary>Reads a difference at the clock of the place.</summary>
    public static SessionDifference Of(SessionChange change, EventZone? zone) => new(
        change.Kind, change.Before is { } before ? FrozenEntry.Of(before, zone) : null, change.After is { } after ? FrozenEntry.Of(after, zone) : null, change.Parts);
}

/// <summary>What loading a release back would do to the draft.</summary>
/// <param name="Number">The release.</param>
/// <param name="Returning">Sessions that come back: from the tray, or because they were deleted.</param>
/// <param name="Moving">Sessions that go back to another room or time.</param>
/// <param name="Changing">Sessions that get their old text, marking or people back in their place.</param>
/// <param name="Leaving">Sessions that were placed since; they go to the tray.</param>
/// <param name="LeftOut">Sessions of the release that cannot go back to their place, and why.</param>
/// <param name="Stamp">Names exactly this outcome, for refusing another one.</param>
public sealed record LoadPreview(
    int Number, IReadOnlyList<LocalizedText> Returning, IReadOnlyList<LocalizedText> Moving, IReadOnlyList<LocalizedText> Changing, IReadOnlyList<LocalizedText> Leaving,
    IReadOnlyList<LeftOutSession> LeftOut, string Stamp)
{
    /// <summary>Whether the draft is already as the release is.</summary>
    public bool IsUnchanged => Returning.Count + Moving.Count + Changing.Count + Leaving.Count == 0;
}

/// <summary>Why a session of a release cannot go back to its place.</summary>
public enum LeftOutReason
{
    /// <summary>Another event has taken the room meanwhile.</summary>
    RoomTaken,

    /// <summary>The event uses the room no more.</summary>
    RoomGone,

    /// <summary>The days of the event have changed.</summary>
    OutsideEvent,
}

/// <summary>A session that goes to the tray although the release places it.</summary>
/// <param name="Title">Its title in the release.</param>
/// <param name="Reason">Why.</param>
/// <param name="Room">Name of the room in the release; empty where it takes all rooms.</param>
public sealed record LeftOutSession(LocalizedText Title, LeftOutReason Reason, LocalizedText Room);
