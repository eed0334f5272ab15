using System.IO.Compression;
using System.Text;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;
using static ScoEvents.Exports.Tests.ScheduleFormat.ScheduleSamples;
using Codes = ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

/// <summary>Workbooks as programs write them, and as people with bad intentions do.</summary>
public sealed class SessionWorkbookTests
{
    private static readonly SessionTableMapping _mapping = new()
    {
        Titles = new Dictionary<string, string> { ["en"] = "Title", ["ru"] = "Название" },
        Day = "Day",
        Start = "Start",
        End = "End",
        Room = "Room",
        Speakers = "Speakers",
        Id = "No",
    };

    [Fact]
    public async Task Days_and_times_are_read_whatever_type_their_cells_have()
    {
        // 46363 is 7 December 2026; half past nine is 0.3958…; style 1 is a day, 2 a time, 3 both.
        var book = Workbook(
            Row(1, Text("No"), Text("Title"), Text("Название"), Text("Day"), Text("Start"), Text("End"), Text("Room"), Text("Speakers")),
            Row(2, Number("1"), Text("Opening"), Text("Открытие"), Number("46363", 1), Number("0.39583333333333331", 2), Text("10:30"), Text("Hall A"), Text("Li Wei; Анна")),
            Row(3, Number("2"), Text("Talk"), Text("Доклад"), Number("46363", 1), Number("46363.458333333336", 3), Number("0.5", 2), Text("Hall A"), ""),
            Row(5, Number("3"), Text("Closing"), Text("Закрытие"), Text("08.12.2026"), Text("09:00"), Number("0.41666666666666669", 2), Text("Hall B"), ""));

        var reading = await Table(book, _mapping);

        Assert.Equal([At(7, 9, 30), At(7, 11, 0), At(8, 9, 0)], reading.Document!.Events.Select(one => one.Start));
        Assert.Equal([60, 60, 60], reading.Document.Events.Select(one => (int)one.Duration.TotalMinutes));
        Assert.Equal([2, 3, 5], reading.Document.Events.Select(one => one.Row!.Value));
        Assert.Equal([1L, 2L, 3L], reading.Document.Events.Select(one => one.Id!.Value));
        Assert.Equal(["Li Wei", "Анна"], reading.Document.Events[0].Persons.Select(person => person.Name.Text));
        Assert.Equal("Открытие", reading.Document.Events[0].Title.Translations["ru"]);
    }

    [Fact]
    public async Task Of_a_formula_the_value_saved_beside_it_counts_and_nothing_is_calculated()
    {
        var book = Workbook(
            Row(1, Text("Title"), Text("Start")),
            Row(2, """<c t="str"><f>WEBSERVICE("http://example.org/")</f><v>Opening</v></c>""", Text("2026-12-07 10:00")),
            Row(3, """<c t="str"><f>CONCATENATE("A","B")</f><v></v></c>""", Text("2026-12-07 11:00")));

        var reading = await Table(book, Short());

        Assert.Equal(["Opening", "—"], reading.Document!.Events.Select(one => one.Title.Text));
    }

    [Fact]
    public async Task The_head_shows_headings_and_samples_of_the_sheet_with_something_in_it()
    {
        using var stream = new MemoryStream(Workbook(Row(1, Text("Название"), Text("Начало")), Row(2, Text("Открытие"), Text("2026-12-07 10:00"))));

        var head = await SessionTableReader.ReadHeadAsync(stream);

        Assert.Null(head.Separator);
        Assert.Equal(["Название", "Начало"], head.Headings);
        Assert.Equal(["Открытие", "2026-12-07 10:00"], Assert.Single(head.Samples));
        Assert.Empty(head.Problems);
    }

    [Fact]
    public async Task Cells_with_hidden_characters_are_cleaned_and_told()
    {
        var book = Workbook(Row(1, Text("Title"), Text("Start")), Row(2, Text("Ope\u202Ening &lt;b&gt;now&lt;/b&gt;"), Text("2026-12-07 10:00")));

        var reading = await Table(book, Short());

        Assert.Equal("Opening now", Assert.Single(reading.Document!.Events).Title.Text);
        Assert.Equal([Codes.TextMarkup, Codes.TextCharacters], reading.Problems.Where(problem => problem.Row == 2 && problem.Code.StartsWith("text.", StringComparison.Ordinal)).Select(problem => problem.Code).Distinct());
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_too_much_is_refused()
    {
        var sheet = $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{new string(' ', 70_000_000)}</sheetData></worksheet>";
        var book = Workbook([], sheet);
        Assert.InRange(book.Length, 1, 500_000);

        var reading = await Table(book, Short());

        Assert.Null(reading.Document);
        Assert.Equal(Codes.WorkbookTooLarge, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task A_workbook_whose_sheet_declares_entities_is_refused()
    {
        var sheet = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";

        var reading = await Table(Workbook([], sheet), Short());

        Assert.Null(reading.Document);
        Assert.Equal(Codes.WorkbookUnreadable, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task Archives_that_are_no_workbook_damaged_ones_and_those_of_old_are_refused()
    {
        var good = Workbook(Row(1, Text("Title"), Text("Start")));
        var readings = new[]
        {
            await Table(Archive(("readme.txt", "Hello")), Short()),
            await Table(good[..(good.Length / 2)], Short()),
            await Table([0x50, 0x4B, 0x03, 0x04], Short()),
            await Table([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0], Short()),
            await Table(Workbook(), Short()),
        };

        Assert.All(readings, reading => Assert.Null(reading.Document));
        Assert.Equal(
            [Codes.WorkbookUnreadable, Codes.WorkbookUnreadable, Codes.WorkbookUnreadable, Codes.WorkbookOld, Codes.FileEmpty],
            readings.Select(reading => reading.Problems[^1].Code));
    }

    [Fact]
    public async Task A_sheet_as_wide_as_the_program_allows_is_refused()
    {
        var reading = await Table(Workbook("""<row r="1"><c r="XFD1" t="inlineStr"><is><t>far</t></is></c></row>"""), Short());

        Assert.Equal(Codes.WorkbookTooLarge, Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("{\"schedule\":{}}", ScheduleFileKind.Json)]
    [InlineData("\uFEFF  <?xml version=\"1.0\"?>", ScheduleFileKind.Xml)]
    [InlineData("Title,Start", ScheduleFileKind.Table)]
    [InlineData("", ScheduleFileKind.Table)]
    public void A_file_is_known_by_what_is_in_it(string text, ScheduleFileKind kind)
    {
        Assert.Equal(kind, ScheduleFile.Sniff(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(kind, ScheduleFile.Sniff([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(kind, ScheduleFile.Sniff([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    private static SessionTableMapping Short() => new() { Titles = new Dictionary<string, string> { ["en"] = "Title" }, Start = "Start" };

    private static string Text(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";

    private static string Number(string number, int style = 0) => $"""<c s="{style}"><v>{number}</v></c>""";

    private static string Row(int number, params string[] cells) => $"""<row r="{number}">{string.Concat(cells)}</row>""";

    private static byte[] Workbook(params string[] rows) => Workbook(
        rows, $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(rows)}</sheetData></worksheet>""");

    private static byte[] Workbook(string[] _, string sheet) => Archive(
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sessions" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts>
            <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
            """),
        ("xl/worksheets/sheet1.xml", sheet));

    private static byte[] Archive(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(text.Trim());
            }
        }

        return bytes.ToArray();
    }
}
