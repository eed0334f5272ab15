using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Tests.Agenda;
using ScoEvents.Exports.Tests.Golden;
using Xunit;

namespace ScoEvents.Exports.Tests.Pdf;

/// <summary>What stands on paper: page numbers in the contents, and every script as it was looked at.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class PrintedAgendaTests : IDisposable
{
    private const int DotsPerInch = 60;

    // A sixth of an inch: two or three letters of running text.
    private const int Square = 10;

    private readonly ChromiumPdfEngine _engine = new(new ChromiumPdfOptions());

    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_contents_name_the_page_of_each_day(string language)
    {
        var agenda = AgendaSamples.Large(language, 60);

        var pdf = await _engine.PrintAsync(AgendaHtmlWriter.Print(agenda));

        var pages = await Poppler.PagesOfNamesAsync(pdf);
        var expected = agenda.Days.Select((_, index) => pages[$"day-{index + 1}"]).ToList();
        Assert.Equal(5, expected.Distinct().Count());
        var cover = await Poppler.WordsAsync(pdf, 1);
        // The contents are the lines with the hours of a day; the number is the outermost word of each.
        var lines = cover.Where(word => Hours().IsMatch(word.Text)).OrderBy(word => word.Top).ToList();
        var written = lines.Select(line => cover
            .Where(word => Math.Abs(word.Bottom - line.Bottom) < 2 && word.Text.All(char.IsAsciiDigit))
            .OrderBy(word => agenda.Direction == TextDirection.RightToLeft ? word.Left : -word.Right).First()).ToList();
        Assert.Equal(expected, written.Select(word => int.Parse(word.Text, CultureInfo.InvariantCulture)));
        // All numbers end at one edge, that of the table below.
        Assert.True(written.Max(Edge) - written.Min(Edge) < 1);
        Assert.DoesNotContain("0123456789", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        Assert.DoesNotContain("9876543210", await Poppler.TextAsync(pdf), StringComparison.Ordinal);

        double Edge((string Text, double Left, double Top, double Right, double Bottom) word) =>
            agenda.Direction == TextDirection.RightToLeft ? word.Left : word.Right;
    }

    [Fact]
    public async Task Contents_leave_outline_links_and_tags_as_they_are()
    {
        var pdf = await _engine.PrintAsync(AgendaHtmlWriter.Print(AgendaSamples.Large("en", 60)));

        var text = Encoding.Latin1.GetString(pdf);
        Assert.Contains("/Outlines ", text, StringComparison.Ordinal);
        Assert.Equal(5, Regex.Count(text, "/Dest /day-"));
        Assert.Equal("yes", (await Poppler.PropertiesAsync(pdf))["Tagged"]);
        Assert.All(await Poppler.FontsAsync(pdf), font => Assert.Equal("yes", font.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5]));
    }

    [Fact]
    public async Task Printing_the_same_agenda_twice_gives_the_same_bytes()
    {
        var page = AgendaHtmlWriter.Print(AgendaSamples.For("ur"));

        Assert.Equal(await _engine.PrintAsync(page), await _engine.PrintAsync(page));
    }

    [Fact]
    public async Task A_place_for_a_number_without_its_target_is_said_and_not_printed()
    {
        var page = AgendaHtmlWriter.Print(AgendaSamples.For("en")) with { Contents = ["day-1", "day-9"] };

        var failure = await Assert.ThrowsAsync<PdfEngineException>(() => _engine.PrintAsync(page));

        Assert.Contains("day-9", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_looks_like_the_one_that_was_looked_at(string language)
    {
        var pdf = await _engine.PrintAsync(AgendaHtmlWriter.Print(AgendaSamples.For(language)));

        var pages = int.Parse((await Poppler.PropertiesAsync(pdf))["Pages"], CultureInfo.InvariantCulture);
        for (var page = 1; page <= pages; page++)
        {
            var painted = await Poppler.PaintAsync(pdf, page, DotsPerInch);
            var known = GrayImage.Unpack(GoldenFile.ReadOrWrite($"agenda.{language}.{page}.pgm.gz", painted.Pack));
            Assert.Equal((known.Width, known.Height), (painted.Width, painted.Height));
            // Other versions of the fonts and of poppler paint the same letters in slightly other shades.
            Assert.True(painted.LargestDifference(known, Square) < 0.25, $"Page {page} in {language} is painted otherwise than before; look at it.");
        }
    }

    /// <summary>A box with a cross or nothing at all in place of letters is what a missing font gives.</summary>
    [Theory]
    [InlineData("ru", "NotoSans-Regular", '\u0400', '\u04ff')]
    [InlineData("zh", null, '\u4e00', '\u9fff')]
    [InlineData("hi", "NotoSansDevanagari", '\u0900', '\u097f')]
    [InlineData("ur", "NotoNastaliqUrdu", '\u0600', '\u06ff')]
    public async Task Words_of_the_script_are_painted_by_its_font_and_differ_from_each_other(string language, string? font, char first, char last)
    {
        var pdf = await _engine.PrintAsync(AgendaHtmlWriter.Print(AgendaSamples.For(language)));

        var painted = await Poppler.PaintAsync(pdf, 1, 144);
        var words = (await Poppler.WordsAsync(pdf, 1)).Where(word => word.Text.Length > 2 && word.Text.All(letter => letter >= first && letter <= last)).ToList();
        Assert.True(words.Count > 4, $"{words.Count} words");
        var ink = words.Select(word => painted.Ink((int)(word.Left * 2), (int)(word.Top * 2), (int)Math.Ceiling(word.Right * 2), (int)Math.Ceiling(word.Bottom * 2))).ToList();
        Assert.All(ink, share => Assert.InRange(share, 0.02, 0.6));
        Assert.True(ink.Distinct().Count() > 3);
        // Outlines of another kind than TrueType, as the Chinese font has, travel without their name.
        Assert.Contains(await Poppler.FontsAsync(pdf), row => row.Contains(font ?? "Type 3", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\d\d:\d\d–\d\d:\d\d$")]
    private static partial Regex Hours();
}
