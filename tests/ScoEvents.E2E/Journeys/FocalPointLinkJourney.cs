using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>From a mail with a link to a registered delegation, a deputy, and the end of an office while its page is open.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class FocalPointLinkJourney(PortalFixture portal)
{
    private const string Password = "seven quiet rivers meet";

    [Fact]
    public async Task A_link_makes_the_account_and_the_focal_point_who_registers_and_names_a_deputy()
    {
        await using var server = MailServer.Start();
        await using var own = await PortalProcess.StartAsync(WithMail(server));
        await portal.JourneyAsync(
            async journey =>
            {
                var organiser = await journey.SignedInAsync(Person.Organiser);
                var planned = await organiser.CreateEventAsync(Organising.NewTitle("Linked"), quota: 12);
                await organiser.InviteMembersAsync(planned);
                var link = await SendAsync(organiser, planned, server, "aida@mfa.example", "First focal point");
                await organiser.SeesAsync("Sent, not used yet");

                // A scanner of mails opens the address twice, without script and without a word of its own.
                var scanner = await journey.VisitorAsync(hasScript: false);
                await scanner.OpenAsync(link);
                await scanner.OpenAsync(link);
                Assert.DoesNotContain(link[^43..], scanner.Page.Url, StringComparison.Ordinal);
                await scanner.SeesAsync("Kazakhstan");

                var aida = await journey.VisitorAsync(hasScript: false);
                await aida.OpenAsync(link);
                await aida.SeesHeadingAsync("Become a focal point");
                await aida.Field("Password").FillAsync("short");
                await aida.Field("Password once more").FillAsync("short");
                await aida.Button("Make the account and accept").ClickAsync();
                await aida.SeesAsync("A password has at least 12 characters.");
                await aida.Field("Password").FillAsync(Password);
                await aida.Field("Password once more").FillAsync(Password);
                await aida.Button("Make the account and accept").ClickAsync();
                await Expect(aida.Page).ToHaveURLAsync(InvitationAddress());
                var invitation = new Uri(aida.Page.Url).AbsolutePath;

                // The same link again, by whoever got it forwarded.
                var forwarded = await journey.VisitorAsync();
                forwarded.Expects("410");
                await forwarded.Page.GotoAsync(link);
                await forwarded.SeesAsync("This link was used already.");

                var signedIn = await journey.VisitorAsync();
                await SignInAsync(signedIn, "aida@mfa.example");
                await signedIn.AcceptAsync(planned);
                await signedIn.OpenAsync($"{invitation}/focal-points");
                await signedIn.SeesAsync("You are the first focal point");
                await signedIn.Field("Full name").FillAsync("Marat Akhmetov");
                await signedIn.Field("E-mail").FillAsync("marat@mfa.example");
                await signedIn.Button("Send the link").ClickAsync();
                await signedIn.SeesAsync("A mail with the link goes to marat@mfa.example.");
                var marat = await journey.VisitorAsync();
                await marat.Page.GotoAsync(await LinkAsync(server, "marat@mfa.example"));
                await marat.Field("Password").FillAsync(Password);
                await marat.Field("Password once more").FillAsync(Password);
                await marat.Button("Make the account and accept").ClickAsync();
                await Expect(marat.Page).ToHaveURLAsync(InvitationAddress());
                await marat.SeesHeadingAsync(planned.Title);

                // The deputy's page stands open while the office ends.
                await signedIn.OpenAsync($"{invitation}/focal-points");
                await signedIn.Page.GetByRole(AriaRole.Button, new() { Name = "End Marat Akhmetov" }).ClickAsync();
                await signedIn.Button("End it").ClickAsync();
                await signedIn.SeesAsync("The office of Marat Akhmetov has ended.");
                marat.Expects("404");
                await marat.Page.ReloadAsync();
                await marat.SeesHeadingAsync("Nothing here");
            },
            own);
    }

    [Fact]
    public async Task A_link_that_somebody_else_opens_says_so_and_works_for_whom_it_was_sent_to()
    {
        await using var server = MailServer.Start();
        await using var own = await PortalProcess.StartAsync(WithMail(server));
        await portal.JourneyAsync(
            async journey =>
            {
                var organiser = await journey.SignedInAsync(Person.Organiser);
                var planned = await organiser.CreateEventAsync(Organising.NewTitle("Forwarded"), quota: 12);
                await organiser.InviteMembersAsync(planned);
                var link = await SendAsync(organiser, planned, server, "focal.uz@mfa.example", "Deputy");

                var other = await journey.SignedInAsync(Person.Staff);
                other.Expects("403");
                await other.Page.GotoAsync(link);
                await other.SeesAsync("you are signed in with another address");

                var addressee = await journey.SignedInAsync(Person.FocalPointOfUzbekistan);
                await addressee.OpenAsync(link);
                await addressee.Button("Accept and continue").ClickAsync();
                await addressee.SeesHeadingAsync(planned.Title);
            },
            own);
    }

    private static Dictionary<string, string> WithMail(MailServer server) => new(PortalFixture.Settings)
    {
        ["Portal__Mail__Host"] = "127.0.0.1",
        ["Portal__Mail__Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Portal__Mail__Security"] = "None",
        ["Portal__Mail__From"] = "events@secretariat.example",
        ["Portal__Mail__FromName"] = "Secretariat",
    };

    private static async Task<string> SendAsync(Visitor organiser, PlannedEvent planned, MailServer server, string email, string rank)
    {
        await organiser.OpenAsync(planned.Address("/focal-points"));
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Open Kazakhstan" }).ClickAsync();
        await organiser.ChooseAsync("As", rank);
        await organiser.Field("Full name").FillAsync("Aida Bekova");
        await organiser.Field("E-mail").FillAsync(email);
        await organiser.Button("Send the link").ClickAsync();
        await organiser.SeesAsync($"A mail with the link goes to {email}.");
        return await LinkAsync(server, email);
    }

    private static async Task<string> LinkAsync(MailServer server, string email)
    {
        for (var count = 1; ; count++)
        {
            var mail = (await server.WaitForAsync(count)).FirstOrDefault(taken => taken.To.ToString().Contains(email, StringComparison.Ordinal));
            if (mail is not null)
            {
                return Link().Match(mail.TextBody!).Value;
            }
        }
    }

    private static async Task SignInAsync(Visitor visitor, string email)
    {
        await visitor.OpenAsync("/account/sign-in");
        await visitor.Field("Mail address").FillAsync(email);
        await visitor.Field("Password").FillAsync(Password);
        await visitor.Button("Sign in").ClickAsync();
        await visitor.SeesHeadingAsync("Your work");
    }

    [GeneratedRegex("http://[^\\s]*/account/focal-point/[a-z]{2}/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("/staff/invitations/[0-9a-f-]{36}$")]
    private static partial Regex InvitationAddress();
}
