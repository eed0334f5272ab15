using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The line breaks in the middle of work and comes back.</summary>
[Collection(PortalCollection.Name)]
public sealed class ConnectionJourney(PortalFixture portal)
{
    [Fact]
    public Task What_was_typed_survives_a_lost_connection() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await journey.SignedInAsync(Person.Organiser, line.Address);
        visitor.Expects("WebSocket");
        visitor.Expects("net::ERR_");
        visitor.Expects("Failed to fetch");
        visitor.Expects("connection");
        await visitor.OpenAsync("/staff/ui-kit");
        await visitor.Field("Name of the head").FillAsync("Айгерим Бекова");
        var dialog = visitor.Page.GetByRole(AriaRole.Alertdialog, new() { Name = "Connection" });

        line.Cut();

        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog).ToContainTextAsync("The connection was lost.");

        line.Mend();

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(visitor.Field("Name of the head")).ToHaveValueAsync("Айгерим Бекова");
        await visitor.Button("Ask").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Publish release 3?" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_list_keeps_what_was_chosen_last_however_late_the_answers_come() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await journey.SignedInAsync(Person.Organiser, line.Address);
        await visitor.OpenAsync("/staff/ui-kit");
        var city = visitor.Field("City");
        line.Delay = TimeSpan.FromMilliseconds(400);

        // The answer to the first step comes between the second and the third.
        await city.FocusAsync();
        for (var step = 0; step < 3; step++)
        {
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
            await visitor.Page.WaitForTimeoutAsync(250);
        }

        line.Delay = TimeSpan.Zero;
        await visitor.Button("Ask").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Publish release 3?" })).ToBeVisibleAsync();
        await Expect(city.Locator("option:checked")).ToHaveTextAsync("New Delhi");
        await visitor.Page.CloseAsync();
    });
}
