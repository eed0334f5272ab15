using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Tests.Office;
using ScoEvents.Exports.Tests.Participants;
using ScoEvents.Exports.Tests.Pdf;
using Xunit;

namespace ScoEvents.Exports.Tests.Docx;

public class ParticipantDocxWriterTests
{
    public static TheoryData<string> Languages => [.. ParticipantSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_list_is_valid_has_a_heading_a_side_and_repeats_the_head_of_its_tables(string language)
    {
        var words = ParticipantWords.In(language);

        using var document = Open(ParticipantDocxWriter.Write(ParticipantSamples.For(language)));

        Assert.Empty(Problems(document));
        Assert.Equal([words.Heading], Texts(document, "Title"));
        Assert.Equal(
            [$"{words.India}  {words.Member} · 2", $"{words.Kazakhstan}  {words.Member} · 2", $"{words.Secretariat}  {words.ScoBody} · 1"], Texts(document, "Heading1"));
        var tables = document.MainDocumentPart!.Document!.Descendants<Table>().ToList();
        Assert.Equal(3, tables.Count);
        Assert.All(tables, table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!);
            Assert.Equal(language == "ur", table.GetFirstChild<TableProperties>()!.BiDiVisual is not null);
        });
        Assert.EndsWith("TLP:AMBER", document.MainDocumentPart.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_difference_is_valid_and_has_a_heading_a_kind(string language)
    {
        var words = ParticipantWords.In(language);

        using var document = Open(ParticipantDocxWriter.Write(ParticipantSamples.DifferenceFor(language)));

        Assert.Empty(Problems(document));
        Assert.Equal([$"{words.Added}  1", $"{words.Replaced}  1", $"{words.Withdrawn}  1", $"{words.Changed}  1"], Texts(document, "Heading1"));
    }

    [Fact]
    public void Names_in_their_own_script_are_runs_with_their_direction_and_language()
    {
        using var document = Open(ParticipantDocxWriter.Write(ParticipantSamples.For("en")));

        var runs = document.MainDocumentPart!.Document!.Descendants<Run>().Where(run => run.RunProperties?.Languages is not null).ToList();
        Assert.NotNull(Run("عائشہ خان").RightToLeftText);
        Assert.Equal("ur-PK", Run("عائشہ خان").Languages!.Bidi!.Value);
        Assert.Equal("hi-IN", Run("राजेश कुमार").Languages!.Bidi!.Value);
        Assert.Equal("zh-CN", Run("李伟").Languages!.EastAsia!.Value);

        RunProperties Run(string text) => runs.First(run => run.InnerText == text).RunProperties!;
    }

    [Fact]
    public void Hostile_text_stays_text_and_an_empty_list_says_so()
    {
        const string hostile = "</w:t><w:br/>\u0000\u0007\u202E\uFFFF & \"x\"\r\n=1";
        using var document = Open(ParticipantDocxWriter.Write(ParticipantSamples.List("en", []) with { EventTitle = hostile, Heading = hostile }));

        Assert.Empty(Problems(document));
        Assert.Equal(["</w:t><w:br/> & \"x\" =1"], Texts(document, "Title"));
        Assert.Contains("No person is on this list.", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibreOffice_shows_every_text_and_the_marking_on_every_page()
    {
        var files = ParticipantSamples.Languages.ToDictionary(language => $"{language}.docx", language => ParticipantDocxWriter.Write(ParticipantSamples.For(language)));
        files["large.docx"] = ParticipantDocxWriter.Write(ParticipantSamples.Large("en", 4, 30) with { Standing = "Provisional" });

        var printed = await LibreOffice.ToPdfAsync(files);

        foreach (var language in ParticipantSamples.Languages.Where(language => language != "ur"))
        {
            var words = ParticipantWords.In(language);
            var text = WithoutSpaces(await Poppler.TextAsync(printed[$"{language}.docx"]));
            Assert.All(
                new[] { words.Event, words.Heading, words.India, words.Director, words.Head, "Rajesh KUMAR", "राजेश कुमार", "李伟", "Алексей Иванов", "=1+1", "TLP:AMBER" },
                part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
        }

        var urdu = WithoutSpaces(await Poppler.TextAsync(printed["ur.docx"]));
        Assert.All(["RajeshKUMAR", "سیمینار", "TLP:AMBER"], part => Assert.Contains(part, urdu, StringComparison.Ordinal));
        var pages = (await Poppler.TextAsync(printed["large.docx"])).TrimEnd('\f').Split('\f');
        Assert.True(pages.Length > 5);
        Assert.All(pages, page => Assert.Contains("Provisional · TLP:AMBER", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("Function and body", page, StringComparison.Ordinal));
        Assert.Contains($"Page {pages.Length} of {pages.Length}", pages[^1], StringComparison.Ordinal);
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static IEnumerable<string> Problems(WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}");

    private static IEnumerable<string> Texts(WordprocessingDocument document, string style) => document.MainDocumentPart!.Document!.Descendants<Paragraph>()
        .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style)
        .Select(paragraph => paragraph.InnerText);

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Normalize(NormalizationForm.FormC);
}
