using System.Text.RegularExpressions;
using ScoEvents.IntegrationTests.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Architecture;

/// <summary>Colors and sizes of letters have one home, so that dark, high contrast and print change everything at once.</summary>
public sealed partial class StyleSheetTests
{
    // Radzen counts its own lengths in this unit, which no reader sees.
    private static readonly string[] _exceptions = ["--rz-root-font-size: 16px;"];

    private static readonly string[] _themes = ["prefers-color-scheme: dark", "prefers-contrast: more", "forced-colors: active"];

    [Fact]
    public void Colors_are_written_in_the_tokens_only() => Assert.Empty(Lines().Where(line => Color().IsMatch(line.Text)).Select(line => line.ToString()));

    [Fact]
    public void Sizes_of_letters_are_written_in_the_tokens_only() => Assert.Empty(Lines().Where(line => Size().IsMatch(line.Text)).Select(line => line.ToString()));

    [Fact]
    public void Every_token_that_is_used_is_one_that_exists()
    {
        var known = Sheets().SelectMany(sheet => Defined().Matches(File.ReadAllText(sheet))).Select(match => match.Value).ToHashSet();

        var unknown = Sheets()
            .SelectMany(sheet => Used().Matches(File.ReadAllText(sheet)).Select(match => (Sheet: Path.GetFileName(sheet), Token: match.Groups[1].Value)))
            .Where(used => !known.Contains(used.Token) && !used.Token.StartsWith("--rz-", StringComparison.Ordinal)).Distinct().ToList();

        Assert.InRange(known.Count, 80, 1_000);
        Assert.DoesNotContain(unknown, used => !SetByScripts(used.Token));
    }

    [Fact]
    public void Each_theme_of_the_system_is_answered_in_the_tokens()
    {
        var tokens = File.ReadAllText(Sheets().Single(sheet => Path.GetFileName(sheet) == "tokens.css"));

        Assert.All(_themes, theme => Assert.Contains($"({theme})", tokens, StringComparison.Ordinal));
    }

    // What pages and scripts set on single elements: the place of a session on the board, the widths of bars.
    private static bool SetByScripts(string token) => Directory.EnumerateFiles(Checkout.Path("src/ScoEvents.Web"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" && Checkout.IsSource(file))
        .Any(file => File.ReadAllText(file).Contains(token, StringComparison.Ordinal));

    private static IEnumerable<string> Sheets() => Directory.EnumerateFiles(Checkout.Path("src/ScoEvents.Web/wwwroot/css"), "*.css");

    private static IEnumerable<Line> Lines() => Sheets().Where(sheet => Path.GetFileName(sheet) != "tokens.css")
        .SelectMany(sheet => File.ReadLines(sheet).Select((text, index) => new Line(Path.GetFileName(sheet), index + 1, text.Trim())))
        .Where(line => !_exceptions.Contains(line.Text));

    [GeneratedRegex(@"#[0-9a-f]{3,8}\b(?=[\s;,)])|\b(?:rgba?|hsla?|oklch|lab)\((?!from)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Color();

    [GeneratedRegex(@"font-size:[^;}]*\d(?:\.\d+)?(?:px|pt|rem|em|vw)", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"--[a-z0-9-]+(?=\s*:)", RegexOptions.CultureInvariant)]
    private static partial Regex Defined();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Used();

    private sealed record Line(string Sheet, int Number, string Text)
    {
        public override string ToString() => $"{Sheet}:{Number} {Text}";
    }
}
