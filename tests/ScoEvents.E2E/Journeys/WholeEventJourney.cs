using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>An organiser does something to an event as a whole, from the template to the cancellation.</summary>
[Collection(PortalCollection.Name)]
public sealed class WholeEventJourney(PortalFixture portal)
{
    [Fact]
    public Task An_organiser_starts_from_a_template_clones_moves_postpones_resumes_and_cancels() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var first = await FromTemplateAsync(visitor);
        var second = await CloneAsync(visitor, first);
        await ChangeZoneAsync(visitor, second);
        await AnnounceAsync(visitor, second);
        var reader = await journey.VisitorAsync();
        var address = await visitor.PublicAddressAsync(second);

        await visitor.OpenAsync(second.Address("/postpone"));
        await visitor.ChooseAsync("The days", "To be announced");
        await visitor.Text("Notice").FillAsync("The venue is flooded.");
        await visitor.Text("Notice", "Русский").FillAsync("Зал затоплен.");
        await visitor.Button("Postpone the event").ClickAsync();
        await visitor.SeesAsync("The event is postponed.");
        await reader.OpenAsync(address);
        await reader.SeesAsync("The new days are to be announced.");
        await reader.SeesAsync("The venue is flooded.");
        await reader.OpenAsync(address.Replace("/en/", "/ru/", StringComparison.Ordinal));
        await reader.SeesAsync("Зал затоплен.");

        await visitor.OpenAsync(second.Address("/resume"));
        await visitor.Button("Resume the event").ClickAsync();
        await visitor.SeesAsync("The event takes place:");
        await reader.OpenAsync(address);
        await Expect(reader.Page.GetByText("The venue is flooded.")).ToHaveCountAsync(0);

        await visitor.OpenAsync(second.Address("/cancel"));
        await visitor.Text("Notice").FillAsync("No delegation can come.");
        await visitor.Button("Cancel the event").ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Sides that will be notified: 0");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel the event" }).ClickAsync();
        await visitor.SeesAsync("The event is cancelled.");
        await reader.OpenAsync(address);
        await reader.SeesAsync("No delegation can come.");
        await visitor.OpenAsync(second.Address());
        await visitor.SeesAsync("It was cancelled and cannot be changed.");
        await Expect(visitor.Link("Edit the event")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_notice_that_is_missing_is_told_beside_its_field_and_a_step_asks_once() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Steps"));
        await AnnounceAsync(visitor, planned);

        await visitor.Button("Begin the event").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Begin the event" }).ClickAsync();
        await visitor.SeesAsync("The event has not begun yet: its first day is still to come.");

        await visitor.OpenAsync(planned.Address("/postpone"));
        await visitor.Button("Postpone the event").ClickAsync();
        await Visitor.IsToldAsync(visitor.Text("Notice"), "Write the notice in at least one language.");
        await visitor.IsToldAsync("New first day", "Please fill in this field.");
    });

    [Fact]
    public Task The_pages_of_a_whole_event_fit_a_phone() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser, width: 360);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Phone"));
        await AnnounceAsync(visitor, planned);

        foreach (var page in new[] { "", "/template", "/clone", "/postpone", "/cancel" })
        {
            await visitor.OpenAsync(planned.Address(page));
            await visitor.AssertFitsAsync();
        }
    });

    private static async Task<PlannedEvent> FromTemplateAsync(Visitor visitor)
    {
        var title = Organising.NewTitle("Seminar from a template");
        await visitor.FillEventAsync(title, quota: 12);
        await visitor.ChooseAsync("Start the programme from a template…", "Seminar");
        var planned = await visitor.SubmitEventAsync(title);
        await visitor.SeesAsync("The event has no rooms yet");
        await visitor.SeesAsync("Thematic session 1");
        await visitor.AddRoomAsync(planned, "Hall A");
        await visitor.OpenAsync(planned.Address("/template?kind=Seminar"));
        await visitor.Button("Draft these sessions").ClickAsync();
        await visitor.SeesAsync("Sessions drafted: 15. With a room and a time: 15.");
        await visitor.OpenAsync(planned.Address("/programme"));
        await visitor.SeesAsync("Thematic session 1");
        return planned;
    }

    private static async Task<PlannedEvent> CloneAsync(Visitor visitor, PlannedEvent first)
    {
        var firstDay = first.FirstDay.AddDays(350);
        await visitor.OpenAsync(first.Address());
        await visitor.Link("Clone as the next edition…").ClickAsync();
        await visitor.Field("First day").FillAsync(Organising.Written(firstDay));
        await Expect(visitor.Field("Number of the edition")).ToHaveValueAsync("2");
        await visitor.Button("Create the next edition").ClickAsync();
        await visitor.SeesAsync("Edition 2 was created. Sessions: 15. With a room and a time: 15.");
        await visitor.Link("Open the new event").ClickAsync();
        await visitor.SeesAsync($"Edition 2 of the series “{first.Title}”");
        var second = new PlannedEvent(visitor.Page.Url.Split('/')[^1], first.Title, firstDay);
        await visitor.Link($"Edition 2 of the series “{first.Title}”").ClickAsync();
        await visitor.SeesHeadingAsync(first.Title);
        await Expect(visitor.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        return second;
    }

    private static async Task ChangeZoneAsync(Visitor visitor, PlannedEvent planned)
    {
        await visitor.OpenAsync(planned.Address("/edit"));
        await visitor.Field("Time zone of the programme").FillAsync("Asia/Tashkent");
        await visitor.Field("Time zone of the programme").PressAsync("Tab");
        await visitor.ChooseAsync("Times of the placed sessions", "Keep the clock: 10:00 stays 10:00");
        await visitor.Button("Save").ClickAsync();
        await visitor.IsAtAsync(planned.Address());
        await visitor.SeesAsync("New Delhi, UTC+05:00");
    }

    private static async Task AnnounceAsync(Visitor visitor, PlannedEvent planned)
    {
        await visitor.OpenAsync(planned.Address());
        await visitor.Button("Announce").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Announce" }).ClickAsync();
        await visitor.SeesAsync("The public knows of it.");
    }
}
