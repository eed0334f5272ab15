using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>The words of the interface, as files: what one language has, every language has.</summary>
public sealed partial class TextFilesTests
{
    private static readonly string[] _translations = ["ru", "zh", "hi", "ur"];
    private static readonly string _sources = Checkout.Path("src/ScoEvents.Web");

    public static TheoryData<string> Areas =>
        [.. Directory.EnumerateFiles(_sources, "*Texts.resx", SearchOption.AllDirectories).Where(Checkout.IsSource).Select(file => Path.GetRelativePath(_sources, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_language_has_exactly_the_keys_of_English(string area)
    {
        var english = Read(area);

        Assert.All(_translations, language => Assert.Equal(english.Keys, Read(Translated(area, language)).Keys));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_translation_keeps_the_placeholders(string area)
    {
        var english = Read(area);
        var differing = _translations.SelectMany(language => Read(Translated(area, language))
            .Where(text => !Placeholders(text.Value).SequenceEqual(Placeholders(english[text.Key])))
            .Select(text => $"{language} {text.Key}"));

        Assert.Empty(differing);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_text_is_empty_or_hides_a_direction(string area)
    {
        var wrong = _translations.Select(language => Translated(area, language)).Prepend(area)
            .SelectMany(file => Read(file).Where(text => text.Value.Length == 0 || Overrides().IsMatch(text.Value)).Select(text => $"{file} {text.Key}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_refusal_of_the_domain_has_words()
    {
        var said = Read(Path.Combine("Localization", "ErrorTexts.resx")).Keys.ToHashSet();
        // Exports have problem codes of their own, which an import will put into words.
        var codes = new[] { "ScoEvents.Domain", "ScoEvents.Data", "ScoEvents.Web" }
            .SelectMany(floor => Directory.EnumerateFiles(Checkout.Path($"src/{floor}"), "*.cs", SearchOption.AllDirectories))
            .Where(Checkout.IsSource)
            .SelectMany(file => Codes().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value))
            .Distinct()
            .ToList();

        Assert.InRange(codes.Count, 40, 400);
        Assert.All(codes, code => Assert.Contains(code, said));
    }

    private static SortedDictionary<string, string> Read(string area) => new(
        XDocument.Load(Path.Combine(_sources, area)).Root!.Elements("data")
            .ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value),
        StringComparer.Ordinal);

    private static string Translated(string area, string language) => Path.ChangeExtension(area, $".{language}.resx");

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex("[\u202A-\u202E]", RegexOptions.CultureInvariant)]
    private static partial Regex Overrides();

    // Error.Refused("code"…), Error.Invalid("Field", "code"…), new(ErrorKind.X, "code"…), Refuse(rule, "code"…).
    [GeneratedRegex("""(?:Error\.Refused\(|Error\.Invalid\([^,]+,\s*|ErrorKind\.\w+,\s*)"(?<code>[a-z]+(?:[.-][a-z]+)+)"|Refuse\([^"]*"(?<code>[a-z]+(?:[.-][a-z]+)*)"|Code = "(?<code>[a-z.-]+)";""", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
