using System.Xml.Linq;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>Two tabs above one another never have the same word: nobody would know which is meant.</summary>
public sealed class TabWordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".ru")]
    [InlineData(".zh")]
    [InlineData(".hi")]
    [InlineData(".ur")]
    public void Tabs_of_an_event_and_of_its_delegations_are_told_apart(string language)
    {
        var tabs = WordsOf($"Events/EventsTexts{language}.resx").Where(text => text.Key.StartsWith("Tab.", StringComparison.Ordinal))
            .Concat(WordsOf($"Delegations/DelegationsNavTexts{language}.resx").Where(text => text.Key != "Label")).ToList();

        Assert.Equal(tabs.Count, tabs.Select(text => text.Value).Distinct().Count());
        Assert.InRange(tabs.Count, 15, 40);
    }

    private static IEnumerable<(string Key, string Value)> WordsOf(string file) => XDocument.Load(Checkout.Path($"src/ScoEvents.Web/Features/{file}")).Root!.Elements("data")
        .Select(text => (text.Attribute("name")!.Value, text.Element("value")!.Value));
}
