using System.Text;
using CsvHelper;
using Microsoft.VisualBasic.FileIO;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Tests.Participants;
using Xunit;

namespace ScoEvents.Exports.Tests.Csv;

public class ParticipantCsvWriterTests
{
    private static readonly ParticipantPerson _row = new()
    {
        Number = 1, Role = "Head", Name = "Aigerim \"Aika\" Nurlan, PhD", NativeName = "Әйгерім Нұрлан", Function = "Director", Body = "Ministry",
    };

    [Fact]
    public async Task Both_readers_get_back_every_script_and_every_quote()
    {
        var list = List(
            _row,
            _row with { Number = 2, NativeName = "李伟", Function = null },
            _row with { Number = 3, NativeName = "राजेश कुमार", Body = null },
            _row with { Number = 4, NativeName = "عائشہ خان", Status = "Submitted" });

        var bytes = await WriteAsync(list);

        string[][] expected =
        [
            ["No.", "Side", "Capacity", "Role", "Form of address", "Name", "Name in own script", "Function", "Body", "Category", "Accreditation"],
            ["1", "Казахстан", "Member", "Head", "", "Aigerim \"Aika\" Nurlan, PhD", "Әйгерім Нұрлан", "Director", "Ministry", "", ""],
            ["2", "Казахстан", "Member", "Head", "", "Aigerim \"Aika\" Nurlan, PhD", "李伟", "", "Ministry", "", ""],
            ["3", "Казахстан", "Member", "Head", "", "Aigerim \"Aika\" Nurlan, PhD", "राजेश कुमार", "Director", "", "", ""],
            ["4", "Казахстан", "Member", "Head", "", "Aigerim \"Aika\" Nurlan, PhD", "عائشہ خان", "Director", "Ministry", "", "Submitted"],
        ];
        Assert.Equal(expected, ReadByCsvHelper(bytes));
        Assert.Equal(expected, ReadByTextFieldParser(bytes));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+998 71 000 00 00", "'+998 71 000 00 00")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("\r=1", "'=1")]
    [InlineData("\u200B=1", "'\u200B=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("a=1", "a=1")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("line\r\nbreak", "line break")]
    [InlineData("bell\u0007\u0000, \u202Egnp", "bell, gnp")]
    [InlineData("e\u0301", "\u00E9")]
    public async Task A_hostile_cell_becomes_harmless_text(string cell, string expected)
    {
        var bytes = await WriteAsync(List(_row with { Function = cell }));

        Assert.Equal(expected, ReadByCsvHelper(bytes)[1][7]);
    }

    [Fact]
    public async Task The_file_begins_with_a_mark_and_ends_its_lines_with_crlf()
    {
        var bytes = await WriteAsync(List(_row));

        var expected = "\uFEFFNo.,Side,Capacity,Role,Form of address,Name,Name in own script,Function,Body,Category\r\n"
            + "1,Казахстан,Member,Head,,\"Aigerim \"\"Aika\"\" Nurlan, PhD\",Әйгерім Нұрлан,Director,Ministry,\r\n";
        Assert.Equal(expected, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task A_stream_that_forbids_blocking_writes_is_enough()
    {
        var rows = Enumerable.Range(1, 2000).Select(number => _row with { Number = number }).ToArray();
        using var output = new AsynchronousOnlyStream();

        await ParticipantCsvWriter.WriteAsync(List(rows), output);

        Assert.Equal(2001, ReadByCsvHelper(output.ToArray()).Length);
        Assert.True(output.Writes > 1, "The rows must leave in portions.");
    }

    [Fact]
    public async Task A_cancelled_export_stops()
    {
        using var output = new AsynchronousOnlyStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ParticipantCsvWriter.WriteAsync(List(_row), output, new CancellationToken(canceled: true)));
    }

    private static ParticipantList List(params ParticipantPerson[] rows) =>
        ParticipantSamples.List("en", [new("Казахстан", "Member", rows)]);

    private static async Task<byte[]> WriteAsync(ParticipantList list)
    {
        using var output = new AsynchronousOnlyStream();
        await ParticipantCsvWriter.WriteAsync(list, output);
        return output.ToArray();
    }

    private static string[][] ReadByCsvHelper(byte[] bytes)
    {
        var options = new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false };
        using var csv = CsvReader.Create(new MemoryStream(bytes), options);
        var records = new List<string[]>();
        while (csv.Read())
        {
            records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return [.. records];
    }

    private static string[][] ReadByTextFieldParser(byte[] bytes)
    {
        using var parser = new TextFieldParser(new MemoryStream(bytes), Encoding.UTF8) { TrimWhiteSpace = false, HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        var records = new List<string[]>();
        while (!parser.EndOfData)
        {
            records.Add(parser.ReadFields()!);
        }

        return [.. records];
    }

    private sealed class AsynchronousOnlyStream : MemoryStream
    {
        private bool _isAsynchronous;

        public int Writes { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes++;
            _isAsynchronous = true;
            await base.WriteAsync(buffer, cancellationToken);
            _isAsynchronous = false;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Assert.True(_isAsynchronous, "A blocking write.");
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Assert.True(_isAsynchronous, "A blocking write.");
            base.Write(buffer);
        }
    }
}
