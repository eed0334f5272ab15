using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Office;
using ScoEvents.Exports.Participants;

namespace ScoEvents.Exports.Docx;

/// <summary>
/// Writes a list of participants, or a difference, as a Word document to go on editing: real styles and headings, tables that
/// repeat their head on every page, right-to-left sections and runs.
/// </summary>
/// <remarks>ECMA-376, transitional, as Word itself saves it.</remarks>
public static class ParticipantDocxWriter
{
    private static readonly AgendaPaper _paper = new(PaperSize.A4, IsLandscape: false);

    private static int LineWidth => _paper.WidthInTwips - (2 * DocxPageFrame.SideMargin);

    /// <summary>The file. Equal documents give equal bytes.</summary>
    public static byte[] Write(ParticipantDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);

        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rIdDocument");
            OfficePackage.WriteProperties(
                package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), document.Title, document.Language, document.RunningMarking, document.IssuedAt);
            var isRightToLeft = document.Direction == TextDirection.RightToLeft;
            var text = new DocxText(document.Language, isRightToLeft);
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.For(DocxScripts.Of(document.Language), isRightToLeft);
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = DocxFonts.List();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = DocxFile.Settings();
            main.AddNewPart<HeaderPart>("rIdHeader").Header = new Header(
                Running(DocxStyles.Header, text, text.Runs(document.EventTitle), text.Runs(document.RunningMarking, DocxStyles.Marking)));
            main.AddNewPart<FooterPart>("rIdFooter").Footer = new Footer(
                Running(DocxStyles.Footer, text, text.Runs(document.Edition), DocxFile.PageOfPages(document.Labels.PageOfPages, text)));
            main.Document = new Document(new Body([.. Content(document, text), Section(document)]));
        }

        return OfficePackage.Settle(stream);
    }

    private static IEnumerable<OpenXmlElement> Content(ParticipantDocument document, DocxText text)
    {
        var colon = AgendaPunctuation.For(document.Language).Colon;
        yield return text.Paragraph(DocxStyles.Kind, document.EventTitle);
        yield return text.Paragraph(DocxStyles.Title, document.Heading);
        foreach (var (term, fact) in document.Facts)
        {
            yield return text.Paragraph(DocxStyles.Fact, [.. text.Runs(term, DocxStyles.Term), text.Raw(colon, DocxStyles.Term), .. text.Runs(fact)]);
        }

        yield return text.Paragraph(DocxStyles.Fact,
        [
            .. text.Runs(document.Labels.Classification, DocxStyles.Term), text.Raw(colon, DocxStyles.Term),
            .. text.Runs(document.Classification.Marking(), DocxStyles.Marking),
        ]);
        var pages = document.Pages();
        if (pages.Sections.Count == 0)
        {
            yield return text.Paragraph(DocxStyles.Body, document.NothingSaid);
        }

        int[] widths = [.. pages.Columns.Select(column => LineWidth * column.Share / 100)];
        foreach (var section in pages.Sections)
        {
            yield return text.Paragraph(DocxStyles.Day, [.. text.Runs(section.Heading), text.Raw("  ", DocxStyles.Term), .. text.Runs(section.Note, DocxStyles.Term)]);
            yield return Table(pages, section, widths, text);
        }
    }

    private static Table Table(ParticipantPages pages, ParticipantSection section, int[] widths, DocxText text)
    {
        var properties = new TableProperties
        {
            TableStyle = new TableStyle { Val = DocxStyles.Table },
            TableWidth = new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            TableLook = new TableLook { FirstRow = true, NoVerticalBand = true, NoHorizontalBand = true },
            TableCaption = new TableCaption { Val = ExportText.CleanLine(section.Heading) },
        };
        if (text.IsRightToLeft)
        {
            properties.BiDiVisual = new BiDiVisual();
        }

        return new Table(
        [
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })),
            new TableRow(
            [
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. pages.Columns.Select((column, index) => Cell(widths[index], text.Paragraph(DocxStyles.Body, column.Heading))),
            ]),
            .. section.Rows.Select(row => new TableRow(
            [
                new TableRowProperties(new CantSplit()),
                .. row.Select((cell, index) => Cell(widths[index], [.. Lines(cell, text)])),
            ])),
        ]);
    }

    // A cell without a paragraph is no valid cell.
    private static IEnumerable<Paragraph> Lines(ParticipantLines cell, DocxText text) => cell.Printed
        .Select(line => text.Paragraph(line.Look == ParticipantLineLook.Name ? DocxStyles.Time : DocxStyles.Body, [.. text.Runs(line.Text, line.Look == ParticipantLineLook.Quiet ? DocxStyles.Term : null)]))
        .DefaultIfEmpty(text.Paragraph(DocxStyles.Body, string.Empty));

    private static TableCell Cell(int width, params Paragraph[] lines) => new(
    [
        new TableCellProperties { TableCellWidth = new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa } }, .. lines,
    ]);

    private static Paragraph Running(string style, DocxText text, IEnumerable<OpenXmlElement> start, IEnumerable<OpenXmlElement> end)
    {
        var line = text.Paragraph(style, [.. start, new Run(new TabChar()), .. end]);
        // In a right-to-left paragraph Word counts tab stops from the right and takes "right" for the end of the line.
        line.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = LineWidth });
        return line;
    }

    private static SectionProperties Section(ParticipantDocument document)
    {
        var section = new SectionProperties(
            new HeaderReference { Id = "rIdHeader", Type = HeaderFooterValues.Default },
            new FooterReference { Id = "rIdFooter", Type = HeaderFooterValues.Default },
            new PageSize { Width = (uint)_paper.WidthInTwips, Height = (uint)_paper.HeightInTwips },
            new PageMargin { Top = 1_360, Bottom = 1_240, Left = DocxPageFrame.SideMargin, Right = DocxPageFrame.SideMargin, Header = 620, Footer = 620, Gutter = 0 });
        if (document.Direction == TextDirection.RightToLeft)
        {
            section.Append(new BiDi());
        }

        return section;
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
