using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Programme;

/// <summary>Colors of tracks, by the names of their tokens in the style sheet; each is legible in light and dark.</summary>
public enum TrackColor
{
    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Teal.</summary>
    Teal,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Amber.</summary>
    Amber,

    /// <summary>Orange.</summary>
    Orange,

    /// <summary>Red.</summary>
    Red,

    /// <summary>Violet.</summary>
    Violet,

    /// <summary>Slate.</summary>
    Slate,
}

/// <summary>A thread of sessions that belong together by topic.</summary>
public sealed class Track
{
    /// <summary>The longest form of a name, in UTF-16 units.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The most tracks of one event.</summary>
    public const int MaxPerEvent = 50;

    private Track()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Its name in at least one language.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>The color it is shown in.</summary>
    public TrackColor Color { get; private set; }

    /// <summary>Order among the event's tracks, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Row version, for finding stale edits.</summary>
    public uint Version { get; private set; }

    /// <summary>Makes a track. Refused as <see cref="Describe"/>.</summary>
    public static Result<Track> Create(Guid eventId, LocalizedText name, TrackColor color, int position)
    {
        var track = new Track { Id = Guid.CreateVersion7(), EventId = eventId, Position = position };
        var described = track.Describe(name, color);
        return described.IsSuccess ? track : Result<Track>.Fail(described.Errors);
    }

    /// <summary>Brings a track back that was deleted since a release, under the old identity and as the release shows it.</summary>
    public static Track Restore(Guid eventId, FrozenTrack frozen, int position) =>
        new() { Id = frozen.TrackId, EventId = eventId, Name = frozen.Name, Color = frozen.Color, Position = position };

    /// <summary>The same track for another event.</summary>
    public Track CopyTo(Guid eventId) => new() { Id = Guid.CreateVersion7(), EventId = eventId, Name = Name, Color = Color, Position = Position };

    /// <summary>Changes name and color. Refused: <c>track.name-missing</c>, <c>track.name-too-long</c>, <c>characters</c>.</summary>
    public Result Describe(LocalizedText name, TrackColor color)
    {
        if (name.IsEmpty)
        {
            return Error.Invalid("Name", "track.name-missing");
        }

        if (name.LongestLength > MaxNameLength)
        {
            return Error.Invalid("Name", "track.name-too-long", MaxNameLength);
        }

        if (name.HasForbiddenCharacters())
        {
            return Error.Characters("Name");
        }

        (Name, Color) = (name, color);
        return Result.Success;
    }

    /// <summary>Puts it at a place in the order, from 0.</summary>
    public void PlaceAt(int position) => Position = position;
}
