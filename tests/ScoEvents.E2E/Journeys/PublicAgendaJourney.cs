using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The published programme as readers use it: as a list, as rooms and hours, session by session, on paper, on a phone, from another zone.</summary>
[Collection(PortalCollection.Name)]
public sealed class PublicAgendaJourney(PortalFixture portal)
{
    private const string Opening = "Opening of the seminar";
    private const string Panel = "Panel on supply chains";
    private const string SecondDay = "Reports of the working groups";

    private static string? _address;

    [Theory]
    [InlineData("en", "Rooms and hours")]
    [InlineData("ur", "کمرے اور اوقات")]
    public Task A_reader_without_script_goes_from_the_table_to_session_and_speaker(string language, string grid) => portal.JourneyAsync(async journey =>
    {
        var address = await PublishAsync(journey, language);
        var reader = await journey.VisitorAsync(hasScript: false);

        await reader.OpenAsync($"{address}/agenda");
        await reader.Link(grid).ClickAsync();
        await Expect(reader.Page.Locator("table.agenda-grid").First.Locator("thead th")).ToHaveCountAsync(3);
        await Expect(reader.Page.Locator("[data-own-time]")).ToBeHiddenAsync();
        await IsMirroredAsync(reader, language == "ur");
        await reader.Link(Panel).ClickAsync();
        await reader.SeesHeadingAsync(Panel);
        await reader.SeesAsync("09:30–10:30");
        await reader.Link("Asha Rao").ClickAsync();
        await reader.SeesHeadingAsync("Asha Rao");
        await Expect(reader.Link(Panel)).ToBeVisibleAsync();
    }, name: $"A_reader_without_script_agenda_{language}");

