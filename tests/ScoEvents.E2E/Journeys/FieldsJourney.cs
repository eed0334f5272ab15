using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Forms are filled in faster than the portal answers: nothing that was typed or pressed is lost.</summary>
[Collection(PortalCollection.Name)]
public sealed class FieldsJourney(PortalFixture portal)
{
    // Day and month are the same number, so that the order in which the browser asks for them does not matter.
    private const string Typed = "07072026";

    // Longer than it takes to type what the journeys type.
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(2);

    // So that answers come while more is being typed.
    private static readonly TimeSpan _short = TimeSpan.FromMilliseconds(300);
    private const float BetweenKeys = 150;

    [Fact]
    public Task A_zone_stays_that_was_typed_while_the_country_brought_its_own_along() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await DistantAsync(journey, line);
        var title = Organising.NewTitle("Seminar far away");
        await visitor.FillEventAsync(title, quota: 3);
        await visitor.ChooseAsync("Country", "Kazakhstan");
        await Expect(Zone(visitor)).ToHaveValueAsync("Asia/Almaty");

        line.Delay = _long;
        await visitor.ChooseAsync("Country", "India");
        await Zone(visitor).ClickAsync(new() { ClickCount = 3 });
        await visitor.Page.Keyboard.TypeAsync("Asia/Tashkent");
        await Expect(Zone(visitor)).ToHaveValueAsync("Asia/Tashkent");
        var planned = await visitor.SubmitEventAsync(title);

