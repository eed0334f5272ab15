using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.VisualBasic.FileIO;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Tests.Agenda;
using ScoEvents.Exports.Tests.Office;
using ScoEvents.Exports.Xlsx;
using Xunit;

namespace ScoEvents.Exports.Tests.Xlsx;

public class AgendaXlsxWriterTests
{
    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_workbook_is_valid_filtered_frozen_and_repeats_its_head_on_paper(string language)
    {
        using var workbook = Open(AgendaXlsxWriter.Write(AgendaSamples.For(language)));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook).Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
        var sheet = Sheet(workbook);
        Assert.Equal("A1:O6", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        var view = sheet.SheetViews!.GetFirstChild<SheetView>()!;
        Assert.Equal(PaneStateValues.Frozen, view.GetFirstChild<Pane>()!.State!.Value);
        Assert.Equal(language == "ur", view.RightToLeft?.Value ?? false);
        Assert.Contains(workbook.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>(), name => name.Name == "_xlnm.Print_Titles" && name.Text.EndsWith("!$1:$1", StringComparison.Ordinal));
        Assert.Contains("TLP:GREEN", sheet.GetFirstChild<HeaderFooter>()!.OddHeader!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_times_are_numbers_and_texts_are_never_formulas()
    {
        var agenda = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T22:00+05:30", "2026-12-08T00:30+05:30", "=HYPERLINK(\"http://x\")") with { Room = "\t+1" });

        using var workbook = Open(AgendaXlsxWriter.Write(agenda));

        var cells = Sheet(workbook).Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        Assert.Equal(new DateTime(2026, 12, 7), Moment(cells["A2"]));
        Assert.Equal(new DateTime(2026, 12, 7, 22, 0, 0), Moment(cells["B2"]));
        Assert.Equal(new DateTime(2026, 12, 8, 0, 30, 0), Moment(cells["C2"]));
        Assert.All(cells.Values, cell => Assert.Null(cell.CellFormula));
        Assert.Equal("=HYPERLINK(\"http://x\")", cells["E2"].InnerText);
        Assert.True(Format(workbook, cells["E2"]).QuotePrefix!.Value);
        Assert.True(Format(workbook, cells["G2"]).QuotePrefix!.Value);
        Assert.Null(Format(workbook, cells["D2"]).QuotePrefix);
        Assert.Equal("hh:mm", FormatCode(workbook, cells["B2"]));
        Assert.Equal("yyyy\\-mm\\-dd\\ hh:mm", FormatCode(workbook, cells["C2"]));
    }

    [Fact]
    public void Two_languages_stand_in_columns_side_by_side_and_less_detail_is_fewer_columns()
    {
        using var both = Open(AgendaXlsxWriter.Write(AgendaSamples.Both("en", "ur")));
        using var titles = Open(AgendaXlsxWriter.Write(AgendaSamples.For("en") with { Detail = AgendaDetail.Titles }));

        var heads = Row(both, 1);
        Assert.Equal(["Date", "Start", "End", "Type", "قسم", "Session", "اجلاس", "Track", "شعبہ", "Room", "کمرہ"], heads[..11]);
        Assert.Equal(
            ["Date", "Start", "End", "Type", "Session", "Track", "Room", "Interpretation", "Attendance", "Classification", "State"], Row(titles, 1));
    }

    [Fact]
    public void Hostile_names_and_endless_texts_stay_within_what_excel_loads()
    {
        var agenda = AgendaSamples.For("en");
        agenda = agenda with
        {
            Title = "Title & \"x\" &R \u0007" + new string('x', 300),
            Labels = agenda.Labels with { Agenda = "'A[g]e:n/d\\a?*" + new string('y', 50), About = "'''" },
            Days = [agenda.Days[0] with { Entries = [agenda.Days[0].Entries[2] with { Abstract = new string('z', 40_000) }] }],
        };

        using var workbook = Open(AgendaXlsxWriter.Write(agenda));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook).Select(problem => problem.Description));
        Assert.All(workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>(), sheet =>
        {
            Assert.InRange(sheet.Name!.Value!.Length, 1, 31);
            Assert.DoesNotContain(sheet.Name.Value, character => "\\/?*[]:'".Contains(character, StringComparison.Ordinal));
        });
        Assert.InRange(Sheet(workbook).GetFirstChild<HeaderFooter>()!.OddHeader!.Text.Length, 1, 255);
    }

    [Fact]
    public async Task LibreOffice_reads_dates_as_dates_and_texts_as_they_are()
    {
        var files = AgendaSamples.Languages.ToDictionary(language => $"{language}.xlsx", language => AgendaXlsxWriter.Write(AgendaSamples.For(language)));
        files["formula.xlsx"] = AgendaXlsxWriter.Write(AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00Z", "2026-12-07T11:00Z", "=1+1")));

        var read = await LibreOffice.ToCsvAsync(files);

        foreach (var language in AgendaSamples.Languages)
        {
            var words = AgendaSamples.Words(language);
            var rows = Parse(read[$"{language}.xlsx"]);
            Assert.Equal(6, rows.Count);
            Assert.Equal(["2026-12-07", "10:00", "11:00", words.OpeningType, words.Opening], rows[1][..5]);
            Assert.Equal(words.Abstract, rows[3][10].ReplaceLineEndings("\n"));
            Assert.Equal(["2026-12-08", "21:00", "2026-12-09 00:30"], rows[5][..3]);
        }

        Assert.Equal("=1+1", Parse(read["formula.xlsx"])[1][4]);
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private static Worksheet Sheet(SpreadsheetDocument workbook) => ((WorksheetPart)workbook.WorkbookPart!.GetPartById("rIdAgenda")).Worksheet!;

    private static string[] Row(SpreadsheetDocument workbook, int number) =>
        [.. Sheet(workbook).Descendants<Row>().Single(row => row.RowIndex! == (uint)number).Elements<Cell>().Select(cell => cell.InnerText)];

    private static DateTime Moment(Cell cell) => DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));

    private static CellFormat Format(SpreadsheetDocument workbook, Cell cell) =>
        Styles(workbook).CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static string FormatCode(SpreadsheetDocument workbook, Cell cell) => Styles(workbook).NumberingFormats!.Elements<NumberingFormat>()
        .Single(format => format.NumberFormatId!.Value == Format(workbook, cell).NumberFormatId!.Value).FormatCode!.Value!;

    private static Stylesheet Styles(SpreadsheetDocument workbook) => workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;

    private static List<string[]> Parse(byte[] csv)
    {
        using var parser = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8) { TextFieldType = FieldType.Delimited, Delimiters = [","], TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (!parser.EndOfData)
        {
            rows.Add(parser.ReadFields()!);
        }

        return rows;
    }
}
