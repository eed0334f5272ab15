using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The first page after signing in, the guide of an event, and what can be taken back.</summary>
[Collection(PortalCollection.Name)]
public sealed class DashboardJourney(PortalFixture portal)
{
    [Fact]
    public async Task An_organiser_goes_from_what_is_missing_to_its_place_and_the_page_follows_what_others_do()
    {
        // The first page names the next six events, so those of other journeys must not stand before this one.
        await using var own = await PortalProcess.StartAsync(PortalFixture.Settings);
        await portal.JourneyAsync(GoAsync, own);
    }

    private static async Task GoAsync(Journey journey)
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Forum"));
        await organiser.AddRoomAsync(planned, "Hall A");
        var watcher = await journey.SignedInAsync(Person.Organiser);
        await watcher.OpenAsync("/staff");
        var card = CardOf(watcher, planned);
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "No session yet" })).ToBeVisibleAsync();

        await organiser.AddSessionAsync(planned, "Plenary", "Opening of the forum", "Hall A", "09:30", "10:30");

        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "No session yet" })).ToHaveCountAsync(0);
        await card.GetByRole(AriaRole.Link, new() { Name = "1 session without chair or speaker" }).ClickAsync();
        await watcher.IsAtAsync(planned.Address("/programme"));
    }

    [Fact]
    public Task A_guide_knows_what_is_done_leads_on_and_stays_hidden_for_one_event() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Guided seminar"));
        var other = await organiser.CreateEventAsync(Organising.NewTitle("Another seminar"));
        await organiser.OpenAsync(planned.Address());
        await organiser.SeesAsync("1 of 5 steps done");
        await organiser.Link("Next: Rooms").ClickAsync();
        await organiser.IsAtAsync(planned.Address("/venue"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.OpenAsync(planned.Address());
        await organiser.SeesAsync("2 of 5 steps done");

        await organiser.Button("Hide this guide").ClickAsync();
        await Expect(organiser.Button("Show the guide")).ToBeVisibleAsync();
        await organiser.OpenAsync(planned.Address());
        await Expect(organiser.Button("Show the guide")).ToBeVisibleAsync();
        await organiser.OpenAsync(other.Address());

        await organiser.SeesAsync("1 of 5 steps done");
    });

    [Fact]
    public Task A_deleted_session_comes_back_where_it_was() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Workshop"));
        await organiser.AddRoomAsync(planned, "Hall A");
        await organiser.AddSessionAsync(planned, "Plenary", "Deleted by mistake", "Hall A", "09:30", "10:30");
        await organiser.Link("Deleted by mistake").First.ClickAsync();
        var address = new Uri(organiser.Page.Url).AbsolutePath;

        await organiser.Button("Delete").ClickAsync();
        await organiser.SeesAsync("Deleted: Deleted by mistake");
        // The first one takes back moves on the board.
        await organiser.Button("Undo").Last.ClickAsync();

        await organiser.IsAtAsync(address);
        await organiser.SeesAsync("Back again: Deleted by mistake");
        await Expect(organiser.Field("Start")).ToHaveValueAsync("09:30");
    });

    [Fact]
    public Task The_public_finds_events_by_month_without_script_and_with_the_colors_of_the_system() => portal.JourneyAsync(async journey =>
    {
        var reader = await journey.VisitorAsync(hasScript: false);
        await reader.OpenAsync("/en?month=2025-10");
        var calendar = reader.Page.GetByRole(AriaRole.Table, new() { Name = "Events in October 2025, by day" });
        await Expect(calendar.GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await reader.Link("Show November 2025").ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Table, new() { Name = "Events in November 2025, by day" })).ToBeVisibleAsync();

        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await reader.Page.Keyboard.PressAsync("Tab");
        var ring = await reader.Page.Locator(":focus").EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle + ' ' + getComputedStyle(element).outlineWidth");

        Assert.Equal("solid 3px", ring);
    });

    private static ILocator CardOf(Visitor visitor, PlannedEvent planned) =>
        visitor.Page.GetByRole(AriaRole.Article).Filter(new() { Has = visitor.Link(planned.Title) });
}
