using System.Text.Json;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Takes a raw schedule out of JSON.</summary>
internal sealed class ScheduleJsonRows(ScheduleProblems problems, CancellationToken cancellationToken)
{
    private const int MaxUnknownFields = 50;

    // "answers", "avatar" and their like are left where they are; what people may miss is told by name.
    private static readonly HashSet<string> _eventFields = new(StringComparer.Ordinal)
    {
        "abstract", "attachments", "code", "date", "description", "do_not_record", "duration", "end", "guid", "id", "language",
        "links", "persons", "recording_license", "room", "slug", "start", "subtitle", "title", "track", "type", "url", "x-scoevents",
    };

    private readonly ScheduleJsonCells _cells = new(problems);

    private readonly RawSchedule _raw = new();

    private readonly SortedSet<string> _unknownFields = new(StringComparer.Ordinal);

    // What is no session has its row too.
    private int _rows;

    private Dictionary<string, JsonElement> _eventForms = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The schedule; null when the file holds none. More sessions than allowed are counted, not taken.</summary>
    public RawSchedule? Take(JsonElement root)
    {
        var schedule = ScheduleJsonCells.Member(root, "schedule");
        if (schedule.ValueKind != JsonValueKind.Object)
        {
            // Some programs write the inside alone.
            schedule = root;
        }

        var conference = ScheduleJsonCells.Member(schedule, "conference");
        if (conference.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var extension = ScheduleJsonCells.Member(ScheduleJsonCells.Member(conference, "meta"), ScheduleExtension.Name);
        _eventForms = ByName(ScheduleJsonCells.Member(extension, "events"));
        Conference(schedule, conference, extension);
        Tracks(conference, ByName(ScheduleJsonCells.Member(extension, "tracks"), StringComparer.Ordinal));
        Rooms(conference, ByName(ScheduleJsonCells.Member(extension, "rooms")));
        foreach (var (day, path) in _cells.Items(ScheduleJsonCells.Member(conference, "days"), "days", null))
        {
            Day(day, path);
        }

        if (_unknownFields.Count > 0)
        {
            problems.Note(FieldsNotCarried, "", null, string.Join(", ", _unknownFields));
        }

        return _raw;
    }

    private void Conference(JsonElement schedule, JsonElement conference, JsonElement extension)
    {
        const string Path = "conference";
        _raw.Version = _cells.Cell(schedule, "version", "schedule", null);
        _raw.BaseUrl = _cells.Cell(schedule, "base_url", "schedule", null) ?? _cells.Cell(conference, "base_url", Path, null);
        _raw.Url = _cells.Cell(conference, "url", Path, null);
        _raw.Acronym = _cells.Cell(conference, "acronym", Path, null);
        _raw.Title = _cells.Words(conference, "title", Path, null);
        _cells.Forms(ScheduleJsonCells.Member(ScheduleJsonCells.Member(extension, "conference"), "title"), _raw.Title, Path, null);
        _raw.Start = _cells.Cell(conference, "start", Path, null);
        _raw.End = _cells.Cell(conference, "end", Path, null);
        _raw.TimeslotDuration = _cells.Cell(conference, "timeslot_duration", Path, null);
        _raw.TimeZoneName = _cells.Cell(conference, "time_zone_name", Path, null);
    }

    private void Tracks(JsonElement conference, Dictionary<string, JsonElement> forms)
    {
        foreach (var (track, path) in _cells.Items(ScheduleJsonCells.Member(conference, "tracks"), "conference.tracks", null))
        {
            var name = track.ValueKind == JsonValueKind.String ? new RawText { Text = track.GetString() } : _cells.Words(track, "name", path, null);
            AddForms(forms, name.Text, "name", name, path, null);
            _raw.Tracks.Add(new RawTrack(path, name, _cells.Cell(track, "slug", path, null), _cells.Cell(track, "color", path, null)));
        }
    }

    private void Rooms(JsonElement conference, Dictionary<string, JsonElement> forms)
    {
        var rooms = ScheduleJsonCells.Member(conference, "rooms");
        _raw.DeclaresRooms = rooms.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
        foreach (var (room, path) in _cells.Items(rooms, "conference.rooms", null))
        {
            var name = room.ValueKind == JsonValueKind.String ? new RawText { Text = room.GetString() } : _cells.Words(room, "name", path, null);
            var guid = _cells.Cell(room, "guid", path, null);
            var description = _cells.Words(room, "description", path, null);
            AddForms(forms, guid, "name", name, path, null);
            AddForms(forms, guid, "description", description, path, null);
            _raw.Rooms.Add(new RawRoom(path, name, guid, description, _cells.Cell(room, "capacity", path, null, JsonValueKind.Number)));
        }
    }

    private void Day(JsonElement day, string path)
    {
        if (day.ValueKind != JsonValueKind.Object)
        {
            problems.Refused(ValueUnreadable, path, null, "days", day.ValueKind.ToString().ToLowerInvariant());
            return;
        }

        var raw = new RawDay(
            path,
            _cells.Cell(day, "index", path, null, JsonValueKind.Number),
            _cells.Cell(day, "date", path, null),
            _cells.Cell(day, "day_start", path, null),
            _cells.Cell(day, "day_end", path, null));
        _raw.Days.Add(raw);
        var rooms = ScheduleJsonCells.Member(day, "rooms");
        if (rooms.ValueKind == JsonValueKind.Object)
        {
            foreach (var room in rooms.EnumerateObject())
            {
                Room(raw, room.Name, room.Value, $"{path}.rooms[{ScheduleJsonCells.Quoted(room.Name)}]");
            }

            return;
        }

        // Programs that write an empty list for an empty object also write lists of rooms that name themselves.
        foreach (var (room, roomPath) in _cells.Items(rooms, path + ".rooms", null))
        {
            Room(raw, _cells.Cell(room, "name", roomPath, null), ScheduleJsonCells.Member(room, "events"), roomPath);
        }
    }

    private void Room(RawDay day, string? room, JsonElement events, string path)
    {
        foreach (var (value, eventPath) in _cells.Items(events, path, null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = ++_rows;
            var one = new RawEvent { Path = eventPath, Row = row, Day = day, ListedRoom = room };
            if (row > ScheduleLimits.MaxEvents)
            {
                _raw.HasTooManyEvents = true;
                return;
            }

            if (value.ValueKind != JsonValueKind.Object)
            {
                problems.Refused(ValueUnreadable, eventPath, row, "event", value.ValueKind.ToString().ToLowerInvariant());
                continue;
            }

            Event(value, one);
            _raw.Events.Add(one);
        }
    }

    private void Event(JsonElement value, RawEvent one)
    {
        var (path, row) = (one.Path, one.Row);
        string? Cell(string name, JsonValueKind wanted = JsonValueKind.String) => _cells.Cell(value, name, path, row, wanted);

        one.Guid = Cell("guid");
        one.Id = Cell("id", JsonValueKind.Number);
        one.Code = Cell("code");
        one.Slug = Cell("slug");
        one.Url = Cell("url");
        one.Room = _cells.Words(value, "room", path, row).Text;
        one.Track = _cells.Words(value, "track", path, row).Text;
        one.Type = _cells.Words(value, "type", path, row).Text;
        one.Language = Cell("language");
        one.Date = Cell("date");
        one.Start = Cell("start");
        one.End = Cell("end");
        one.Duration = Cell("duration");
        one.RecordingLicense = Cell("recording_license");
        one.DoNotRecord = Cell("do_not_record", JsonValueKind.True);
        one.Title = Words(value, "title", one);
        one.Subtitle = Words(value, "subtitle", one);
        one.Abstract = Words(value, "abstract", one);
        one.Description = Words(value, "description", one);
        foreach (var (person, personPath) in _cells.Items(ScheduleJsonCells.Member(value, "persons"), path + ".persons", row))
        {
            one.Persons.Add(Person(person, personPath, row));
        }

        Links(ScheduleJsonCells.Member(value, "links"), one.Links, path + ".links", row);
        Links(ScheduleJsonCells.Member(value, "attachments"), one.Attachments, path + ".attachments", row);
        foreach (var field in value.EnumerateObject())
        {
            if (_unknownFields.Count < MaxUnknownFields && !_eventFields.Contains(field.Name) && !IsEmpty(field.Value))
            {
                _unknownFields.Add(field.Name.Length <= 40 ? field.Name : field.Name[..40]);
            }
        }
    }

    private RawText Words(JsonElement value, string field, RawEvent one)
    {
        var words = _cells.Words(value, field, one.Path, one.Row);
        AddForms(_eventForms, one.Guid, field, words, one.Path, one.Row);
        return words;
    }

    private RawPerson Person(JsonElement person, string path, int row)
    {
        if (person.ValueKind != JsonValueKind.Object)
        {
            return new RawPerson(path, new RawText { Text = ScheduleJsonCells.Text(person) }, null, null, null, new RawText());
        }

        var name = _cells.Words(person, "public_name", path, row);
        if (string.IsNullOrWhiteSpace(name.Text))
        {
            name = _cells.Words(person, "name", path, row);
        }

        _cells.Forms(ScheduleJsonCells.Member(ScheduleJsonCells.Member(person, ScheduleExtension.Name), "name"), name, path, row);
        return new RawPerson(
            path,
            name,
            _cells.Cell(person, "guid", path, row),
            _cells.Cell(person, "id", path, row, JsonValueKind.Number),
            _cells.Cell(person, "code", path, row),
            _cells.Words(person, "biography", path, row));
    }

    private void Links(JsonElement list, List<RawLink> links, string path, int row)
    {
        foreach (var (link, linkPath) in _cells.Items(list, path, row))
        {
            links.Add(link.ValueKind == JsonValueKind.Object
                ? new RawLink(
                    linkPath,
                    _cells.Cell(link, "url", linkPath, row) ?? _cells.Cell(link, "href", linkPath, row),
                    _cells.Cell(link, "title", linkPath, row),
                    _cells.Cell(link, "type", linkPath, row))
                : new RawLink(linkPath, ScheduleJsonCells.Text(link), null, null));
        }
    }

    private void AddForms(Dictionary<string, JsonElement> forms, string? key, string field, RawText words, string path, int? row)
    {
        if (key is not null && forms.TryGetValue(key, out var found))
        {
            _cells.Forms(ScheduleJsonCells.Member(found, field), words, path, row);
        }
    }

    private static Dictionary<string, JsonElement> ByName(JsonElement value, StringComparer? names = null)
    {
        var found = new Dictionary<string, JsonElement>(names ?? StringComparer.OrdinalIgnoreCase);
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                found[member.Name] = member.Value;
            }
        }

        return found;
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
