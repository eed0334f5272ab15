using System.Text;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Markdown;

/// <summary>Writes an agenda as Markdown for wikis, notes and mails: headings for days and sessions, lists for people.</summary>
/// <remarks>CommonMark 0.31. Every text is escaped, so that none becomes a heading, a link, a list or raw HTML.</remarks>
public static class AgendaMarkdownWriter
{
    /// <summary>The text, to be sent as UTF-8 with LF line ends. Equal agendas give equal text.</summary>
    public static string Write(AgendaDocument agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);

        var text = new StringBuilder(16 * 1024);
        WriteCover(text, agenda);
        foreach (var day in agenda.Days.Where(day => day.Entries.Count > 0))
        {
            var other = agenda.Beside?.Days.FirstOrDefault(beside => beside.Date == day.Date);
            text.Append("\n## ").Append(MarkdownText.Line(AgendaSpeech.Joined(" / ", day.Heading, other?.Heading))).Append('\n');
            foreach (var entry in day.Entries)
            {
                WriteEntry(text, agenda, entry, "###");
                if (agenda.Beside is { } second && other?.Entries.FirstOrDefault(beside => beside.SessionId == entry.SessionId) is { } translated)
                {
                    WriteEntry(text, second, translated, "####");
                }
            }
        }

        if (agenda.Days.All(day => day.Entries.Count == 0))
        {
            text.Append('\n').Append(MarkdownText.Line(agenda.Labels.NoSessions)).Append('\n');
        }

        return text.Append("\n---\n\n").Append(MarkdownText.Line(AgendaFacts.RunningMarking(agenda))).Append(" · ")
            .Append(MarkdownText.Line(AgendaFacts.Edition(agenda))).Append('\n').ToString();
    }

    private static void WriteCover(StringBuilder text, AgendaDocument agenda)
    {
        text.Append(MarkdownText.Line(AgendaFacts.RunningMarking(agenda))).Append("\n\n# ")
            .Append(MarkdownText.Line(AgendaSpeech.Joined(" / ", agenda.Title, agenda.Beside?.Title))).Append("\n\n");
        foreach (var document in new[] { agenda, agenda.Beside }.OfType<AgendaDocument>())
        {
            if (document.Subtitle is { } subtitle)
            {
                text.Append('*').Append(MarkdownText.Line(subtitle)).Append("*\n\n");
            }

            foreach (var line in document.AuthorityLines)
            {
                text.Append("- ").Append(MarkdownText.Line(line)).Append('\n');
            }

            var colon = AgendaPunctuation.For(document.Language).Colon;
            foreach (var (term, fact) in AgendaFacts.Of(document).Append((document.Labels.Classification, document.Classification.Marking())))
            {
                text.Append("- **").Append(MarkdownText.Line(term)).Append("**").Append(colon).Append(MarkdownText.Line(fact)).Append('\n');
            }

            if (document.IsCancelled)
            {
                text.Append("\n**").Append(MarkdownText.Line(document.Labels.Cancelled)).Append("**\n");
            }

            text.Append(ReferenceEquals(document, agenda) && agenda.Beside is not null ? "\n" : string.Empty);
        }
    }

    private static void WriteEntry(StringBuilder text, AgendaDocument agenda, AgendaEntry entry, string level)
    {
        var labels = agenda.Labels;
        var zone = agenda.TimeZone;
        var colon = AgendaPunctuation.For(agenda.Language).Colon;
        text.Append('\n').Append(level).Append(' ').Append(AgendaTimes.Clock(entry.Start, zone)).Append('–').Append(AgendaTimes.Clock(entry.End, zone)).Append(' ')
            .Append(MarkdownText.Line(AgendaSpeech.Joined(" ", entry.Title, entry.Code is { Length: > 0 } code ? $"({code})" : null))).Append('\n');
        var facts = AgendaSpeech.Joined(
            " · ", entry.IsPause ? null : entry.TypeLabel, entry.Track, entry.Room, AgendaTimes.EndsOnLaterDay(entry, zone) ? labels.NextDay : null);
        Paragraph(text, facts);
        if (entry.IsCancelled)
        {
            text.Append("\n**").Append(MarkdownText.Line(labels.Cancelled)).Append("**\n");
        }

        if (ExportText.Clean(entry.Abstract).Trim() is { Length: > 0 } summary)
        {
            // Two spaces would be invisible; the backslash keeps a line break that editors do not trim away.
            text.Append('\n').Append(string.Join("\\\n", summary.Split('\n').Select(MarkdownText.Line))).Append('\n');
        }

        List(text, labels.Points, colon, "1. ", entry.Points.Select(point => AgendaSpeech.Point(agenda, point)));
        Note(text, labels.Chair, colon, entry.Chair is { } chair ? AgendaSpeech.Person(agenda, chair) : null);
        List(text, labels.Speakers, colon, "- ", entry.Speakers.Select(person => AgendaSpeech.Person(agenda, person)));
        Note(text, labels.Interpretation, colon, AgendaSpeech.Interpretation(agenda, entry));
        Note(text, labels.Access, colon, entry.AccessLabel);
        Note(text, labels.Classification, colon, entry.Classification == Classification.Clear ? null : entry.Classification.Marking());
    }

    private static void Paragraph(StringBuilder text, string line)
    {
        if (line.Length > 0)
        {
            text.Append('\n').Append(MarkdownText.Line(line)).Append('\n');
        }
    }

    private static void Note(StringBuilder text, string label, string colon, string? line)
    {
        if (MarkdownText.Line(line) is { Length: > 0 } note)
        {
            text.Append("\n**").Append(MarkdownText.Line(label)).Append("**").Append(colon).Append(note).Append('\n');
        }
    }

    private static void List(StringBuilder text, string label, string colon, string marker, IEnumerable<string> lines)
    {
        var rows = lines.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        text.Append("\n**").Append(MarkdownText.Line(label)).Append("**").Append(colon.TrimEnd()).Append("\n\n");
        foreach (var row in rows)
        {
            text.Append(marker).Append(MarkdownText.Line(row)).Append('\n');
        }
    }
}
