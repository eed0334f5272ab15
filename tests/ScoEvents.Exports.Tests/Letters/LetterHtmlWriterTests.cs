using System.Text;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Letters;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Tests.Golden;
using ScoEvents.Exports.Tests.Pdf;
using Xunit;

namespace ScoEvents.Exports.Tests.Letters;

public sealed class LetterHtmlWriterTests : IDisposable
{
    private readonly ChromiumPdfEngine _engine = new(new ChromiumPdfOptions());

    public static TheoryData<string> Languages => [.. LetterSamples.Languages];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_letter_is_the_one_that_was_looked_at(string language) =>
        GoldenFile.AssertEqual($"letter.{language}.html", Encoding.UTF8.GetBytes(LetterHtmlWriter.Write(LetterSamples.For(language))));

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_printed_letter_says_everything_once_and_its_marking_above_and_below(string language)
    {
        var words = LetterSamples.Words(language);

        var pdf = await LetterPdf.PrintAsync(_engine, [LetterSamples.For(language)]);

        var properties = await Poppler.PropertiesAsync(pdf);
        Assert.Equal((words.Title, "yes", "1"), (properties["Title"], properties["Tagged"], properties["Pages"]));
        Assert.EndsWith("(A4)", properties["Page size"], StringComparison.Ordinal);
        var text = WithoutSpaces(await Poppler.TextAsync(pdf));
        Assert.Equal(3, text.Split("TLP:AMBER").Length);
        Assert.Contains("12/2026", text, StringComparison.Ordinal);
        if (language == "ur")
        {
            // Poppler finds the letters of joined Nastaliq again only where a font maps each shape to one of them.
            Assert.Contains(await Poppler.FontsAsync(pdf), font => font.Contains("NotoNastaliqUrdu", StringComparison.Ordinal));
            Assert.Contains("SecuringCyberspace", text, StringComparison.Ordinal);
            return;
        }

        Assert.All(
            words.Addressee.Concat(words.HeadLines).Concat([words.Office, words.Date, words.Closing]).Concat(words.Body.Split('\n').Select(line => line.TrimStart('-', ' ').Split('(')[0])),
            part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
        Assert.Contains(WithoutSpaces(words.FirstOfOne), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi", "NotoSansDevanagari")]
    [InlineData("ru", "NotoSans")]
    public async Task Every_script_is_set_in_its_own_embedded_font(string language, string font)
    {
        var pdf = await LetterPdf.PrintAsync(_engine, [LetterSamples.For(language)]);

        var rows = await Poppler.FontsAsync(pdf);
        Assert.Contains(rows, row => row.Contains(font, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal("yes", row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5]));
    }

    [Fact]
    public async Task Letters_of_five_languages_in_one_file_each_have_their_own_sheet_and_number_and_count()
    {
        var letters = LetterSamples.Languages.Select((language, index) => LetterSamples.For(language) with { Number = $"N-{index + 1}" }).ToList();

        var pdf = await LetterPdf.PrintAsync(_engine, letters);

        var pages = (await Poppler.TextAsync(pdf)).TrimEnd('\f').Split('\f');
        Assert.Equal(letters.Count, pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Equal(3, pages[i].Split($"N-{i + 1}").Length);
        }

        Assert.All(pages.Zip(LetterSamples.Languages).Where(page => page.Second != "ur"), page =>
            Assert.Contains(WithoutSpaces(LetterSamples.Words(page.Second).FirstOfOne), WithoutSpaces(page.First), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 12, 1)]
    [InlineData(6, 1, 12)]
    public async Task Each_letter_among_others_counts_its_own_pages_and_looks_as_it_does_alone(params int[] lengths)
    {
        var letters = lengths.Select((length, index) => LetterSamples.For("en") with
        {
            Number = $"N-{index + 1}",
            Body = [.. Enumerable.Repeat(LetterSamples.For("en").Body, length).SelectMany(blocks => blocks)],
        }).ToList();
        var alone = new List<string>();
        foreach (var letter in letters)
        {
            alone.AddRange((await Poppler.LaidOutTextAsync(await LetterPdf.PrintAsync(_engine, [letter]))).TrimEnd('\f').Split('\f'));
        }

        var pdf = await LetterPdf.PrintAsync(_engine, letters);

        var pages = (await Poppler.LaidOutTextAsync(pdf)).TrimEnd('\f').Split('\f');
        Assert.Contains(pages, page => page.Contains("Page 1 of 1", StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Contains("Page 3 of 3", StringComparison.Ordinal));
        Assert.Equal(alone, pages);
        Assert.Equal("yes", (await Poppler.PropertiesAsync(pdf))["Tagged"]);
    }

    [Fact]
    public async Task A_certificate_lies_across_and_fits_on_one_sheet()
    {
        foreach (var language in LetterSamples.Languages)
        {
            var properties = await Poppler.PropertiesAsync(await LetterPdf.PrintAsync(_engine, [LetterSamples.Certificate(language)]));

            Assert.Equal("1", properties["Pages"]);
            Assert.StartsWith("841", properties["Page size"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_long_letter_carries_number_marking_and_page_on_every_page()
    {
        var letter = LetterSamples.For("en");
        letter = letter with { Body = [.. Enumerable.Repeat(letter.Body, 12).SelectMany(blocks => blocks)], Classification = Classification.AmberStrict, Watermark = "Draft" };

        var pages = (await Poppler.TextAsync(await LetterPdf.PrintAsync(_engine, [letter]))).TrimEnd('\f').Split('\f');

        Assert.True(pages.Length > 2);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Equal(3, pages[i].Split("TLP:AMBER+STRICT").Length);
            Assert.Contains("No. 12/2026", pages[i], StringComparison.Ordinal);
            Assert.Contains($"Page {i + 1} of {pages.Length}", pages[i], StringComparison.Ordinal);
            Assert.Contains("Draft", pages[i], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Equal_letters_give_equal_files()
    {
        var first = await LetterPdf.PrintAsync(_engine, [LetterSamples.Signed("ur")]);
        var second = await LetterPdf.PrintAsync(_engine, [LetterSamples.Signed("ur")]);

        Assert.Equal(first, second);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string hostile = "</p><script>alert(1)</script>\u202E\"};@import url(x);/*";
        var letter = LetterSamples.Signed("en") with
        {
            Title = hostile, Number = hostile, DateInWords = hostile, Heading = hostile, Closing = hostile, Addressee = [hostile], Signature = [hostile],
            Watermark = hostile, Head = new LetterHead(hostile, [hostile]),
            Body = [new LetterParagraph(hostile), new LetterList([hostile]), new LetterFacts([new LetterFact(hostile, hostile)]), new LetterEmphasis(hostile)],
        };

        var html = LetterHtmlWriter.Write(letter);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html[html.IndexOf("<style>", StringComparison.Ordinal)..html.IndexOf("</style>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Normalize(NormalizationForm.FormC);
}
