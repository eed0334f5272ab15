using System.Globalization;
using System.Text;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>What of an agenda a reader wants to see; the address holds it, and everything may be left open.</summary>
public sealed record AgendaFilter(DateOnly? Day = null, Guid? Room = null, Guid? Track = null, string? Interpretation = null)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrowed => this != new AgendaFilter();

    /// <summary>Whether anything but other days is left out.</summary>
    public bool IsNarrowedWithinDay => (this with { Day = null }).IsNarrowed;

    /// <summary>The query of the address with its question mark, always written the same way; empty where nothing is left out.</summary>
    public string Query
    {
        get
        {
            var query = new StringBuilder();
            Add("day", Day?.ToString(DayFormat, CultureInfo.InvariantCulture));
            Add("room", Room?.ToString());
            Add("track", Track?.ToString());
            Add("interpretation", Interpretation);
            return query.ToString();

            void Add(string name, string? value)
            {
                if (value is not null)
                {
                    query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);
                }
            }
        }
    }

    /// <summary>Reads what an address says; what the agenda does not have is as good as not said: old links must not break.</summary>
    public static AgendaFilter Read(AgendaChoices choices, string? day, string? room, string? track, string? interpretation) => new(
        DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && choices.Days.Contains(date) ? date : null,
        Guid.TryParseExact(room, "D", out var roomId) && choices.Rooms.Any(known => known.Id == roomId) ? roomId : null,
        Guid.TryParseExact(track, "D", out var trackId) && choices.Tracks.Any(known => known.TrackId == trackId) ? trackId : null,
        choices.Languages.FirstOrDefault(language => language == interpretation));

    /// <summary>Whether the reader wants to see the session. What takes all rooms is in every room; of closed sessions only the day is known.</summary>
    public bool Shows(PublicSession session, EventZone zone) =>
        (Day is null || AgendaDays.DayOf(session, zone) == Day)
        && (Room is null || session.RoomId == Room || session.IsForAllRooms)
        && (Track is null || session.Track?.TrackId == Track)
        && (Interpretation is null || session.InterpretedInto.Contains(Interpretation));
}

/// <summary>What there is to choose from in an agenda.</summary>
/// <param name="Days">The days of the place on which a session begins, in order.</param>
/// <param name="Rooms">The rooms of public sessions, in the order of their columns.</param>
/// <param name="Tracks">The tracks of public sessions, in the order in which the agenda first meets them.</param>
/// <param name="Languages">The languages into which some public session is interpreted.</param>
public sealed record AgendaChoices(
    IReadOnlyList<DateOnly> Days, IReadOnlyList<AgendaRoom> Rooms, IReadOnlyList<FrozenTrack> Tracks, IReadOnlyList<string> Languages)
{
    /// <summary>What the sessions offer.</summary>
    public static AgendaChoices Of(IReadOnlyCollection<PublicSession> sessions, EventZone zone)
    {
        var languages = sessions.SelectMany(session => session.InterpretedInto).ToHashSet(StringComparer.Ordinal);
        return new AgendaChoices(
            [.. sessions.Select(session => AgendaDays.DayOf(session, zone)).Distinct().Order()],
            AgendaRoom.Of(sessions),
            [.. sessions.Select(session => session.Track).OfType<FrozenTrack>().DistinctBy(track => track.TrackId)],
            [.. InterpretationLanguages.All.Where(languages.Contains)]);
    }
}

/// <summary>A room of an agenda.</summary>
/// <param name="Name">Its name at the time.</param>
/// <param name="Venue">Name of the building, or empty.</param>
public sealed record AgendaRoom(Guid Id, LocalizedText Name, LocalizedText Venue)
{
    /// <summary>The rooms of the public sessions, each once, in the order of their columns.</summary>
    public static IReadOnlyList<AgendaRoom> Of(IEnumerable<PublicSession> sessions) =>
        [.. sessions.Where(session => session.RoomId is not null)
            .GroupBy(session => session.RoomId!.Value)
            .OrderBy(room => room.Min(session => session.RoomPosition)).ThenBy(room => room.Key)
            .Select(room => new AgendaRoom(room.Key, room.First().Room, room.First().Venue))];
}
