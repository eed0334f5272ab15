using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Letters;

namespace ScoEvents.Exports.Docx;

/// <summary>What stands on every page of a letter: the marking above and below, number and page below, a watermark behind.</summary>
internal static class LetterDocxFrame
{
    /// <summary>Margin at both sides, in twentieths of a point: 25 mm.</summary>
    public const int SideMargin = 1_418;

    /// <summary>Width of a line, in twentieths of a point.</summary>
    public static int LineWidth(LetterDocument letter) => Paper(letter).WidthInTwips - (2 * SideMargin);

    /// <summary>The language of the letter.</summary>
    public static DocxText Text(LetterDocument letter) => new(letter.Language, letter.Direction == TextDirection.RightToLeft);

    /// <summary>The section, which Word mirrors as a whole for a right-to-left document.</summary>
    public static SectionProperties Section(LetterDocument letter, string headerId, string footerId)
    {
        var paper = Paper(letter);
        var section = new SectionProperties(
            new HeaderReference { Id = headerId, Type = HeaderFooterValues.Default },
            new FooterReference { Id = footerId, Type = HeaderFooterValues.Default },
            new PageSize
            {
                Width = (uint)paper.WidthInTwips,
                Height = (uint)paper.HeightInTwips,
                Orient = paper.IsLandscape ? PageOrientationValues.Landscape : null,
            },
            new PageMargin { Top = 1_360, Bottom = 1_240, Left = SideMargin, Right = SideMargin, Header = 620, Footer = 620, Gutter = 0 });
        if (paper.IsLandscape)
        {
            section.Append(new PageBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>())
            {
                OffsetFrom = PageBorderOffsetValues.Page,
            });
        }

        if (letter.Direction == TextDirection.RightToLeft)
        {
            section.Append(new BiDi());
        }

        return section;
    }

    public static Header Header(LetterDocument letter)
    {
        var text = Text(letter);
        var line = text.Paragraph(DocxStyles.Header, [Tab(), Tab(), .. text.Runs(letter.RunningMarking, DocxStyles.Marking)]);
        line.ParagraphProperties!.Tabs = Stops(letter);
        var header = new Header(line);
        if (letter.Watermark is { } watermark)
        {
            header.Append(DocxPageFrame.Watermark(watermark));
        }

        return header;
    }

    public static Footer Footer(LetterDocument letter)
    {
        var text = Text(letter);
        var line = text.Paragraph(
            DocxStyles.Footer,
            [
                .. text.Runs(letter.Number), Tab(), .. text.Runs(letter.Classification.Marking(), DocxStyles.Marking), Tab(),
                .. DocxFile.PageOfPages(letter.PageOfPages, text),
            ]);
        line.ParagraphProperties!.Tabs = Stops(letter);
        return new Footer(line);
    }

    private static AgendaPaper Paper(LetterDocument letter) => new(PaperSize.A4, letter.Layout == LetterLayout.Certificate);

    private static Run Tab() => new(new TabChar());

    private static Tabs Stops(LetterDocument letter) => new(
        new TabStop { Val = TabStopValues.Center, Position = LineWidth(letter) / 2 },
        new TabStop { Val = TabStopValues.Right, Position = LineWidth(letter) });

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Double, Size = 12, Color = DocxStyles.Accent, Space = 24 };
}
