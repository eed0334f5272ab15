using System.Collections.Concurrent;
using ScoEvents.IntegrationTests.Access.Routes;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>No page stands empty while it waits for the database.</summary>
[Collection(StaffPagesCollection.Name)]
public sealed class SkeletonTests(RoutePortal portal)
{
    [Fact]
    public async Task A_page_that_waits_for_the_database_holds_the_place_of_what_comes()
    {
        var waiting = new ConcurrentBag<string>();
        var bare = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(StaffPages.Of(portal), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (page, _) =>
        {
            var (meanwhile, whole) = await StaffPages.WatchAsync(portal, RouteQuestions.Fill(page, portal.World, portal.World.Own).Address);
            if (meanwhile.InnerHtml == whole.InnerHtml)
            {
                // Nothing was read, or the answer was there at once.
                return;
            }

            (meanwhile.QuerySelector(".skeleton") is null ? bare : waiting).Add(page.Pattern.RawText!);
        });

        Assert.Empty(bare.Order(StringComparer.Ordinal));
        Assert.InRange(waiting.Count, 60, 1_000);
    }
}
