using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>In and out of the portal.</summary>
[Collection(PortalCollection.Name)]
public sealed class SignInJourney(PortalFixture portal)
{
    private const string Refused = "The mail address or the password is wrong";

    [Fact]
    public Task A_person_signs_in_and_out() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Organiser);
        await visitor.IsAtAsync("/staff");
        await visitor.Page.Locator("summary").Filter(new() { HasText = Person.Organiser.Name }).ClickAsync();

        await visitor.Button("Sign out").ClickAsync();

        await visitor.IsAtAsync("/en");
        await visitor.OpenAsync("/staff");
        await visitor.IsAtAsync("/account/sign-in?returnUrl=%2Fstaff");
    });

    [Fact]
    public Task A_person_signs_in_with_address_and_password() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.VisitorAsync();
        await visitor.OpenAsync("/account/sign-in");
        var password = await visitor.Page.Locator(".demo-accounts code").InnerTextAsync();

        await visitor.Field("Mail address").FillAsync($"  {Person.Staff.Email.ToUpperInvariant()} ");
        await visitor.Field("Password").FillAsync(password);
        await visitor.Button("Sign in").ClickAsync();

        await visitor.SeesHeadingAsync("Your work");
        await visitor.SeesAsync(Person.Staff.Name);
    });

    [Fact]
    public Task A_wrong_password_is_refused_and_the_address_kept() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.VisitorAsync();
        await visitor.OpenAsync("/account/sign-in");

        await visitor.Field("Mail address").FillAsync("nobody@portal.example");
        await visitor.Field("Password").FillAsync("a wrong password");
        await visitor.Button("Sign in").ClickAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = Refused })).ToBeVisibleAsync();
        await Expect(visitor.Field("Mail address")).ToHaveValueAsync("nobody@portal.example");
        await Expect(visitor.Field("Password")).ToHaveValueAsync("");
    });

    [Fact]
    public Task An_empty_form_is_refused_beside_its_fields() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.VisitorAsync();
        await visitor.OpenAsync("/account/sign-in");

        await visitor.Button("Sign in").ClickAsync();

        await visitor.IsToldAsync("Mail address", "Please give your mail address.");
        await visitor.IsToldAsync("Password", "Please give your password.");
    });

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public Task Signing_in_never_leads_to_another_site(string returnUrl) => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.VisitorAsync();
        await visitor.OpenAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        await visitor.Button($"Sign in as {Person.Auditor.Name}").ClickAsync();

        await visitor.SeesHeadingAsync("Your work");
        Assert.Equal(new Uri(journey.Address, "/staff").ToString(), visitor.Page.Url);
    });

    [Fact]
    public Task Signing_in_leads_back_to_where_the_person_was_going() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.VisitorAsync();
        await visitor.OpenAsync("/staff/ui-kit?page=2");
        await visitor.IsAtAsync("/account/sign-in?returnUrl=%2Fstaff%2Fui-kit%3Fpage%3D2");

        await visitor.Button($"Sign in as {Person.Auditor.Name}").ClickAsync();

        await visitor.SeesHeadingAsync("Components of the kit");
        await visitor.IsAtAsync("/staff/ui-kit?page=2");
    });

    [Fact]
    public Task An_auditor_sees_the_portal_and_no_events() => portal.JourneyAsync(async journey =>
    {
        var visitor = await journey.SignedInAsync(Person.Auditor);

        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "The portal" })).ToBeVisibleAsync();
        await Expect(visitor.Link("All events")).ToHaveCountAsync(0);
    });
}
