using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Public;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Translations;

/// <summary>An event of Tashkent whose texts stand in in Russian before English, as readers, calendars and programs get it.</summary>
public sealed class FallbackTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    [Theory]
    [InlineData("ru-first", """["ru"]""", "Защита сетей", "ru")]
    [InlineData("as-ever", "[]", "Protecting networks", "en")]
    public async Task The_order_of_the_event_holds_on_pages_in_calendars_and_for_programs(string slug, string order, string title, string language)
    {
        var planned = await portal.AnnounceAsync(slug);
        var session = PublicPortal.Session(0, "Protecting networks") with { Title = LocalizedText.Of(en: "Protecting networks", ru: "Защита сетей") };
        await portal.PublishAsync(planned.Id, session);
        await portal.Database.ScalarAsync($"UPDATE events SET fallback_order = '{order}' WHERE id = '{planned.Id}'");

        var page = await portal.ReadAsync($"/hi/events/{slug}/agenda");
        var shown = page.QuerySelectorAll($"bdi[lang={language}]").Select(found => found.TextContent);
        var calendar = await portal.Browser.GetStringAsync($"/hi/events/{slug}/agenda.ics");
        var told = System.Text.RegularExpressions.Regex.Unescape(await portal.Browser.GetStringAsync($"/api/v1/events/{slug}/releases/1/sessions?language=hi"));
        var own = await portal.ReadAsync($"/en/events/{slug}/agenda");

        Assert.Contains(title, shown);
        Assert.NotNull(page.QuerySelector($"main .language-hint [lang={language}]"));
        Assert.Contains(title, calendar, StringComparison.Ordinal);
        Assert.Contains(title, told, StringComparison.Ordinal);
        Assert.Contains("Protecting networks", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Защита сетей", own.Body.TextContent, StringComparison.Ordinal);
    }
}
