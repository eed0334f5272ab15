using System.Globalization;
using System.Text;
using System.Xml;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Ics;

/// <summary>Writes an agenda as an iCalendar object that phones can import twice or subscribe to.</summary>
/// <remarks>
/// RFC 5545 with the calendar properties of RFC 7986. There is no METHOD: it would make the object an iTIP message,
/// whose events need an ORGANIZER with a mail address (RFC 5546, section 3.2.1), and an agenda invites nobody.
/// </remarks>
public static class AgendaIcsWriter
{
    /// <summary>
    /// The calendar in UTF-8: one entry per session, or one entry over the event's days when no session is known; none for a part without sessions.
    /// Equal agendas give equal bytes.
    /// </summary>
    public static byte[] Write(AgendaDocument agenda, IcsOptions options)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(options);

        var content = new IcsContent();
        var entries = agenda.Days.SelectMany(day => day.Entries).ToList();
        WriteHead(content, agenda, options);
        if (entries.Count == 0 && agenda.IsPart)
        {
            // A calendar needs some component (section 3.6), and a room that everything moved out of has no other.
            var (first, last) = (agenda.FirstDay.ToDateTime(TimeOnly.MinValue), agenda.LastDay.ToDateTime(TimeOnly.MinValue));
            new IcsTimeZone(agenda.TimeZone).Write(content, new DateTimeOffset(first, TimeSpan.Zero), new DateTimeOffset(last.AddDays(1), TimeSpan.Zero));
        }
        else if (entries.Count == 0)
        {
            WriteWholeEvent(content, agenda, options);
        }
        else
        {
            var zone = new IcsTimeZone(agenda.TimeZone);
            zone.Write(content, entries.Min(entry => entry.Start), entries.Max(entry => entry.End));
            foreach (var entry in entries)
            {
                WriteEntry(content, agenda, entry, zone, options);
            }
        }

