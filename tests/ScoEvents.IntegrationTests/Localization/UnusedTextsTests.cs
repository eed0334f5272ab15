using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>Every text that is translated five times is also shown somewhere.</summary>
public sealed partial class UnusedTextsTests
{
    [Fact]
    public void Every_key_is_named_in_the_code()
    {
        var sources = Directory.EnumerateFiles(Checkout.Path("src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" && Checkout.IsSource(file) && !file.Contains("vendor", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        var named = sources.SelectMany(text => Named().Matches(text)).Select(match => match.Value).ToHashSet();
        var composed = sources.SelectMany(text => Composed().Matches(text)).Select(match => match.Value).Distinct().Select(Shape).OfType<Regex>().ToList();

        var unused = Directory.EnumerateFiles(Checkout.Path("src/ScoEvents.Web"), "*Texts.resx", SearchOption.AllDirectories)
            .Where(Checkout.IsSource)
            // Radzen's components ask for theirs by keys of their own; see RadzenWordsTests.
            .Where(file => Path.GetFileName(file) != "RadzenTexts.resx")
            .SelectMany(file => XDocument.Load(file).Root!.Elements("data").Select(text => (Area: Path.GetFileName(file), Key: text.Attribute("name")!.Value)))
            .Where(text => !named.Contains(text.Key) && !named.Contains(Plural().Replace(text.Key, "")) && !composed.Any(shape => shape.IsMatch(text.Key)))
            .Select(text => $"{text.Area} {text.Key}")
            .ToList();

        Assert.InRange(named.Count, 500, 50_000);
        Assert.Empty(unused);
    }

    /// <summary>The keys that an interpolated string can make: its holes stand for anything; null where it is no key.</summary>
    private static Regex? Shape(string composed)
    {
        var parts = Hole().Split(composed);
        return parts.All(part => KeyPart().IsMatch(part)) && parts.Any(part => part.Any(char.IsLetter))
            ? new Regex($"^{string.Join(".+", parts.Select(Regex.Escape))}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            : null;
    }

    // C# and Razor quote by ", scripts by ' and `.
    [GeneratedRegex("(?<=[\"'])[A-Za-z][A-Za-z0-9_.-]*(?=[\"'])", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex("(?<=\\$\")[^\"\\n]*\\{[^\"\\n]*(?=\")|(?<=`)[^`\\n]*\\$\\{[^`\\n]*(?=`)", RegexOptions.CultureInvariant)]
    private static partial Regex Composed();

    [GeneratedRegex(@"\$?\{(?:[^{}]|\{[^{}]*\})*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPart();

    [GeneratedRegex(@"\.(?:One|Few|Many)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();
}
