using AngleSharp.Dom;
using ScoEvents.IntegrationTests.Access;
using ScoEvents.IntegrationTests.Access.Routes;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Pages;

/// <summary>Times of notices carry their zone in words.</summary>
[Collection(StaffPagesCollection.Name)]
public sealed class NoticeTimesTests(RoutePortal portal)
{
    [Theory]
    [InlineData("en", ", local time in New Delhi (UTC+05:30)")]
    [InlineData("ru", ", местное время: New Delhi (UTC+05:30)")]
    [InlineData("zh", "，New Delhi当地时间（UTC+05:30）")]
    [InlineData("hi", ", New Delhi का स्थानीय समय (UTC+05:30)")]
    [InlineData("ur", "، New Delhi کا مقامی وقت (UTC+05:30)")]
    public async Task A_notice_says_when_by_the_clocks_of_the_place_and_names_it(string language, string zone)
    {
        var (_, page) = await portal[Asker.FocalPoint].WatchAsync("/staff/notices", PortalLanguages.Find(language));

        var times = StaffPages.Content(page.Text).QuerySelectorAll("time").Select(time => time.TextContent).Distinct().ToList();

        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.EndsWith(zone, time, StringComparison.Ordinal));
    }
}
