using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Office;

namespace ScoEvents.Exports.Xlsx;

/// <summary>
/// Writes an agenda as a workbook: one row a session with real dates and times, filters, a frozen head that is printed on
/// every page, a second sheet with the facts of the event.
/// </summary>
/// <remarks>
/// ECMA-376. Texts are inline strings: whatever they begin with, nothing is calculated, and a mark on those that look like
/// formulas keeps them texts when somebody edits the cell. Times are those of the place, as spreadsheets know no zones.
/// </remarks>
public static class AgendaXlsxWriter
{
    private const int LongestSheetName = 31;

    /// <summary>The file. Equal agendas give equal bytes.</summary>
    public static byte[] Write(AgendaDocument agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);

        var table = AgendaTable.Of(agenda);
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rIdWorkbook");
            OfficePackage.WriteProperties(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), agenda);
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = XlsxStyles.Sheet();
            workbook.AddNewPart<WorksheetPart>("rIdAgenda").Worksheet = AgendaSheet(agenda, table);
            workbook.AddNewPart<WorksheetPart>("rIdAbout").Worksheet = XlsxAboutSheet.Of(agenda);
            workbook.Workbook = Book(agenda, table);
        }

        return OfficePackage.Settle(stream);
    }

    private static Workbook Book(AgendaDocument agenda, AgendaTable table)
    {
        var (name, about) = (SheetName(agenda.Labels.Agenda), SheetName(agenda.Labels.About));
        var quoted = "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";
        return new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(
                new Sheet { Name = name, SheetId = 1, Id = "rIdAgenda" },
                new Sheet { Name = about == name ? about + " 2" : about, SheetId = 2, Id = "rIdAbout" }),
            new DefinedNames(
                new DefinedName($"{quoted}!{Range(table, isAbsolute: true)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                new DefinedName($"{quoted}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }

    private static Worksheet AgendaSheet(AgendaDocument agenda, AgendaTable table)
    {
        var isRightToLeft = agenda.Direction == TextDirection.RightToLeft;
        var besideIsRightToLeft = agenda.Beside?.Direction == TextDirection.RightToLeft;
        var lineHeight = isRightToLeft || besideIsRightToLeft ? 17 : 13.5;
        var head = new Row { RowIndex = 1 };
        head.Append(table.Columns.Select((column, index) => XlsxCells.Text(index, 1, column.Heading, XlsxStyles.Head)));
        var data = new SheetData(head);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var number = (uint)i + 2;
            data.Append(new Row(table.Rows[i].Select((cell, index) => Cell(
                index, number, cell, table.Columns[index], table.Columns[index].IsBeside ? besideIsRightToLeft : isRightToLeft)))
            {
                RowIndex = number,
                Height = XlsxCells.Height(table.Rows[i].Select((cell, index) => (cell.Text, table.Columns[index].Width)), lineHeight),
            });
        }

        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = Range(table, isAbsolute: false) },
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue>(["A2"]) })
            {
                WorkbookViewId = 0,
                TabSelected = true,
                RightToLeft = isRightToLeft ? true : null,
            }),
            XlsxCells.Widths([.. table.Columns.Select(column => column.Width)]),
            data,
            new AutoFilter { Reference = Range(table, isAbsolute: false) },
            XlsxPage.Margins(),
            XlsxPage.Setup(agenda.Paper, isWide: table.Columns.Count > 8),
            XlsxPage.Frame(agenda));
    }

    private static Cell Cell(int column, uint row, AgendaCell cell, AgendaColumn head, bool isRightToLeft) => cell.Value is { } value
        ? XlsxCells.Moment(column, row, value, Style(cell, head.Kind))
        : XlsxCells.Text(column, row, cell.Text, isRightToLeft ? XlsxStyles.RightToLeft : XlsxStyles.LeftToRight);

    // A time on a later day than its row says so; its words have a date before the clock.
    private static uint Style(AgendaCell cell, AgendaColumnKind kind) => kind == AgendaColumnKind.Date ? XlsxStyles.Date
        : cell.Text!.Length >= "yyyy-MM-dd HH:mm".Length && cell.Text[4] == '-' ? XlsxStyles.DateTime : XlsxStyles.Time;

    private static string Range(AgendaTable table, bool isAbsolute)
    {
        var (column, row) = (XlsxCells.ColumnName(table.Columns.Count - 1), (table.Rows.Count + 1).ToString(CultureInfo.InvariantCulture));
        return isAbsolute ? $"$A$1:${column}${row}" : $"A1:{column}{row}";
    }

    private static string SheetName(string text)
    {
        var name = new StringInfo(string.Concat(ExportText.CleanLine(text).Where(character => character is not ('\\' or '/' or '?' or '*' or '[' or ']' or ':'))).Trim('\'', ' '));
        var cut = name.LengthInTextElements > LongestSheetName - 2 ? name.SubstringByTextElements(0, LongestSheetName - 2) : name.String;
        return cut.Length == 0 ? "Agenda" : cut;
    }
}
