using System.Globalization;
using System.Xml.Linq;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Localization;

/// <summary>Numbers ask for the forms that the Unicode CLDR gives for whole numbers.</summary>
public sealed class PluralsTests
{
    [Theory]
    [InlineData("ru", "One", 1, 21, 31, 101, 121, 1001)]
    [InlineData("ru", "Few", 2, 3, 4, 22, 23, 24, 102, 1004)]
    [InlineData("ru", "Many", 0, 5, 6, 10, 11, 12, 13, 14, 15, 19, 20, 25, 100, 111, 112, 114, 1011)]
    [InlineData("zh", "Many", 0, 1, 2, 11, 21)]
    [InlineData("hi", "One", 0, 1)]
    [InlineData("hi", "Many", 2, 5, 11, 21, 101)]
    [InlineData("ur", "One", 1)]
    [InlineData("ur", "Many", 0, 2, 11, 21)]
    [InlineData("en", "One", 1)]
    [InlineData("en", "Many", 0, 2, 11, 21)]
    public void A_number_takes_its_form(string language, string form, params int[] numbers) =>
        Assert.All(numbers, number => Assert.Equal(form, Plurals.FormOf(language, number)));

    [Fact]
    public void Every_counted_text_has_its_three_forms_and_Russian_tells_one_from_many()
    {
        var alike = new List<string>();
        var counted = 0;
        foreach (var file in Directory.EnumerateFiles(Checkout.Path("src"), "*.ru.resx", SearchOption.AllDirectories).Where(Checkout.IsSource))
        {
            var texts = XDocument.Load(file).Root!.Elements("data").ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value);
            foreach (var key in texts.Keys.Where(key => key.EndsWith(".Few", StringComparison.Ordinal)).Select(key => key[..^4]))
            {
                counted++;
                Assert.True(texts.ContainsKey(key + ".One") && texts.ContainsKey(key + ".Many"), $"{Path.GetFileName(file)}: {key}");
                if (texts[key + ".One"] == texts[key + ".Many"])
                {
                    alike.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {key}"));
                }
            }
        }

        Assert.Empty(alike);
        Assert.InRange(counted, 20, 1_000);
    }
}
