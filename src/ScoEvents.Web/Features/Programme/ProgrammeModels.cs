using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The draft of an event's programme, whole.</summary>
/// <param name="TimeZone">IANA name of the zone of all local times, or null where the place is not known.</param>
/// <param name="Days">The days of the event, in order; empty where they are not known exactly.</param>
/// <param name="Rooms">The event's rooms in the order of their columns.</param>
/// <param name="Sessions">All sessions: the scheduled ones in order of time, then the unscheduled ones in their order.</param>
/// <param name="Speakers">Everybody who can be named, by the order in which they were added.</param>
/// <param name="Conflicts">What is wrong, as <see cref="ConflictFinder"/> finds it.</param>
/// <param name="Releases">Published programmes, latest first.</param>
public sealed record ProgrammeDraft(
    string? TimeZone, IReadOnlyList<DateOnly> Days, IReadOnlyList<DraftRoom> Rooms, IReadOnlyList<DraftSession> Sessions, IReadOnlyList<DraftSpeaker> Speakers,
    IReadOnlyList<DraftConflict> Conflicts, IReadOnlyList<ReleaseRow> Releases)
{
    /// <summary>How many conflicts prevent a release.</summary>
    public int Blocking => Conflicts.Count(conflict => conflict.StandsInTheWay);
}

/// <summary>A room as a column of the timetable.</summary>
public sealed record DraftRoom(Guid Id, LocalizedText Name, LocalizedText Venue, int? Capacity);

/// <summary>A session of the draft.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="Access">Who may attend.</param>
/// <param name="Title">The title.</param>
/// <param name="Slot">Room and local times, or null while it is unscheduled.</param>
/// <param name="Chair">Who presides, or null.</param>
/// <param name="Speakers">Who speaks, in the order of the floor.</param>
/// <param name="Version">Row version, for deleting and unscheduling what was seen.</param>
public sealed record DraftSession(
    Guid Id, SessionType Type, SessionAccess Access, LocalizedText Title, DraftSlot? Slot, LocalizedText? Chair, IReadOnlyList<LocalizedText> Speakers, uint Version);

/// <summary>Room and local times of a session.</summary>
/// <param name="RoomId">The room, or null for all rooms; one that the event no longer uses is not among its rooms.</param>
/// <param name="Start">Local date and time in the event's zone.</param>
/// <param name="End">Local date and time in the event's zone.</param>
public sealed record DraftSlot(Guid? RoomId, DateTime Start, DateTime End);

/// <summary>A person who can chair or speak.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">The name.</param>
/// <param name="Function">What the person is, or empty.</param>
/// <param name="Side">Name of the side on the event's first day, or null.</param>
/// <param name="SideCode">ISO code where the side is a state, or null.</param>
public sealed record DraftSpeaker(Guid Id, LocalizedText Name, LocalizedText Function, LocalizedText? Side, string? SideCode);

/// <summary>A published programme in the list.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="Name">What it is called, or null.</param>
/// <param name="Note">What readers should know of it, or null.</param>
/// <param name="PublishedAt">Local date and time in the event's zone.</param>
/// <param name="PublishedBy">Display name of the publisher, or null where the account is gone.</param>
/// <param name="Sessions">How many sessions take place by it.</param>
public sealed record ReleaseRow(int Number, string? Name, string? Note, DateTime PublishedAt, string? PublishedBy, int Sessions);

/// <summary>What the next release would say.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Sessions">How many sessions take place by it.</param>
/// <param name="Unscheduled">How many sessions of the draft are left out for want of a room and time.</param>
/// <param name="Blocking">The conflicts that prevent it: such as block, and such as nobody acknowledged yet.</param>
/// <param name="Warnings">How many conflicts do not prevent it: such as are only shown, and acknowledged ones.</param>
/// <param name="New">Titles of sessions that readers do not know yet.</param>
/// <param name="Moved">Titles of sessions in another room or at another time.</param>
/// <param name="Changed">Titles of sessions with another text, access or people.</param>
/// <param name="Cancelled">Titles of sessions that no longer take place.</param>
/// <param name="IsFirst">Whether it makes the event public.</param>
/// <param name="NotifiedSides">How many sides get a digest.</param>
/// <param name="NotifiedSpeakers">How many speakers get a mail of their own.</param>
public sealed record ReleasePreview(
    int Number, int Sessions, int Unscheduled, IReadOnlyList<DraftConflict> Blocking, int Warnings,
    IReadOnlyList<LocalizedText> New, IReadOnlyList<LocalizedText> Moved, IReadOnlyList<LocalizedText> Changed, IReadOnlyList<LocalizedText> Cancelled, bool IsFirst,
    int NotifiedSides, int NotifiedSpeakers)
{
    /// <summary>Whether readers would find nothing different.</summary>
    public bool IsUnchanged => New.Count + Moved.Count + Changed.Count + Cancelled.Count == 0;
}
