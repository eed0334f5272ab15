using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScoEvents.Exports.Docx;

/// <summary>Paragraphs and runs in one language, with direction, fonts and language tags as Word wants them.</summary>
/// <param name="language">BCP 47 tag of the texts.</param>
/// <param name="documentIsRightToLeft">Direction of the document, which paragraphs of another language must say they do not have.</param>
internal sealed class DocxText(string language, bool documentIsRightToLeft)
{
    private readonly DocxScript _main = DocxScripts.Of(language);

    /// <summary>Whether lines of this language begin at the right.</summary>
    public bool IsRightToLeft => _main == DocxScript.Arabic;

    /// <summary>A paragraph of a style with the runs of a text.</summary>
    public Paragraph Paragraph(string style, string? text) => Paragraph(style, [.. Runs(text)]);

    /// <summary>A paragraph of a style.</summary>
    public Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } };
        if (IsRightToLeft != documentIsRightToLeft)
        {
            properties.BiDi = new BiDi { Val = IsRightToLeft };
        }

        return new Paragraph([properties, .. content]);
    }

    /// <summary>A paragraph that reads from left to right in every language, such as times; it stands where the line begins.</summary>
    public static Paragraph LeftToRight(string style, string text, bool beginsAtRight) => new(
        new ParagraphProperties
        {
            ParagraphStyleId = new ParagraphStyleId { Val = style },
            BiDi = new BiDi { Val = false },
            Justification = new Justification { Val = beginsAtRight ? JustificationValues.Right : JustificationValues.Left },
        },
        new Run(new Text(ExportText.CleanLine(text)) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>The runs of one line, each in one script; a character style for all of them may be given.</summary>
    public IEnumerable<Run> Runs(string? text, string? style = null) => DocxScripts.Cut(ExportText.CleanLine(text), _main).Select(piece => new Run(
        Properties(piece.Script, style), new Text(piece.Text) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>A run of any text that keeps its white space at the ends, in the language's own script.</summary>
    public Run Raw(string text, string? style = null) => new(Properties(_main, style), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static RunProperties Properties(DocxScript script, string? style)
    {
        var properties = new RunProperties();
        if (style is not null)
        {
            properties.RunStyle = new RunStyle { Val = style };
        }

        switch (script)
        {
            case DocxScript.EastAsian:
                properties.RunFonts = new RunFonts { Hint = FontTypeHintValues.EastAsia };
                properties.Languages = new Languages { EastAsia = "zh-CN" };
                break;
            case DocxScript.Devanagari:
                properties.RunFonts = new RunFonts { ComplexScript = DocxFonts.Devanagari };
                properties.ComplexScript = new ComplexScript();
                properties.Languages = new Languages { Bidi = "hi-IN" };
                break;
            case DocxScript.Arabic:
                properties.RunFonts = new RunFonts { ComplexScript = DocxFonts.Nastaliq };
                properties.RightToLeftText = new RightToLeftText();
                properties.Languages = new Languages { Bidi = "ur-PK" };
                break;
            case DocxScript.Cyrillic:
                properties.Languages = new Languages { Val = "ru-RU" };
                break;
            default:
                properties.Languages = new Languages { Val = "en-GB" };
                break;
        }

        return properties;
    }
}

/// <summary>Fonts that Word brings along, each with the free one that takes its place elsewhere; of Nastaliq it is the other way round, because only Word follows the hint.</summary>
internal static class DocxFonts
{
    public const string Latin = "Arial";
    public const string EastAsian = "Microsoft YaHei";
    public const string Devanagari = "Nirmala UI";
    public const string Nastaliq = "Noto Nastaliq Urdu";

    /// <summary>The list that readers without the first font look the second one up in.</summary>
    public static Fonts List() => new(
        Font(Latin, "Noto Sans"), Font(EastAsian, "Noto Sans CJK SC"), Font(Devanagari, "Noto Sans Devanagari"), Font(Nastaliq, "Urdu Typesetting"));

    private static Font Font(string name, string free) => new(new AltName { Val = free }) { Name = name };
}
