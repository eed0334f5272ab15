using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ScoEvents.Domain.Documents;

namespace ScoEvents.Exports.Participants;

/// <summary>
/// Writes a list of participants, or a difference, as one self-contained page to be printed: no script, nothing fetched,
/// every text encoded.
/// </summary>
public static class ParticipantHtmlWriter
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page as text, to be sent as UTF-8. Equal documents give equal text.</summary>
    public static string Write(ParticipantDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);

        var pages = document.Pages();
        var html = new StringBuilder(256 * 1024);
        WriteHead(html, document, pages);
        html.Append("<main>\n<header class=\"cover\">\n<p class=\"kicker\">").Append(Line(document.EventTitle)).Append("</p>\n<h1>")
            .Append(Line(document.Heading)).Append("</h1>\n<dl>\n");
        foreach (var (term, text) in document.Facts)
        {
            html.Append("<dt>").Append(Line(term)).Append("</dt><dd>").Append(Line(text)).Append("</dd>\n");
        }

        html.Append("<dt>").Append(Line(document.Labels.Classification)).Append("</dt><dd><bdi class=\"marking\">")
            .Append(document.Classification.Marking()).Append("</bdi></dd>\n</dl>\n</header>\n");
        foreach (var section in pages.Sections)
        {
            WriteSection(html, pages, section);
        }

        if (pages.Sections.Count == 0)
        {
            html.Append("<p class=\"empty\">").Append(Line(document.NothingSaid)).Append("</p>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHead(StringBuilder html, ParticipantDocument document, ParticipantPages pages)
    {
        var style = ParticipantStyleSheet.For(document, pages);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Line(document.Language)).Append("\" dir=\"")
            .Append(document.Direction == TextDirection.RightToLeft ? "rtl" : "ltr")
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Append("default-src 'none'; style-src 'sha256-").Append(styleHash).Append("'; base-uri 'none'; form-action 'none'\">\n<title>")
            .Append(Line(document.Title)).Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n");
    }

    private static void WriteSection(StringBuilder html, ParticipantPages pages, ParticipantSection section)
    {
        html.Append("<section>\n<h2>").Append(Line(section.Heading)).Append(" <span class=\"note\">").Append(Line(section.Note)).Append("</span></h2>\n<table>\n<thead><tr>");
        for (var i = 0; i < pages.Columns.Count; i++)
        {
            html.Append("<th scope=\"col\" class=\"c").Append(i.ToString(CultureInfo.InvariantCulture)).Append("\">").Append(Line(pages.Columns[i].Heading)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in section.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append("<td>");
                WriteLines(html, cell.Printed);
                html.Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</section>\n");
    }

    // Each line of the cell takes a direction of its own by the sheet, so that a Latin name in an Urdu table cannot pull the numbers
    // around it. No line is a block: that would be one more element of the tagged PDF for each of ten thousand lines.
    private static void WriteLines(StringBuilder html, IEnumerable<ParticipantLine> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            html.Append(isFirst ? string.Empty : "\n");
            isFirst = false;
            var look = line.Look switch
            {
                ParticipantLineLook.Name => " class=\"name\"",
                ParticipantLineLook.OwnScript => " class=\"own\"" + LanguageOf(line.Text),
                ParticipantLineLook.Quiet => " class=\"quiet\"",
                _ => null,
            };
            html.Append(look is null ? Line(line.Text) : $"<span{look}>{Line(line.Text)}</span>");
        }
    }

    // Nobody wrote down the language of a name; its script says enough for the right font and line height.
    private static string LanguageOf(string? name) => (name ?? string.Empty).EnumerateRunes()
        .Select(rune => rune.Value switch
        {
            >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F => " lang=\"ur\"",
            >= 0x0900 and <= 0x097F => " lang=\"hi\"",
            >= 0x2E80 and <= 0x9FFF => " lang=\"zh\"",
            _ => null,
        })
        .FirstOrDefault(language => language is not null) ?? string.Empty;

    private static string Line(string? text) => _encoder.Encode(ExportText.CleanLine(text));
}
