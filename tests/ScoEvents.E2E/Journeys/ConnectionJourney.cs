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
}
