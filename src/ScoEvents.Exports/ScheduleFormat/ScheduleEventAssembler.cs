using System.Globalization;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Makes the sessions of a schedule, one by one, so that a bad one costs only itself.</summary>
internal sealed class ScheduleEventAssembler(
    ScheduleClock clock,
    string acronym,
    Uri? linkStart,
    ScheduleDays days,
    ScheduleReadingOptions options,
    ScheduleTexts texts,
    ScheduleProblems problems)
{
    private readonly Dictionary<Guid, ScheduleEvent> _byGuid = [];

    private readonly HashSet<long> _ids = [];

    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);

    public IReadOnlyList<ScheduleEvent> Take(RawSchedule raw, CancellationToken cancellationToken)
    {
        var events = new List<ScheduleEvent>(raw.Events.Count);
        var loose = new List<int>();
        foreach (var one in raw.Events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take(one) is not { } taken)
            {
                continue;
            }

            if (days.Listed(one.Day) is null)
            {
                loose.Add(events.Count);
            }

            events.Add(taken);
        }

        // Days that are made are numbered by date, whatever the order of the rows.
        foreach (var date in loose.Select(index => DateOnly.FromDateTime(events[index].Start.DateTime)).Order())
        {
            days.ForDate(date);
        }

        foreach (var index in loose)
        {
            events[index] = events[index] with { Day = days.ForDate(DateOnly.FromDateTime(events[index].Start.DateTime)).Index };
        }

        return events;
    }

    private ScheduleEvent? Take(RawEvent raw)
    {
        if (Start(raw) is not { } start || Duration(raw, start) is not { } duration)
        {
            return null;
        }

        var title = texts.Take(raw.Title, isLine: true, Field(raw, "title"), raw.Row, "title");
        if (title.Text.Length == 0)
        {
            title = ScheduleText.Of(FirstOf(raw.Slug, raw.Code, raw.Id) ?? "—");
            problems.Repaired(TitleMissing, Field(raw, "title"), raw.Row, title.Text);
        }

        var taken = new ScheduleEvent
        {
            Guid = Guid.Empty,
            Day = days.Listed(raw.Day)?.Index ?? 0,
            Code = FirstOf(raw.Code),
            Slug = FirstOf(raw.Slug),
            Room = Room(raw),
            Track = Short(raw.Track, raw, "track"),
            Title = title,
            Subtitle = texts.Take(raw.Subtitle, isLine: true, Field(raw, "subtitle"), raw.Row, "subtitle"),
            Language = FirstOf(raw.Language),
            Type = Short(raw.Type, raw, "type") ?? "",
            Start = start,
            Duration = duration,
            Abstract = texts.Take(raw.Abstract, isLine: false, Field(raw, "abstract"), raw.Row, "abstract"),
            Description = texts.Take(raw.Description, isLine: false, Field(raw, "description"), raw.Row, "description"),
            Persons = Persons(raw),
            Links = Links(raw, raw.Links),
            Attachments = Links(raw, raw.Attachments),
            DoNotRecord = IsYes(raw),
            RecordingLicense = Short(raw.RecordingLicense, raw, "recording_license") ?? "",
            Url = Url(raw),
            Row = raw.Row,
        };
        if (Identify(raw, taken) is not { } guid)
        {
            return null;
        }

        taken = taken with { Guid = guid, Id = Id(raw) };
        _byGuid.Add(guid, taken);
        return taken;
    }

    private DateTimeOffset? Start(RawEvent raw)
    {
        var day = days.Listed(raw.Day);
        var moment = ScheduleClock.ParseMoment(raw.Date);
        var time = ScheduleClock.ParseTime(raw.Start);
        if (moment?.Time is null && ScheduleClock.ParseMoment(raw.Start) is { Time: not null } whole)
        {
            moment = whole;
        }

        if (moment is { Date: { } date, Time: { } written })
        {
            var start = moment.Value.Offset is { } offset ? new DateTimeOffset(date.ToDateTime(written), offset) : Place(raw, date, written);
            if (time is { } stated && (stated.Hour != written.Hour || stated.Minute != written.Minute))
            {
                problems.Note(StartDiffers, Field(raw, "start"), raw.Row, raw.Start, raw.Date);
            }

            ReportOutside(raw, day, start);
            return start;
        }

        if ((moment?.Date ?? day?.Date) is not { } onDate || time is not { } atTime)
        {
            problems.Refused(StartUnreadable, raw.Path, raw.Row, raw.Date, raw.Start);
            return null;
        }

        var placed = Place(raw, onDate, atTime);
        if (day is not null && onDate == day.Date && placed < day.Start && Place(raw, onDate.AddDays(1), atTime) is var night && night < day.End)
        {
            problems.Repaired(AfterMidnight, Field(raw, "start"), raw.Row, raw.Start, night.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            placed = night;
        }

        ReportOutside(raw, day, placed);
        return placed;
    }

    private DateTimeOffset Place(RawEvent raw, DateOnly date, TimeOnly time)
    {
        if (days.Offset(raw.Day) is { } offset)
        {
            return new DateTimeOffset(date.ToDateTime(time), offset);
        }

        var placed = clock.Place(date, time, out var skipped);
        if (skipped)
        {
            problems.Repaired(
                TimeSkipped,
                Field(raw, "start"),
                raw.Row,
                time.ToString("HH:mm", CultureInfo.InvariantCulture),
                placed.ToString("HH:mm", CultureInfo.InvariantCulture));
        }

        return placed;
    }

    private void ReportOutside(RawEvent raw, ScheduleDay? day, DateTimeOffset start)
    {
        if (day is not null && (start < day.Start || start >= day.End))
        {
            problems.Note(OutsideDay, raw.Path, raw.Row, start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        }
    }

    private TimeSpan? Duration(RawEvent raw, DateTimeOffset start)
    {
        var end = End(raw, start);
        var written = ScheduleDuration.Parse(raw.Duration);
        if (written is null && !string.IsNullOrWhiteSpace(raw.Duration))
        {
            problems.Refused(ValueUnreadable, Field(raw, "duration"), raw.Row, "duration", raw.Duration);
        }

        var exact = written ?? (end > start ? end.Value - start : null);
        if (exact is null)
        {
            problems.Repaired(DurationAssumed, Field(raw, "duration"), raw.Row, Minutes(options.AssumedDuration));
            return options.AssumedDuration;
        }

        var length = ScheduleDuration.RoundUp(exact.Value);
        if (length > ScheduleDuration.Longest)
        {
            problems.Refused(DurationTooLong, Field(raw, "duration"), raw.Row, FirstOf(raw.Duration, raw.End));
            return null;
        }

        if (length != exact)
        {
            problems.Repaired(DurationRounded, Field(raw, "duration"), raw.Row, FirstOf(raw.Duration, raw.End), Minutes(length));
        }

        if (written is not null && end is not null && end != start + written)
        {
            problems.Note(EndDiffers, Field(raw, "end"), raw.Row, raw.End);
        }

        return length;
    }

    // A clock time before the start is the next day's.
    private DateTimeOffset? End(RawEvent raw, DateTimeOffset start)
    {
        if (ScheduleClock.ParseMoment(raw.End) is { Date: { } date, Time: { } time } moment)
        {
            return moment.Offset is { } offset ? new DateTimeOffset(date.ToDateTime(time), offset) : clock.Place(date, time, out _);
        }

        if (ScheduleClock.ParseTime(raw.End) is { } clockTime)
        {
            var end = new DateTimeOffset(start.Date + clockTime.ToTimeSpan(), start.Offset);
            return end > start ? end : end.AddDays(1);
        }

        return null;
    }

    private string? Room(RawEvent raw)
    {
        var listed = texts.Line(raw.ListedRoom, raw.Path, raw.Row, "room");
        var named = texts.Line(raw.Room, Field(raw, "room"), raw.Row, "room");
        if (listed.Length > 0 && named.Length > 0 && listed != named)
        {
            problems.Repaired(RoomDiffers, Field(raw, "room"), raw.Row, named, listed);
        }

        var room = listed.Length > 0 ? listed : named;
        if (room.Length == 0)
        {
            problems.Note(RoomMissing, Field(raw, "room"), raw.Row);
            return null;
        }

        return room;
    }

    private Guid? Identify(RawEvent raw, ScheduleEvent taken)
    {
        if (!Guid.TryParse(raw.Guid?.Trim(), out var guid) || guid == Guid.Empty)
        {
            var name = FirstOf(raw.Guid) is { } foreign && guid == Guid.Empty && !Guid.TryParse(foreign, out _) ? "guid/" + foreign
                : FirstOf(raw.Id) is { } id ? "id/" + id
                : FirstOf(raw.Code) is { } code ? "code/" + code
                : FirstOf(raw.Slug) is { } slug ? "slug/" + slug
                : TitleName(taken.Title.Text);
            guid = ScheduleGuid.Derive(acronym, "event", name);
            problems.Repaired(GuidDerived, Field(raw, "guid"), raw.Row, "event", name);
        }

        if (!_byGuid.TryGetValue(guid, out var other))
        {
            return guid;
        }

        if (other.Title == taken.Title && other.Start == taken.Start && other.Duration == taken.Duration && other.Room == taken.Room)
        {
            problems.Refused(EventRepeated, raw.Path, raw.Row, taken.Title.Text);
            return null;
        }

        var start = taken.Start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var instead = ScheduleGuid.Derive(acronym, "event", $"{guid}/{start}/{taken.Room}");
        for (var count = 2; _byGuid.ContainsKey(instead); count++)
        {
            instead = ScheduleGuid.Derive(acronym, "event", $"{guid}/{start}/{taken.Room}/{count}");
        }

        problems.Repaired(GuidDuplicate, Field(raw, "guid"), raw.Row, "event", guid.ToString(), instead.ToString());
        return instead;
    }

    // The second "Coffee break" of a file is another session than the first.
    private string TitleName(string title)
    {
        var count = _titles[title] = _titles.GetValueOrDefault(title) + 1;
        return count == 1 ? $"title/{title}" : $"title/{title}/{count}";
    }

    private long? Id(RawEvent raw)
    {
        if (FirstOf(raw.Id) is not { } written)
        {
            return null;
        }

        if (ScheduleNames.Id(written) is { } id && _ids.Add(id))
        {
            return id;
        }

        problems.Repaired(IdDropped, Field(raw, "id"), raw.Row, written);
        return null;
    }

    private List<SchedulePerson> Persons(RawEvent raw)
    {
        var persons = new List<SchedulePerson>();
        foreach (var one in raw.Persons)
        {
            var person = new SchedulePerson
            {
                Name = texts.Take(one.Name, isLine: true, one.Path, raw.Row, "name"),
                Guid = PersonGuid(one, raw.Row),
                Id = ScheduleNames.Id(one.Id),
                Code = FirstOf(one.Code),
                Biography = texts.Take(one.Biography, isLine: false, one.Path, raw.Row, "biography"),
            };
            if (person.Name.Text.Length == 0 || persons.Exists(other => IsSame(other, person)))
            {
                problems.Refused(PersonDropped, one.Path, raw.Row, person.Name.Text);
                continue;
            }

            persons.Add(person);
        }

        return persons;
    }

    private static bool IsSame(SchedulePerson one, SchedulePerson other) =>
        (one.Guid is not null && one.Guid == other.Guid)
        || (one.Id is not null && one.Id == other.Id)
        || (one.Code is not null && one.Code == other.Code)
        || (one.Name.Text == other.Name.Text && one.Guid == other.Guid && one.Id == other.Id && one.Code == other.Code);

    private Guid? PersonGuid(RawPerson raw, int row)
    {
        if (FirstOf(raw.Guid) is not { } written)
        {
            return null;
        }

        if (Guid.TryParse(written, out var guid))
        {
            return guid == Guid.Empty ? null : guid;
        }

        problems.Repaired(GuidDerived, raw.Path, row, "person", written);
        return ScheduleGuid.Derive(acronym, "person", written);
    }

    private List<ScheduleLink> Links(RawEvent raw, List<RawLink> links)
    {
        var taken = new List<ScheduleLink>();
        foreach (var link in links)
        {
            if (Address(link.Url, link.Path, raw.Row) is { } address)
            {
                var kind = ScheduleNames.LinkType(link.Type);
                taken.Add(new ScheduleLink(address, texts.Line(link.Title, link.Path, raw.Row, "title"), kind));
            }
        }

        return taken;
    }

    // Writers put the guid's own name where the format asks for an address and there is none.
    private Uri? Url(RawEvent raw) => string.IsNullOrWhiteSpace(raw.Url) || raw.Url.StartsWith("urn:uuid:", StringComparison.Ordinal)
        ? null
        : Address(raw.Url, Field(raw, "url"), raw.Row);

    private Uri? Address(string? text, string path, int row)
    {
        var address = ScheduleLinks.Take(text, linkStart);
        if (address is null)
        {
            problems.Refused(LinkRefused, path, row, text);
        }
        else if (!text!.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            problems.Repaired(LinkCompleted, path, row, text, address.AbsoluteUri);
        }

        return address;
    }

    private bool IsYes(RawEvent raw)
    {
        switch (raw.DoNotRecord?.Trim().ToLowerInvariant())
        {
            case "true" or "1" or "yes" or "on":
                return true;
            case null or "" or "false" or "0" or "no" or "off":
                return false;
            default:
                // A wish not to be recorded that cannot be read is a wish all the same.
                problems.Repaired(ValueUnreadable, Field(raw, "do_not_record"), raw.Row, "do_not_record", raw.DoNotRecord);
                return true;
        }
    }

    private string? Short(string? text, RawEvent raw, string field) =>
        texts.Line(text, Field(raw, field), raw.Row, field) is { Length: > 0 } line ? line : null;

    private static string? FirstOf(params string?[] texts) =>
        texts.Select(ScheduleWords.CleanLine).FirstOrDefault(text => text.Length > 0);

    private static string Field(RawEvent raw, string field) => raw.Path.Contains('/', StringComparison.Ordinal) ? $"{raw.Path}/{field}" : $"{raw.Path}.{field}";

    private static string Minutes(TimeSpan length) => ((int)length.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
