using System.Collections.Concurrent;
using AngleSharp.Dom;
using ScoEvents.IntegrationTests.Access;
using ScoEvents.IntegrationTests.Access.Routes;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>A text of an event that stands in another language than the reader's says so, to the browser and to the reader.</summary>
[Collection(StaffPagesCollection.Name)]
public sealed class ShownLanguageTests(RoutePortal portal)
{
    // Everything that the world says in English only; a Russian reader gets it in English.
    private static readonly string[] _english =
    [
        RouteWorld.Title, "Another seminar", "Next seminar", "Seminars", "Incidents", "Hall 1", "Vigyan Bhawan", "Anil Kumar", "Paper",
        "Director Zharkentova", "Director Kokandova", "Ministry Zharkentova", "Ministry Kokandova",
    ];

    // Browsers show the options of a list without the elements and languages within; labels of boxes are sentences of the page.
    private const string Plain = "option, optgroup, title";

    [Fact]
    public async Task A_text_in_another_language_carries_that_language_and_a_mark_on_every_page()
    {
        var seen = new ConcurrentBag<string>();
        var unmarked = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(StaffPages.Of(portal), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (page, _) =>
        {
            var (_, whole) = await StaffPages.WatchAsync(portal, RouteQuestions.Fill(page, portal.World, portal.World.Own).Address, PortalLanguages.Russian);
            foreach (var text in whole.Descendants<IText>().Where(text => _english.Contains(text.Data.Trim()) && text.ParentElement!.Closest(Plain) is null))
            {
                seen.Add(text.Data.Trim());
                if (text.ParentElement!.Closest("[lang]")?.GetAttribute("lang") != "en" || !HasMark(text.ParentElement!))
                {
                    unmarked.Add($"{page.Pattern.RawText}: {text.Data.Trim()} in {text.ParentElement!.OuterHtml}");
                }
            }
        });

        Assert.True(unmarked.IsEmpty, string.Join('\n', unmarked.Distinct().Order(StringComparer.Ordinal)));
        Assert.Equal(_english.Order(), seen.Distinct().Order());
    }

    // Beside the text, or beside the link that it stands in. The way up only repeats what the page that it leads to marks,
    // and where a title stands in all its languages, none of them stands in for another.
    private static bool HasMark(IElement text) =>
        text.Closest(".breadcrumbs") is not null || text.ParentElement!.Children.Count(form => form.HasAttribute("lang")) > 1
        || new[] { text, text.ParentElement, text.ParentElement?.ParentElement }.Any(around => around?.QuerySelector(".language-mark") is not null);
}
