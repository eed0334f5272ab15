namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>A schedule as its file has it: texts only, nothing judged yet. JSON, XML and tables all come to this.</summary>
internal sealed class RawSchedule
{
    public string? Version { get; set; }

    public string? BaseUrl { get; set; }

    public string? Url { get; set; }

    public string? Acronym { get; set; }

    public RawText Title { get; set; } = new();

    public string? Start { get; set; }

    public string? End { get; set; }

    public string? TimeslotDuration { get; set; }

    public string? TimeZoneName { get; set; }

    /// <summary>Whether the form of the file has a list of rooms at all, so that a missing room is worth a word.</summary>
    public bool DeclaresRooms { get; set; }

    /// <summary>Set where reading stopped because there were more sessions than allowed.</summary>
    public bool HasTooManyEvents { get; set; }

    public List<RawTrack> Tracks { get; } = [];

    public List<RawRoom> Rooms { get; } = [];

    public List<RawDay> Days { get; } = [];

    public List<RawEvent> Events { get; } = [];
}

internal sealed class RawText
{
    public string? Text { get; set; }

    public List<KeyValuePair<string, string>> Forms { get; } = [];
}

internal sealed record RawTrack(string Path, RawText Name, string? Slug, string? Color);

internal sealed record RawRoom(string Path, RawText Name, string? Guid, RawText Description, string? Capacity);

internal sealed record RawDay(string Path, string? Index, string? Date, string? Start, string? End);

internal sealed record RawPerson(string Path, RawText Name, string? Guid, string? Id, string? Code, RawText Biography);

internal sealed record RawLink(string Path, string? Url, string? Title, string? Type);

internal sealed class RawEvent
{
    public required string Path { get; init; }

    public required int Row { get; init; }

    /// <summary>The day it is listed under; null in tables.</summary>
    public RawDay? Day { get; init; }

    /// <summary>The room it is listed under.</summary>
    public string? ListedRoom { get; init; }

    public string? Room { get; set; }

    public string? Guid { get; set; }

    public string? Id { get; set; }

    public string? Code { get; set; }

    public string? Slug { get; set; }

    public string? Url { get; set; }

    public string? Track { get; set; }

    public string? Type { get; set; }

    public string? Language { get; set; }

    public string? Date { get; set; }

    public string? Start { get; set; }

    public string? End { get; set; }

    public string? Duration { get; set; }

    public string? RecordingLicense { get; set; }

    public string? DoNotRecord { get; set; }

    public RawText Title { get; set; } = new();

    public RawText Subtitle { get; set; } = new();

    public RawText Abstract { get; set; } = new();

    public RawText Description { get; set; } = new();

    public List<RawPerson> Persons { get; } = [];

    public List<RawLink> Links { get; } = [];

    public List<RawLink> Attachments { get; } = [];
}
