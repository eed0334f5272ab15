using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Browsing;

/// <summary>What a focal point does, step by step.</summary>
public static class Registering
{
    /// <summary>Opens the list of invitations and accepts the one to this event.</summary>
    /// <returns>The address of the delegation.</returns>
    public static async Task<string> AcceptAsync(this Visitor visitor, PlannedEvent planned)
    {
        await visitor.OpenAsync("/staff/invitations");
        var card = visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = planned.Title });
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Accept") }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await card.GetByRole(AriaRole.Link, new() { Name = "Open the delegation" }).ClickAsync();
        await visitor.SeesHeadingAsync(planned.Title);
        return new Uri(visitor.Page.Url).AbsolutePath;
    }

    /// <summary>Opens the form for one more person and fills it in.</summary>
    public static async Task FillPersonAsync(
        this Visitor visitor, string role, string givenNames, string familyName, string nativeName = "", string email = "delegate@mfa.example", string passport = "N1234567")
    {
        await visitor.Button("Register a person").ClickAsync();
        await visitor.ChooseAsync("Role", role);
        await visitor.Field("Family name").FillAsync(familyName);
        await visitor.Field("Given names").FillAsync(givenNames);
        await visitor.Field("Name in own script").FillAsync(nativeName);
        await visitor.Field("Function").FillAsync("Counsellor");
        await visitor.Field("Body").FillAsync("Ministry of Foreign Affairs");
        await visitor.Field("E-mail").FillAsync(email);
        await visitor.Field("Passport number").FillAsync(passport);
    }

    /// <summary>Registers one more person of a delegation whose page is open.</summary>
    public static async Task RegisterAsync(
        this Visitor visitor, string role, string givenNames, string familyName, string nativeName = "", string passport = "N1234567")
    {
        await visitor.FillPersonAsync(role, givenNames, familyName, nativeName, passport: passport);
        await visitor.Button("Register").ClickAsync();
        await visitor.SeesAsync($"{givenNames} {familyName} is registered.");
        await Expect(visitor.Page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = familyName })).ToBeVisibleAsync();
    }
}
