using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Office;
using ScoEvents.Exports.Participants;

namespace ScoEvents.Exports.Xlsx;

/// <summary>
/// Writes a list of participants, or a difference, as a workbook: one row a person with real numbers, filters, a frozen head that
/// is printed on every page, a second sheet with the facts.
/// </summary>
/// <remarks>ECMA-376. Texts are inline strings: whatever they begin with, nothing is calculated.</remarks>
public static class ParticipantXlsxWriter
{
    private const int LongestSheetName = 31;

    private static readonly AgendaPaper _paper = new(PaperSize.A4, IsLandscape: true);

    /// <summary>The file. Equal documents give equal bytes.</summary>
    public static byte[] Write(ParticipantDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);

        var sheet = document.Sheet();
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rIdWorkbook");
            OfficePackage.WriteProperties(
                package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), document.Title, document.Language, document.RunningMarking, document.IssuedAt);
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = XlsxStyles.Sheet();
            workbook.AddNewPart<WorksheetPart>("rIdList").Worksheet = ListSheet(document, sheet);
            workbook.AddNewPart<WorksheetPart>("rIdAbout").Worksheet = AboutSheet(document);
            workbook.Workbook = Book(document, sheet);
        }

        return OfficePackage.Settle(stream);
    }

    private static Workbook Book(ParticipantDocument document, ParticipantSheet sheet)
    {
        var (name, about) = (SheetName(document.Labels.List), SheetName(document.Labels.About));
        var quoted = "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";
        return new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(
                new Sheet { Name = name, SheetId = 1, Id = "rIdList" },
                new Sheet { Name = about == name ? about + " 2" : about, SheetId = 2, Id = "rIdAbout" }),
            new DefinedNames(
                new DefinedName($"{quoted}!{Range(sheet, isAbsolute: true)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                new DefinedName($"{quoted}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }

    private static Worksheet ListSheet(ParticipantDocument document, ParticipantSheet sheet)
    {
        var isRightToLeft = document.Direction == TextDirection.RightToLeft;
        var style = isRightToLeft ? XlsxStyles.RightToLeft : XlsxStyles.LeftToRight;
        var head = new Row { RowIndex = 1 };
        head.Append(sheet.Columns.Select((column, index) => XlsxCells.Text(index, 1, column.Heading, XlsxStyles.Head)));
        var data = new SheetData(head);
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var number = (uint)i + 2;
            data.Append(new Row(sheet.Rows[i].Select((cell, index) => cell.Number is { } value
                ? XlsxCells.Number(index, number, value, style)
                : XlsxCells.Text(index, number, cell.Text, style)))
            {
                RowIndex = number,
                Height = XlsxCells.Height(sheet.Rows[i].Select((cell, index) => (cell.Text, sheet.Columns[index].Width)), isRightToLeft ? 17 : 13.5),
            });
        }

        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = Range(sheet, isAbsolute: false) },
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue>(["A2"]) })
            {
                WorkbookViewId = 0,
                TabSelected = true,
                RightToLeft = isRightToLeft ? true : null,
            }),
            XlsxCells.Widths([.. sheet.Columns.Select(column => column.Width)]),
            data,
            new AutoFilter { Reference = Range(sheet, isAbsolute: false) },
            XlsxPage.Margins(),
            XlsxPage.Setup(_paper, isWide: true),
            Frame(document));
    }

    private static Worksheet AboutSheet(ParticipantDocument document)
    {
        var isRightToLeft = document.Direction == TextDirection.RightToLeft;
        var style = isRightToLeft ? XlsxStyles.RightToLeft : XlsxStyles.LeftToRight;
        var data = new SheetData();
        Add(null, document.EventTitle, XlsxStyles.Title);
        Add(null, document.Heading, style);
        foreach (var (term, text) in document.Facts)
        {
            Add(term, text, style);
        }

        Add(document.Labels.Classification, document.Classification.Marking(), XlsxStyles.LeftToRight);
        return new Worksheet(
            new SheetViews(new SheetView { WorkbookViewId = 0, RightToLeft = isRightToLeft ? true : null }),
            XlsxCells.Widths(24, 90),
            data,
            XlsxPage.Margins(),
            XlsxPage.Setup(_paper, isWide: true),
            Frame(document));

        void Add(string? term, string text, uint textStyle)
        {
            var row = (uint)data.ChildElements.Count + 1;
            data.Append(new Row(XlsxCells.Text(0, row, term, style), XlsxCells.Text(1, row, text, textStyle)) { RowIndex = row });
        }
    }

    private static HeaderFooter Frame(ParticipantDocument document) =>
        XlsxPage.Frame(document.EventTitle, document.RunningMarking, document.Edition, document.Labels.PageOfPages);

    private static string Range(ParticipantSheet sheet, bool isAbsolute)
    {
        var (column, row) = (XlsxCells.ColumnName(sheet.Columns.Count - 1), (sheet.Rows.Count + 1).ToString(CultureInfo.InvariantCulture));
        return isAbsolute ? $"$A$1:${column}${row}" : $"A1:{column}{row}";
    }

    private static string SheetName(string text)
    {
        var name = new StringInfo(string.Concat(ExportText.CleanLine(text).Where(character => character is not ('\\' or '/' or '?' or '*' or '[' or ']' or ':'))).Trim('\'', ' '));
        var cut = name.LengthInTextElements > LongestSheetName - 2 ? name.SubstringByTextElements(0, LongestSheetName - 2) : name.String;
        return cut.Length == 0 ? "List" : cut;
    }
}
