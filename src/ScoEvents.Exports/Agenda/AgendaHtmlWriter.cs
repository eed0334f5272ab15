using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScoEvents.Exports.Pdf;
using static ScoEvents.Exports.Agenda.AgendaHtmlText;

namespace ScoEvents.Exports.Agenda;

/// <summary>
/// Writes an agenda as one self-contained page for paper, screen and archive: no script, nothing fetched, every text
/// encoded, so that the same page serves the PDF engine, a browser's own print command and a reader without a network.
/// </summary>
public static class AgendaHtmlWriter
{
    // From here on the cover with its contents fills a page of its own; a short agenda begins right below it.
    private const int EntriesForOwnCover = 12;

    /// <summary>The page as text, to be sent as UTF-8. Equal agendas give equal text.</summary>
    public static string Write(AgendaDocument agenda) => Write(agenda, isForPrinter: false);

    /// <summary>
    /// The same for the PDF engine alone: its contents leave room for page numbers, and on a screen it shows nothing,
    /// because a browser that prints a page lays it out for the screen three times over before and after.
    /// </summary>
    public static PrintablePage Print(AgendaDocument agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);

        var days = DaysOf(agenda);
        return new PrintablePage(Write(agenda, isForPrinter: true), agenda.Release.PublishedAt)
        {
            Contents = HasContents(days) ? [.. days.Select((_, index) => DayId(index))] : [],
        };
    }

    private static string Write(AgendaDocument agenda, bool isForPrinter)
    {
        ArgumentNullException.ThrowIfNull(agenda);

        var html = new StringBuilder(32 * 1024);
        var days = DaysOf(agenda);
        WriteHead(html, agenda, isForPrinter);
        WriteCover(html, agenda, days, isForPrinter);
        var rows = new AgendaHtmlRows(html, agenda);
        for (var i = 0; i < days.Count; i++)
        {
            WriteDay(html, agenda, days[i], i, rows);
        }

        if (days.Count == 0)
        {
            html.Append("<p class=\"empty\">").Append(Line(agenda.Labels.NoSessions)).Append("</p>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static List<AgendaDay> DaysOf(AgendaDocument agenda) => [.. agenda.Days.Where(day => day.Entries.Count > 0)];

    private static bool HasContents(List<AgendaDay> days) => days.Count > 1;

    private static void WriteHead(StringBuilder html, AgendaDocument agenda, bool isForPrinter)
    {
        var style = AgendaStyleSheet.For(agenda) + (isForPrinter ? AgendaStyleSheet.ForPrinter : string.Empty);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        html.Append("<!DOCTYPE html>\n<html").Append(LanguageOf(agenda))
            .Append(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Append("default-src 'none'; style-src 'sha256-").Append(styleHash)
            .Append("'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Line(Title(agenda)))
            .Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n");
        if (agenda.IsDraft)
        {
            // A fixed box is painted on every page; the running header says it in words that screen readers get too.
            html.Append("<div class=\"watermark\" aria-hidden=\"true\">").Append(Line(agenda.Labels.Draft)).Append("</div>\n");
        }

        html.Append("<main>\n");
    }

    private static string Title(AgendaDocument agenda) => agenda.IsDraft
        ? $"{agenda.Title} – {agenda.Labels.Agenda} ({agenda.Labels.Draft})"
        : $"{agenda.Title} – {agenda.Labels.Agenda}";

    private static void WriteCover(StringBuilder html, AgendaDocument agenda, List<AgendaDay> days, bool isForPrinter)
    {
        var isOwnPage = days.Sum(day => day.Entries.Count) >= EntriesForOwnCover;
        html.Append("<header class=\"cover").Append(isOwnPage ? " own-page" : string.Empty).Append("\">\n");
        WriteFacts(html, agenda, "h1");
        if (agenda.Beside is { } beside)
        {
            html.Append("<div class=\"beside\"").Append(LanguageOf(beside)).Append(">\n");
            WriteFacts(html, beside, "p");
            html.Append("</div>\n");
        }

        if (HasContents(days))
        {
            WriteContents(html, agenda, days, isForPrinter);
        }

        html.Append("</header>\n");
    }

    private static void WriteFacts(StringBuilder html, AgendaDocument agenda, string heading)
    {
        var labels = agenda.Labels;
        html.Append("<p class=\"kicker\">").Append(Line(labels.Agenda)).Append("</p>\n<").Append(heading).Append(" class=\"title\">")
            .Append(Line(agenda.Title)).Append("</").Append(heading).Append(">\n");
        Paragraph(html, "subtitle", agenda.Subtitle);
        Paragraph(html, "state", agenda.IsCancelled ? labels.Cancelled : null);
        Paragraph(html, "state", agenda.IsDraft ? labels.Draft : null);
        if (agenda.AuthorityLines.Count > 0)
        {
            html.Append("<ul class=\"authority\">\n");
            foreach (var line in agenda.AuthorityLines)
            {
                html.Append("<li>").Append(Line(line)).Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        html.Append("<dl>\n");
        foreach (var (term, text) in AgendaFacts.Of(agenda))
        {
            html.Append("<dt>").Append(Line(term)).Append("</dt><dd>").Append(Line(text)).Append("</dd>\n");
        }

        html.Append("<dt>").Append(Line(labels.Classification)).Append("</dt><dd>").Append(Marking(agenda.Classification)).Append("</dd>\n</dl>\n");
    }

    private static void WriteContents(StringBuilder html, AgendaDocument agenda, List<AgendaDay> days, bool isForPrinter)
    {
        var label = Line(agenda.Labels.Contents);
        html.Append("<nav class=\"contents\" aria-label=\"").Append(label).Append("\">\n<p class=\"kicker\">").Append(label).Append("</p>\n<ol>\n");
        for (var i = 0; i < days.Count; i++)
        {
            var (first, last) = (days[i].Entries.Min(entry => entry.Start), days[i].Entries.Max(entry => entry.End));
            html.Append("<li><a href=\"#").Append(DayId(i)).Append("\">").Append(Line(days[i].Heading)).Append("</a> <span class=\"clock\">")
                .Append(AgendaTimes.Clock(first, agenda.TimeZone)).Append('–').Append(AgendaTimes.Clock(last, agenda.TimeZone)).Append("</span>");
            if (isForPrinter)
            {
                html.Append(" <span class=\"page\">")
                    .Append(agenda.Direction == TextDirection.RightToLeft ? PrintablePage.NumberAtLeft : PrintablePage.NumberAtRight).Append("</span>");
            }

            html.Append("</li>\n");
        }

        html.Append("</ol>\n</nav>\n");
    }

    private static void WriteDay(StringBuilder html, AgendaDocument agenda, AgendaDay day, int index, AgendaHtmlRows rows)
    {
        var labels = agenda.Labels;
        html.Append("<section class=\"day\" id=\"").Append(DayId(index)).Append("\">\n<h2>").Append(Line(day.Heading)).Append("</h2>\n");
        if (agenda.Beside is { } beside && beside.Days.FirstOrDefault(other => other.Date == day.Date) is { } otherDay)
        {
            html.Append("<p class=\"day-beside\"").Append(LanguageOf(beside)).Append('>').Append(Line(otherDay.Heading)).Append("</p>\n");
        }

        html.Append("<table>\n<thead><tr><th scope=\"col\" class=\"c-time\">").Append(Line(labels.Time)).Append("</th><th scope=\"col\">").Append(Line(labels.Session));
        if (agenda.Beside is { } second)
        {
            html.Append("</th><th scope=\"col\"").Append(LanguageOf(second)).Append('>').Append(Line(second.Labels.Session));
        }

        html.Append("</th><th scope=\"col\" class=\"c-room\">").Append(Line(labels.Room)).Append("</th></tr></thead>\n<tbody>\n");
        foreach (var entry in day.Entries)
        {
            rows.Write(entry);
        }

        html.Append("</tbody>\n</table>\n</section>\n");
    }

    private static string DayId(int index) => "day-" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
