using System.Collections.Concurrent;
using AngleSharp.Dom;
using ScoEvents.IntegrationTests.Access.Routes;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>Every row of tabs says where one is.</summary>
[Collection(StaffPagesCollection.Name)]
public sealed class CurrentTabTests(RoutePortal portal)
{
    private const string Rows = "nav.tab-nav, nav.mail-shelves";

    [Fact]
    public async Task Each_row_of_tabs_of_each_page_marks_exactly_one_as_the_current_one()
    {
        var rows = new ConcurrentBag<(string Page, string Row, int Current)>();
        await Parallel.ForEachAsync(StaffPages.Of(portal), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (page, _) =>
        {
            var (_, whole) = await StaffPages.WatchAsync(portal, RouteQuestions.Fill(page, portal.World, portal.World.Own).Address);
            foreach (var row in whole.QuerySelectorAll(Rows))
            {
                rows.Add((page.Pattern.RawText!, row.GetAttribute("aria-label") ?? "", row.QuerySelectorAll("a[aria-current=page], a[aria-current=true]").Length));
            }
        });

        Assert.Empty(rows.Where(row => row.Current != 1).Order());
        Assert.InRange(rows.Count, 60, 1_000);
    }
}
