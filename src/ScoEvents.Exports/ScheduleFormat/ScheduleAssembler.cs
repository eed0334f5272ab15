using System.Globalization;
using ScoEvents.Domain.Shared;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Makes a schedule of what a file has: takes what can be taken and tells the rest.</summary>
internal sealed class ScheduleAssembler
{
    private readonly RawSchedule _raw;

    private readonly ScheduleProblems _problems;

    private readonly ScheduleReadingOptions _options;

    private readonly ScheduleTexts _texts;

    private readonly CancellationToken _cancellationToken;

    private ScheduleAssembler(RawSchedule raw, ScheduleProblems problems, ScheduleReadingOptions options, CancellationToken cancellationToken)
    {
        _raw = raw;
        _problems = problems;
        _options = options;
        _texts = new ScheduleTexts(problems);
        _cancellationToken = cancellationToken;
    }

    public static ScheduleReading Assemble(RawSchedule raw, ScheduleProblems problems, ScheduleReadingOptions options, CancellationToken cancellationToken) =>
        new ScheduleAssembler(raw, problems, options, cancellationToken).Assemble();

    private ScheduleReading Assemble()
    {
        if (_raw.HasTooManyEvents || _raw.Events.Count > ScheduleLimits.MaxEvents)
        {
            return _problems.Refuse(TooManyEvents, ScheduleLimits.MaxEvents.ToString(CultureInfo.InvariantCulture));
        }

        var acronym = Acronym();
        var (clock, zoneName) = Clock();
        var baseUrl = Link(_raw.BaseUrl, "base_url", null);
        var url = Link(_raw.Url, "conference.url", baseUrl);
        var start = baseUrl ?? url;
        var rooms = Rooms(acronym);
        var days = new ScheduleDays(clock, zoneName is not null, _problems).Take(_raw);
        var events = new ScheduleEventAssembler(clock, acronym, start, days, _options, _texts, _problems).Take(_raw, _cancellationToken);
        if (Dates(days.All) is not var (first, last))
        {
            return _problems.Refuse(FileNotASchedule);
        }

        var title = _texts.Take(_raw.Title, isLine: true, "conference.title", null, "title");
        if (title.Text.Length == 0)
        {
            _problems.Repaired(ConferenceTitleMissing, "conference.title", null, acronym);
            title = ScheduleText.Of(acronym);
        }

        ReportAddedRooms(rooms, events);
        ReportOverlaps(events);
        ReportOffsets(zoneName, clock, events);
        return _problems.Finish(ScheduleCanonical.WithRoomsAndTracks(new ScheduleDocument
        {
            Version = _texts.Line(_raw.Version, "version", null, "version"),
            Conference = new ScheduleConference
            {
                Acronym = acronym,
                Title = title,
                Start = first,
                End = last,
                TimeslotDuration = ScheduleDuration.Parse(_raw.TimeslotDuration) is { } slot && slot <= ScheduleDuration.Longest ? ScheduleDuration.RoundUp(slot) : null,
                TimeZoneName = zoneName,
                BaseUrl = baseUrl,
                Url = url,
            },
            Rooms = rooms,
            Tracks = Tracks(),
            Days = days.All,
            Events = events,
        }));
    }

    // The acronym is part of every derived guid, so it is taken in the form in which writers write it.
    private string Acronym()
    {
        var written = _texts.Line(_raw.Acronym, "conference.acronym", null, "acronym");
        if (written.Length > 0)
        {
            return ScheduleNames.Acronym(written);
        }

        var assumed = ScheduleNames.Acronym(_options.AssumedAcronym);
        _problems.Repaired(AcronymMissing, "conference.acronym", null, assumed);
        return assumed;
    }

    private (ScheduleClock Clock, string? ZoneName) Clock()
    {
        const string Path = "conference.time_zone_name";
        var assumed = EventZone.Find(_options.AssumedTimeZone) ?? EventZone.Find("UTC")!;
        var written = ScheduleWords.CleanLine(_raw.TimeZoneName);
        if (written.Length == 0)
        {
            _problems.Repaired(ZoneMissing, Path, null, assumed.Id);
            return (new ScheduleClock(assumed), null);
        }

        if (EventZone.Find(written) is { } zone)
        {
            return (new ScheduleClock(zone), zone.Id);
        }

        if (written.Length <= EventZone.MaxIdLength && TimeZoneInfo.TryConvertWindowsIdToIanaId(written, out var iana) && EventZone.Find(iana) is { } converted)
        {
            _problems.Repaired(ZoneUnknown, Path, null, written, converted.Id);
            return (new ScheduleClock(converted), converted.Id);
        }

        _problems.Repaired(ZoneUnknown, Path, null, written, assumed.Id);
        return (new ScheduleClock(assumed), null);
    }

    private (DateOnly First, DateOnly Last)? Dates(IReadOnlyList<ScheduleDay> days)
    {
        var first = ScheduleClock.ParseMoment(_raw.Start)?.Date;
        var last = ScheduleClock.ParseMoment(_raw.End)?.Date;
        if (first is { } start && last is { } end && start <= end)
        {
            return (start, end);
        }

        if (days.Count == 0 && (first ?? last) is null)
        {
            return null;
        }

        var found = days.Count == 0
            ? (First: (first ?? last)!.Value, Last: (first ?? last)!.Value)
            : (First: days.Min(day => day.Date), Last: days.Max(day => day.Date));
        _problems.Repaired(ConferenceDates, "conference.start", null, Iso(found.First), Iso(found.Last));
        return found;
    }

