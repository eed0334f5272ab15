using System.Globalization;
using Microsoft.Playwright;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using SmtpServer.Protocol;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>A daily list from its page to the box of its reader, and what the page says when it does not get there.</summary>
[Collection(PortalCollection.Name)]
public sealed class DailyListsJourney(PortalFixture portal)
{
    [Fact]
    public async Task An_organiser_sets_a_list_up_has_it_sent_and_is_told_loudly_once_it_has_failed_five_times()
    {
        await using var server = MailServer.Start();
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            await using var sending = await PortalProcess.StartAsync(new Dictionary<string, string>(PortalFixture.Settings)
            {
                ["ConnectionStrings__Portal"] = database.AppConnectionString,
                ["ConnectionStrings__Owner"] = database.OwnerConnectionString,
                ["Portal__Mail__Host"] = "127.0.0.1",
                ["Portal__Mail__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
                ["Portal__Mail__Security"] = "None",
                ["Portal__Mail__From"] = "events@secretariat.example",
            });
            await portal.JourneyAsync(
                async journey =>
                {
                    var organiser = await journey.SignedInAsync(Person.Organiser);
                    var planned = await organiser.CreateEventAsync(Organising.NewTitle("Daily"));
                    await organiser.AddRoomAsync(planned, "Hall A");
                    await organiser.AddSessionAsync(planned, "Plenary", "Opening words", "Hall A", "09:00", "10:00");
                    await organiser.PublishAsync(planned);
                    await SetUpAsync(organiser, planned);
                    await ReceiveAsync(organiser, planned, server);
                    await FailAsync(organiser, planned, server, database);
                },
                sending);
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static async Task SetUpAsync(Visitor organiser, PlannedEvent planned)
    {
        await organiser.OpenAsync(planned.Address("/exports/daily"));
        await organiser.SeesAsync("No list is set up yet.");
        await organiser.ChooseAsync("What it tells of", "Sessions of the latest release");
        await organiser.Field("Mail address").FillAsync("nobody");
        await organiser.Button("Set up the list").ClickAsync();
        await Expect(organiser.Field("Mail address")).ToHaveAttributeAsync("aria-invalid", "true");
        await organiser.Field("Mail address").FillAsync("daily@ministry.example");
        await organiser.Button("Set up the list").ClickAsync();
        await organiser.SeesAsync("The list is set up");
    }

    private static async Task ReceiveAsync(Visitor organiser, PlannedEvent planned, MailServer server)
    {
        await organiser.Button("Send the list to daily@ministry.example now").ClickAsync();
        await organiser.SeesAsync("A list to daily@ministry.example is written within half a minute.");
        var mail = Assert.Single(await server.WaitForAsync(1));
        Assert.Equal(($"Sessions: {planned.Title}", "daily@ministry.example"), (mail.Subject, Assert.Single(mail.To.Mailboxes).Address));
        Assert.Contains("Added (1):", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Opening words", mail.TextBody, StringComparison.Ordinal);
    }

    private static async Task FailAsync(Visitor organiser, PlannedEvent planned, MailServer server, TestDatabase database)
    {
        server.Recipient = address => address == "daily@ministry.example" ? new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such user") : null;
        await organiser.OpenAsync(planned.Address("/exports/daily"));
        await organiser.Button("Send the list to daily@ministry.example now").ClickAsync();
        await UntilAsync(database, $"SELECT count(*) FROM outbox_mails WHERE event_id = '{planned.Id}' AND state = 'Failed'", 1L);
        // Four days before this one; waiting for them is a test of the runner.
        await database.ScalarAsync($"UPDATE scheduled_exports SET failures = 4, last_error = 'scheduled.mail-failed' WHERE event_id = '{planned.Id}'");
        await organiser.OpenAsync(planned.Address("/exports/daily"));
        await organiser.SeesAsync("Failures in a row: 4");
        await organiser.Button("Send the list to daily@ministry.example now").ClickAsync();
        await UntilAsync(database, $"SELECT count(*) FROM scheduled_exports WHERE event_id = '{planned.Id}' AND stopped_at IS NOT NULL", 1L);

        await organiser.OpenAsync(planned.Address("/exports/daily"));
        await Expect(organiser.Page.GetByText("The list to daily@ministry.example has stopped after 5 failures in a row")).ToBeVisibleAsync();
        var told = (await server.WaitForAsync(1))[^1];
        Assert.Equal($"A daily list has stopped: {planned.Title}", told.Subject);
        await organiser.Button("Resume the list to daily@ministry.example").ClickAsync();
        await Expect(organiser.Page.GetByText("has stopped after")).ToHaveCountAsync(0);
        await Expect(organiser.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "daily@ministry.example" })).ToContainTextAsync("Runs");
    }

    // Lists are looked for every half minute, and a mail server's answer comes when it comes.
    private static async Task UntilAsync(TestDatabase database, string sql, long wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!Equals(await database.ScalarAsync(sql), wanted))
        {
            await Task.Delay(250, patience.Token);
        }
    }
}
