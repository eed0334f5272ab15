using System.Globalization;
using System.Text;
using System.Xml;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Writes the XML form of the schedule exchange format; equal schedules give equal bytes, whatever the order of their sessions.</summary>
/// <remarks>
/// The form has no place for a room's description and capacity, a person's code and biography, and codes that are not
/// six characters long; JSON carries them.
/// </remarks>
public static class ScheduleXmlWriter
{
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
        CloseOutput = false,
    };

    /// <summary>Writes room by room and leaves the stream open; only asynchronous writes reach the stream.</summary>
    /// <param name="document">The schedule; numbers and slugs that it lacks are derived from guids.</param>
    /// <param name="output">Where the UTF-8 bytes go, without byte order mark.</param>
    /// <param name="cancellationToken">Checked at every room of every day; what was written until then stays in the stream.</param>
    public static async Task WriteAsync(ScheduleDocument document, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);

        var schedule = ScheduleCanonical.Of(document);
        // Rooms without sessions are written too: their order is the order of the columns.
        List<ScheduleRoom?> rooms = [.. schedule.Rooms];
        if (schedule.Events.Any(one => one.Room is null))
        {
            rooms.Add(null);
        }

        using var buffer = new MemoryStream();
        using var writer = XmlWriter.Create(buffer, _settings);
        WriteHead(writer, schedule);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var isFirstDay = true;
        foreach (var day in schedule.Days)
        {
            WriteDayHead(writer, day);
            var events = schedule.Events.Where(one => one.Day == day.Index).ToLookup(one => one.Room, StringComparer.Ordinal);
            foreach (var room in rooms)
            {
                WriteRoomHead(writer, room, isFirstDay);
                foreach (var one in events[room?.Name.Text])
                {
                    WriteEvent(writer, one, codes);
                }

                writer.WriteEndElement();
                await FlushAsync(writer, buffer, output, cancellationToken).ConfigureAwait(false);
            }

            isFirstDay = false;
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndDocument();
        await FlushAsync(writer, buffer, output, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    private static async Task FlushAsync(XmlWriter writer, MemoryStream buffer, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        writer.Flush();
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken).ConfigureAwait(false);
        buffer.SetLength(0);
    }

    private static void WriteHead(XmlWriter writer, ScheduleDocument schedule)
    {
        var conference = schedule.Conference;
        writer.WriteStartDocument();
        writer.WriteStartElement("schedule");
        writer.WriteStartElement("generator");
        writer.WriteAttributeString("name", "ScoEvents");
        writer.WriteEndElement();
        Element(writer, "version", schedule.Version);
        writer.WriteStartElement("conference");
        writer.WriteElementString("acronym", conference.Acronym);
        Element(writer, "title", conference.Title.Text);
        Translations(writer, "title", conference.Title);
        writer.WriteElementString("start", Iso(conference.Start));
        writer.WriteElementString("end", Iso(conference.End));
        writer.WriteElementString("days", schedule.Days.Count.ToString(CultureInfo.InvariantCulture));
        writer.WriteElementString("timeslot_duration", ScheduleDuration.Format(conference.TimeslotDuration ?? TimeSpan.FromMinutes(5)));
        Address(writer, "base_url", conference.BaseUrl);
        Address(writer, "url", conference.Url);
        if (conference.TimeZoneName is not null)
        {
            Element(writer, "time_zone_name", conference.TimeZoneName);
        }

        foreach (var track in schedule.Tracks)
        {
            writer.WriteStartElement("track");
            writer.WriteAttributeString("name", MarkupText.Guard(track.Name.Text));
            Attribute(writer, "color", track.Color);
            Attribute(writer, "slug", ScheduleNames.TrackSlug(track.Slug));
            writer.WriteEndElement();
            Translations(writer, "name", track.Name);
        }

        writer.WriteEndElement();
    }

    private static void WriteDayHead(XmlWriter writer, ScheduleDay day)
    {
        writer.WriteStartElement("day");
        writer.WriteAttributeString("index", day.Index.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("date", Iso(day.Date));
        writer.WriteAttributeString("start", Iso(day.Start));
        writer.WriteAttributeString("end", Iso(day.End));
    }

    private static void WriteRoomHead(XmlWriter writer, ScheduleRoom? room, bool isFirstDay)
    {
        writer.WriteStartElement("room");
        writer.WriteAttributeString("name", MarkupText.Guard(room?.Name.Text ?? ""));
        if (room is null)
        {
            return;
        }

        writer.WriteAttributeString("guid", room.Guid.ToString());
        if (isFirstDay)
        {
            Translations(writer, "name", room.Name);
        }
    }

    private static void WriteEvent(XmlWriter writer, ScheduleEvent one, HashSet<string> codes)
    {
        writer.WriteStartElement("event");
        writer.WriteAttributeString("guid", one.Guid.ToString());
        writer.WriteAttributeString("id", one.Id!.Value.ToString(CultureInfo.InvariantCulture));
        if (ScheduleNames.IsShortCode(one.Code) && codes.Add(one.Code!))
        {
            writer.WriteAttributeString("code", one.Code);
        }

        Element(writer, "room", one.Room ?? "");
        Element(writer, "title", one.Title.Text);
        Translations(writer, "title", one.Title);
        Element(writer, "subtitle", one.Subtitle.Text);
        Translations(writer, "subtitle", one.Subtitle);
        Element(writer, "type", one.Type);
        writer.WriteElementString("date", Iso(one.Start));
        writer.WriteElementString("start", one.Start.ToString("HH:mm", CultureInfo.InvariantCulture));
        writer.WriteElementString("duration", ScheduleDuration.Format(one.Duration));
        Element(writer, "abstract", one.Abstract.Text);
        Translations(writer, "abstract", one.Abstract);
        writer.WriteElementString("slug", one.Slug);
        Element(writer, "track", one.Track ?? "");
        WritePersons(writer, one.Persons);
        Element(writer, "language", one.Language ?? "");
        Element(writer, "description", one.Description.Text);
        Translations(writer, "description", one.Description);
        writer.WriteStartElement("recording");
        Element(writer, "license", one.RecordingLicense);
        writer.WriteElementString("optout", one.DoNotRecord ? "true" : "false");
        writer.WriteEndElement();
        WriteLinks(writer, "link", one.Links);
        WriteLinks(writer, "attachment", one.Attachments);
        Address(writer, "url", one.Url);
        writer.WriteEndElement();
    }

    private static void WritePersons(XmlWriter writer, IReadOnlyList<SchedulePerson> persons)
    {
        writer.WriteStartElement("persons");
        foreach (var person in persons)
        {
            writer.WriteStartElement("person");
            Attribute(writer, "id", person.Id?.ToString(CultureInfo.InvariantCulture));
            Attribute(writer, "guid", person.Guid?.ToString());
            writer.WriteString(MarkupText.Guard(person.Name.Text));
            writer.WriteEndElement();
            Translations(writer, "name", person.Name);
        }

        writer.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter writer, string name, IReadOnlyList<ScheduleLink> links)
    {
        writer.WriteStartElement(name + "s");
        foreach (var link in links)
        {
            writer.WriteStartElement(name);
            writer.WriteAttributeString("href", ScheduleLinks.Format(link.Url));
            Attribute(writer, "type", link.Type);
            writer.WriteString(MarkupText.Guard(link.Title));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Translations(XmlWriter writer, string field, ScheduleText text)
    {
        foreach (var language in text.Translations.Available)
        {
            writer.WriteProcessingInstruction(ScheduleExtension.Name, ScheduleExtension.Format(field, language, MarkupText.Guard(text.Translations[language]!)));
        }
    }

    private static void Element(XmlWriter writer, string name, string text) => writer.WriteElementString(name, MarkupText.Guard(text));

    private static void Attribute(XmlWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteAttributeString(name, value);
        }
    }

    private static void Address(XmlWriter writer, string name, Uri? address)
    {
        if (address is not null)
        {
            writer.WriteElementString(name, ScheduleLinks.Format(address));
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
