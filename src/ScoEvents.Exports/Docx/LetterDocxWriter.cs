using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Letters;
using ScoEvents.Exports.Office;

namespace ScoEvents.Exports.Docx;

/// <summary>Writes a letter as a Word document to go on editing: real styles, a real list, right-to-left sections and runs.</summary>
/// <remarks>ECMA-376, transitional, as Word itself saves it.</remarks>
public static class LetterDocxWriter
{
    private const int FactTermWidth = 3_000;

    /// <summary>The file. Equal letters give equal bytes.</summary>
    public static byte[] Write(LetterDocument letter)
    {
        ArgumentNullException.ThrowIfNull(letter);

        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rIdDocument");
            OfficePackage.WriteProperties(
                package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), letter.Title, letter.Language, letter.Classification.Marking(), letter.IssuedAt);
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = LetterDocxStyles.For(letter);
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = LetterDocxStyles.Points();
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = DocxFonts.List();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = DocxFile.Settings();
            main.AddNewPart<HeaderPart>("rIdHeader").Header = LetterDocxFrame.Header(letter);
            main.AddNewPart<FooterPart>("rIdFooter").Footer = LetterDocxFrame.Footer(letter);
            main.Document = new Document(new Body([.. Content(letter), LetterDocxFrame.Section(letter, "rIdHeader", "rIdFooter")]));
        }

        return OfficePackage.Settle(stream);
    }

    private static IEnumerable<OpenXmlElement> Content(LetterDocument letter)
    {
        var text = LetterDocxFrame.Text(letter);
        yield return text.Paragraph(LetterDocxStyles.Office, letter.Head.Name);
        for (var i = 0; i < letter.Head.Lines.Count; i++)
        {
            yield return text.Paragraph(LetterDocxStyles.OfficeLine, letter.Head.Lines[i]);
        }

        if (letter.Number is not null || letter.DateInWords is not null)
        {
            yield return text.Paragraph(LetterDocxStyles.Reference, [.. text.Runs(letter.Number), new Run(new TabChar()), .. text.Runs(letter.DateInWords)]);
        }

        foreach (var line in letter.Addressee)
        {
            yield return text.Paragraph(LetterDocxStyles.Addressee, line);
        }

        if (letter.Heading is { Length: > 0 } heading)
        {
            yield return text.Paragraph(LetterDocxStyles.Heading, heading);
        }

        foreach (var part in letter.Body.SelectMany(block => Block(letter, text, block)))
        {
            yield return part;
        }

        if (ExportText.Clean(letter.Closing).Trim() is { Length: > 0 } closing)
        {
            yield return text.Paragraph(LetterDocxStyles.Closing, [.. Lines(text, closing)]);
        }

        for (var i = 0; i < letter.Signature.Count; i++)
        {
            yield return text.Paragraph(i == 0 ? LetterDocxStyles.Signature : LetterDocxStyles.SignatureLine, letter.Signature[i]);
        }
    }

    private static IEnumerable<OpenXmlElement> Block(LetterDocument letter, DocxText text, LetterBlock block) => block switch
    {
        LetterParagraph paragraph => [text.Paragraph(LetterDocxStyles.BodyText, [.. Lines(text, paragraph.Text)])],
        LetterEmphasis emphasis => [text.Paragraph(LetterDocxStyles.Emphasis, emphasis.Text)],
        LetterList list => list.Items.Select(item => text.Paragraph(LetterDocxStyles.Point, item)),
        // Word joins a table to whatever stands right behind it; the empty paragraph keeps the distance.
        LetterFacts facts => [Table(letter, text, facts), text.Paragraph(LetterDocxStyles.Fact)],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A kind of block that this writer does not know."),
    };

    private static IEnumerable<OpenXmlElement> Lines(DocxText text, string words)
    {
        var isFirst = true;
        foreach (var line in ExportText.Clean(words).Trim().Split('\n'))
        {
            if (!isFirst)
            {
                yield return new Run(new Break());
            }

            isFirst = false;
            foreach (var run in text.Runs(line))
            {
                yield return run;
            }
        }
    }

    private static Table Table(LetterDocument letter, DocxText text, LetterFacts facts)
    {
        int[] widths = [FactTermWidth, LetterDocxFrame.LineWidth(letter) - FactTermWidth];
        var properties = new TableProperties
        {
            TableWidth = new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            TableLook = new TableLook { FirstColumn = true, NoVerticalBand = true, NoHorizontalBand = true },
        };
        if (text.IsRightToLeft)
        {
            properties.BiDiVisual = new BiDiVisual();
        }

        return new Table(
        [
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })),
            .. facts.Facts.Select(fact => new TableRow(
                new TableRowProperties(new CantSplit()),
                Cell(widths[0], text.Paragraph(LetterDocxStyles.Fact, [.. text.Runs(fact.Term, DocxStyles.Term)])),
                Cell(widths[1], text.Paragraph(LetterDocxStyles.Fact, [.. text.Runs(fact.Text, DocxStyles.Marking)])))),
        ]);
    }

    private static TableCell Cell(int width, Paragraph line) => new(
        new TableCellProperties { TableCellWidth = new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa } }, line);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
