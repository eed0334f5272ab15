using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;

namespace ScoEvents.Exports.Agenda;

/// <summary>One session with its place in time and room.</summary>
public sealed record AgendaEntry
{
    /// <summary>The session's identity; stays the same over all releases, so that calendars move and do not double.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Short code printed beside the title, null for none.</summary>
    public string? Code { get; init; }

    /// <summary>First instant.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>First instant that no longer belongs to the session; after <see cref="Start"/>, possibly on the next day.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Room, or the words for all of them; null when the session is not placed in one.</summary>
    public string? Room { get; init; }

    /// <summary>The room's identity; null where <see cref="IsInAllRooms"/> or not told.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>True for what takes every room of the event at once, such as a ceremony or a break.</summary>
    public bool IsInAllRooms { get; init; }

    /// <summary>The track's identity; null for none.</summary>
    public Guid? TrackId { get; init; }

    /// <summary>Name of the track; null for none.</summary>
    public string? Track { get; init; }

    /// <summary>The session's type in words.</summary>
    public required string TypeLabel { get; init; }

    /// <summary>True for breaks, meals and transfers, which are printed lighter.</summary>
    public bool IsPause { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Abstract; line breaks are kept. Null for none.</summary>
    public string? Abstract { get; init; }

    /// <summary>Who presides; null for none.</summary>
    public AgendaPerson? Chair { get; init; }

    /// <summary>Who speaks, in the order of the floor.</summary>
    public IReadOnlyList<AgendaPerson> Speakers { get; init; } = [];

    /// <summary>What is dealt with, in order.</summary>
    public IReadOnlyList<AgendaPoint> Points { get; init; } = [];

    /// <summary>Languages that are interpreted, in words; empty where none is or nothing is known.</summary>
    public IReadOnlyList<string> Interpretation { get; init; } = [];

    /// <summary>Who may attend.</summary>
    public SessionAccess Access { get; init; }

    /// <summary>Who may attend, in words; null where nothing needs saying.</summary>
    public string? AccessLabel { get; init; }

    /// <summary>How far the content may travel; printed where it is more than clear.</summary>
    public Classification Classification { get; init; }

    /// <summary>True where the reader may know only that something takes place: no room, people or content stand here.</summary>
    public bool IsHidden { get; init; }

    /// <summary>How often time, place or state of the session changed between releases; from 0, only upward.</summary>
    public required int Sequence { get; init; }

    /// <summary>Publication of the release that last changed the session.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>True for a session that was published and then withdrawn; it stays in calendars as cancelled.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>A point of a session's own agenda.</summary>
/// <param name="Title">What is dealt with.</param>
/// <param name="Speaker">Who introduces it, null for nobody.</param>
/// <param name="Minutes">How long it takes, minutes; null when not set.</param>
public sealed record AgendaPoint(string Title, string? Speaker = null, int? Minutes = null);

/// <summary>A chair or a speaker as the agenda names them.</summary>
/// <param name="Name">Name in the document's language.</param>
/// <param name="Function">Title or function, null for none.</param>
/// <param name="Side">Name of the state or organization the person speaks for, null for none.</param>
/// <param name="NativeName">Name in its own script where that differs, null otherwise.</param>
/// <param name="NativeLanguage">BCP 47 tag of <paramref name="NativeName"/>, null when unknown.</param>
/// <param name="Topic">What the person speaks about, null for none.</param>
public sealed record AgendaPerson(
    string Name,
    string? Function = null,
    string? Side = null,
    string? NativeName = null,
    string? NativeLanguage = null,
    string? Topic = null)
{
    /// <summary>The person's identity within the event; null when not told.</summary>
    public Guid? Id { get; init; }

    /// <summary>The identity of the side the person speaks for; null for none.</summary>
    public Guid? SideId { get; init; }

    /// <summary>Minutes of floor; null when not set.</summary>
    public int? Minutes { get; init; }
}
