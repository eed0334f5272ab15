using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ScoEvents.Domain.Documents;

namespace ScoEvents.Exports.Agenda;

/// <summary>Text on its way into a page: cleaned, then encoded.</summary>
internal static class AgendaHtmlText
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>One line, encoded.</summary>
    public static string Line(string? text) => _encoder.Encode(ExportText.CleanLine(text));

    /// <summary>Text whose line breaks stay; the encoder would turn them into numbers.</summary>
    public static string Lines(string? text) => string.Join('\n', ExportText.Clean(text).Trim().Split('\n').Select(_encoder.Encode));

    /// <summary>Attributes of an element in the language of the agenda.</summary>
    public static string LanguageOf(AgendaDocument agenda) =>
        $" lang=\"{Line(agenda.Language)}\" dir=\"{(agenda.Direction == TextDirection.RightToLeft ? "rtl" : "ltr")}\"";

    /// <summary>A marking, which reads from left to right in every language.</summary>
    public static string Marking(Classification classification) => $"<bdi class=\"marking\">{classification.Marking()}</bdi>";

    /// <summary>A paragraph, or nothing for an empty text.</summary>
    public static void Paragraph(StringBuilder html, string className, string? text)
    {
        if (Line(text) is { Length: > 0 } line)
        {
            html.Append("<p class=\"").Append(className).Append("\">").Append(line).Append("</p>\n");
        }
    }
}
