using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>Another language in the middle of the work: the page stays, and so does what was typed.</summary>
[Collection(PortalCollection.Name)]
public sealed class LanguagesJourney(PortalFixture portal)
{
    [Fact]
    public Task A_form_that_works_without_a_circuit_keeps_what_was_typed_but_never_a_password() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.VisitorAsync();
        await visitor.OpenAsync("/account/sign-in?returnUrl=%2Fstaff%2Fevents");
        await visitor.Field("Mail address").FillAsync("somebody@mfa.example");
        await visitor.Field("Password").FillAsync("not to be kept");

        await SwitchAsync(visitor, "اردو");

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(visitor.Page.Locator("input[type=email]")).ToHaveValueAsync("somebody@mfa.example");
        await Expect(visitor.Page.Locator("input[type=password]")).ToHaveValueAsync("");
        Assert.Contains("returnUrl=%2Fstaff%2Fevents", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => sessionStorage.length"));
    });

    [Fact]
    public Task A_session_that_is_being_written_is_still_there_in_Urdu_and_can_be_saved() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.SecondOrganiser);
        var planned = await visitor.CreateEventAsync(Organising.NewTitle("Other words"));
        await visitor.OpenAsync(planned.Address("/programme/sessions/new"));
        await visitor.ChooseAsync("Type", "Panel");
        await visitor.Text("Title").FillAsync("Protecting networks");
        await visitor.Text("Title", "Русский").FillAsync("Защита сетей");
        await visitor.Page.GetByText("What it is about", new() { Exact = true }).First.ClickAsync();
        await visitor.Text("What it is about").FillAsync("What we know\nand what we do not");
        await visitor.Field("Expected number of people").FillAsync("60");

        await SwitchAsync(visitor, "اردو");

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "ur");
        await visitor.IsAtAsync(planned.Address("/programme/sessions/new"));
        var titles = visitor.Page.Locator("fieldset.localized-text").First;
        await Expect(titles.Locator("input[lang=en]")).ToHaveValueAsync("Protecting networks");
        await Expect(titles.Locator("input[lang=ru]")).ToHaveValueAsync("Защита сетей");
        await Expect(visitor.Page.Locator("textarea[lang=en]").First).ToHaveValueAsync("What we know\nand what we do not");
        await Expect(visitor.Page.Locator("input[type=number]").First).ToHaveValueAsync("60");

        await visitor.Page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(visitor.Page.GetByText("Protecting networks").First).ToBeVisibleAsync();
        await SwitchAsync(visitor, "English");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    });

    [Fact]
    public Task The_list_of_languages_leads_back_to_the_page_of_now_after_others_were_opened() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.SecondOrganiser);
        await visitor.Page.GetByRole(AriaRole.Navigation).First.GetByRole(AriaRole.Link, new() { Name = "Events", Exact = true }).ClickAsync();
        await visitor.SeesHeadingAsync("Events");

        await SwitchAsync(visitor, "Русский");

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await visitor.IsAtAsync("/staff/events");
        await SwitchAsync(visitor, "English");
        await visitor.SeesHeadingAsync("Events");
    });

    private static async Task SwitchAsync(Visitor visitor, string language)
    {
        await visitor.Page.Locator(".language-switcher summary").ClickAsync();
        await visitor.Page.Locator(".language-switcher a").Filter(new() { HasText = language }).ClickAsync();
    }
}