    [Fact]
    public Task Filters_stay_in_the_address_and_are_cleared_by_a_link() => portal.JourneyAsync(async journey =>
    {
        var address = await PublishAsync(journey, "en");
        var reader = await journey.VisitorAsync(hasScript: false);

        await reader.OpenAsync($"{address}/agenda");
        await reader.Page.Locator("details.agenda-filter summary").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Group, new() { Name = "Room", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Hall B" }).ClickAsync();
        await Expect(reader.Page.Locator(".agenda-item")).ToHaveCountAsync(1);
        await reader.SeesAsync("Sessions shown: 1 of 3");
        await reader.Page.ReloadAsync();
        await Expect(reader.Page.Locator(".agenda-item")).ToHaveCountAsync(1);
        await reader.Link("Clear filters").ClickAsync();
        await Expect(reader.Page.Locator(".agenda-item")).ToHaveCountAsync(3);
    });

    [Fact]
    public Task A_reader_in_another_zone_sees_the_own_time_beside_it_on_request_and_again_on_the_next_page() => portal.JourneyAsync(async journey =>
    {
        var address = await PublishAsync(journey, "ru");
        var reader = await journey.VisitorAsync(timeZone: "America/New_York");

        await reader.OpenAsync($"{address}/agenda");
        var button = reader.Page.GetByRole(AriaRole.Button, new() { Name = "Показывать и моё время" });
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(reader.Page.Locator(".own-time")).ToHaveCountAsync(0);
        await button.ClickAsync();
        await Expect(reader.Page.Locator(".agenda-item .own-time").First).ToContainTextAsync("ваше время");
        // Half past eight in New Delhi is the evening before in New York, so the day is told too.
        Assert.Matches(@"^\d+ \p{L}+\.?, 2[23]:00–", await reader.Page.Locator(".agenda-item .own-time bdi").First.InnerTextAsync());
        await reader.Link(Panel).ClickAsync();
        await Expect(reader.Page.Locator(".own-time")).ToHaveCountAsync(1);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Показывать и моё время" }).ClickAsync();
        await Expect(reader.Page.Locator(".own-time")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_reader_in_the_zone_of_the_place_is_offered_nothing() => portal.JourneyAsync(async journey =>
    {
        var address = await PublishAsync(journey, "en");
        var reader = await journey.VisitorAsync(timeZone: "Asia/Colombo");

        await reader.OpenAsync($"{address}/agenda/grid");

        await Expect(reader.Page.Locator("table.agenda-grid").First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("[data-own-time]")).ToBeHiddenAsync();
    });

    [Theory]
    [InlineData("/agenda")]
    [InlineData("/agenda/grid")]
    public Task On_paper_each_day_begins_a_page_and_every_page_carries_marking_and_release(string view) => portal.JourneyAsync(async journey =>
    {
        var address = await PublishAsync(journey, "en");
        var reader = await journey.VisitorAsync();
        await reader.OpenAsync(address + view);

        var pages = await PrintedText.PagesAsync(await reader.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true }));

        Assert.Equal(2, pages.Count);
        Assert.All(pages, page => Assert.Contains("TLP:CLEAR · Release 1", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotContain("Sign in", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotContain("Rooms and hours", page, StringComparison.Ordinal));
        Assert.Contains(Opening, pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain(SecondDay, pages[0], StringComparison.Ordinal);
        Assert.Contains(SecondDay, pages[1], StringComparison.Ordinal);
        Assert.Matches(@"2 ?/ ?2", pages[1]);
    }, name: $"On_paper{view.Replace('/', '_')}");

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public Task On_a_phone_only_the_table_itself_scrolls_sideways(string language) => portal.JourneyAsync(async journey =>
    {
        var address = await PublishAsync(journey, language);
        var reader = await journey.VisitorAsync(width: 360, timeZone: "America/New_York");
        var session = await SessionAddressAsync(reader, address);

        foreach (var part in new[] { address, $"{address}/agenda", $"{address}/agenda/grid", $"{address}/agenda/embed", session, $"{address}/speakers" })
        {
            await reader.OpenAsync(part);
            await reader.AssertFitsAsync();
        }

        await reader.OpenAsync($"{address}/agenda/grid");
        var widths = await reader.Page.Locator(".agenda-grid-scroll").First.EvaluateAsync<int[]>("scroller => [scroller.scrollWidth, scroller.clientWidth]");
        Assert.True(widths[0] > widths[1], "Two rooms do not fit beside each other on a phone, so the table must scroll.");
    }, name: $"On_a_phone_agenda_{language}");

    [Fact]
    public Task The_agenda_stands_in_a_frame_of_another_site_and_other_pages_do_not() => portal.JourneyAsync(async journey =>
    {
        var address = await PublishAsync(journey, "en");
        var reader = await journey.VisitorAsync();
        reader.Expects("frame-ancestors");
        reader.Expects("net::ERR_BLOCKED_BY_RESPONSE");
        string Frame(string id, string part) => $"<iframe id='{id}' src='{new Uri(journey.Address, address + part)}'></iframe>";
        await using var site = new OtherSite($"<!DOCTYPE html><title>Another site</title>{Frame("embed", "/agenda/embed")}{Frame("page", "/agenda")}");

        await reader.Page.GotoAsync(site.Address.ToString());

        await Expect(reader.Page.FrameLocator("#embed").GetByText(Panel)).ToBeVisibleAsync();
        await Expect(reader.Page.FrameLocator("#embed").Locator("script")).ToHaveCountAsync(0);
        await Expect(reader.Page.FrameLocator("#page").GetByText(Panel)).ToHaveCountAsync(0);
    });

    // Published by the first journey, read by all.
    private static async Task<string> PublishAsync(Journey journey, string language) =>
        (_address ??= await PublishAsync(journey)).Replace("/en/", $"/{language}/", StringComparison.Ordinal);

    private static async Task<string> PublishAsync(Journey journey)
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Public agenda"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddRoomAsync(planned, "Hall B");
        await organiser.AddSessionAsync(planned, "Plenary", Opening, "Hall A", "08:30", "09:30");
        await organiser.FillSessionAsync(planned, "Panel", Panel, "Hall B", "09:30", "10:30");
        await organiser.AddSpeakerAsync("Asha Rao", "Director");
        await organiser.SaveSessionAsync(planned, Panel);
        await organiser.AddSessionAsync(planned, "Plenary", SecondDay, "Hall A", "09:00", "10:00", day: 2);
        await organiser.PublishAsync(planned);
        return await organiser.PublicAddressAsync(planned);
    }

    private static async Task<string> SessionAddressAsync(Visitor reader, string address)
    {
        await reader.OpenAsync($"{address}/agenda");
        return (await reader.Page.Locator("a.session-link").First.GetAttributeAsync("href"))!;
    }

    private static async Task IsMirroredAsync(Visitor reader, bool isMirrored)
    {
        var hour = (await reader.Page.Locator("thead th").First.BoundingBoxAsync())!;
        var room = (await reader.Page.Locator("thead th").Nth(1).BoundingBoxAsync())!;
        Assert.Equal(isMirrored, hour.X > room.X);
    }
}
