using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A registrar reviews a queue without a mouse, and the side answers.</summary>
[Collection(PortalCollection.Name)]
public sealed class ReviewJourney(PortalFixture portal)
{
    private const int MaxStops = 120;

    [Fact]
    public Task A_registrar_finds_compares_returns_and_approves_by_keyboard_alone_and_sees_the_queue_change() => portal.JourneyAsync(async journey =>
    {
        var (planned, focalPoint) = await HandedInAsync(journey);
        var registrar = await journey.SignedInAsync(Person.Registrar);
        await registrar.OpenAsync(planned.Address("/review"));
        await registrar.SeesAsync("4 of 4 persons");
        Assert.Empty(await registrar.Page.ViolationsAsync());

        await FindAndCompareAsync(registrar);
        await ReturnAsync(registrar);
        await focalPoint.SeesAsync("Returned for correction: 1.");
        await CorrectAsync(focalPoint);
        await ApproveTheOthersAsync(registrar);

        // The one who was corrected comes back into the open queue by itself.
        await registrar.SeesAsync("1 of 4 persons");
        await Expect(registrar.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Timur LUKMANOV" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_registrar_looks_at_a_number_from_the_panel_with_a_reason_and_an_organiser_is_not_offered_it() => portal.JourneyAsync(async journey =>
    {
        var (planned, _) = await HandedInAsync(journey);
        var registrar = await journey.SignedInAsync(Person.Registrar);
        await registrar.OpenAsync(planned.Address("/review"));
        await registrar.Link("Aisulu NURLANOVA").ClickAsync();
        var panel = registrar.Page.Locator("[data-review-panel]");
        await Expect(panel.GetByText("•••••••01")).ToBeVisibleAsync();

        await panel.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show") }).ClickAsync();
        var dialog = registrar.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("The visa desk asks");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Show number", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("N00000001")).ToBeVisibleAsync();
        await registrar.Page.Keyboard.PressAsync("Escape");
        await Expect(registrar.Page.GetByText("N00000001")).ToHaveCountAsync(0);

        var organiser = await journey.SignedInAsync(Person.SecondOrganiser);
        await organiser.OpenAsync(new Uri(registrar.Page.Url).PathAndQuery);
        await Expect(organiser.Page.Locator("[data-review-panel]").GetByText("•••••••01")).ToBeVisibleAsync();
        await Expect(organiser.Page.Locator("[data-review-panel]").GetByRole(AriaRole.Button, new() { NameRegex = new("^Show") })).ToHaveCountAsync(0);
    });

    private static async Task FindAndCompareAsync(Visitor registrar)
    {
        var keyboard = registrar.Page.Keyboard;
        // In Cyrillic, of names that were registered in two Latin spellings.
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("Люкманов");
        await keyboard.PressAsync("Enter");
        await registrar.SeesAsync("2 of 4 persons");
        await Expect(registrar.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("text="));
        await TabToAsync(registrar, registrar.Link("Timur LUKMANOV"));
        await keyboard.PressAsync("Enter");
        var alike = registrar.Page.GetByRole(AriaRole.Table, new() { Name = "Perhaps the same person" });
        await Expect(alike).ToBeVisibleAsync();
        await Expect(alike.GetByText("Timur LIUKMANOV").First).ToBeVisibleAsync();
        await Expect(alike.Locator("td.is-same").First).ToBeVisibleAsync();
        Assert.Empty(await registrar.Page.ViolationsAsync());
    }

    private static async Task ReturnAsync(Visitor registrar)
    {
        var keyboard = registrar.Page.Keyboard;
        await TabToAsync(registrar, registrar.Link("Timur LUKMANOV"));
        await keyboard.PressAsync("r");
        var dialog = registrar.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        Assert.Empty(await registrar.Page.ViolationsAsync());
        await TabToAsync(registrar, dialog.GetByLabel("Field").First);
        await keyboard.TypeAsync("Passport number");
        await TabToAsync(registrar, dialog.GetByLabel("What shall be corrected").First);
        await keyboard.TypeAsync("The last digit is missing.");
        await TabToAsync(registrar, dialog.GetByRole(AriaRole.Button, new() { Name = "Another comment" }));
        await keyboard.PressAsync("Enter");
        await TabToAsync(registrar, dialog.GetByLabel("Field").Nth(1));
        await keyboard.TypeAsync("Function");
        await TabToAsync(registrar, dialog.GetByLabel("What shall be corrected").Nth(1));
        await keyboard.TypeAsync("Which department?");
        await TabToAsync(registrar, dialog.GetByRole(AriaRole.Button, new() { Name = "Return for correction" }));
        await keyboard.PressAsync("Enter");
        await registrar.SeesAsync("Returned for correction: Timur LUKMANOV");
    }

    private static async Task CorrectAsync(Visitor focalPoint)
    {
        await focalPoint.Page.GetByRole(AriaRole.Button, new() { Name = "Edit Timur LUKMANOV" }).ClickAsync();
        foreach (var (field, comment) in new[] { ("Passport number", "The last digit is missing."), ("Function", "Which department?") })
        {
            var said = focalPoint.Page.Locator(".delegate-panel .field-comment").Filter(new() { HasText = comment });
            await Expect(said).ToBeVisibleAsync();
            // What comes right after the comment is the field that it is about.
            await Expect(said.Locator("xpath=following-sibling::*[1]").Locator("label, legend, .field-label").First).ToContainTextAsync(field);
        }

        await focalPoint.Field("Passport number").FillAsync("N00000099");
        await focalPoint.Button("Save and hand in").ClickAsync();
        await Expect(focalPoint.Page.GetByText("Returned for correction: 1.")).ToHaveCountAsync(0);
    }

    private static async Task ApproveTheOthersAsync(Visitor registrar)
    {
        var keyboard = registrar.Page.Keyboard;
        await keyboard.PressAsync("/");
        await keyboard.PressAsync("Control+A");
        await keyboard.PressAsync("Delete");
        await keyboard.PressAsync("Enter");
        await registrar.SeesAsync("4 of 4 persons");
        foreach (var name in new[] { "Aisulu NURLANOVA", "Marat AKHMETOV", "Timur LIUKMANOV" })
        {
            await TabToAsync(registrar, registrar.Link(name));
            await keyboard.PressAsync("x");
        }

        await registrar.SeesAsync("3 selected");
        await TabToAsync(registrar, registrar.Button("Approve selected"));
        await keyboard.PressAsync("Enter");
        var dialog = registrar.Page.GetByRole(AriaRole.Dialog);
        // Nobody stays, so nobody is announced who would.
        await Expect(dialog.GetByText("3 persons will be admitted and their focal points told in one mail a side.", new() { Exact = true })).ToBeVisibleAsync();
        await TabToAsync(registrar, dialog.GetByRole(AriaRole.Button, new() { Name = "Approve 3" }));
        await keyboard.PressAsync("Enter");
        await registrar.SeesAsync("3 approved, 0 left as they are.");
    }

    private static async Task TabToAsync(Visitor visitor, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MaxStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await visitor.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} was not reached by {MaxStops} stops.");
    }

    private static async Task<(PlannedEvent Planned, Visitor FocalPoint)> HandedInAsync(Journey journey)
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Review"));
        await organiser.InviteMembersAsync(planned);
        var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await focalPoint.AcceptAsync(planned);
        await focalPoint.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова", "N00000001");
        await focalPoint.RegisterAsync("Member", "Marat", "Akhmetov", "Марат Ахметов", "N00000002");
        await focalPoint.RegisterAsync("Expert", "Timur", "Lukmanov", "", "N00000003");
        await focalPoint.RegisterAsync("Adviser", "Timur", "Liukmanov", "", "N00000003");
        await focalPoint.Button("Hand in the delegation").ClickAsync();
        await Expect(focalPoint.Button("Hand in the delegation")).ToHaveCountAsync(0);
        return (planned, focalPoint);
    }
}
