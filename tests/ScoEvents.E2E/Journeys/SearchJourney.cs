using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Finding by the public page and by the palette of staff, and the bell.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class SearchJourney(PortalFixture portal)
{
    [Theory]
    [InlineData("en", "Liukmanov")]
    [InlineData("ru", "Люкманов")]
    [InlineData("ur", "لیوکمانوف")]
    public Task Everybody_finds_one_speaker_in_three_scripts_without_a_script(string language, string typed) => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.VisitorAsync(hasScript: false);
        await visitor.OpenAsync($"/{language}");
        var box = visitor.Page.Locator("header").GetByRole(AriaRole.Searchbox);

        await box.FillAsync(typed);
        await box.PressAsync("Enter");

        await Expect(visitor.Page).ToHaveURLAsync(new Regex($"/{language}/search[?]q="));
        var found = visitor.Page.Locator("main .search-hit");
        await Expect(found).ToHaveCountAsync(1);
        await Expect(found).ToContainTextAsync(new Regex("Lyukmanov|Люкманов|لیوکمانوف"));
        await found.ClickAsync();
        await visitor.IsAtAsync($"/{language}/events/hanoi-convention-signing-2025");
    });

    [Fact]
    public Task An_organiser_goes_everywhere_by_the_palette_and_the_keyboard_alone() => portal.JourneyAsync(async journey =>
    {
        var title = Organising.NewTitle("Palette seminar");
        var visitor = await journey.SignedInAsync(Person.Organiser);
        var planned = await visitor.CreateEventAsync(title);
        await visitor.OpenAsync("/staff/events");
        var keyboard = visitor.Page.Keyboard;
        var palette = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Search the portal" });
        var field = palette.GetByRole(AriaRole.Combobox);

        // Opened by the key, closed by Escape; the focus is where it was.
        await visitor.Button("Search").FocusAsync();
        await keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await Expect(palette.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(palette).ToBeHiddenAsync();
        await Expect(visitor.Button("Search")).ToBeFocusedAsync();

        // Found in the reader's words, announced, chosen by arrows, opened by Enter.
        await keyboard.PressAsync("Control+k");
        await keyboard.TypeAsync(title[..^2]);
        var option = palette.GetByRole(AriaRole.Option, new() { NameRegex = new Regex(Regex.Escape(title)) });
        await Expect(option).ToBeVisibleAsync();
        await Expect(palette.GetByRole(AriaRole.Status)).ToContainTextAsync(ResultCount());
        await Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", (await option.GetAttributeAsync("id"))!);
        Assert.Empty(await visitor.Page.ViolationsAsync());
        await Expect(field).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await visitor.IsAtAsync(planned.Address());
        await visitor.SeesHeadingAsync(title);

        // A page of the event by its name and the event's.
        await keyboard.PressAsync("Control+k");
        var typed = $"review {title.Split(' ')[^1]}";
        await keyboard.TypeAsync(typed);
        // The answer to the last letter: those before it are of other lengths, and an arrow key would go another way.
        await Expect(palette.GetByRole(AriaRole.Listbox)).ToHaveAttributeAsync("data-typed", typed);
        await Expect(palette.GetByRole(AriaRole.Option).First).ToContainTextAsync("Review queue");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowUp");
        await keyboard.PressAsync("Enter");
        await visitor.IsAtAsync(planned.Address("/review"));

        // Enter that is faster than the answer.
        await keyboard.PressAsync("Control+k");
        await keyboard.TypeAsync("New event");
        await keyboard.PressAsync("Enter");
        await visitor.IsAtAsync("/staff/events/new");
    });

    [Fact]
    public Task The_bell_rings_where_the_organiser_is_when_a_side_answers() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Ringing seminar"));
        await organiser.OpenAsync(planned.Address());
        await organiser.OpenAsync($"/staff/notices?event={planned.Id}");
        var colleague = await journey.SignedInAsync(Person.SecondOrganiser);
        await colleague.OpenAsync("/staff/notices");
        if (await colleague.Button("Mark all as read").IsVisibleAsync())
        {
            await colleague.Button("Mark all as read").ClickAsync();
        }

        var bell = colleague.Page.Locator("a.bell");
        await Expect(bell).ToHaveAttributeAsync("data-unread", "0");
        await colleague.OpenAsync("/staff/events");
        await Expect(bell).ToHaveAttributeAsync("data-unread", "0");
        await organiser.InviteMembersAsync(planned);
        var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await Expect(focalPoint.Page.Locator("a.bell")).Not.ToHaveAttributeAsync("data-unread", "0");

        await focalPoint.AcceptAsync(planned);

        await Expect(bell).ToHaveAttributeAsync("data-unread", "1");
        await Expect(colleague.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1 unread notice" })).ToHaveCountAsync(1);
        await bell.ClickAsync();
        await colleague.SeesHeadingAsync("Notices");
        var notice = colleague.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = planned.Title });
        await Expect(notice).ToContainTextAsync("Invitation accepted");
        await Expect(notice).ToContainTextAsync("Kazakhstan");
        Assert.Empty(await colleague.Page.ViolationsAsync());
        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(bell).ToHaveAttributeAsync("data-unread", "0");
        await notice.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(colleague.Page).ToHaveURLAsync(InvitationAddress());
    });

    [GeneratedRegex("^[0-9]+ results?$")]
    private static partial Regex ResultCount();

    [GeneratedRegex("/staff/events/[0-9a-f-]{36}/invitations/[0-9a-f-]{36}$")]
    private static partial Regex InvitationAddress();
}
