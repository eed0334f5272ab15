using System.Globalization;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Without a mouse.</summary>
[Collection(PortalCollection.Name)]
public sealed class KeyboardJourney(PortalFixture portal)
{
    [Fact]
    public Task A_person_signs_in_and_creates_an_event_by_keyboard_alone() => portal.JourneyAsync(async journey =>
    {
        var title = Organising.NewTitle("Typed by keyboard");
        // Day and month are the same number, so that the order in which the browser asks for them does not matter.
        var day = new DateOnly(Organising.FirstDay.Year + 1, 3, 3).ToString("ddMMyyyy", CultureInfo.InvariantCulture);
        var visitor = await journey.VisitorAsync();
        var keyboard = visitor.Page.Keyboard;
        await visitor.OpenAsync("/account/sign-in");

        await visitor.TabToAsync(visitor.Button($"Sign in as {Person.Organiser.Name}"));
        await keyboard.PressAsync("Enter");
        await visitor.SeesHeadingAsync("Your work");
        await visitor.TabToAsync(visitor.Link("Create an event"));
        await keyboard.PressAsync("Enter");
        await visitor.SeesHeadingAsync("New event");

        await visitor.TabToAsync(visitor.Text("Title"));
        await keyboard.TypeAsync(title);
        await visitor.TabToAsync(visitor.Field("Type"));
        await keyboard.TypeAsync("Seminar");
        await visitor.TabToAsync(visitor.Field("Format"));
        await keyboard.TypeAsync("In person");
        await visitor.TabToAsync(visitor.Field("First day"));
        await keyboard.TypeAsync(day);
        await Expect(visitor.Field("First day")).ToHaveValueAsync($"{Organising.FirstDay.Year + 1}-03-03");
        await visitor.TabToAsync(visitor.Text("City"));
        await keyboard.TypeAsync("New Delhi");
        await visitor.TabToAsync(visitor.Field("Country"));
        await keyboard.TypeAsync("India");
        await visitor.TabToAsync(visitor.Field("Time zone of the programme"));
        await Expect(visitor.Field("Time zone of the programme")).ToHaveValueAsync("Asia/Kolkata");
        await visitor.TabToAsync(visitor.Button("Create the event"));
        await keyboard.PressAsync("Enter");

        await visitor.SeesHeadingAsync(title);
    });

    [Fact]
    public Task A_refused_form_takes_the_keyboard_to_what_is_wrong() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.OpenAsync("/staff/events/new");
        await visitor.TabToAsync(visitor.Button("Create the event"));

        await visitor.Page.Keyboard.PressAsync("Enter");

        var summary = visitor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Please correct what is marked:" });
        await Expect(summary).ToBeVisibleAsync();
        await visitor.TabToAsync(summary.GetByRole(AriaRole.Link).First, isBackwards: true);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator(":focus")).ToHaveAttributeAsync("aria-invalid", "true");
    });
}
