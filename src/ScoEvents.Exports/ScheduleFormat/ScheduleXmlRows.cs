using System.Xml;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Takes a raw schedule out of XML, holding one session at a time.</summary>
internal sealed class ScheduleXmlRows(ScheduleProblems problems, CancellationToken cancellationToken)
{
    private const int MaxUnknownFields = 50;

    private static readonly HashSet<string> _eventFields = new(StringComparer.Ordinal)
    {
        "abstract", "attachments", "date", "description", "duration", "end", "language", "links", "persons", "recording",
        "room", "slug", "start", "subtitle", "title", "track", "type", "url",
    };

    private readonly RawSchedule _raw = new();

    private readonly SortedSet<string> _unknownFields = new(StringComparer.Ordinal);

    private readonly Dictionary<string, RawRoom> _rooms = new(StringComparer.Ordinal);

    /// <summary>Whether the first element was reached, so that a fault lies behind the prolog.</summary>
    public bool SawRoot { get; private set; }

    /// <summary>The schedule; null when the file holds none. More sessions than allowed are counted, not taken.</summary>
    public RawSchedule? Take(XmlReader reader)
    {
        RawDay? day = null;
        RawRoom? room = null;
        var sawConference = false;
        var (dayCount, roomCount, eventCount) = (0, 0, 0);
        var isSchedule = false;
        while (Read(reader))
        {
            if (reader.NodeType == XmlNodeType.ProcessingInstruction && reader.Name == ScheduleExtension.Name
                && room is not null && ScheduleExtension.Parse(reader.Value) is ("name", var language, var text))
            {
                room.Name.Forms.Add(new(language, text));
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (!isSchedule)
            {
                SawRoot = true;
                if (reader.LocalName != "schedule")
                {
                    return null;
                }

                isSchedule = true;
                continue;
            }

            switch (reader.LocalName)
            {
                case "conference":
                    sawConference = true;
                    Conference(ScheduleXmlTree.Read(reader, Check));
                    break;
                case "version":
                    _raw.Version = ScheduleXmlTree.Read(reader, Check).Text;
                    break;
                case "day":
                    (roomCount, room) = (0, null);
                    day = Day(ScheduleXmlTree.Head(reader), $"schedule/day[{++dayCount}]");
                    break;
                case "room" when day is not null:
                    eventCount = 0;
                    room = Room(ScheduleXmlTree.Head(reader), $"{day.Path}/room[{++roomCount}]");
                    break;
                case "event" when day is not null:
                    Event(ScheduleXmlTree.Read(reader, Check), day, room, $"{day.Path}/room[{roomCount}]/event[{++eventCount}]");
                    break;
                default:
                    Skip(reader);
                    break;
            }

            if (_raw.Events.Count > ScheduleLimits.MaxEvents)
            {
                return _raw;
            }
        }

        if (_unknownFields.Count > 0)
        {
            problems.Note(FieldsNotCarried, "", null, string.Join(", ", _unknownFields));
        }

        return sawConference || _raw.Days.Count > 0 ? _raw : null;
    }

    private bool Read(XmlReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        Check(reader);
        return true;
    }

    private void Check(XmlReader reader)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (reader.Depth >= ScheduleLimits.MaxDepth)
        {
            throw new ScheduleTooDeepException();
        }
    }

    private void Skip(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (Read(reader) && reader.Depth > depth)
        {
        }
    }

    private void Conference(ScheduleXmlTree conference)
    {
        _raw.Acronym = conference.Cell("acronym");
        _raw.Title = Words(conference, "title", conference.Cell("title"));
        _raw.Start = conference.Cell("start");
        _raw.End = conference.Cell("end");
        _raw.TimeslotDuration = conference.Cell("timeslot_duration");
        _raw.TimeZoneName = conference.Cell("time_zone_name");
        _raw.BaseUrl = conference.Cell("base_url");
        _raw.Url = conference.Cell("url");
        var count = 0;
        foreach (var track in conference.Children.Where(child => child.Name == "track"))
        {
            var name = Words(track, "name", track.Attribute("name") ?? track.Text);
            _raw.Tracks.Add(new RawTrack($"schedule/conference/track[{++count}]", name, track.Attribute("slug"), track.Attribute("color")));
        }
    }

