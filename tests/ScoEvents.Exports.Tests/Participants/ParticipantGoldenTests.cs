using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Tests.Golden;
using ScoEvents.Exports.Xlsx;
using Xunit;

namespace ScoEvents.Exports.Tests.Participants;

public class ParticipantGoldenTests
{
    public static TheoryData<string> Languages => [.. ParticipantSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_list_of_participants_is_the_one_that_was_looked_at(string language) =>
        await AssertGoldenAsync($"participants.{language}", ParticipantSamples.For(language));

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_difference_is_the_one_that_was_looked_at(string language) =>
        await AssertGoldenAsync($"participants-difference.{language}", ParticipantSamples.DifferenceFor(language));

    [Fact]
    public void Equal_lists_give_equal_office_files()
    {
        Assert.Equal(ParticipantDocxWriter.Write(ParticipantSamples.For("ur")), ParticipantDocxWriter.Write(ParticipantSamples.For("ur")));
        Assert.Equal(ParticipantXlsxWriter.Write(ParticipantSamples.For("ur")), ParticipantXlsxWriter.Write(ParticipantSamples.For("ur")));
    }

    private static async Task AssertGoldenAsync(string name, ParticipantDocument document)
    {
        using var csv = new MemoryStream();
        await ParticipantCsvWriter.WriteAsync(document, csv);
        GoldenFile.AssertEqual($"{name}.csv", csv.ToArray());
        GoldenFile.AssertEqual($"{name}.html", Encoding.UTF8.GetBytes(ParticipantHtmlWriter.Write(document)));
        GoldenFile.AssertEqual($"{name}.docx.xml", Part(ParticipantDocxWriter.Write(document), "word/document.xml"));
        GoldenFile.AssertEqual($"{name}.xlsx.xml", Part(ParticipantXlsxWriter.Write(document), "xl/worksheets/sheet1.xml"));
    }

    // Indented, so that a difference is a line and not the whole file.
    private static byte[] Part(byte[] package, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var stream = archive.GetEntry(name)!.Open();
        return Encoding.UTF8.GetBytes(XDocument.Load(stream).ToString() + "\n");
    }
}
