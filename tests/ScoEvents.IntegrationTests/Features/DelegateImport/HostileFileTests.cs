using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ScoEvents.Domain.Access;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.DelegateImport;

/// <summary>Lists that lie about what they are, or hold what no list should: each is refused with a reason, and nothing is written.</summary>
public sealed class HostileFileTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Head = "<row r=\"1\"><c t=\"inlineStr\"><is><t>Family name</t></is></c><c t=\"inlineStr\"><is><t>Given names</t></is></c></row>";

    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task A_workbook_is_read_by_what_it_holds()
    {
        var table = await DelegateTableReader.ReadAsync(Workbook(Head + Row(2, "Akhmetov", "Marat")));

        Assert.Null(table.Problem);
        Assert.Equal(["Akhmetov", "Marat"], new[] { table.Rows[0][0], table.Rows[0][1] });
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/VBAPROJECT.BIN")]
    [InlineData("xl/activeX/activeX1.xml")]
    [InlineData("xl/embeddings/oleObject1.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public async Task A_workbook_with_a_program_is_refused_whatever_it_is_called(string part) =>
        Assert.Equal(DelegateTableReader.HasMacros, (await DelegateTableReader.ReadAsync(Workbook(Head + Row(2, "Akhmetov", "Marat"), (part, new string('x', 100))))).Problem);

    [Fact]
    public async Task A_sheet_that_unpacks_to_gigabytes_is_refused_within_seconds_and_without_the_memory()
    {
        // 1 GB of one letter in one cell, a megabyte when packed.
        var bomb = Workbook(Head + "<row r=\"2\"><c t=\"inlineStr\"><is><t>", filler: 1024);
        Assert.True(bomb.Length < DelegateTableReader.MaxBytes, $"{bomb.Length}");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        var table = await DelegateTableReader.ReadAsync(bomb);

        Assert.Equal(DelegateTableReader.TooLarge, table.Problem);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 400L * 1024 * 1024);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task Rows_without_end_in_a_small_workbook_are_refused()
    {
        var rows = new StringBuilder(Head);
        for (var row = 2; row < 200_000; row++)
        {
            rows.Append(Row(row, "A", "B"));
        }

        Assert.True((await DelegateTableReader.ReadAsync(Workbook(rows.ToString()))).Problem is DelegateTableReader.TooManyRows or DelegateTableReader.TooLarge);
    }

    [Fact]
    public async Task Ten_megabytes_of_text_are_refused_before_they_are_read()
    {
        var csv = Encoding.UTF8.GetBytes("Family name,Given names\n" + string.Concat(Enumerable.Repeat("Akhmetov,Marat\n", 10 * 1024 * 1024 / 15)));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var table = await DelegateTableReader.ReadAsync(csv);

        Assert.Equal((DelegateTableReader.TooLarge, "5"), (table.Problem, table.Arguments[0]));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 5 * 1024 * 1024);
    }

    [Theory]
    [InlineData("<row r=\"2\"><c><f>1+1</f><v>2</v></c><c t=\"inlineStr\"><is><t>Marat</t></is></c></row>")]
    [InlineData("<row r=\"2\"><c t=\"inlineStr\"><is><t>=cmd|' /C calc'!A0</t></is></c><c t=\"inlineStr\"><is><t>Marat</t></is></c></row>")]
    [InlineData("<row r=\"2\"><c t=\"inlineStr\"><is><t>@SUM(A1)</t></is></c><c t=\"inlineStr\"><is><t>Marat</t></is></c></row>")]
    [InlineData("<row r=\"2\"><c t=\"inlineStr\"><is><t>＝1+1</t></is></c><c t=\"inlineStr\"><is><t>Marat</t></is></c></row>")]
    public async Task Text_that_a_spreadsheet_would_calculate_is_refused_at_its_cell(string row)
    {
        var table = await DelegateTableReader.ReadAsync(Workbook(Head + row));
        var plan = await PlanAsync(table);

        var refused = Assert.Single(plan.Rows);
        Assert.Equal(RowOutcome.Refused, refused.Outcome);
        Assert.Contains(refused.Problems, problem => problem.Meaning == "familyName" && problem.Error.Code is "delegate-import.formula" or "delegate.name-latin" or "delegate.name-missing");
    }

    [Fact]
    public async Task Of_a_formula_is_taken_what_it_showed_when_it_was_saved_and_nothing_is_calculated()
    {
        var table = await DelegateTableReader.ReadAsync(Workbook(
            Head + "<row r=\"2\"><c t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:9/\")</f><v>Akhmetov</v></c><c t=\"str\"><f>UPPER(\"other\")</f><v>Marat</v></c></row>"));

        Assert.Equal(("Akhmetov", "Marat"), (table.Rows[0][0], table.Rows[0][1]));
    }

    [Theory]
    [InlineData("Akh\u202Emetov")]
    [InlineData("Akh\u200Bmetov")]
    [InlineData("Akhmetov\u2066")]
    [InlineData("Akh\u0007metov")]
    public async Task A_name_with_letters_that_nobody_sees_is_refused_at_its_cell(string name)
    {
        var table = await DelegateTableReader.ReadAsync(Encoding.UTF8.GetBytes($"Family name,Given names,Name in own script,Function,E-mail\n{name},Marat,,C,a@mfa.example\nSeitov,Timur,Сеи\u200Bтов,C,b@mfa.example"));
        var plan = await PlanAsync(table);

        Assert.Contains(plan.Rows[0].Problems, problem => (problem.Meaning, problem.Error.Code) == ("familyName", "delegate.name-characters"));
        Assert.Contains(plan.Rows[1].Problems, problem => problem.Meaning == "nativeName");
    }

    [Fact]
    public async Task The_plan_foresees_that_the_reserve_is_full()
    {
        var table = await DelegateTableReader.ReadAsync(Encoding.UTF8.GetBytes(
            "Family name,Given names,Function,E-mail,In reserve\n" + string.Join('\n', new[] { "Aliev", "Bekov", "Seitov" }.Select(name => $"{name},Marat,C,{name}@mfa.example,yes"))));
        var (focalPoint, invitation) = await AcceptedAsync(quota: 2);
        var form = new DelegateImportForm { Columns = [.. DelegateHeadings.Guess(table.Headings)] };
        Assert.Contains("reserve", form.Columns);

        var plan = (await Queries().PlanAsync(focalPoint, invitation, table, form, default)).Value;

        Assert.Equal([RowOutcome.New, RowOutcome.New, RowOutcome.Refused], plan.Rows.Select(row => row.Outcome));
        Assert.Equal(("reserve", "delegation.reserve-full"), (plan.Rows[2].Problems.Single().Meaning, plan.Rows[2].Problems.Single().Error.Code));
        form.LeavesOutRefused = true;
        Assert.Equal(new DelegateImportDone(2, 0), (await new DelegateImportService(Queries(), _desk.Delegations).ApplyAsync(focalPoint, invitation, table, form, default)).Value);
    }

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    /// <summary>A workbook with one sheet of these rows; <paramref name="filler"/> megabytes of one letter stand at the end of the last cell.</summary>
    private static byte[] Workbook(string rows, params (string Name, string Content)[] others) => Workbook(rows, 0, others);

    private static byte[] Workbook(string rows, int filler, params (string Name, string Content)[] others)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Write("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Write("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            using (var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open())
            {
                sheet.Write(Encoding.UTF8.GetBytes($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}"""));
                var megabyte = Encoding.UTF8.GetBytes(new string('a', 1024 * 1024));
                for (var written = 0; written < filler; written++)
                {
                    sheet.Write(megabyte);
                }

                sheet.Write(Encoding.UTF8.GetBytes((filler > 0 ? "</t></is></c></row>" : "") + "</sheetData></worksheet>"));
            }

            foreach (var (name, content) in others)
            {
                Write(name, content);
            }

            void Write(string name, string content)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    private async Task<DelegateImportPlan> PlanAsync(DelegateTable table)
    {
        Assert.Null(table.Problem);
        var (focalPoint, invitation) = await AcceptedAsync();
        return (await Queries().PlanAsync(focalPoint, invitation, table, new DelegateImportForm { Columns = [.. DelegateHeadings.Guess(table.Headings)] }, default)).Value;
    }

    private DelegateImportQueries Queries() => new(
        database.Contexts, _desk.DelegationQueries, new DelegateImportWords(DelegationsDesk.Texts<DelegationsTexts>(), DelegationsDesk.Texts<DelegateImportTexts>()), _desk.Cipher,
        new DelegateFormValidator(new ErrorSpeech(DelegationsDesk.Texts<ErrorTexts>())));

    private async Task<(Actor FocalPoint, Guid Invitation)> AcceptedAsync(int quota = 50) =>
        await _desk.AcceptedAsync(await database.OrganiserAsync(), await _desk.EventAsync(quota: quota), "KZ");
}
