using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A name in Cyrillic letters is offered in Latin ones; a person takes the offer over, and nobody else does.</summary>
[Collection(PortalCollection.Name)]
public sealed class LatinNameJourney(PortalFixture portal)
{
    [Fact]
    public Task A_focal_point_takes_over_the_Latin_spelling_that_is_offered_in_Russian() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Names"), quota: 3);
        await organiser.InviteMembersAsync(planned);
        var words = new PortalWords("ru");
        var visitor = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        var delegation = await visitor.AcceptAsync(planned);
        try
        {
            await visitor.OpenAsync($"/language/ru?returnUrl={delegation}");
            await visitor.Button(words.Of<DelegationsTexts>("Own.Add")).ClickAsync();
            await visitor.ChooseAsync(words.Of<DelegationsTexts>("Column.Role"), words.Of<DelegationsTexts>("Role.Head"));
            var family = visitor.Field(words.Of<DelegationsTexts>("Person.FamilyName"));
            var given = visitor.Field(words.Of<DelegationsTexts>("Person.GivenNames"));
            var offer = visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = words.Of<LanguageTexts>("Latin.WhichIsFamily") });
            var take = words.Of<LanguageTexts>("Latin.Use");
            await Expect(offer).ToHaveCountAsync(0);

            // Nobody but the writer knows which word is the family name.
            await visitor.Field(words.Of<DelegationsTexts>("Column.NativeName")).FillAsync("Щукин Пётр");
            await visitor.Field(words.Of<DelegationsTexts>("Column.NativeName")).BlurAsync();
            await Expect(offer.GetByRole(AriaRole.Button)).ToHaveTextAsync([$"{take} Shchukin", $"{take} Petr"]);
            await Expect(family).ToHaveValueAsync("");
            await Expect(given).ToHaveValueAsync("");
            await visitor.Button($"{take} Shchukin").ClickAsync();
            await Expect(family).ToHaveValueAsync("Shchukin");
            await Expect(given).ToHaveValueAsync("Petr");
            await Expect(offer).ToHaveCountAsync(0);

            // The passport writes the given name otherwise: what was written in Cyrillic there is offered, too.
            await given.FillAsync("Пётр Ильич");
            await given.BlurAsync();
            await visitor.SeesAsync(words.Of<LanguageTexts>("Latin.Offer"));
            await Expect(given).ToHaveValueAsync("Пётр Ильич");
            await visitor.Button($"{take} Petr Ilich").ClickAsync();
            await Expect(given).ToHaveValueAsync("Petr Ilich");

            await visitor.Field(words.Of<DelegationsTexts>("Column.Function")).FillAsync("Советник");
            await visitor.Field(words.Of<DelegationsTexts>("Column.Body")).FillAsync("Министерство иностранных дел");
            await visitor.Field(words.Of<DelegationsTexts>("Column.Email")).FillAsync("shchukin@mfa.example");
            await visitor.Field(words.Of<DelegationsTexts>("Column.Passport")).FillAsync("N1234567");
            await visitor.Button(words.Of<DelegationsTexts>("Person.Register")).ClickAsync();

            var row = visitor.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "SHCHUKIN" });
            await Expect(row).ToContainTextAsync("Petr Ilich");
            await Expect(row).ToContainTextAsync("Щукин Пётр");
        }
        finally
        {
            await visitor.OpenAsync("/language/en?returnUrl=/staff");
        }
    });
}
