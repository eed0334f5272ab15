using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Docx;

/// <summary>
/// The list of days as the field that Word keeps up to date, filled already. It has links and no page numbers, which
/// nobody knows before the document is laid out.
/// </summary>
internal static class DocxContents
{
    /// <summary>Heading and one line a day.</summary>
    public static IEnumerable<Paragraph> Of(AgendaDocument agenda, List<AgendaDay> days, DocxText text)
    {
        yield return text.Paragraph(DocxStyles.ContentsHeading, agenda.Labels.Contents);
        for (var i = 0; i < days.Count; i++)
        {
            var link = new Hyperlink(text.Runs(days[i].Heading)) { Anchor = Name(i), History = true };
            var begin = i == 0
                ? new OpenXmlElement[]
                {
                    Mark(FieldCharValues.Begin),
                    new Run(new FieldCode(" TOC \\o \"1-1\" \\n \\h \\z ") { Space = SpaceProcessingModeValues.Preserve }),
                    Mark(FieldCharValues.Separate),
                }
                : [];
            OpenXmlElement[] end = i == days.Count - 1 ? [Mark(FieldCharValues.End)] : [];
            yield return text.Paragraph(DocxStyles.Contents, [.. begin, link, .. end]);
        }
    }

    /// <summary>The heading's runs between the marks that the list leads to.</summary>
    public static IEnumerable<OpenXmlElement> Bookmarked(int index, IEnumerable<Run> heading)
    {
        var id = (index + 1).ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = Name(index) }, .. heading, new BookmarkEnd { Id = id }];
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static string Name(int index) => "_Toc" + (index + 1).ToString("D6", CultureInfo.InvariantCulture);
}
