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
    private const int MaxStops = 80;

    [Fact]
    public Task A_person_signs_in_and_creates_an_event_by_keyboard_alone() => portal.JourneyAsync(async journey =>
    {
        var title = Organising.NewTitle("Typed by keyboard");
        // Day and month are the same number, so that the order in which the browser asks for them does not matter.
        var day = new DateOnly(Organising.FirstDay.Year + 1, 3, 3).ToString("ddMMyyyy", CultureInfo.InvariantCulture);
        var visitor = await journey.VisitorAsync();
        var keyboard = visitor.Page.Keyboard;
        await visitor.OpenAsync("/account/sign-in");

        await TabToAsync(visitor, visitor.Button($"Sign in as {Person.Organiser.Name}"));
        await keyboard.PressAsync("Enter");
        await visitor.SeesHeadingAsync("Your work");
        await TabToAsync(visitor, visitor.Link("Create an event"));
        await keyboard.PressAsync("Enter");
        await visitor.SeesHeadingAsync("New event");

        await TabToAsync(visitor, visitor.Text("Title"));
        await keyboard.TypeAsync(title);
        await TabToAsync(visitor, visitor.Field("Type"));
        await keyboard.TypeAsync("Seminar");
        await TabToAsync(visitor, visitor.Field("Format"));
        await keyboard.TypeAsync("In person");
        await TabToAsync(visitor, visitor.Field("First day"));
        await keyboard.TypeAsync(day);
        await Expect(visitor.Field("First day")).ToHaveValueAsync($"{Organising.FirstDay.Year + 1}-03-03");
        await TabToAsync(visitor, visitor.Text("City"));
        await keyboard.TypeAsync("New Delhi");
        await TabToAsync(visitor, visitor.Field("Country"));
        await keyboard.TypeAsync("India");
        await TabToAsync(visitor, visitor.Field("Time zone of the programme"));
        await Expect(visitor.Field("Time zone of the programme")).ToHaveValueAsync("Asia/Kolkata");
        await TabToAsync(visitor, visitor.Button("Create the event"));
        await keyboard.PressAsync("Enter");

        await visitor.SeesHeadingAsync(title);
    });

    [Fact]
    public Task A_refused_form_takes_the_keyboard_to_what_is_wrong() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.OpenAsync("/staff/events/new");
        await TabToAsync(visitor, visitor.Button("Create the event"));

        await visitor.Page.Keyboard.PressAsync("Enter");

        var summary = visitor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Please correct what is marked:" });
        await Expect(summary).ToBeVisibleAsync();
        await TabToAsync(visitor, summary.GetByRole(AriaRole.Link).First, isBackwards: true);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator(":focus")).ToHaveAttributeAsync("aria-invalid", "true");
    });

    // Every stop on the way must show where the keyboard is.
    private static async Task TabToAsync(Visitor visitor, ILocator target, bool isBackwards = false)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MaxStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await visitor.Page.Keyboard.PressAsync(isBackwards ? "Shift+Tab" : "Tab");
            var unseen = await visitor.Page.EvaluateAsync<string?>(
                """
                () => {
                  const element = document.activeElement;
                  // The browser marks a calendar's button inside of a date field by itself, unseen by scripts.
                  const isInside = element.matches('input[type=date], input[type=time]') && !element.matches(':focus-visible');
                  if (element === document.body || isInside) { return null; }
                  const style = getComputedStyle(element);
                  const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                  return isMarked ? null : element.outerHTML.slice(0, 200);
                }
                """);
            Assert.True(unseen is null, $"The focus does not show on {unseen}");
        }

        Assert.Fail($"{target} was not reached by {MaxStops} stops.");
    }
}
