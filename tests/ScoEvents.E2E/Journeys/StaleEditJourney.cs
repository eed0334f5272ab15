using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Two people edit the same thing.</summary>
[Collection(PortalCollection.Name)]
public sealed class StaleEditJourney(PortalFixture portal)
{
    [Fact]
    public Task The_second_of_two_editors_sees_both_versions_and_nothing_is_overwritten() => portal.JourneyAsync(async journey =>
    {
        var first = await journey.SignedInAsync(Person.Organiser);
        var second = await journey.SignedInAsync(Person.SecondOrganiser);
        var title = Organising.NewTitle("Edited twice");
        var planned = await first.CreateEventAsync(title);
        await first.OpenAsync(planned.Address("/edit"));
        await second.OpenAsync(planned.Address("/edit"));
        await first.Text("City").FillAsync("Gurugram");
        await first.Button("Save").ClickAsync();
        await first.IsAtAsync(planned.Address());
        await second.Text("City").FillAsync("Noida");

        await second.Button("Save").ClickAsync();

        await second.SeesAsync("Somebody else saved this in the meantime");
        var versions = second.Page.GetByRole(AriaRole.Table, new() { Name = "What differs between the two versions" });
        await Expect(versions.GetByRole(AriaRole.Cell, new() { Name = "Noida" })).ToBeVisibleAsync();
        await Expect(versions.GetByRole(AriaRole.Cell, new() { Name = "Gurugram" })).ToBeVisibleAsync();
        await Expect(second.Text("City")).ToHaveValueAsync("Noida");
        await first.OpenAsync(planned.Address());
        await first.SeesAsync("Gurugram");

        await second.Button("Keep mine and save it").ClickAsync();

        await second.IsAtAsync(planned.Address());
        await second.SeesAsync("Noida");
    });
}
