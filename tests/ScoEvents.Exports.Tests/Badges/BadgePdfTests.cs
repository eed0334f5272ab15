using System.Text.Json;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Exports.Badges;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Tests.Node;
using ScoEvents.Exports.Tests.Pdf;
using Xunit;

namespace ScoEvents.Exports.Tests.Badges;

/// <summary>Badges as they leave the printer, read back by programs that are not ours.</summary>
public sealed class BadgePdfTests : IDisposable
{
    private static readonly DateTimeOffset _date = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly ChromiumPdfEngine _engine = new(new ChromiumPdfOptions());

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_sheet_holds_four_badges_and_their_backs()
    {
        var pdf = await PrintAsync(BadgeSamples.Document());

        var properties = await Poppler.PropertiesAsync(pdf);
        Assert.Equal("4", properties["Pages"]);
        Assert.EndsWith("(A4)", properties["Page size"], StringComparison.Ordinal);
        Assert.Equal("Badges", properties["Title"]);
    }

    [Fact]
    public async Task A_single_badge_is_a_page_of_its_own_size_for_each_side()
    {
        var pdf = await PrintAsync(BadgeSamples.Document(BadgeLayout.Single));

        var properties = await Poppler.PropertiesAsync(pdf);
        Assert.Equal("10", properties["Pages"]);
        Assert.Equal(["255", "369"], properties["Page size"].Split(' ').Where(word => word.Length >= 3 && char.IsDigit(word[0])).Select(word => word[..3]).ToArray());
    }

    [Fact]
    public async Task Every_word_of_a_badge_can_be_read_out_again()
    {
        var text = WithoutSpaces(await Poppler.TextAsync(await PrintAsync(BadgeSamples.Document())));

        string[] expected =
        [
            "Seminar on securing cyberspace", "7–8 December 2026 · New Delhi", "Aigerim", "BEKOVA", "Бекова Айгерим", "Deputy Director", "Ministry of Digital Development",
            "Kazakhstan", "Head of delegation", "No. 1", "李伟", "Conference hall", "Lounge", "Personal badge. Wear it visibly.",
        ];
        Assert.All(expected, part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_are_shaped_by_the_font_of_their_own_script()
    {
        var fonts = string.Join('\n', await Poppler.FontsAsync(await PrintAsync(BadgeSamples.Document())));

        // Chromium embeds the Chinese collection as Type 3, without a name.
        string[] expected = ["NotoSans-Bold", "Type 3", "NotoSansDevanagari", "NastaliqUrdu", "NotoNaskhArabic"];
        Assert.All(expected, font => Assert.Contains(font, fonts, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BadgeLayout.Sheet)]
    [InlineData(BadgeLayout.Single)]
    public async Task The_square_codes_are_read_from_the_printed_page_by_another_reader(BadgeLayout layout)
    {
        var pdf = await PrintAsync(BadgeSamples.Document(layout, [.. BadgeSamples.People.Take(4)]));

        var pages = await CodesAsync(pdf, layout);

        var payloads = BadgeSamples.People.Take(4).Select(card => card.Payload).Order(StringComparer.Ordinal);
        Assert.Equal(layout == BadgeLayout.Sheet ? 2 : 8, pages.Count);
        Assert.Equal(payloads, pages.Where((_, index) => index % 2 == 0).SelectMany(codes => codes).Select(code => code.Text).Order(StringComparer.Ordinal));
        Assert.Equal(payloads, pages.Where((_, index) => index % 2 == 1).SelectMany(codes => codes).Select(code => code.Text).Order(StringComparer.Ordinal));
        Assert.All(pages.SelectMany(codes => codes), code => Assert.True(BadgePayload.Read(code.Text).Value.IsSignedBy(BadgeSamples.PublicKey)));
    }

    [Fact]
    public async Task The_back_lies_behind_its_front_when_the_sheet_is_turned_over_its_long_edge()
    {
        var pages = await CodesAsync(await PrintAsync(BadgeSamples.Document(cards: [.. BadgeSamples.People.Take(3)])));

        foreach (var front in pages[0])
        {
            var back = pages[1].Single(code => code.Text == front.Text);
            Assert.Equal((1 - front.Column, front.Row), (back.Column, back.Row));
        }
    }

    [Fact]
    public async Task A_sheet_in_Urdu_keeps_cards_where_the_knife_expects_them()
    {
        var pages = await CodesAsync(await PrintAsync(BadgeSamples.Document(cards: [.. BadgeSamples.People.Take(2)], language: "ur")));

        Assert.Equal(BadgeSamples.People.Take(2).Select((card, column) => new Code(card.Payload, column, 0)), pages[0]);
    }

    private Task<byte[]> PrintAsync(BadgeDocument document) => _engine.PrintAsync(new PrintablePage(BadgeHtmlWriter.Write(document), _date));

    private static async Task<IReadOnlyList<IReadOnlyList<Code>>> CodesAsync(byte[] pdf, BadgeLayout layout = BadgeLayout.Sheet)
    {
        using var pictures = await Poppler.PicturesAsync(pdf, dotsPerInch: 200);
        var output = await NodeProgram.RunAsync("square-codes.mjs", "", [.. layout == BadgeLayout.Sheet ? new[] { "2", "2" } : ["1", "1"], .. pictures.Files]);
        return JsonSerializer.Deserialize<Code[][]>(output, JsonSerializerOptions.Web)!;
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private sealed record Code(string Text, int Column, int Row);
}
