using AngleSharp.Html.Parser;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Markdown;
using ScoEvents.Exports.Tests.Agenda;
using ScoEvents.Exports.Tests.Node;
using Xunit;

namespace ScoEvents.Exports.Tests.Markdown;

/// <summary>Texts as the reference implementation of CommonMark reads them.</summary>
public class AgendaMarkdownWriterTests
{
    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_text_comes_back_whole_in_every_language(string language)
    {
        var words = AgendaSamples.Words(language);

        var page = await RenderAsync(AgendaSamples.For(language));

        Assert.Equal(words.Title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal([words.DayOne, words.DayTwo], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(
            [
                $"10:00–11:00 {words.Opening} (S1)", $"11:00–11:30 {words.Break}", $"11:30–13:00 {words.Thematic} (S2)",
                $"10:00–11:00 {words.Thematic}", $"21:00–00:30 {words.Reception}",
            ],
            page.QuerySelectorAll("h3").Select(heading => heading.TextContent));
        Assert.Contains(page.QuerySelectorAll("p"), paragraph => paragraph.TextContent == words.Abstract);
        Assert.Equal(2, page.QuerySelectorAll("ol li").Length);
        Assert.StartsWith("TLP:GREEN", page.Body!.FirstElementChild!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Heading")]
    [InlineData("- list")]
    [InlineData("+ list")]
    [InlineData("1. list")]
    [InlineData("12) list")]
    [InlineData("> quote")]
    [InlineData("[text](javascript:alert(1))")]
    [InlineData("![x](https://example.org/x.png)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<https://example.org>")]
    [InlineData("&lt;b&gt;")]
    [InlineData("*a* _b_ **c** `d` ~~e~~")]
    [InlineData("=== ---")]
    [InlineData("***")]
    [InlineData("    code")]
    [InlineData("```")]
    [InlineData("a\\*b\\")]
    [InlineData("https://example.org/a")]
    public async Task Hostile_text_stays_text(string hostile)
    {
        var agenda = AgendaSamples.For("en");
        var entry = agenda.Days[0].Entries[2] with { Title = hostile, Abstract = hostile + "\n" + hostile, Room = hostile, Chair = null, Speakers = [new AgendaPerson(hostile)] };
        agenda = agenda with { Title = hostile, Subtitle = hostile, Days = [new AgendaDay(agenda.FirstDay, hostile, [entry])] };

        var page = await RenderAsync(agenda);

        var clean = hostile.Trim();
        Assert.Equal(clean, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(clean, page.QuerySelector("h2")!.TextContent);
        Assert.Equal($"11:30–13:00 {clean} (S2)", page.QuerySelector("h3")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("p"), paragraph => paragraph.TextContent == $"{clean}\n{clean}");
        Assert.Equal(clean, page.QuerySelectorAll("ul li").Last().TextContent);
        Assert.Empty(page.QuerySelectorAll("a, img, script, blockquote, pre, code, del"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> RenderAsync(AgendaDocument agenda) =>
        new HtmlParser().ParseDocument(await NodeProgram.RunAsync("markdown.mjs", AgendaMarkdownWriter.Write(agenda)));
}
