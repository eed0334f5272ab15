using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Letters;
using ScoEvents.Exports.Tests.Golden;
using ScoEvents.Exports.Tests.Office;
using ScoEvents.Exports.Tests.Pdf;
using Xunit;

namespace ScoEvents.Exports.Tests.Letters;

public class LetterDocxWriterTests
{
    public static TheoryData<string> Languages => [.. LetterSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_letter_is_the_one_that_was_looked_at(string language)
    {
        using var archive = new ZipArchive(new MemoryStream(LetterDocxWriter.Write(LetterSamples.For(language))));
        using var stream = archive.GetEntry("word/document.xml")!.Open();

        GoldenFile.AssertEqual($"letter.{language}.docx.xml", Encoding.UTF8.GetBytes(XDocument.Load(stream) + "\n"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_letter_is_valid_and_every_part_has_a_style_of_its_own(string language)
    {
        var words = LetterSamples.Words(language);

        using var document = Open(LetterDocxWriter.Write(LetterSamples.For(language)));

        Assert.Empty(Problems(document));
        Assert.Equal([words.Office], Texts(document, "LetterOffice"));
        Assert.Equal([words.Number + words.Date], Texts(document, "LetterReference"));
        Assert.Equal(words.Addressee, Texts(document, "LetterAddressee"));
        Assert.Equal([words.Heading], Texts(document, "Heading1"));
        Assert.Equal(2, Texts(document, "BodyText").Count());
        Assert.Equal(2, Texts(document, "ListBullet").Count());
        Assert.Equal([words.Closing], Texts(document, "Closing"));
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!).ToHashSet();
        Assert.All(document.MainDocumentPart.Document!.Descendants<ParagraphStyleId>(), used => Assert.Contains(used.Val!.Value!, styles));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Signed_letters_and_certificates_are_valid(string language)
    {
        using var signed = Open(LetterDocxWriter.Write(LetterSamples.Signed(language) with { Watermark = "</v:textpath>&\"" }));
        using var certificate = Open(LetterDocxWriter.Write(LetterSamples.Certificate(language)));

        Assert.Empty(Problems(signed));
        Assert.Empty(Problems(certificate));
        var page = certificate.MainDocumentPart!.Document!.Body!.Descendants<PageSize>().Single();
        Assert.Equal((16838u, 11906u), (page.Width!.Value, page.Height!.Value));
    }

    [Fact]
    public void An_urdu_letter_is_right_to_left_from_the_section_to_the_run()
    {
        using var document = Open(LetterDocxWriter.Write(LetterSamples.For("ur")));

        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.NotNull(body.GetFirstChild<SectionProperties>()!.GetFirstChild<BiDi>());
        var closing = body.Descendants<Paragraph>().Single(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Closing");
        Assert.All(closing.Descendants<RunProperties>(), run =>
        {
            Assert.NotNull(run.RightToLeftText);
            Assert.Equal("ur-PK", run.Languages!.Bidi!.Value);
        });
        var latin = body.Descendants<Run>().Single(run => run.InnerText == "Securing Cyberspace");
        Assert.Null(latin.RunProperties!.RightToLeftText);
    }

    [Fact]
    public void Equal_letters_give_equal_files() =>
        Assert.Equal(LetterDocxWriter.Write(LetterSamples.Signed("ur")), LetterDocxWriter.Write(LetterSamples.Signed("ur")));

    [Fact]
    public async Task LibreOffice_opens_every_letter_and_shows_every_text()
    {
        var files = LetterSamples.Languages.ToDictionary(language => $"{language}.docx", language => LetterDocxWriter.Write(LetterSamples.For(language)));
        files["certificate.docx"] = LetterDocxWriter.Write(LetterSamples.Certificate("en"));
        files["signed.docx"] = LetterDocxWriter.Write(LetterSamples.Signed("en"));

        var printed = await LibreOffice.ToPdfAsync(files);

        foreach (var language in LetterSamples.Languages.Where(language => language != "ur"))
        {
            var words = LetterSamples.Words(language);
            var text = WithoutSpaces(await Poppler.TextAsync(printed[$"{language}.docx"]));
            Assert.All(
                words.Addressee.Concat([words.Office, words.Date, words.Closing, words.FirstOfOne])
                    .Concat(words.Body.Split('\n').Select(line => line.TrimStart('-', ' '))),
                part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
            Assert.Equal(3, text.Split("TLP:AMBER").Length);
        }

        Assert.Contains(await Poppler.FontsAsync(printed["ur.docx"]), font => font.Contains("NotoNastaliqUrdu", StringComparison.Ordinal));
        Assert.Contains("12/2026", await Poppler.TextAsync(printed["ur.docx"]), StringComparison.Ordinal);
        Assert.All(printed.Values, pdf => Assert.Equal("1", Poppler.PropertiesAsync(pdf).GetAwaiter().GetResult()["Pages"]));
        Assert.Contains("E12345678", await Poppler.TextAsync(printed["signed.docx"]), StringComparison.Ordinal);
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static IEnumerable<string> Problems(WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}");

    private static IEnumerable<string> Texts(WordprocessingDocument document, string style) => document.MainDocumentPart!.Document!.Descendants<Paragraph>()
        .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style)
        .Select(paragraph => paragraph.InnerText);

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Normalize(NormalizationForm.FormC);
}
