using System.Globalization;
using System.Text;
using ScoEvents.Domain.Documents;
using static ScoEvents.Exports.Agenda.AgendaHtmlText;

namespace ScoEvents.Exports.Agenda;

/// <summary>Writes the sessions of an agenda as rows of a table, in one language or in two.</summary>
internal sealed class AgendaHtmlRows(StringBuilder html, AgendaDocument agenda)
{
    private readonly Dictionary<Guid, AgendaEntry> _beside = agenda.Beside?.Days
        .SelectMany(day => day.Entries).ToDictionary(entry => entry.SessionId) ?? [];

    public void Write(AgendaEntry entry)
    {
        html.Append("<tr class=\"").Append(entry.IsPause ? "pause" : "session").Append(entry.IsCancelled ? " cancelled" : string.Empty)
            .Append("\">\n<td class=\"time\">");
        WriteTimes(entry);
        html.Append("</td>\n<td>");
        WriteContent(agenda, entry, "h3");
        html.Append("</td>\n");
        if (agenda.Beside is { } beside && _beside.TryGetValue(entry.SessionId, out var other))
        {
            html.Append("<td").Append(LanguageOf(beside)).Append('>');
            // Headings are in the first language only: the outline would name every session twice.
            WriteContent(beside, other, "p");
            html.Append("</td>\n<td>").Append(Line(entry.Room));
            if (other.Room is not null && other.Room != entry.Room)
            {
                html.Append("<br><span").Append(LanguageOf(beside)).Append('>').Append(Line(other.Room)).Append("</span>");
            }

            html.Append("</td>\n</tr>\n");
        }
        else
        {
            html.Append("<td>").Append(Line(entry.Room)).Append("</td>\n</tr>\n");
        }
    }

    private void WriteTimes(AgendaEntry entry)
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

    private void WriteContent(AgendaDocument document, AgendaEntry entry, string heading)
    {
        var labels = document.Labels;
        var punctuation = AgendaPunctuation.For(document.Language);
        var colon = punctuation.Colon.TrimEnd();
        // A pause is called by its type already: "Coffee break" twice says nothing more.
        if (!entry.IsPause)
        {
            Paragraph(html, "type", entry.Track is { } track ? $"{entry.TypeLabel} · {track}" : entry.TypeLabel);
        }

        html.Append('<').Append(heading).Append(" class=\"session-title\">").Append(Line(entry.Title));
        if (Line(entry.Code) is { Length: > 0 } code)
        {
            html.Append(" <bdi class=\"code\">").Append(code).Append("</bdi>");
        }

        html.Append("</").Append(heading).Append(">\n");
        Paragraph(html, "note", entry.IsCancelled ? labels.Cancelled : null);
        if (Lines(entry.Abstract) is { Length: > 0 } summary)
        {
            html.Append("<p class=\"abstract\">").Append(summary).Append("</p>\n");
        }

        WritePoints(labels, entry);
        WritePeople(labels, entry, punctuation);
        WriteNote(labels.Interpretation + colon, Line(string.Join(punctuation.Comma, entry.Interpretation)));
        WriteNote(labels.Access + colon, Line(entry.AccessLabel));
        WriteNote(labels.Classification + colon, entry.Classification == Classification.Clear ? string.Empty : Marking(entry.Classification));
    }

    private void WritePoints(AgendaLabels labels, AgendaEntry entry)
    {
        if (entry.Points.Count == 0)
        {
            return;
        }

        html.Append("<ol class=\"points\" aria-label=\"").Append(Line(labels.Points)).Append("\">\n");
        foreach (var point in entry.Points)
        {
            html.Append("<li><bdi>").Append(Line(point.Title)).Append("</bdi>");
            if (Line(point.Speaker) is { Length: > 0 } speaker)
            {
                html.Append(" · <bdi>").Append(speaker).Append("</bdi>");
            }

            WriteMinutes(labels, point.Minutes);
            html.Append("</li>\n");
        }

        html.Append("</ol>\n");
    }

    private void WritePeople(AgendaLabels labels, AgendaEntry entry, AgendaPunctuation punctuation)
    {
        var colon = punctuation.Colon.TrimEnd();
        if (entry.Chair is { } chair)
        {
            html.Append("<p class=\"people\"><b>").Append(Line(labels.Chair + colon)).Append("</b> ");
            WritePerson(labels, chair, punctuation);
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
            WritePerson(labels, speaker, punctuation);
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    /// <summary>Names are isolated: one in another script must not drag commas and brackets to its own side.</summary>
    private void WritePerson(AgendaLabels labels, AgendaPerson person, AgendaPunctuation punctuation)
    {
        html.Append("<bdi>").Append(Line(person.Name)).Append("</bdi>");
        if (Line(person.NativeName) is { Length: > 0 } native)
        {
            html.Append(" (<bdi");
            if (person.NativeLanguage is { } language)
            {
                html.Append(" lang=\"").Append(Line(language)).Append('"');
            }

            html.Append('>').Append(native).Append("</bdi>)");
        }

        if (Line(person.Function) is { Length: > 0 } function)
        {
            html.Append(punctuation.Comma).Append("<bdi>").Append(function).Append("</bdi>");
        }

        if (Line(person.Side) is { Length: > 0 } side)
        {
            html.Append(" <span class=\"side\">· <bdi>").Append(side).Append("</bdi></span>");
        }

        WriteMinutes(labels, person.Minutes);
        if (Line(person.Topic) is { Length: > 0 } topic)
        {
            html.Append(" <bdi class=\"topic\">").Append(topic).Append("</bdi>");
        }
    }

    private void WriteMinutes(AgendaLabels labels, int? minutes)
    {
        if (minutes is { } known)
        {
            html.Append(" <span class=\"side\">(<bdi>").Append(Line(string.Format(CultureInfo.InvariantCulture, labels.Minutes, known))).Append("</bdi>)</span>");
        }
    }

    private void WriteNote(string label, string encoded)
    {
        if (encoded.Length > 0)
        {
            html.Append("<p class=\"note\"><b>").Append(Line(label)).Append("</b> ").Append(encoded).Append("</p>\n");
        }
    }
}
