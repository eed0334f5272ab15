using System.Globalization;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>Finds the rooms and tracks of a file by their names, and plans those that are missing.</summary>
internal sealed class ImportNames
{
    private readonly Dictionary<string, int> _rooms = [];
    private readonly Dictionary<string, int> _tracks = [];
    private readonly Dictionary<Guid, int> _roomIds = [];
    private readonly List<string> _roomNames = [];

    public ImportNames(ImportDraft draft, ScheduleDocument document, Guid? venueId)
    {
        foreach (var room in draft.Rooms)
        {
            _roomIds.Add(room.Id, _roomNames.Count);
            _roomNames.Add(room.Name.In(null));
        }

        TakeRooms(draft, document, venueId);
        TakeTracks(draft, document);
    }

    public List<PlannedRoom> Rooms { get; } = [];

    public List<PlannedTrack> Tracks { get; } = [];

    public List<ImportRow> Rows { get; } = [];

    /// <summary>The rooms that the event will have.</summary>
    public HashSet<int> Used { get; } = [];

    public int Room(string name) => _rooms[name];

    public int Room(Guid roomId) => _roomIds[roomId];

    public string RoomName(int key) => _roomNames[key];

    public int Track(string name) => _tracks[name];

    private void TakeRooms(ImportDraft draft, ScheduleDocument document, Guid? venueId)
    {
        // A room that the event has comes before one of the same name next door.
        var known = draft.Rooms.Where(room => room.IsUsed || room.VenueId == venueId).OrderByDescending(room => room.IsUsed)
            .SelectMany(room => room.Name.Select(form => (Name: ImportWords.Fold(form.Value), room)))
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().room, StringComparer.Ordinal);
        var planned = new Dictionary<string, int>(StringComparer.Ordinal);
        Used.UnionWith(draft.Rooms.Where(room => room.IsUsed).Select(room => _roomIds[room.Id]));
        foreach (var room in document.Rooms)
        {
            var remarks = new List<ImportRemark>();
            var name = Cut(ImportWords.Forms(room.Name), Venue.MaxNameLength, "room", remarks);
            var folded = ImportWords.Fold(name.In(null));
            var there = name.Select(form => known.GetValueOrDefault(ImportWords.Fold(form.Value))).FirstOrDefault(found => found is not null);
            if (there is null && planned.TryGetValue(folded, out var twin))
            {
                _rooms[room.Name.Text] = twin;
                continue;
            }

            var key = there is null ? _roomNames.Count : _roomIds[there.Id];
            _rooms[room.Name.Text] = key;
            planned.TryAdd(folded, key);
            Used.Add(key);
            if (there is null)
            {
                _roomNames.Add(name.In(null));
            }

            if (there is not { IsUsed: true })
            {
                Rooms.Add(new PlannedRoom(key, there?.Id, there?.Name ?? name, room.Capacity is <= Domain.Venues.Room.MaxCapacity ? room.Capacity : null, false));
            }

            var outcome = there is null ? ImportOutcome.Create : there.IsUsed ? ImportOutcome.Skip : ImportOutcome.Change;
            Rows.Add(new ImportRow(ImportKind.Room, null, _roomNames[key], outcome, false, [], remarks));
        }
    }

    private void TakeTracks(ImportDraft draft, ScheduleDocument document)
    {
        var known = draft.Tracks.SelectMany(track => track.Name.Select(form => (Name: ImportWords.Fold(form.Value), track)))
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().track, StringComparer.Ordinal);
        var planned = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var track in document.Tracks)
        {
            var remarks = new List<ImportRemark>();
            var name = Cut(ImportWords.Forms(track.Name), Domain.Programme.Track.MaxNameLength, "track", remarks);
            var folded = ImportWords.Fold(name.In(null));
            var there = name.Select(form => known.GetValueOrDefault(ImportWords.Fold(form.Value))).FirstOrDefault(found => found is not null);
            if (planned.TryGetValue(there is null ? folded : there.Id.ToString(), out var twin))
            {
                _tracks[track.Name.Text] = twin;
                continue;
            }

            var key = Tracks.Count;
            planned.Add(there is null ? folded : there.Id.ToString(), key);
            _tracks[track.Name.Text] = key;
            Tracks.Add(new PlannedTrack(key, there?.Id, there?.Name ?? name, there?.Color ?? TrackColors.Nearest(track.Color, draft.Tracks.Count + key)));
            Rows.Add(new ImportRow(ImportKind.Track, null, (there?.Name ?? name).In(null), there is null ? ImportOutcome.Create : ImportOutcome.Skip, false, [], remarks));
        }
    }

    /// <summary>The text no longer than allowed, with word of it where it was longer.</summary>
    public static LocalizedText Cut(LocalizedText text, int length, string field, List<ImportRemark> remarks)
    {
        var cut = ImportWords.Cut(text, length, out var wasCut);
        if (wasCut)
        {
            remarks.Add(new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.TextCut, "", [field, length.ToString(CultureInfo.InvariantCulture)]));
        }

        return cut;
    }
}

/// <summary>Finds a track's color among the few that are legible everywhere.</summary>
public static class TrackColors
{
    /// <summary>The token nearest to a color <c>#rrggbb</c>; for none, the next of all in turn.</summary>
    public static TrackColor Nearest(string? color, int turn)
    {
        if (color is null || !int.TryParse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return (TrackColor)(turn % Enum.GetValues<TrackColor>().Length);
        }

        var (red, green, blue) = (rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
        var most = Math.Max(red, Math.Max(green, blue));
        var spread = most - Math.Min(red, Math.Min(green, blue));
        if (spread * 3 <= most)
        {
            return TrackColor.Slate;
        }

        var hue = most == red ? 60.0 * (green - blue) / spread : most == green ? 120 + 60.0 * (blue - red) / spread : 240 + 60.0 * (red - green) / spread;
        return ((hue + 360) % 360) switch
        {
            < 15 or >= 340 => TrackColor.Red,
            < 38 => TrackColor.Orange,
            < 65 => TrackColor.Amber,
            < 160 => TrackColor.Green,
            < 195 => TrackColor.Teal,
            < 255 => TrackColor.Blue,
            _ => TrackColor.Violet,
        };
    }
}
