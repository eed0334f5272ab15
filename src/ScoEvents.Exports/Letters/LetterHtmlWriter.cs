using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static ScoEvents.Exports.Agenda.AgendaHtmlText;

namespace ScoEvents.Exports.Letters;

/// <summary>
/// Writes letters as one self-contained page for the PDF engine: no script, nothing fetched, every text encoded. Each letter
/// begins on a sheet of its own, with its own language, direction, marking and number.
/// </summary>
public static class LetterHtmlWriter
{
    /// <summary>One letter. Equal letters give equal text.</summary>
    public static string Write(LetterDocument letter) => Write([letter], [1]);

    /// <summary>Letters one after the other, in any languages; the page is called by the first.</summary>
    /// <param name="letters">One at least.</param>
    /// <param name="pages">How many pages each of them has; of a single letter they are counted while it is printed.</param>
    public static string Write(IReadOnlyList<LetterDocument> letters, IReadOnlyList<int> pages)
    {
        ArgumentNullException.ThrowIfNull(letters);
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentOutOfRangeException.ThrowIfZero(letters.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pages.Count, letters.Count);

        var html = new StringBuilder(8 * 1024);
        WriteHead(html, letters, pages);
        if (letters.Count > 1)
        {
            WriteTargets(html, letters.Count);
        }

        for (var i = 0; i < letters.Count; i++)
        {
            WriteLetter(html, letters[i], i, isOnly: letters.Count == 1);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>What a letter's part of the page is called, and its counter of pages.</summary>
    internal static string NameOf(int index) => "l" + index.ToString(CultureInfo.InvariantCulture);

    private static void WriteHead(StringBuilder html, IReadOnlyList<LetterDocument> letters, IReadOnlyList<int> pages)
    {
        var style = LetterStyleSheet.For(letters, pages);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        html.Append("<!DOCTYPE html>\n<html").Append(Language(letters[0]))
            .Append(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Append("default-src 'none'; style-src 'sha256-").Append(styleHash).Append("'; base-uri 'none'; form-action 'none'\">\n<title>")
            .Append(Line(letters[0].Title)).Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n");
        // A fixed box is painted on every page, so it can only say what is true of all of them.
        if (letters[0].Watermark is { } watermark && letters.All(letter => letter.Watermark == watermark))
        {
            html.Append("<div class=\"watermark\" aria-hidden=\"true\">").Append(Line(watermark)).Append("</div>\n");
        }
    }

    // Only what is linked to is found again in the file.
    private static void WriteTargets(StringBuilder html, int count)
    {
        html.Append("<nav hidden>");
        for (var i = 0; i < count; i++)
        {
            html.Append("<a href=\"#").Append(NameOf(i)).Append("\"></a>");
        }

        html.Append("</nav>\n");
    }

    private static void WriteLetter(StringBuilder html, LetterDocument letter, int index, bool isOnly)
    {
        html.Append("<article class=\"").Append(letter.Layout == LetterLayout.Certificate ? "certificate" : "letter").Append(" ")
            .Append(NameOf(index)).Append(isOnly ? "\"" : $"\" id=\"{NameOf(index)}\"").Append(Language(letter)).Append(">\n<header>\n");
        Paragraph(html, "office", letter.Head.Name);
        foreach (var line in letter.Head.Lines)
        {
            Paragraph(html, "office-line", line);
        }

        html.Append("</header>\n");
        if (letter.Number is not null || letter.DateInWords is not null)
        {
            html.Append("<div class=\"reference\"><p><bdi>").Append(Line(letter.Number)).Append("</bdi></p><p><bdi>")
                .Append(Line(letter.DateInWords)).Append("</bdi></p></div>\n");
        }

        WriteLines(html, "addressee", letter.Addressee);
        if (Line(letter.Heading) is { Length: > 0 } heading)
        {
            html.Append("<h1>").Append(heading).Append("</h1>\n");
        }

        foreach (var block in letter.Body)
        {
            WriteBlock(html, block);
        }

        Text(html, "closing", letter.Closing);
        WriteLines(html, "signature", letter.Signature);
        html.Append("</article>\n");
    }

    private static void WriteBlock(StringBuilder html, LetterBlock block)
    {
        switch (block)
        {
            case LetterParagraph paragraph:
                Text(html, "body", paragraph.Text);
                break;
            case LetterEmphasis emphasis:
                html.Append("<p class=\"emphasis\"><bdi>").Append(Line(emphasis.Text)).Append("</bdi></p>\n");
                break;
            case LetterList list:
                html.Append("<ul>\n");
                foreach (var item in list.Items)
                {
                    html.Append("<li>").Append(Line(item)).Append("</li>\n");
                }

                html.Append("</ul>\n");
                break;
            case LetterFacts facts:
                html.Append("<dl>\n");
                foreach (var fact in facts.Facts)
                {
                    html.Append("<dt>").Append(Line(fact.Term)).Append("</dt><dd><bdi>").Append(Line(fact.Text)).Append("</bdi></dd>\n");
                }

                html.Append("</dl>\n");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "A kind of block that this writer does not know.");
        }
    }

    private static void WriteLines(StringBuilder html, string className, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        html.Append("<div class=\"").Append(className).Append("\">\n");
        foreach (var line in lines)
        {
            html.Append("<p>").Append(Line(line)).Append("</p>\n");
        }

        html.Append("</div>\n");
    }

    private static void Text(StringBuilder html, string className, string? text)
    {
        if (Lines(text) is { Length: > 0 } lines)
        {
            html.Append("<p class=\"").Append(className).Append("\">").Append(lines).Append("</p>\n");
        }
    }

    private static string Language(LetterDocument letter) =>
        $" lang=\"{Line(letter.Language)}\" dir=\"{(letter.Direction == TextDirection.RightToLeft ? "rtl" : "ltr")}\"";
}
