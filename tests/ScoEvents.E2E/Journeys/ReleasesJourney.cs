using System.Globalization;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>From the first release over a move and its notices back to the first release, with a real mail server.</summary>
[Collection(PortalCollection.Name)]
public sealed class ReleasesJourney(PortalFixture portal)
{
    [Fact]
    public async Task An_organiser_publishes_compares_loads_back_and_sends_what_was_reviewed()
    {
        await using var server = MailServer.Start();
        await using var sending = await PortalProcess.StartAsync(new Dictionary<string, string>(PortalFixture.Settings)
        {
            ["Portal__Mail__Host"] = "127.0.0.1",
            ["Portal__Mail__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Portal__Mail__Security"] = "None",
            ["Portal__Mail__From"] = "events@secretariat.example",
        });
        await portal.JourneyAsync(
            async journey =>
            {
                var organiser = await journey.SignedInAsync(Person.Organiser);
                var planned = await organiser.CreateEventAsync(Organising.NewTitle("Releases"));
                await organiser.AddRoomAsync(planned, "Hall A");
                await organiser.AddSessionAsync(planned, "Plenary", "Opening words", "Hall A", "09:00", "10:00");
                await organiser.AddSessionAsync(planned, "Panel", "Second panel", "Hall A", "11:00", "12:00");
                await organiser.InviteMembersAsync(planned);
                var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
                await focalPoint.AcceptAsync(planned);
                await organiser.PublishAsync(planned);
                await MoveAsync(organiser, planned, "Opening words", "14:00", "15:00");

                await organiser.OpenAsync(planned.Address("/programme/publish"));
                await organiser.SeesAsync("Publish release 2: 1 session moves, 1 delegation will be notified.");
                await organiser.PublishAsync(planned, 2);

                await ReadDifferenceAsync(organiser, planned);
                await LoadBackAsync(organiser, planned);
                await SendAsync(organiser, planned, server);
            },
            sending);
    }

    private static async Task MoveAsync(Visitor visitor, PlannedEvent planned, string title, string start, string end)
    {
        await visitor.OpenAsync(planned.Address("/programme?view=list"));
        await visitor.Link(title).First.ClickAsync();
        await visitor.Field("Start").FillAsync(start);
        await visitor.Field("End").FillAsync(end);
        await visitor.SaveSessionAsync(planned, title);
    }

    private static async Task ReadDifferenceAsync(Visitor visitor, PlannedEvent planned)
    {
        await visitor.OpenAsync(planned.Address("/releases"));
        await visitor.Link("Differences from release 1").ClickAsync();
        await visitor.SeesHeadingAsync("From release 1 to release 2");
        await visitor.IsAtAsync(planned.Address("/releases/difference?from=1&to=2"));
        var card = visitor.Page.GetByRole(AriaRole.Article, new() { Name = "Opening words" });
        await Expect(card.GetByRole(AriaRole.Rowheader, new() { Name = "Time" })).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Cell, new() { NameRegex = new("09:00") })).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Cell, new() { NameRegex = new("14:00") })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);

        // On paper: the difference and its marking, without what is for clicking.
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(visitor.Button("Compare")).ToBeHiddenAsync();
        await Expect(visitor.Button("Print")).ToBeHiddenAsync();
        await Expect(card).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("TLP:CLEAR").First).ToBeVisibleAsync();
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        await visitor.ChooseAsync("To", "The draft");
        await visitor.Button("Compare").ClickAsync();
        await visitor.SeesHeadingAsync("From release 1 to the draft");
        await visitor.Page.SetViewportSizeAsync(360, 800);
        await visitor.AssertFitsAsync();
        await visitor.Page.SetViewportSizeAsync(1280, 900);
    }

    private static async Task LoadBackAsync(Visitor visitor, PlannedEvent planned)
    {
        await visitor.OpenAsync(planned.Address("/releases/1"));
        await visitor.SeesAsync("This is an earlier release");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Opening words" })).ToBeVisibleAsync();
        await visitor.Button("Load back into the draft…").ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Load release 1 back into the draft?" });
        await Expect(dialog).ToContainTextAsync("1 session moves");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Load release 1" }).ClickAsync();
        await visitor.SeesAsync("The draft is again as release 1 was");
        await visitor.OpenAsync(planned.Address("/releases/difference?from=1"));
        await visitor.SeesAsync("No difference");
        await visitor.OpenAsync(planned.Address("/releases/difference?from=2"));
        await Expect(visitor.Page.GetByRole(AriaRole.Article, new() { Name = "Opening words" })).ToBeVisibleAsync();
    }

    private static async Task SendAsync(Visitor visitor, PlannedEvent planned, MailServer server)
    {
        await visitor.OpenAsync(planned.Address("/mail"));
        await Expect(visitor.Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);
        await visitor.Link($"{planned.Title}: programme published").ClickAsync();
        await visitor.SeesAsync("Dear Aigerim Bekova,");
        await visitor.Button("Discard").ClickAsync();
        await visitor.SeesAsync("Discarded");
        await visitor.OpenAsync(planned.Address("/mail"));
        await visitor.Link($"{planned.Title}: programme changed (release 2)").ClickAsync();
        await visitor.SeesAsync("Opening words");
        await visitor.OpenAsync(planned.Address("/mail?shelf=Review"));
        await visitor.Button("Send 1 mail").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send them" }).ClickAsync();
        await visitor.SeesAsync("Mails released for sending: 1.");

        var message = Assert.Single(await server.WaitForAsync(1));
        Assert.Equal($"{planned.Title}: programme changed (release 2)", message.Subject);
        Assert.Equal(["focal.kz@mfa.example"], message.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Contains("14:00", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("/agenda", message.TextBody, StringComparison.Ordinal);
        await visitor.OpenAsync(planned.Address("/mail?shelf=Sent"));
        await Expect(visitor.Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
    }
}