    private RawDay Day(ScheduleXmlTree head, string path)
    {
        var day = new RawDay(path, head.Attribute("index"), head.Attribute("date"), head.Attribute("start"), head.Attribute("end"));
        _raw.Days.Add(day);
        return day;
    }

    // The same room comes once a day; the first mention that has a guid counts.
    private RawRoom Room(ScheduleXmlTree head, string path)
    {
        var name = head.Attribute("name") ?? "";
        var room = new RawRoom(path, new RawText { Text = name }, head.Attribute("guid"), new RawText(), null);
        if (name.Length == 0 || !_rooms.TryAdd(name, room))
        {
            return room;
        }

        _raw.Rooms.Add(room);
        return room;
    }

    private void Event(ScheduleXmlTree tree, RawDay day, RawRoom? room, string path)
    {
        var one = new RawEvent { Path = path, Row = _raw.Events.Count + 1, Day = day, ListedRoom = room?.Name.Text };
        one.Guid = tree.Attribute("guid");
        one.Id = tree.Attribute("id");
        one.Code = tree.Attribute("code");
        one.Slug = tree.Cell("slug");
        one.Url = tree.Cell("url");
        one.Room = tree.Cell("room");
        one.Track = tree.Cell("track");
        one.Type = tree.Cell("type");
        one.Language = tree.Cell("language");
        one.Date = tree.Cell("date");
        one.Start = tree.Cell("start");
        one.End = tree.Cell("end");
        one.Duration = tree.Cell("duration");
        one.RecordingLicense = tree.Child("recording")?.Cell("license");
        one.DoNotRecord = tree.Child("recording")?.Cell("optout");
        one.Title = Words(tree, "title", tree.Cell("title"));
        one.Subtitle = Words(tree, "subtitle", tree.Cell("subtitle"));
        one.Abstract = Words(tree, "abstract", tree.Cell("abstract"));
        one.Description = Words(tree, "description", tree.Cell("description"));
        Persons(tree, one);
        Links(tree, "links", one.Links, path);
        Links(tree, "attachments", one.Attachments, path);
        _raw.Events.Add(one);
        foreach (var child in tree.Children)
        {
            if (_unknownFields.Count < MaxUnknownFields && !_eventFields.Contains(child.Name) && !string.IsNullOrWhiteSpace(child.Text))
            {
                _unknownFields.Add(child.Name.Length <= 40 ? child.Name : child.Name[..40]);
            }
        }
    }

    private static void Persons(ScheduleXmlTree tree, RawEvent one)
    {
        var count = 0;
        foreach (var person in tree.Child("persons")?.Children ?? [])
        {
            var name = Words(person, "name", person.Text);
            one.Persons.Add(new RawPerson(
                $"{one.Path}/persons/person[{++count}]", name, person.Attribute("guid"), person.Attribute("id"), person.Attribute("code"), new RawText()));
        }
    }

    private static void Links(ScheduleXmlTree tree, string list, List<RawLink> links, string path)
    {
        var count = 0;
        foreach (var link in tree.Child(list)?.Children ?? [])
        {
            // Some programs write the address as the text.
            links.Add(new RawLink($"{path}/{list}/{link.Name}[{++count}]", link.Attribute("href") ?? link.Text, link.Text, link.Attribute("type")));
        }
    }

    private static RawText Words(ScheduleXmlTree tree, string field, string? text)
    {
        var words = new RawText { Text = text };
        words.Forms.AddRange(tree.Forms.Where(form => form.Field == field).Select(form => KeyValuePair.Create(form.Language, form.Text)));
        return words;
    }
}
