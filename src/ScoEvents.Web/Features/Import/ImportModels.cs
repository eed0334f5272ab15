using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>What a page needs before a file is chosen.</summary>
/// <param name="Slug">The event's name in addresses; identities of a file without any are derived from it.</param>
/// <param name="TimeZone">The event's zone, or null.</param>
/// <param name="Days">The event's first and last day; null where they are not known.</param>
/// <param name="CanTakeDays">Whether the event may take its days from the file: a draft without sessions.</param>
/// <param name="Rooms">How many rooms the event has.</param>
/// <param name="Venues">Where missing rooms can be made.</param>
public sealed record ImportSetting(
    string Slug, string? TimeZone, (DateOnly First, DateOnly Last)? Days, bool CanTakeDays, int Rooms, IReadOnlyList<ImportVenue> Venues);

/// <summary>A venue in which missing rooms can be made.</summary>
public sealed record ImportVenue(Guid VenueId, LocalizedText Name);

/// <summary>What a row of a plan is about.</summary>
public enum ImportKind
{
    /// <summary>A session.</summary>
    Session,

    /// <summary>A person who speaks.</summary>
    Person,

    /// <summary>A room.</summary>
    Room,

    /// <summary>A track.</summary>
    Track,
}

/// <summary>What will become of a row.</summary>
public enum ImportOutcome
{
    /// <summary>It is new.</summary>
    Create,

    /// <summary>It is there and will differ.</summary>
    Change,

    /// <summary>It is there and the same.</summary>
    Skip,

    /// <summary>It cannot be taken.</summary>
    Refuse,
}

/// <summary>One field of a row that will differ.</summary>
/// <param name="Field">Its name: title, abstract, type, track, place, speakers, name, biography.</param>
/// <param name="Language">The language of the form, or null.</param>
/// <param name="Before">What stands there, empty for nothing.</param>
/// <param name="After">What will, empty for nothing.</param>
public sealed record ImportChange(string Field, string? Language, string Before, string After);

/// <summary>Something worth knowing about a row, or about the file.</summary>
/// <param name="Severity">What became of it.</param>
/// <param name="Code">A code of <see cref="ScheduleProblemCodes"/> or of <see cref="ImportCodes"/>; the words are the page's.</param>
/// <param name="Path">Where in the file; empty for the whole.</param>
/// <param name="Arguments">Values for the words.</param>
public sealed record ImportRemark(ScheduleSeverity Severity, string Code, string Path, IReadOnlyList<string> Arguments);

/// <summary>One row of a plan.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Number">Row of the file, from 1; null for what no single row names.</param>
/// <param name="Name">Title or name, empty where it cannot be told.</param>
/// <param name="Outcome">What will become of it.</param>
/// <param name="IsInTray">Whether a session will wait without a place.</param>
/// <param name="Changes">What will differ; of a new session, where it will stand.</param>
/// <param name="Remarks">What was repaired, dropped or not possible.</param>
public sealed record ImportRow(
    ImportKind Kind, int? Number, string Name, ImportOutcome Outcome, bool IsInTray, IReadOnlyList<ImportChange> Changes, IReadOnlyList<ImportRemark> Remarks);

/// <summary>What an import will do, row by row; nothing is written until it is confirmed.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Fingerprint">Of the draft that it was made for; a draft with another one makes the plan stale.</param>
/// <param name="Rows">Sessions in the order of the file, then rooms, tracks and persons.</param>
/// <param name="Remarks">What concerns the file as a whole.</param>
/// <param name="Steps">What will be written.</param>
public sealed record ImportPlan(Guid EventId, string Fingerprint, IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportRemark> Remarks, ImportSteps Steps)
{
    /// <summary>How many rows come out so.</summary>
    public int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>Whether confirming it would write anything.</summary>
    public bool HasWork => Steps.Days is not null || Rows.Any(row => row.Outcome is ImportOutcome.Create or ImportOutcome.Change);
}

/// <summary>What a plan writes, in the order in which it is written. Keys hold the steps together; they are not identities of the portal.</summary>
/// <param name="Choices">What the organiser chose.</param>
/// <param name="Days">Days and zone that the event takes from the file, or null.</param>
/// <param name="Rooms">Rooms to take into use or to make.</param>
/// <param name="Tracks">Tracks to make.</param>
/// <param name="Persons">Persons to add or to change.</param>
/// <param name="Sessions">Sessions to add or to change.</param>
public sealed record ImportSteps(
    ImportChoices Choices,
    PlannedDays? Days,
    IReadOnlyList<PlannedRoom> Rooms,
    IReadOnlyList<PlannedTrack> Tracks,
    IReadOnlyList<PlannedPerson> Persons,
    IReadOnlyList<PlannedImport> Sessions);

/// <summary>Days and zone that an event takes from a file.</summary>
public sealed record PlannedDays(DateOnly First, DateOnly Last, string TimeZone);

/// <summary>A room of the plan.</summary>
/// <param name="Key">Names it within the plan.</param>
/// <param name="RoomId">The room in the portal, or null for one to make.</param>
/// <param name="Name">Its name.</param>
/// <param name="Capacity">Seats as the file states them, or null.</param>
/// <param name="IsUsed">Whether the event has it already.</param>
public sealed record PlannedRoom(int Key, Guid? RoomId, LocalizedText Name, int? Capacity, bool IsUsed);

