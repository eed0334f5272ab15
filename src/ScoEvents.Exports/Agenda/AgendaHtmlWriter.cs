using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ScoEvents.Exports.Agenda;

/// <summary>
/// Writes an agenda as one self-contained page for paper: no script, nothing fetched, every text encoded, so that
/// the same page serves the PDF engine and a browser's own print command.
/// </summary>
public static class AgendaHtmlWriter
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page as text, to be sent as UTF-8. Equal agendas give equal text.</summary>
    public static string Write(AgendaDocument agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);

        var html = new StringBuilder(32 * 1024);
        WriteHead(html, agenda);
        WriteCover(html, agenda);
        foreach (var day in agenda.Days.Where(day => day.Entries.Count > 0))
        {
            WriteDay(html, agenda, day);
        }

        if (agenda.Days.All(day => day.Entries.Count == 0))
        {
            html.Append("<p class=\"empty\">").Append(Line(agenda.Labels.NoSessions)).Append("</p>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHead(StringBuilder html, AgendaDocument agenda)
    {
        var style = AgendaStyleSheet.For(agenda);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var direction = agenda.Direction == TextDirection.RightToLeft ? "rtl" : "ltr";
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Line(agenda.Language)).Append("\" dir=\"").Append(direction)
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Append("default-src 'none'; style-src 'sha256-").Append(styleHash)
            .Append("'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\n<title>")
            .Append(Line($"{agenda.Title} – {agenda.Labels.Agenda}"))
            .Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n<main>\n");
    }

    private static void WriteCover(StringBuilder html, AgendaDocument agenda)
    {
        var labels = agenda.Labels;
        html.Append("<header class=\"cover\">\n<p class=\"kicker\">").Append(Line(labels.Agenda)).Append("</p>\n<h1>")
            .Append(Line(agenda.Title)).Append("</h1>\n");
        WriteParagraph(html, "subtitle", agenda.Subtitle);
        if (agenda.IsCancelled)
        {
            WriteParagraph(html, "state", labels.Cancelled);
        }

        if (agenda.AuthorityLines.Count > 0)
        {
            html.Append("<ul class=\"authority\">\n");
            foreach (var line in agenda.AuthorityLines)
            {
                html.Append("<li>").Append(Line(line)).Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        var release = agenda.Release;
        var number = release.Number.ToString(CultureInfo.InvariantCulture);
        html.Append("<dl>\n");
        WriteTerm(html, labels.Dates, agenda.DatesInWords);
        WriteTerm(html, labels.Place, agenda.Place);
        WriteTerm(html, labels.TimeZone, agenda.TimeZoneInWords);
        // Two bare numbers side by side would change places in a right-to-left line; the brackets keep them apart.
        var name = release.Name is null ? number : $"{number} · {release.Name}";
        WriteTerm(html, labels.Release, $"{name} ({release.PublishedInWords})");
        html.Append("<dt>").Append(Line(labels.Classification)).Append("</dt><dd>").Append(Marking(agenda.Classification)).Append("</dd>\n");
        html.Append("</dl>\n</header>\n");
    }

    private static void WriteDay(StringBuilder html, AgendaDocument agenda, AgendaDay day)
    {
        var labels = agenda.Labels;
        html.Append("<section class=\"day\">\n<h2>").Append(Line(day.Heading))
            .Append("</h2>\n<table>\n<thead><tr><th scope=\"col\" class=\"c-time\">").Append(Line(labels.Time))
            .Append("</th><th scope=\"col\">").Append(Line(labels.Session))
            .Append("</th><th scope=\"col\" class=\"c-room\">").Append(Line(labels.Room)).Append("</th></tr></thead>\n<tbody>\n");
        foreach (var entry in day.Entries)
        {
            WriteEntry(html, agenda, entry);
        }

        html.Append("</tbody>\n</table>\n</section>\n");
    }

    private static void WriteEntry(StringBuilder html, AgendaDocument agenda, AgendaEntry entry)
    {
        var labels = agenda.Labels;
        var punctuation = AgendaPunctuation.For(agenda.Language);
        var colon = punctuation.Colon.TrimEnd();
        var classes = (entry.IsPause ? "pause" : "session") + (entry.IsCancelled ? " cancelled" : string.Empty);
        html.Append("<tr class=\"").Append(classes).Append("\">\n<td class=\"time\">");
        WriteTimes(html, agenda, entry);
        html.Append("</td>\n<td>");
        // A pause is called by its type already: "Coffee break" twice says nothing more.
        if (!entry.IsPause)
        {
            WriteParagraph(html, "type", entry.TypeLabel);
        }

        html.Append("<h3>").Append(Line(entry.Title));
        if (ExportText.CleanLine(entry.Code) is { Length: > 0 } code)
        {
            html.Append(" <bdi class=\"code\">").Append(_encoder.Encode(code)).Append("</bdi>");
        }

        html.Append("</h3>\n");
        WriteParagraph(html, "note", entry.IsCancelled ? labels.Cancelled : null);
        if (ExportText.Clean(entry.Abstract).Trim() is { Length: > 0 } summary)
        {
            html.Append("<p class=\"abstract\">").Append(Encode(summary)).Append("</p>\n");
        }

        WritePeople(html, labels, entry, punctuation);
        WriteNote(html, labels.Access + colon, _encoder.Encode(ExportText.CleanLine(entry.AccessLabel)));
        WriteNote(html, labels.Classification + colon, entry.Classification is { } marking ? Marking(marking) : string.Empty);
        html.Append("</td>\n<td>").Append(Line(entry.Room)).Append("</td>\n</tr>\n");
    }

    private static void WriteTimes(StringBuilder html, AgendaDocument agenda, AgendaEntry entry)
    {
        var zone = agenda.TimeZone;
        html.Append("<span class=\"clock\"><time datetime=\"").Append(AgendaTimes.Machine(entry.Start, zone)).Append("\">")
            .Append(AgendaTimes.Clock(entry.Start, zone)).Append("</time>–<time datetime=\"")
            .Append(AgendaTimes.Machine(entry.End, zone)).Append("\">").Append(AgendaTimes.Clock(entry.End, zone))
            .Append("</time></span>");
        if (AgendaTimes.EndsOnLaterDay(entry, zone))
        {
            html.Append("<span class=\"later\">").Append(Line(agenda.Labels.NextDay)).Append("</span>");
        }
    }

    private static void WritePeople(StringBuilder html, AgendaLabels labels, AgendaEntry entry, AgendaPunctuation punctuation)
    {
        var colon = punctuation.Colon.TrimEnd();
        if (entry.Chair is { } chair)
        {
            html.Append("<p class=\"people\"><b>").Append(Line(labels.Chair + colon)).Append("</b> ");
            WritePerson(html, chair, punctuation);
            html.Append("</p>\n");
        }

        if (entry.Speakers.Count == 0)
        {
            return;
        }

        html.Append("<p class=\"people\"><b>").Append(Line(labels.Speakers + colon)).Append("</b></p>\n<ul class=\"people\">\n");
        foreach (var speaker in entry.Speakers)
        {
            html.Append("<li>");
            WritePerson(html, speaker, punctuation);
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    /// <summary>Names are isolated: one in another script must not drag commas and brackets to its own side.</summary>
    private static void WritePerson(StringBuilder html, AgendaPerson person, AgendaPunctuation punctuation)
    {
        html.Append("<bdi>").Append(Line(person.Name)).Append("</bdi>");
        if (ExportText.CleanLine(person.NativeName) is { Length: > 0 } native)
        {
            html.Append(" (<bdi");
            if (person.NativeLanguage is { } language)
            {
                html.Append(" lang=\"").Append(Line(language)).Append('"');
            }

            html.Append('>').Append(_encoder.Encode(native)).Append("</bdi>)");
        }

        if (ExportText.CleanLine(person.Function) is { Length: > 0 } function)
        {
            html.Append(punctuation.Comma).Append("<bdi>").Append(_encoder.Encode(function)).Append("</bdi>");
        }

        if (ExportText.CleanLine(person.Side) is { Length: > 0 } side)
        {
            html.Append(" <span class=\"side\">· <bdi>").Append(_encoder.Encode(side)).Append("</bdi></span>");
        }

        if (ExportText.CleanLine(person.Topic) is { Length: > 0 } topic)
        {
            html.Append(" <bdi class=\"topic\">").Append(_encoder.Encode(topic)).Append("</bdi>");
        }
    }

    private static void WriteTerm(StringBuilder html, string term, string? text)
    {
        if (ExportText.CleanLine(text) is { Length: > 0 } line)
        {
            html.Append("<dt>").Append(Line(term)).Append("</dt><dd>").Append(_encoder.Encode(line)).Append("</dd>\n");
        }
    }

    private static void WriteNote(StringBuilder html, string label, string encoded)
    {
        if (encoded.Length > 0)
        {
            html.Append("<p class=\"note\"><b>").Append(Line(label)).Append("</b> ").Append(encoded).Append("</p>\n");
        }
    }

    private static void WriteParagraph(StringBuilder html, string className, string? text)
    {
        if (ExportText.CleanLine(text) is { Length: > 0 } line)
        {
            html.Append("<p class=\"").Append(className).Append("\">").Append(_encoder.Encode(line)).Append("</p>\n");
        }
    }

    private static string Marking(string classification) => $"<bdi class=\"marking\">{Line(classification)}</bdi>";

    private static string Line(string? text) => _encoder.Encode(ExportText.CleanLine(text));

    // The encoder would turn a line break into a number; the page keeps it as one.
    private static string Encode(string text) => string.Join('\n', text.Split('\n').Select(_encoder.Encode));
}
