using System.Text.RegularExpressions;
using ScoEvents.Exports.Badges;
using Xunit;

namespace ScoEvents.Exports.Tests.Badges;

public sealed partial class BadgeHtmlWriterTests
{
    [Fact]
    public void Equal_documents_give_equal_text() => Assert.Equal(BadgeHtmlWriter.Write(BadgeSamples.Document()), BadgeHtmlWriter.Write(BadgeSamples.Document()));

    [Fact]
    public void Nothing_is_fetched_and_nothing_runs()
    {
        var html = BadgeHtmlWriter.Write(BadgeSamples.Document());

        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Sources().Matches(html), source => Assert.StartsWith("data:image/", source.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_with_markup_is_printed_as_it_is_spelled()
    {
        var card = BadgeSamples.People[0] with { FamilyName = "<b onload=x>\"'", NativeName = "\u202Eegdab", Side = "A&B" };

        var html = BadgeHtmlWriter.Write(BadgeSamples.Document(cards: [card]));

        Assert.Contains("&lt;B ONLOAD=X&gt;", html, StringComparison.Ordinal);
        Assert.Contains("A&amp;B", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("محمد ضیاء", "PK", "ur")]
    [InlineData("علی خاتمی", "IR", "fa")]
    [InlineData("محمد", "EG", "ar")]
    [InlineData("محمد", null, "ar")]
    [InlineData("राजेश पंत", "IN", "hi")]
    [InlineData("李伟", "CN", "zh-Hans")]
    [InlineData("Бекова", "KZ", "ru")]
    [InlineData("Li Wei 李伟", "CN", "zh-Hans")]
    [InlineData("Nguyễn", "VN", null)]
    [InlineData("", "CN", null)]
    [InlineData(null, "CN", null)]
    public void The_script_of_a_name_says_its_language(string? name, string? state, string? expected) => Assert.Equal(expected, NativeScript.LanguageOf(name, state));

    [Fact]
    public void A_badge_without_photo_native_name_zones_and_function_has_no_empty_places()
    {
        var card = BadgeSamples.People[0] with { Photo = null, NativeName = null, Function = null, Body = null, Zones = [] };

        var html = BadgeHtmlWriter.Write(BadgeSamples.Document(cards: [card]));

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"native\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"zones\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"function\"", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:src|href|url)\\s*[=(]\\s*[\"']?([^\"')]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Sources();
}