/// <summary>A track of the plan.</summary>
/// <param name="Key">Names it within the plan.</param>
/// <param name="TrackId">The track in the portal, or null for one to make.</param>
/// <param name="Name">Its name.</param>
/// <param name="Color">The token nearest to the file's color.</param>
public sealed record PlannedTrack(int Key, Guid? TrackId, LocalizedText Name, TrackColor Color);

/// <summary>A person of the plan.</summary>
/// <param name="Key">Names the person within the plan.</param>
/// <param name="SpeakerId">The person in the portal, or null for one to add.</param>
/// <param name="ExternalId">The identity in the file.</param>
/// <param name="Name">The name as it will be.</param>
/// <param name="Biography">The biography as it will be.</param>
/// <param name="IsChanged">Whether a person who is there will differ.</param>
public sealed record PlannedPerson(int Key, Guid? SpeakerId, string ExternalId, LocalizedText Name, LocalizedText Biography, bool IsChanged);

/// <summary>A session of the plan.</summary>
/// <param name="SessionId">The session in the portal, or null for one to add.</param>
/// <param name="ExternalId">The identity in the file.</param>
/// <param name="Type">What happens in it.</param>
/// <param name="Title">The title as it will be.</param>
/// <param name="Abstract">The abstract as it will be.</param>
/// <param name="TrackKey">Its track, or null.</param>
/// <param name="Place">Where and when, or null for the tray.</param>
/// <param name="MovesPlace">Whether a session that is there changes its place or time, or leaves the timetable.</param>
/// <param name="Floor">Keys of who speaks, in order.</param>
public sealed record PlannedImport(
    Guid? SessionId, string ExternalId, SessionType Type, LocalizedText Title, LocalizedText Abstract, int? TrackKey, PlannedPlace? Place, bool MovesPlace, IReadOnlyList<int> Floor)
{
    /// <summary>Whether the file says nothing of tracks, so that the session's stays.</summary>
    public bool KeepsTrack { get; init; }

    /// <summary>Whether the file says nothing of speakers, or what is there already.</summary>
    public bool KeepsFloor { get; init; }
}

/// <summary>Where and when a session of the plan takes place.</summary>
/// <param name="RoomKey">Its room, or null for all rooms of the event.</param>
/// <param name="During">When.</param>
public sealed record PlannedPlace(int? RoomKey, TimeInterval During);

/// <summary>What an import did.</summary>
/// <param name="Created">Sessions added.</param>
/// <param name="Changed">Sessions changed.</param>
/// <param name="InTray">Sessions of these without a place.</param>
public sealed record ImportDone(int Created, int Changed, int InTray);

/// <summary>Codes of what the planner has to say; the reader's own are in <see cref="ScheduleProblemCodes"/>.</summary>
public static class ImportCodes
{
    /// <summary>To the tray: the room is taken; arguments: room, title of the other session.</summary>
    public const string RoomTaken = "import.room-taken";

    /// <summary>To the tray: another event has the room; argument: room.</summary>
    public const string RoomTakenElsewhere = "import.room-taken-elsewhere";

    /// <summary>To the tray: outside the event's days; argument: day and time in the event's zone.</summary>
    public const string OutsideEvent = "import.outside-event";

    /// <summary>To the tray: too short or too long; arguments: minutes, fewest, most.</summary>
    public const string DurationOutOfRange = "import.duration-out-of-range";

    /// <summary>To the tray: no room is named.</summary>
    public const string NoRoom = "import.no-room";

    /// <summary>To the tray: the event has no days or zone.</summary>
    public const string NoDays = "import.no-days";

    /// <summary>Stays without a place: the session is withdrawn or cancelled in the portal.</summary>
    public const string IsOff = "import.is-off";

    /// <summary>The place it has is kept, as the file's is not possible.</summary>
    public const string PlaceKept = "import.place-kept";

    /// <summary>A text was shortened; arguments: field, most characters.</summary>
    public const string TextCut = "import.text-cut";

    /// <summary>A kind of session that is not known was taken for the one chosen; argument: the file's words.</summary>
    public const string TypeUnknown = "import.type-unknown";

    /// <summary>Links and attachments have no place; argument: how many.</summary>
    public const string LinksDropped = "import.links-dropped";

    /// <summary>Refused: two sessions of the file are the same session of the portal.</summary>
    public const string Twice = "import.twice";

    /// <summary>The file is in another zone than the event; arguments: file's zone, event's zone.</summary>
    public const string ZoneDiffers = "import.zone-differs";

    /// <summary>The event takes its days from the file; arguments: first day, last day, zone.</summary>
    public const string DaysTaken = "import.days-taken";

    /// <summary>The file's days are too many for an event; argument: most days.</summary>
    public const string DaysTooMany = "import.days-too-many";

    /// <summary>The clocks skip a time; arguments: written, taken.</summary>
    public const string TimeSkipped = "import.time-skipped";
}
