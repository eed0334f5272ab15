using System.Text;
using Microsoft.VisualBasic.FileIO;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Tests.Agenda;
using Xunit;

namespace ScoEvents.Exports.Tests.Csv;

public class AgendaCsvWriterTests
{
    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_foreign_reader_gets_every_session_back(string language)
    {
        var words = AgendaSamples.Words(language);

        var rows = await ReadAsync(AgendaSamples.For(language));

        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal(15, row.Length));
        Assert.Equal(
            ["2026-12-07", "11:30", "13:00", words.ThematicType, words.Thematic, words.Track, words.Room],
            rows[3][..7]);
        Assert.Equal(words.Abstract.Replace('\n', ' '), rows[3][10]);
        Assert.Equal([words.Access, "TLP:GREEN", ""], rows[3][12..]);
        Assert.Equal(words.Labels.Cancelled, rows[4][14]);
        Assert.Equal("2026-12-09 00:30", rows[5][2]);
    }

    [Fact]
    public async Task Cells_that_look_like_formulas_become_text()
    {
        var agenda = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00Z", "2026-12-07T11:00Z", "=1+1") with { Room = "＝cmd", Track = "-2\r\n=3" });

        var row = (await ReadAsync(agenda))[1];

        Assert.Equal(("'=1+1", "'-2 =3", "'＝cmd"), (row[4], row[5], row[6]));
    }

    [Fact]
    public async Task Two_languages_stand_side_by_side()
    {
        var rows = await ReadAsync(AgendaSamples.Both("en", "zh"));

        Assert.Equal(["Session", "会议"], rows[0][5..7]);
        Assert.Equal([AgendaSamples.Words("en").Opening, AgendaSamples.Words("zh").Opening], rows[1][5..7]);
    }

    private static async Task<List<string[]>> ReadAsync(AgendaDocument agenda)
    {
        using var output = new MemoryStream();
        await AgendaCsvWriter.WriteAsync(agenda, output);
        using var parser = new TextFieldParser(new MemoryStream(output.ToArray()), Encoding.UTF8) { TextFieldType = FieldType.Delimited, Delimiters = [","], TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (!parser.EndOfData)
        {
            rows.Add(parser.ReadFields()!);
        }

        return rows;
    }
}
