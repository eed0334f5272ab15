using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Writes the JSON form of the schedule exchange format; equal schedules give equal bytes, whatever the order of their sessions.</summary>
public static class ScheduleJsonWriter
{
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Letters of all scripts stand as they are; what ends a script element or an attribute is still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes day by day and leaves the stream open; only asynchronous writes reach the stream.</summary>
    /// <param name="document">The schedule; numbers and slugs that it lacks are derived from guids.</param>
    /// <param name="output">Where the UTF-8 bytes go, without byte order mark.</param>
    /// <param name="cancellationToken">Checked at every room of every day; what was written until then stays in the stream.</param>
    public static async Task WriteAsync(ScheduleDocument document, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);

        var schedule = ScheduleCanonical.Of(document);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        var writer = new Utf8JsonWriter(buffer, _options);
        await using (writer.ConfigureAwait(false))
        {
            WriteHead(writer, schedule);
            foreach (var day in schedule.Days)
            {
                WriteDayHead(writer, day);
                foreach (var room in schedule.Events.Where(one => one.Day == day.Index).GroupBy(one => one.Room ?? "", StringComparer.Ordinal))
                {
                    writer.WriteStartArray(MarkupText.Guard(room.Key));
                    foreach (var one in room)
                    {
                        WriteEvent(writer, schedule.Conference, one);
                    }

                    writer.WriteEndArray();
                    await FlushAsync(writer, buffer, output, cancellationToken).ConfigureAwait(false);
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            await FlushAsync(writer, buffer, output, cancellationToken).ConfigureAwait(false);
            await output.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task FlushAsync(Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        writer.Flush();
        await output.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        buffer.ResetWrittenCount();
    }

    private static void WriteHead(Utf8JsonWriter writer, ScheduleDocument schedule)
    {
        var conference = schedule.Conference;
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://c3voc.de/schedule/schema.json");
        writer.WriteStartObject("generator");
        writer.WriteString("name", "ScoEvents");
        writer.WriteEndObject();
        writer.WriteStartObject("schedule");
        writer.WriteString("version", MarkupText.Guard(schedule.Version));
        WriteAddress(writer, "base_url", conference.BaseUrl);
        writer.WriteStartObject("conference");
        writer.WriteString("acronym", conference.Acronym);
        WriteText(writer, "title", conference.Title);
        writer.WriteString("start", Iso(conference.Start));
        writer.WriteString("end", Iso(conference.End));
        writer.WriteNumber("daysCount", schedule.Days.Count);
        writer.WriteString("timeslot_duration", ScheduleDuration.Format(conference.TimeslotDuration ?? TimeSpan.FromMinutes(5)));
        if (ScheduleNames.IsZone(conference.TimeZoneName))
        {
            writer.WriteString("time_zone_name", conference.TimeZoneName);
        }

        WriteAddress(writer, "url", conference.Url);
        writer.WriteStartArray("tracks");
        foreach (var track in schedule.Tracks)
        {
            WriteTrack(writer, track);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rooms");
        foreach (var room in schedule.Rooms)
        {
            WriteRoom(writer, room);
        }

        writer.WriteEndArray();
        ScheduleJsonTranslations.Write(writer, schedule);
        writer.WriteStartArray("days");
    }

    private static void WriteTrack(Utf8JsonWriter writer, ScheduleTrack track)
    {
        writer.WriteStartObject();
        WriteText(writer, "name", track.Name);
        if (ScheduleNames.TrackSlug(track.Slug) is { } slug)
        {
            writer.WriteString("slug", slug);
        }

        if (track.Color is not null)
        {
            writer.WriteString("color", track.Color);
        }

        writer.WriteEndObject();
    }

    private static void WriteRoom(Utf8JsonWriter writer, ScheduleRoom room)
    {
        writer.WriteStartObject();
        WriteText(writer, "name", room.Name);
        writer.WriteString("guid", room.Guid);
        WriteText(writer, "description", room.Description);
        if (room.Capacity is { } capacity)
        {
            writer.WriteNumber("capacity", capacity);
        }
        else
        {
            writer.WriteNull("capacity");
        }

        writer.WriteEndObject();
    }

    private static void WriteDayHead(Utf8JsonWriter writer, ScheduleDay day)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", day.Index);
        writer.WriteString("date", Iso(day.Date));
        writer.WriteString("day_start", Iso(day.Start));
        writer.WriteString("day_end", Iso(day.End));
        writer.WriteStartObject("rooms");
    }

    private static void WriteEvent(Utf8JsonWriter writer, ScheduleConference conference, ScheduleEvent one)
    {
        writer.WriteStartObject();
        writer.WriteString("guid", one.Guid);
        writer.WriteNumber("id", one.Id!.Value);
        if (ScheduleNames.IsCode(one.Code))
        {
            writer.WriteString("code", one.Code);
        }

        writer.WriteString("date", Iso(one.Start));
        writer.WriteString("start", one.Start.ToString("HH:mm", CultureInfo.InvariantCulture));
        writer.WriteString("end", Iso(one.Start + one.Duration));
        writer.WriteString("duration", ScheduleDuration.Format(one.Duration));
        writer.WriteString("room", MarkupText.Guard(one.Room ?? ""));
        writer.WriteString("slug", one.Slug);
        writer.WriteString("url", one.Url is null ? $"urn:uuid:{one.Guid}" : ScheduleLinks.Format(one.Url));
        WriteText(writer, "title", one.Title);
        WriteText(writer, "subtitle", one.Subtitle);
        WriteOrNull(writer, "track", one.Track);
        writer.WriteString("type", MarkupText.Guard(one.Type));
        WriteOrNull(writer, "language", one.Language);
        WriteText(writer, "abstract", one.Abstract);
        WriteText(writer, "description", one.Description);
        writer.WriteString("recording_license", MarkupText.Guard(one.RecordingLicense));
        writer.WriteBoolean("do_not_record", one.DoNotRecord);
        writer.WriteStartArray("persons");
        foreach (var person in one.Persons)
        {
            WritePerson(writer, person);
        }

        writer.WriteEndArray();
        WriteLinks(writer, "links", one.Links);
        WriteLinks(writer, "attachments", one.Attachments);
        writer.WriteEndObject();
    }

    // The schema takes a person in exactly one of two shapes: number and public name, or name.
    private static void WritePerson(Utf8JsonWriter writer, SchedulePerson person)
    {
        writer.WriteStartObject();
        if (person.Guid is { } guid)
        {
            writer.WriteString("guid", guid);
        }

        if (person.Id is { } id)
        {
            writer.WriteNumber("id", id);
        }

        if (ScheduleNames.IsCode(person.Code))
        {
            writer.WriteString("code", person.Code);
        }

        if (person.Id is null)
        {
            WriteText(writer, "name", person.Name);
        }

        WriteText(writer, "public_name", person.Name);
        if (person.Biography.Text.Length > 0)
        {
            WriteText(writer, "biography", person.Biography);
        }

        if (!person.Name.Translations.IsEmpty)
        {
            writer.WriteStartObject(ScheduleExtension.Name);
            ScheduleJsonTranslations.WriteForms(writer, "name", person.Name.Translations);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter writer, string name, IReadOnlyList<ScheduleLink> links)
    {
        writer.WriteStartArray(name);
        foreach (var link in links)
        {
            writer.WriteStartObject();
            writer.WriteString("url", ScheduleLinks.Format(link.Url));
            writer.WriteString("title", MarkupText.Guard(link.Title));
            if (link.Type is not null)
            {
                writer.WriteString("type", link.Type);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, ScheduleText text) => writer.WriteString(name, MarkupText.Guard(text.Text));

    private static void WriteOrNull(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, MarkupText.Guard(text));
        }
    }

    private static void WriteAddress(Utf8JsonWriter writer, string name, Uri? address)
    {
        if (address is not null)
        {
            writer.WriteString(name, ScheduleLinks.Format(address));
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>Writes the texts in our other languages into the schedule's open place.</summary>
internal static class ScheduleJsonTranslations
{
    public static void Write(Utf8JsonWriter writer, ScheduleDocument schedule)
    {
        var title = schedule.Conference.Title.Translations;
        var tracks = schedule.Tracks.Where(track => !track.Name.Translations.IsEmpty).ToList();
        var rooms = schedule.Rooms.Where(room => Has(room.Name, room.Description)).ToList();
        var events = schedule.Events.Where(one => Has(one.Title, one.Subtitle, one.Abstract, one.Description)).ToList();
        if (title.IsEmpty && tracks.Count == 0 && rooms.Count == 0 && events.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("meta");
        writer.WriteStartObject(ScheduleExtension.Name);
        Group<LocalizedText>(writer, "conference", title.IsEmpty ? [] : [title], forms => WriteForms(writer, "title", forms));
        Group(writer, "tracks", tracks, track =>
        {
            writer.WriteStartObject(MarkupText.Guard(track.Name.Text));
            WriteForms(writer, "name", track.Name.Translations);
            writer.WriteEndObject();
        });
        Group(writer, "rooms", rooms, room =>
        {
            writer.WriteStartObject(room.Guid.ToString());
            WriteForms(writer, "name", room.Name.Translations);
            WriteForms(writer, "description", room.Description.Translations);
            writer.WriteEndObject();
        });
        Group(writer, "events", events, one =>
        {
            writer.WriteStartObject(one.Guid.ToString());
            WriteForms(writer, "title", one.Title.Translations);
            WriteForms(writer, "subtitle", one.Subtitle.Translations);
            WriteForms(writer, "abstract", one.Abstract.Translations);
            WriteForms(writer, "description", one.Description.Translations);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteForms(Utf8JsonWriter writer, string field, LocalizedText forms)
    {
        if (forms.IsEmpty)
        {
            return;
        }

        writer.WriteStartObject(field);
        foreach (var language in forms.Available)
        {
            writer.WriteString(language, MarkupText.Guard(forms[language]!));
        }

        writer.WriteEndObject();
    }

    private static void Group<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndObject();
    }

    private static bool Has(params ReadOnlySpan<ScheduleText> texts)
    {
        foreach (var text in texts)
        {
            if (!text.Translations.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