    private List<ScheduleRoom> Rooms(string acronym)
    {
        var rooms = new List<ScheduleRoom>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var guids = new HashSet<Guid>();
        foreach (var raw in _raw.Rooms)
        {
            var name = _texts.Take(raw.Name, isLine: true, raw.Path, null, "name");
            if (name.Text.Length == 0 || !names.Add(name.Text))
            {
                _problems.Repaired(RoomDropped, raw.Path, null, name.Text);
                continue;
            }

            rooms.Add(new ScheduleRoom
            {
                Name = name,
                Guid = RoomGuid(raw, acronym, name.Text, guids),
                Description = _texts.Take(raw.Description, isLine: false, raw.Path, null, "description"),
                Capacity = Capacity(raw),
            });
        }

        return rooms;
    }

    private Guid RoomGuid(RawRoom raw, string acronym, string name, HashSet<Guid> guids)
    {
        var derived = ScheduleGuid.Derive(acronym, "room", name);
        if (!Guid.TryParse(raw.Guid?.Trim(), out var guid) || guid == Guid.Empty)
        {
            // XML may leave it out, which is nothing to mention.
            if (!string.IsNullOrWhiteSpace(raw.Guid))
            {
                _problems.Repaired(GuidDerived, raw.Path, null, "room", name);
            }

            guid = derived;
        }
        else if (guids.Contains(guid))
        {
            _problems.Repaired(GuidDuplicate, raw.Path, null, "room", guid.ToString(), derived.ToString());
            guid = derived;
        }

        guids.Add(guid);
        return guid;
    }

    private int? Capacity(RawRoom raw)
    {
        if (string.IsNullOrWhiteSpace(raw.Capacity))
        {
            return null;
        }

        if (decimal.TryParse(ScheduleWords.AsciiDigits(raw.Capacity), NumberStyles.Number, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= 1_000_000)
        {
            return (int)seats;
        }

        _problems.Refused(ValueUnreadable, raw.Path, null, "capacity", raw.Capacity);
        return null;
    }

    private List<ScheduleTrack> Tracks()
    {
        var tracks = new List<ScheduleTrack>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var raw in _raw.Tracks)
        {
            var name = _texts.Take(raw.Name, isLine: true, raw.Path, null, "name");
            if (name.Text.Length == 0 || !names.Add(name.Text))
            {
                continue;
            }

            var color = ScheduleNames.Color(raw.Color);
            if (color is null && !string.IsNullOrWhiteSpace(raw.Color))
            {
                _problems.Refused(ValueUnreadable, raw.Path, null, "color", raw.Color);
            }

            var slug = ScheduleWords.CleanLine(raw.Slug);
            tracks.Add(new ScheduleTrack { Name = name, Slug = slug.Length == 0 ? null : slug, Color = color });
        }

        return tracks;
    }

    private Uri? Link(string? text, string path, Uri? start)
    {
        var address = ScheduleLinks.Take(text, start);
        if (address is null && !string.IsNullOrWhiteSpace(text))
        {
            _problems.Refused(LinkRefused, path, null, text);
        }

        return address;
    }

    private void ReportAddedRooms(List<ScheduleRoom> rooms, IReadOnlyList<ScheduleEvent> events)
    {
        if (!_raw.DeclaresRooms)
        {
            return;
        }

        var known = rooms.Select(room => room.Name.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var one in events.Where(one => one.Room is not null && known.Add(one.Room)))
        {
            _problems.Note(RoomAdded, "conference.rooms", one.Row, one.Room);
        }
    }

    private void ReportOverlaps(IReadOnlyList<ScheduleEvent> events)
    {
        foreach (var room in events.Where(one => one.Room is not null).GroupBy(one => one.Room, StringComparer.Ordinal))
        {
            ScheduleEvent? latest = null;
            foreach (var one in room.OrderBy(one => one.Start).ThenBy(one => one.Row))
            {
                if (latest is not null && one.Start < latest.Start + latest.Duration)
                {
                    _problems.Note(RoomOverlap, "", one.Row, room.Key, latest.Title.Text);
                }

                if (latest is null || one.Start + one.Duration > latest.Start + latest.Duration)
                {
                    latest = one;
                }
            }
        }
    }

    private void ReportOffsets(string? zoneName, ScheduleClock clock, IReadOnlyList<ScheduleEvent> events)
    {
        if (zoneName is null)
        {
            return;
        }

        var strange = events.Where(one => clock.Zone.Rules.GetUtcOffset(one.Start) != one.Start.Offset).ToList();
        if (strange.Count > 0)
        {
            _problems.Note(
                ZoneOffsetDiffers,
                "conference.time_zone_name",
                null,
                zoneName,
                strange[0].Start.ToString("zzz", CultureInfo.InvariantCulture),
                strange.Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
