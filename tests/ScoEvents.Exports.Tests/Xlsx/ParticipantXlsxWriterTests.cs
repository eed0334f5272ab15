using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.VisualBasic.FileIO;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Tests.Office;
using ScoEvents.Exports.Tests.Participants;
using ScoEvents.Exports.Xlsx;
using Xunit;

namespace ScoEvents.Exports.Tests.Xlsx;

public class ParticipantXlsxWriterTests
{
    public static TheoryData<string> Languages => [.. ParticipantSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_workbook_is_valid_filtered_frozen_marked_and_mirrored_for_urdu(string language)
    {
        foreach (ParticipantDocument document in new ParticipantDocument[] { ParticipantSamples.For(language), ParticipantSamples.DifferenceFor(language) })
        {
            using var workbook = Open(ParticipantXlsxWriter.Write(document));

            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook).Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
            var sheet = Sheet(workbook);
            Assert.Equal(document is ParticipantList ? "A1:J6" : "A1:M5", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
            var view = sheet.SheetViews!.GetFirstChild<SheetView>()!;
            Assert.Equal(PaneStateValues.Frozen, view.GetFirstChild<Pane>()!.State!.Value);
            Assert.Equal(language == "ur", view.RightToLeft?.Value ?? false);
            Assert.Contains("TLP:AMBER", sheet.GetFirstChild<HeaderFooter>()!.OddHeader!.Text, StringComparison.Ordinal);
            Assert.Contains(workbook.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>(), name => name.Name == "_xlnm.Print_Titles");
        }
    }

    [Fact]
    public void Numbers_are_numbers_and_texts_are_never_formulas()
    {
        using var workbook = Open(ParticipantXlsxWriter.Write(ParticipantSamples.For("en")));

        var cells = Sheet(workbook).Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        Assert.Equal((null, "4"), (cells["A5"].DataType, cells["A5"].CellValue!.Text));
        Assert.All(cells.Values, cell => Assert.Null(cell.CellFormula));
        Assert.Equal("=1+1", cells["H4"].InnerText);
    }

    [Fact]
    public void What_is_open_of_an_accreditation_stands_in_a_column_of_its_own_only_where_something_is()
    {
        var list = ParticipantSamples.For("en");
        var open = list with { Sides = [list.Sides[0] with { Persons = [list.Sides[0].Persons[0] with { Status = "Submitted" }] }] };

        Assert.DoesNotContain("Accreditation", Row(ParticipantXlsxWriter.Write(list), 1));
        Assert.Equal("Accreditation", Row(ParticipantXlsxWriter.Write(open), 1)[^1]);
        Assert.Equal("Submitted", Row(ParticipantXlsxWriter.Write(open), 2)[^1]);
    }

    [Fact]
    public void Another_reader_gets_every_person_back()
    {
        // The reader asks for the code page of old workbooks before it looks at the file.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateReader(new MemoryStream(ParticipantXlsxWriter.Write(ParticipantSamples.For("en"))));
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        Assert.Equal(
            [1d, "India", "Member state", "Head of delegation", "Dr", "Rajesh KUMAR", "राजेश कुमार", "Director of Information Security", "Ministry of Digital Development", "Agencies"],
            rows[1]);
        Assert.Equal([1d, 2d, 3d, 4d, 5d], rows.Skip(1).Select(row => Convert.ToDouble(row[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task LibreOffice_reads_every_language_as_it_is()
    {
        var files = ParticipantSamples.Languages.ToDictionary(language => $"{language}.xlsx", language => ParticipantXlsxWriter.Write(ParticipantSamples.For(language)));

        var read = await LibreOffice.ToCsvAsync(files);

        foreach (var language in ParticipantSamples.Languages)
        {
            var words = ParticipantWords.In(language);
            var rows = Parse(read[$"{language}.xlsx"]);
            Assert.Equal(6, rows.Count);
            Assert.Equal(["2", words.India, words.Member, words.Deputy, "", "Ayesha KHAN", "عائشہ خان", words.Director], rows[2][..8]);
            Assert.Equal("=1+1", rows[3][7]);
        }
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private static Worksheet Sheet(SpreadsheetDocument workbook) => ((WorksheetPart)workbook.WorkbookPart!.GetPartById("rIdList")).Worksheet!;

    private static string[] Row(byte[] file, int number)
    {
        using var workbook = Open(file);
        return [.. Sheet(workbook).Descendants<Row>().Single(row => row.RowIndex! == (uint)number).Elements<Cell>().Select(cell => cell.InnerText)];
    }

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
