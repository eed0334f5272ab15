namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>One schedule of one conference as the exchange format knows it: what a reader took and what a writer writes.</summary>
public sealed record ScheduleDocument
{
    /// <summary>Version of the schedule in the words of its maker, such as a release's number or name; may be empty.</summary>
    public string Version { get; init; } = "";

    /// <summary>What the schedule is of.</summary>
    public required ScheduleConference Conference { get; init; }

    /// <summary>Rooms in the order of their columns; rooms that only sessions name are added by readers and writers.</summary>
    public IReadOnlyList<ScheduleRoom> Rooms { get; init; } = [];

    /// <summary>Tracks in the order to list; tracks that only sessions name are added by readers and writers.</summary>
    public IReadOnlyList<ScheduleTrack> Tracks { get; init; } = [];

    /// <summary>Days by index; a writer makes one of the conference's first day when there is none, as the format asks for one.</summary>
    public IReadOnlyList<ScheduleDay> Days { get; init; } = [];

    /// <summary>Sessions; a reader keeps the order of its file, a writer orders by day, room, start and guid.</summary>
    public IReadOnlyList<ScheduleEvent> Events { get; init; } = [];
}

/// <summary>The conference a schedule is of.</summary>
public sealed record ScheduleConference
{
    /// <summary>Short name that other programs know the conference by; writers lower it to a-z, 0-9, hyphen and underscore, at least four characters.</summary>
    public required string Acronym { get; init; }

    /// <summary>Title.</summary>
    public required ScheduleText Title { get; init; }

    /// <summary>First day, in the conference's zone.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day, counted in; real files also give the day on which the last night ends.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Grid of the timetable in whole minutes; null when not stated.</summary>
    public TimeSpan? TimeslotDuration { get; init; }

    /// <summary>IANA name of the zone; null when the file names none that is known.</summary>
    public string? TimeZoneName { get; init; }

    /// <summary>What relative addresses of the file start from; http or https, null when not stated.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Public page of the conference; http or https, null when not stated.</summary>
    public Uri? Url { get; init; }
}

/// <summary>A room.</summary>
public sealed record ScheduleRoom
{
    /// <summary>Name, one line, unlike every other room's; sessions name their room by <see cref="ScheduleText.Text"/>.</summary>
    public required ScheduleText Name { get; init; }

    /// <summary>Identity over files; derived from the acronym and the name where the file has none.</summary>
    public required Guid Guid { get; init; }

    /// <summary>Description; empty for none. XML has no place for it.</summary>
    public ScheduleText Description { get; init; } = ScheduleText.Empty;

    /// <summary>Seats, from 1; null when not stated. XML has no place for it.</summary>
    public int? Capacity { get; init; }
}

/// <summary>A track.</summary>
public sealed record ScheduleTrack
{
    /// <summary>Name, one line, unlike every other track's; sessions name their track by <see cref="ScheduleText.Text"/>.</summary>
    public required ScheduleText Name { get; init; }

    /// <summary>Short name for addresses; null for none.</summary>
    public string? Slug { get; init; }

    /// <summary>Color as <c>#rrggbb</c> in lower case; null for none.</summary>
    public string? Color { get; init; }
}

/// <summary>A day of the schedule, which may end after midnight.</summary>
/// <param name="Index">From 1 upward, each once.</param>
/// <param name="Date">The day that people say.</param>
/// <param name="Start">First instant of the day's programme.</param>
/// <param name="End">First instant after it, often in the early morning of the next date.</param>
public sealed record ScheduleDay(int Index, DateOnly Date, DateTimeOffset Start, DateTimeOffset End);

/// <summary>One session in time and room; the format calls it an event.</summary>
public sealed record ScheduleEvent
{
    /// <summary>Identity over files and re-imports; derived by a fixed rule where the file has none, see docs/schedule-format.md.</summary>
    public required Guid Guid { get; init; }

    /// <summary>Number at the maker, from 1; null for none, then writers derive one from the guid.</summary>
    public long? Id { get; init; }

    /// <summary>Short code at the maker; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>Short name for addresses as the file has it; null for none, then writers make one.</summary>
    public string? Slug { get; init; }

    /// <summary>The <see cref="ScheduleDay.Index"/> of the day it is listed under: a session at 00:30 belongs to the evening before.</summary>
    public required int Day { get; init; }

    /// <summary>The room's name, null when it has none.</summary>
    public string? Room { get; init; }

    /// <summary>The track's name, null when it has none.</summary>
    public string? Track { get; init; }

    /// <summary>Title, one line.</summary>
    public required ScheduleText Title { get; init; }

    /// <summary>Subtitle, one line; empty for none.</summary>
    public ScheduleText Subtitle { get; init; } = ScheduleText.Empty;

    /// <summary>Language it is held in, as the file writes it, mostly a BCP 47 tag; null when not stated.</summary>
    public string? Language { get; init; }

    /// <summary>Kind of session in the maker's words; empty when not stated.</summary>
    public string Type { get; init; } = "";

    /// <summary>First instant, with the offset at the place.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Length in whole minutes, 1 minute to 99 hours 59 minutes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Abstract as plain text with line feeds; empty for none.</summary>
    public ScheduleText Abstract { get; init; } = ScheduleText.Empty;

    /// <summary>Description as plain text with line feeds; empty for none.</summary>
    public ScheduleText Description { get; init; } = ScheduleText.Empty;

    /// <summary>Who speaks, in the order of the file.</summary>
    public IReadOnlyList<SchedulePerson> Persons { get; init; } = [];

    /// <summary>Links in the order of the file.</summary>
    public IReadOnlyList<ScheduleLink> Links { get; init; } = [];

    /// <summary>Attachments in the order of the file; addresses only, nothing is fetched.</summary>
    public IReadOnlyList<ScheduleLink> Attachments { get; init; } = [];

    /// <summary>True where recording is refused.</summary>
    public bool DoNotRecord { get; init; }

    /// <summary>License of the recording, empty when not stated.</summary>
    public string RecordingLicense { get; init; } = "";

    /// <summary>Public page of the session; http or https, null for none.</summary>
    public Uri? Url { get; init; }

    /// <summary>Position in the file read, from 1, the same as <see cref="ScheduleProblem.Row"/>; null for a session that was not read. Writers ignore it.</summary>
    public int? Row { get; init; }
}

/// <summary>A speaker.</summary>
public sealed record SchedulePerson
{
    /// <summary>Name to show, one line.</summary>
    public required ScheduleText Name { get; init; }

    /// <summary>Identity over files; null when the file has none.</summary>
    public Guid? Guid { get; init; }

    /// <summary>Number at the maker; null for none.</summary>
    public long? Id { get; init; }

    /// <summary>Short code at the maker; null for none. XML has no place for it.</summary>
    public string? Code { get; init; }

    /// <summary>Biography as plain text; empty for none. XML has no place for it.</summary>
    public ScheduleText Biography { get; init; } = ScheduleText.Empty;
}

/// <summary>A link or an attachment.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Title">Words to show, empty for none.</param>
/// <param name="Type">One of the format's kinds, such as <c>slides</c>, <c>paper</c>, <c>web</c>; null for none.</param>
public sealed record ScheduleLink(Uri Url, string Title, string? Type = null);
