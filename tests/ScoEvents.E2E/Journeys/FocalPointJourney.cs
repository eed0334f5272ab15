using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>From an invitation to a registered delegation.</summary>
[Collection(PortalCollection.Name)]
public sealed class FocalPointJourney(PortalFixture portal)
{
    [Fact]
    public Task A_focal_point_accepts_and_registers_a_delegation_of_twelve_and_no_thirteenth() => portal.JourneyAsync(async journey =>
    {
        var planned = await InvitedAsync(journey, quota: 12);
        var visitor = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await visitor.AcceptAsync(planned);

        await visitor.RegisterAsync("Head", "Aisulu", "Nurlanova", "Айсұлу Нұрланова", "N0000001");
        for (var number = 2; number <= 12; number++)
        {
            await visitor.RegisterAsync("Member", "Marat", $"Akhmetov{(char)('a' + number)}", "Марат Ахметов", $"N00000{number:00}");
        }

        await visitor.SeesAsync("All places are taken: 12.");
        await Expect(visitor.Button("Register a person")).ToHaveCountAsync(0);
        await visitor.SeesAsync("12 of 12");
        await visitor.SeesAsync("Айсұлу Нұрланова");
        // Lists show the last two characters of a passport number only.
        await Expect(visitor.Page.GetByText("N0000001")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task One_person_too_many_is_refused_when_two_windows_race_for_the_last_place() => portal.JourneyAsync(async journey =>
    {
        var planned = await InvitedAsync(journey, quota: 2);
        var first = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        var second = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        var address = await first.AcceptAsync(planned);
        await first.RegisterAsync("Head", "Aisulu", "Nurlanova");
        await second.OpenAsync(address);
        await first.FillPersonAsync("Member", "Marat", "Akhmetov");
        await second.FillPersonAsync("Member", "Timur", "Seitov");

        await Task.WhenAll(first.Button("Register").ClickAsync(), second.Button("Register").ClickAsync());

        const string Full = "The delegation has all the 2 persons it may have.";
        var refused = await Task.WhenAll(IsRefusedAsync(first, "Marat Akhmetov"), IsRefusedAsync(second, "Timur Seitov"));
        Assert.Single(refused, isRefused => isRefused);
        var loser = refused[0] ? first : second;
        await Expect(loser.Field("Family name")).ToHaveValueAsync(refused[0] ? "Akhmetov" : "Seitov");
        await Expect(loser.Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);

        // By name: that the head is registered stands on the first page until the answer comes.
        async Task<bool> IsRefusedAsync(Visitor visitor, string name)
        {
            var told = visitor.Page.GetByText(Full).First;
            await Expect(told.Or(visitor.Page.GetByText($"{name} is registered.")).First).ToBeVisibleAsync();
            return await told.IsVisibleAsync();
        }
    });

    [Fact]
    public Task A_second_head_and_wrong_values_are_refused_beside_their_fields() => portal.JourneyAsync(async journey =>
    {
        var planned = await InvitedAsync(journey, quota: 12);
        var visitor = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await visitor.AcceptAsync(planned);
        await visitor.RegisterAsync("Head", "Aisulu", "Nurlanova");

        await visitor.FillPersonAsync("Head", "Marat\u200e", "Akhmetov", email: "not an address", passport: "№ 1");
        await visitor.Button("Register").ClickAsync();

        await visitor.IsToldAsync("E-mail", "This is not a mail address.");
        await visitor.IsToldAsync("Passport number", "A passport number has");
        await visitor.IsToldAsync("Given names", "invisible or control characters");
        await Expect(visitor.Field("Family name")).ToHaveValueAsync("Akhmetov");
        await Expect(visitor.Field("E-mail")).ToHaveValueAsync("not an address");

        await visitor.Field("Given names").FillAsync("Marat");
        await visitor.Field("E-mail").FillAsync("marat@mfa.example");
        await visitor.Field("Passport number").FillAsync("N7654321");
        await visitor.Button("Register").ClickAsync();

        await visitor.IsToldAsync("Role", "The delegation has a head already.");
        await Expect(visitor.Field("Passport number")).ToHaveValueAsync("N7654321");
        await visitor.ChooseAsync("Role", "Deputy head");
        await visitor.Button("Register").ClickAsync();
        await visitor.SeesAsync("Marat Akhmetov is registered.");
    });

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public Task A_correction_moves_no_button_from_under_the_pointer(int width) => portal.JourneyAsync(async journey =>
    {
        var planned = await InvitedAsync(journey, quota: 12);
        var visitor = await journey.SignedInAsync(Person.FocalPointOfKazakhstan, width: width);
        await visitor.AcceptAsync(planned);
        await visitor.FillPersonAsync("Head", "Marat\u200e", "Akhmetov", email: "not an address", passport: "№ 1");
        await visitor.Button("Register").ClickAsync();
        await visitor.IsToldAsync("Passport number", "A passport number has");
        var before = await TopAsync();

        await visitor.Field("Given names").FillAsync("Marat");
        await visitor.Field("E-mail").FillAsync("marat@mfa.example");
        await visitor.Field("Passport number").FillAsync("N7654321");
        // Straight from the field that was corrected: the press leaves the field, and the page answers before the release.
        await visitor.Button("Register").HoverAsync();
        await visitor.Page.Mouse.DownAsync();
        await Expect(visitor.Field("Passport number")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Equal(before, await TopAsync());
        await visitor.Page.Mouse.UpAsync();
        await visitor.SeesAsync("Marat Akhmetov is registered.");

        Task<double> TopAsync() => visitor.Button("Register").EvaluateAsync<double>("button => Math.round(button.getBoundingClientRect().top + scrollY)");
    });

    [Fact]
    public Task A_focal_point_sees_own_invitations_only() => portal.JourneyAsync(async journey =>
    {
        var planned = await InvitedAsync(journey, quota: 12);
        var kazakhstan = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        var address = await kazakhstan.AcceptAsync(planned);
        await kazakhstan.RegisterAsync("Head", "Canary", "Nurlanova");
        var uzbekistan = await journey.SignedInAsync(Person.FocalPointOfUzbekistan);

        await uzbekistan.OpenAsync("/staff/invitations");
        await uzbekistan.SeesAsync(planned.Title);
        Assert.DoesNotContain("Kazakhstan", await uzbekistan.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        foreach (var foreign in new[] { address, planned.Address("/delegations"), planned.Address("/invitations"), planned.Address("/edit") })
        {
            await uzbekistan.OpenAsync(foreign);
            await uzbekistan.SeesHeadingAsync("Nothing here");
            Assert.DoesNotContain("Canary", await uzbekistan.Page.ContentAsync(), StringComparison.Ordinal);
        }
    });

    private static async Task<PlannedEvent> InvitedAsync(Journey journey, int quota)
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Invitations"), quota);
        await organiser.InviteMembersAsync(planned);
        return planned;
    }
}
