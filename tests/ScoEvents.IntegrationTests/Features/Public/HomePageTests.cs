using System.Net;
using AngleSharp.Html.Parser;
using ScoEvents.Domain.Events;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.Web.Features.Home;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>What the public finds on the home page of a portal whose clock stands at 1 October 2026.</summary>
public sealed class HomePageTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    [Fact]
    public async Task The_calendar_shows_the_month_of_its_link_with_announced_events_on_each_of_their_days()
    {
        await portal.AnnounceAsync("home-shown", "Shown in the calendar");
        await portal.AnnounceAsync("home-draft", "Hidden in the calendar", isDraft: true);

        var page = await PageAsync("/en?month=2026-11");
        var days = page.QuerySelectorAll(".calendar td")
            .Where(day => day.TextContent.Contains("Shown in the calendar", StringComparison.Ordinal)).Select(day => day.QuerySelector("time")!.GetAttribute("datetime"));

        Assert.Equal(["2026-11-10", "2026-11-11"], days);
        Assert.DoesNotContain("Hidden in the calendar", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Events in November 2026, by day", page.QuerySelector(".calendar caption")!.TextContent.Trim());
        Assert.Equal(
            ["/en#calendar", "/en?month=2026-12#calendar"], page.QuerySelectorAll(".calendar-head a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?month=nonsense")]
    [InlineData("?month=0001-01")]
    [InlineData("?month=9999-12")]
    [InlineData("?month=2026-13&type=999")]
    public async Task A_month_that_is_none_is_the_present_one(string query)
    {
        var page = await PageAsync("/en" + query);

        Assert.Equal("Events in October 2026, by day", page.QuerySelector(".calendar caption")!.TextContent.Trim());
    }

    [Fact]
    public async Task Weeks_begin_with_the_day_of_the_language_and_nothing_on_the_page_is_a_script()
    {
        var (english, urdu) = (await PageAsync("/en"), await PageAsync("/ur"));

        Assert.Equal("Monday", english.QuerySelector(".calendar th abbr")!.GetAttribute("title"));
        Assert.Equal("اتوار", urdu.QuerySelector(".calendar th abbr")!.GetAttribute("title"));
        Assert.Empty(english.QuerySelectorAll("script"));
        Assert.All(english.QuerySelectorAll(".calendar tbody tr"), week => Assert.Equal(7, week.Children.Length));
    }

    [Fact]
    public async Task A_type_narrows_events_and_calendar_and_leads_on_with_them()
    {
        await portal.AnnounceAsync("home-seminar", "A seminar among others");

        var forums = await PageAsync("/en?month=2026-11&type=Forum");
        var seminars = await PageAsync("/en?month=2026-11&type=Seminar");

        Assert.DoesNotContain("A seminar among others", forums.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A seminar among others", seminars.QuerySelector(".calendar")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/en?month=2026-12&type=Seminar#calendar", seminars.QuerySelectorAll(".calendar-head a").Last().GetAttribute("href"));
    }

    [Fact]
    public async Task Calendar_years_and_places_take_as_many_commands_for_many_events_as_for_one()
    {
        var queries = new HomeQueries(portal.Database.Contexts);
        var filter = new HomeFilter(new DateOnly(2026, 11, 1), EventType.Seminar);
        await portal.AnnounceAsync("home-count-1");
        var one = await CommandCount.OfAsync(() => queries.GetAsync(filter, CancellationToken.None));
        await portal.AnnounceAsync("home-count-2");
        await portal.AnnounceAsync("home-count-3");

        var three = await CommandCount.OfAsync(() => queries.GetAsync(filter, CancellationToken.None));

        Assert.Equal((5, 5), (one, three));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string address)
    {
        var answer = await portal.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
