using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>An event in several languages: what is wanted, what is missing, and what stands in meanwhile.</summary>
[Collection(PortalCollection.Name)]
public sealed class TranslationsJourney(PortalFixture portal)
{
    [Fact]
    public Task An_organiser_sees_what_is_missing_jumps_into_the_field_and_writes_in_the_list() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.SecondOrganiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Tongues"));
        await visitor.AddRoomAsync(planned, "Hall A");
        await visitor.FillSessionAsync(planned, "Panel", "Protecting networks", "Hall A", "09:00", "10:00");
        await visitor.SaveSessionAsync(planned, "Protecting networks");
        await visitor.OpenAsync(planned.Address("/languages"));
        await visitor.SeesAsync("Nothing is missing");

        await visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Wanted languages" }).GetByLabel("Русский").CheckAsync();
        await visitor.Button("Move up: Русский").ClickAsync();
        await visitor.Button("Save the languages").ClickAsync();
        await visitor.SeesAsync("The languages were saved.");
        await visitor.SeesAsync("0 % · 0 of 5");

        var gap = visitor.Page.Locator(".missing-texts > li").Filter(new() { HasText = "Title of a session" });
        await gap.GetByRole(AriaRole.Link, new() { Name = "Open in the editor" }).ClickAsync();
        await Expect(visitor.Text("Title", "Русский")).ToBeFocusedAsync();
        await Expect(visitor.Page.Locator("fieldset.localized-text").First.Locator(".language-state.is-missing")).ToHaveTextAsync("missing");

        await visitor.OpenAsync(planned.Address("/languages?kind=SessionTitle"));
        await Expect(visitor.Page.Locator(".missing-texts > li")).ToHaveCountAsync(1);
        await visitor.Button("Write it here").ClickAsync();
        await Expect(visitor.Page.Locator(".missing-texts input[lang=ru]")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("Защита сетей");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeesAsync("Title of a session, Русский: saved.");
        await visitor.SeesAsync("20 % · 1 of 5");

        // A reader of Hindi has neither: the event says that Russian stands in first, and the page says so.
        await visitor.Page.GotoAsync($"/language/hi?returnUrl={Uri.EscapeDataString(planned.Address("/programme?view=list"))}");
        await Expect(visitor.Page.Locator(".programme-title").Filter(new() { HasText = "Защита сетей" }).First).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Защита сетей" }).Locator(".language-mark")).ToContainTextAsync("RU");
        await visitor.Page.GotoAsync("/language/en?returnUrl=/staff");
        await visitor.SeesHeadingAsync("Your work");
    });

    [Fact]
    public Task The_editor_notices_the_wrong_script_invisible_characters_and_offers_the_Latin_name() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.SecondOrganiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Letters"));
        await visitor.OpenAsync(planned.Address("/programme/sessions/new"));
        var hindi = visitor.Text("Title", "हिन्दी");
        await hindi.FillAsync("Cyber security");
        await hindi.BlurAsync();
        await Expect(hindi).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("Is this the right field\\? The text is mostly in Latin letters\\."));
        await hindi.FillAsync("SCO RATS");
        await hindi.BlurAsync();
        await Expect(visitor.Page.GetByText("Is this the right field?")).ToHaveCountAsync(0);

        var english = visitor.Text("Title");
        await english.FillAsync("Slides \u202Egnp.exe");
        await english.BlurAsync();
        await visitor.SeesAsync("U+202E");
        await visitor.Button("Take them out").ClickAsync();
        await Expect(english).ToHaveValueAsync("Slides gnp.exe");

        await visitor.Page.GetByText("What it is about", new() { Exact = true }).First.ClickAsync();
        await visitor.Text("What it is about").PressSequentiallyAsync("Twelve chars");
        await Expect(visitor.Page.Locator("[data-text=Abstract] .localized-text-count").First).ToContainTextAsync("12 /");

        await visitor.OpenAsync(planned.Address("/programme/speakers"));
        await visitor.Button("Add a person").ClickAsync();
        await visitor.Text("Name", "Русский").FillAsync("Артур Люкманов");
        await visitor.Text("Name", "Русский").BlurAsync();
        await visitor.Button("Use Artur Liukmanov").ClickAsync();
        await Expect(visitor.Text("Name")).ToHaveValueAsync("Artur Liukmanov");
    });
}
