using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A person lets a program in, and shuts it out again; and names a receiver that is told.</summary>
[Collection(PortalCollection.Name)]
public sealed class ProgramsJourney(PortalFixture portal)
{
    [Fact]
    public Task An_organiser_makes_a_token_a_program_uses_it_and_after_it_is_revoked_cannot() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var page = organiser.Page;
        await page.Locator(".user-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tokens for programs" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tokens for programs" })).ToBeVisibleAsync();

        // Without a choice it says what is missing, beside the fields.
        await organiser.Button("Make token").ClickAsync();
        await Expect(page.GetByText("Give the token a name by which you will recognize it.").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Choose at least one thing that the token may do.").First).ToBeVisibleAsync();

        var name = $"Board {Guid.NewGuid():N}";
        await organiser.Field("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Read draft programmes" }).CheckAsync();
        await organiser.Button("Make token").ClickAsync();
        var secret = page.GetByRole(AriaRole.Textbox, new() { Name = "Token", Exact = true });
        await Expect(secret).ToBeVisibleAsync();
        var token = await secret.InputValueAsync();
        Assert.Matches("^sco_[A-Za-z0-9_-]{43}$", token);

        using var program = new HttpClient { BaseAddress = portal.Portal.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var open = await program.GetAsync(new Uri("/api/v1/staff/events", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        // Shown this once: whoever comes again sees only by what it is recognized.
        await organiser.OpenAsync("/staff/tokens");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
        await Expect(row).ToContainTextAsync(token[..12]);
        await Expect(page.GetByText(token)).ToHaveCountAsync(0);
        await row.GetByRole(AriaRole.Button, new() { Name = $"Revoke {name}" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await Expect(row).ToContainTextAsync("Revoked");

        using var shut = await program.GetAsync(new Uri("/api/v1/staff/events", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, shut.StatusCode);
    });

    [Fact]
    public Task A_receiver_inside_is_refused_and_one_outside_gets_a_secret_and_a_log() => portal.JourneyAsync(async journey =>
    {
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Webhooks"));
        var page = organiser.Page;
        await organiser.OpenAsync(planned.Address("/webhooks"));

        await organiser.Field("Address of the receiver").FillAsync("https://169.254.169.254/latest");
        await organiser.Button("Add webhook").ClickAsync();
        await Expect(page.GetByText("The portal does not send to this machine or into private networks.").First).ToBeVisibleAsync();
        await organiser.Field("Address of the receiver").FillAsync("https://receiver.example/hook");
        await organiser.Button("Add webhook").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Secret", Exact = true })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "https://receiver.example/hook" });
        await Expect(row).ToContainTextAsync("On");
        await organiser.Button("Switch https://receiver.example/hook off").ClickAsync();
        await Expect(row).ToContainTextAsync("Off");
        await Expect(page.GetByText("Nothing has happened yet that is told.")).ToBeVisibleAsync();
    });
}