        content.Line("END", "VCALENDAR");
        return content.ToArray();
    }

    private static void WriteHead(IcsContent content, AgendaDocument agenda, IcsOptions options)
    {
        var interval = XmlConvert.ToString(options.RefreshInterval);
        var title = ExportText.CleanLine(agenda.Title);
        content.Line("BEGIN", "VCALENDAR");
        content.Line("VERSION", "2.0");
        content.Text("PRODID", ExportText.CleanLine(options.ProductId));
        content.Line("CALSCALE", "GREGORIAN");
        content.Text("UID", $"agenda-{agenda.EventId}@{options.UidHost}");
        content.Line("LAST-MODIFIED", IcsContent.Utc(agenda.Release.PublishedAt));
        content.Text("NAME", agenda.Language, title);
        content.Text("X-WR-CALNAME", title);
        content.Line("X-WR-TIMEZONE", agenda.TimeZone.Id);
        content.Text("DESCRIPTION", agenda.Language, EventDescription(agenda));
        WriteAddress(content, agenda);
        content.Line("REFRESH-INTERVAL;VALUE=DURATION", interval);
        content.Line("X-PUBLISHED-TTL", interval);
    }

    private static void WriteEntry(
        IcsContent content, AgendaDocument agenda, AgendaEntry entry, IcsTimeZone zone, IcsOptions options)
    {
        content.Line("BEGIN", "VEVENT");
        content.Text("UID", $"{entry.SessionId}@{options.UidHost}");
        content.Line("DTSTAMP", IcsContent.Utc(agenda.Release.PublishedAt));
        content.Line("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        content.Line("LAST-MODIFIED", IcsContent.Utc(entry.LastModified));
        zone.WriteInstant(content, "DTSTART", entry.Start);
        zone.WriteInstant(content, "DTEND", entry.End);
        content.Text("SUMMARY", agenda.Language, Joined(" · ", entry.Code, entry.Title));
        content.Text("LOCATION", agenda.Language, Joined(AgendaPunctuation.For(agenda.Language).Comma, entry.Room, agenda.Place));
        content.Text("DESCRIPTION", agenda.Language, EntryDescription(agenda, entry));
        content.TextList("CATEGORIES", agenda.Language, [entry.TypeLabel, entry.Track]);
        WriteState(content, agenda.IsCancelled || entry.IsCancelled, AgendaSelection.Marking(entry));
        WriteAddress(content, agenda);
        content.Line("END", "VEVENT");
    }

    private static void WriteWholeEvent(IcsContent content, AgendaDocument agenda, IcsOptions options)
    {
        content.Line("BEGIN", "VEVENT");
        content.Text("UID", $"{agenda.EventId}@{options.UidHost}");
        content.Line("DTSTAMP", IcsContent.Utc(agenda.Release.PublishedAt));
        content.Line("SEQUENCE", agenda.Release.Number.ToString(CultureInfo.InvariantCulture));
        content.Line("LAST-MODIFIED", IcsContent.Utc(agenda.Release.PublishedAt));
        content.Line("DTSTART;VALUE=DATE", IcsContent.Date(agenda.FirstDay));
        content.Line("DTEND;VALUE=DATE", IcsContent.Date(agenda.LastDay.AddDays(1)));
        content.Text("SUMMARY", agenda.Language, ExportText.CleanLine(agenda.Title));
        content.Text("LOCATION", agenda.Language, ExportText.CleanLine(agenda.Place));
        content.Text("DESCRIPTION", agenda.Language, EventDescription(agenda));
        // A day-long entry must not make everybody look busy for days.
        content.Line("TRANSP", "TRANSPARENT");
        WriteState(content, agenda.IsCancelled, agenda.Classification);
        WriteAddress(content, agenda);
        content.Line("END", "VEVENT");
    }

    private static void WriteState(IcsContent content, bool isCancelled, Classification classification)
    {
        content.Line("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED");
        content.Line("CLASS", classification switch
        {
            Classification.Clear => "PUBLIC",
            Classification.Green => "PRIVATE",
            _ => "CONFIDENTIAL",
        });
    }

    private static void WriteAddress(IcsContent content, AgendaDocument agenda)
    {
        if (agenda.Address is { } address)
        {
            content.Line("URL", address.AbsoluteUri);
        }
    }

    private static string EventDescription(AgendaDocument agenda)
    {
        var lines = new List<string?> { agenda.Subtitle };
        lines.AddRange(agenda.AuthorityLines);
        var signs = AgendaPunctuation.For(agenda.Language);
        lines.Add($"{agenda.Labels.Release} {Number(agenda.Release.Number)}{signs.Comma}{agenda.Release.PublishedInWords}");
        lines.Add($"{agenda.Labels.Classification}{signs.Colon}{agenda.Classification.Marking()}");
        return Lines(lines);
    }

    private static string EntryDescription(AgendaDocument agenda, AgendaEntry entry)
    {
        var labels = agenda.Labels;
        var signs = AgendaPunctuation.For(agenda.Language);
        var lines = new List<string?> { entry.IsCancelled ? labels.Cancelled : null, agenda.Title };
        if (entry.Chair is { } chair)
        {
            lines.Add($"{labels.Chair}{signs.Colon}{Person(chair, signs)}");
        }

        if (entry.Speakers.Count > 0)
        {
            lines.Add(labels.Speakers + signs.Colon + string.Join(signs.Semicolon, entry.Speakers.Select(speaker => Person(speaker, signs))));
        }

        if (entry.Interpretation.Count > 0)
        {
            lines.Add(labels.Interpretation + signs.Colon + string.Join(signs.Comma, entry.Interpretation));
        }

        if (entry.AccessLabel is { } access)
        {
            lines.Add($"{labels.Access}{signs.Colon}{access}");
        }

        if (entry.Points.Count > 0)
        {
            lines.Add(labels.Points + signs.Colon);
            lines.AddRange(entry.Points.Select((point, index) => $"{Number(index + 1)}. {Joined(" · ", point.Title, point.Speaker)}"));
        }

        lines.Add($"{labels.Classification}{signs.Colon}{entry.Classification.Marking()}");
        var text = new StringBuilder(Lines(lines));
        if (ExportText.Clean(entry.Abstract).Trim() is { Length: > 0 } summary)
        {
            text.Append("\n\n").Append(summary);
        }

        return text.ToString();
    }

    private static string Person(AgendaPerson person, AgendaPunctuation signs) =>
        Joined(signs.Comma, person.Name, person.Function) + (person.Side is { } side ? $" ({ExportText.CleanLine(side)})" : string.Empty);

    private static string Lines(IEnumerable<string?> lines) => Joined("\n", [.. lines]);

    private static string Joined(string separator, params string?[] parts) =>
        string.Join(separator, parts.Select(ExportText.CleanLine).Where(part => part.Length > 0));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