        line.Delay = TimeSpan.Zero;
        await visitor.OpenAsync(planned.Address("/edit"));
        await Expect(Zone(visitor)).ToHaveValueAsync("Asia/Tashkent");
        await Expect(visitor.Field("Country").Locator("option:checked")).ToHaveTextAsync("India");
    });

    [Fact]
    public Task What_is_typed_after_an_answer_set_out_is_not_written_over_by_it() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await DistantAsync(journey, line);
        await visitor.OpenAsync("/staff/events/new");
        line.Delay = _long;

        await visitor.ChooseAsync("Country", "India");
        await Zone(visitor).ClickAsync();
        await visitor.Page.Keyboard.TypeAsync("Asia/T");
        await IsAnsweredAsync(visitor);

        await Expect(Zone(visitor)).ToHaveValueAsync("Asia/T");
        await visitor.Page.Keyboard.TypeAsync("ashkent");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(Zone(visitor)).ToHaveValueAsync("Asia/Tashkent");
    });

    [Fact]
    public Task Whoever_types_on_a_new_page_at_once_keeps_the_field_when_the_heading_is_given_the_focus() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await DistantAsync(journey, line);
        await visitor.OpenAsync("/staff/events");
        var heading = visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "New event" });
        line.Delay = _long;

        // Whoever waits is read the heading.
        await visitor.Link("New event").First.ClickAsync();
        await Expect(heading).ToBeFocusedAsync();
        await visitor.Link("Events").First.ClickAsync();
        await visitor.SeesHeadingAsync("Events");

        await visitor.Link("New event").First.ClickAsync();
        await visitor.Text("Title").ClickAsync();
        await visitor.Page.Keyboard.TypeAsync("Seminar far away from home", new() { Delay = BetweenKeys });
        await Expect(visitor.Text("Title")).ToHaveValueAsync("Seminar far away from home");
        await Expect(visitor.Text("Title")).ToBeFocusedAsync();
    });

    [Fact]
    public Task What_the_portal_wrote_meanwhile_is_there_once_the_field_is_left_as_it_was() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await DistantAsync(journey, line);
        await visitor.OpenAsync("/staff/events/new");
        line.Delay = _long;

        await visitor.ChooseAsync("Country", "India");
        await Zone(visitor).ClickAsync();
        await visitor.Page.Keyboard.TypeAsync("x");
        await visitor.Page.Keyboard.PressAsync("Backspace");
        await IsAnsweredAsync(visitor);
        await Expect(Zone(visitor)).ToHaveValueAsync("");
        await visitor.Page.Keyboard.PressAsync("Tab");

        await Expect(Zone(visitor)).ToHaveValueAsync("Asia/Kolkata");
    });

    [Fact]
    public Task A_date_is_typed_digit_by_digit_however_long_the_line() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await DistantAsync(journey, line);
        await visitor.OpenAsync("/staff/ui-kit");
        line.Delay = _short;

        await visitor.Field("Day").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync(Typed, new() { Delay = BetweenKeys });
        await visitor.Field("Seats").FocusAsync();

        await IsAliveAsync(visitor);
        await Expect(visitor.Field("Day")).ToHaveValueAsync("2026-07-07");
        await Expect(visitor.Field("Day")).Not.ToHaveAttributeAsync("aria-invalid", "true");
    });

    [Fact]
    public Task A_year_that_was_not_typed_to_its_end_is_no_date() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.OpenAsync("/staff/ui-kit");

        await visitor.Field("Day").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync(Typed[..^1]);
        await visitor.Field("Seats").FocusAsync();

        await visitor.IsToldAsync("Day", "Day: enter a date.");

        await visitor.Field("Day").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync(Typed);
        await visitor.Field("Seats").FocusAsync();

        await Expect(visitor.Field("Day")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Field("Day")).ToHaveValueAsync("2026-07-07");
    });

    [Fact]
    public Task A_number_is_stepped_up_as_often_as_the_key_is_pressed() => portal.JourneyAsync(async journey =>
    {
        await using var line = new Line(journey.Address);
        var visitor = await DistantAsync(journey, line);
        await visitor.OpenAsync("/staff/ui-kit");
        await visitor.Field("Seats").FillAsync("10");
        line.Delay = _short;

        await visitor.Field("Seats").FocusAsync();
        for (var step = 0; step < 40; step++)
        {
            await visitor.Field("Seats").PressAsync("ArrowUp", new() { Delay = 20 });
        }

        await visitor.Field("Name of the head").FocusAsync();

        await IsAliveAsync(visitor);
        await Expect(visitor.Field("Seats")).ToHaveValueAsync("50");
    });

    [Fact]
    public Task A_press_counts_although_what_was_corrected_moved_the_button_away() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.OpenAsync("/staff/ui-kit");
        var save = visitor.Button("Save").First;
        await save.ClickAsync();
        var told = visitor.Page.Locator(".form-errors");
        await Expect(told.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);

        await visitor.Text("Title").FillAsync("Семинар");
        await PressAsync(visitor, save, () => visitor.SeesAsync("Is this the right field?"));

        // Sent again: the summary has one error less, which it has only then.
        await Expect(told.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
    });

    [Fact]
    public Task A_press_counts_although_the_button_is_held_when_it_is_let_go() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.OpenAsync("/staff/ui-kit");
        var save = visitor.Button("Save").First;

        // A button is held for as long as the portal works on what a field was changed to, and no longer.
        await save.EvaluateAsync("""
            button => {
              const at = { bubbles: true, pointerType: 'mouse', button: 0, clientX: 5, clientY: 5 };
              button.dispatchEvent(new PointerEvent('pointerdown', at));
              button.disabled = true;
              document.body.dispatchEvent(new PointerEvent('pointerup', at));
            }
            """);
        await Expect(save).ToBeDisabledAsync();
        await Expect(visitor.Page.Locator(".form-errors")).ToHaveCountAsync(0);
        await save.EvaluateAsync("button => { button.disabled = false; }");

        await Expect(visitor.Page.Locator(".form-errors").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
    });

    [Fact]
    public Task A_press_that_is_drawn_away_from_its_button_does_not_count() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.OpenAsync("/staff/ui-kit");

        await visitor.Button("Save").First.HoverAsync();
        await visitor.Page.Mouse.DownAsync();
        await visitor.Field("Note").HoverAsync();
        await visitor.Page.Mouse.UpAsync();

        await IsAliveAsync(visitor);
        await Expect(visitor.Page.Locator(".form-errors")).ToHaveCountAsync(0);
    });

    // At the end the line goes before the browser does.
    private static async Task<Visitor> DistantAsync(Journey journey, Line line)
    {
        var visitor = await journey.SignedInAsync(Person.Organiser, line.Address);
        visitor.Expects("Connection disconnected");
        visitor.Expects("WebSocket");
        visitor.Expects("net::ERR_");
        visitor.Expects("Failed to fetch");
        return visitor;
    }

    private static ILocator Zone(Visitor visitor) => visitor.Field("Time zone of the programme");

    // The country brings the host along, too: the answer to its choice has been carried out on the page.
    private static Task IsAnsweredAsync(Visitor visitor) => Expect(visitor.Field("Host").Locator("option:checked")).ToHaveTextAsync("India");

    // Answers come in the order of what was done: everything before has been carried out when the dialog opens.
    private static async Task IsAliveAsync(Visitor visitor)
    {
        await visitor.Button("Ask").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Publish release 3?" })).ToBeVisibleAsync();
    }

    // Down, and up at the same place once something happened on the page.
    private static async Task PressAsync(Visitor visitor, ILocator button, Func<Task> happens)
    {
        await button.HoverAsync();
        await visitor.Page.Mouse.DownAsync();
        await happens();
        await visitor.Page.Mouse.UpAsync();
    }
}
