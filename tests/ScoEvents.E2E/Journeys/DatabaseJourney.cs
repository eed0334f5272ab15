using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ScoEvents.Data.Embedded;
using ScoEvents.E2E.Browsing;
using ScoEvents.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScoEvents.E2E.Journeys;

/// <summary>The database stops in the middle of work and comes back.</summary>
[Collection(PortalCollection.Name)]
public sealed class DatabaseJourney(PortalFixture portal)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public Task A_stopped_database_costs_nobody_what_was_typed_and_all_goes_on_when_it_is_back() => WithDatabaseAsync(async (journey, own, database) =>
    {
        var title = Organising.NewTitle("Typed while the database was away");
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var reader = await journey.VisitorAsync();
        reader.Expects("503");
        await organiser.FillEventAsync(title, quota: 12);

        await database.StopAsync();

        var answer = await reader.OpenAsync("/en/events?q=not-asked-before");
        Assert.Equal(503, answer.Status);
        await reader.SeesHeadingAsync("The portal cannot reach its data");
        await organiser.Button("Create the event").ClickAsync();
        await organiser.SeesAsync("This could not be saved just now");
        await Expect(organiser.Text("Title")).ToHaveValueAsync(title);

        await database.StartAsync();

        await BecomesReadyAsync(own);
        Assert.Equal(200, (await reader.OpenAsync("/en/events?q=asked-again")).Status);
        await organiser.SubmitEventAsync(title);
    });

    [Fact]
    public Task A_draft_that_is_not_kept_is_told_whatever_the_reason_and_kept_again_when_that_is_gone() => WithDatabaseAsync(async (journey, own, database) =>
    {
        const string Away = "The draft could not be kept just now";
        const string Failed = "What you type is not being kept.";
        var organiser = await journey.SignedInAsync(Person.Organiser);
        var planned = await organiser.CreateEventAsync(Organising.NewTitle("Drafts"), 12);
        await organiser.InviteMembersAsync(planned);
        var focalPoint = await journey.SignedInAsync(Person.FocalPointOfKazakhstan);
        await focalPoint.AcceptAsync(planned);
        await focalPoint.Button("Register a person").ClickAsync();
        await TypeAsync("Family name", "Nurlanova", "Draft kept");

        await database.StopAsync();
        await TypeAsync("Given names", "Aisulu", Away);
        await Expect(focalPoint.Page.GetByText("Draft kept")).ToHaveCountAsync(0);
        await database.StartAsync();
        await BecomesReadyAsync(own);
        await TypeAsync("Function", "Counsellor", "Draft kept");
        await Expect(focalPoint.Page.GetByText(Away)).ToHaveCountAsync(0);

        // A failure that passes by no waiting: the drafts have nowhere to go.
        await database.ExecuteAsync("ALTER TABLE delegate_drafts RENAME TO delegate_drafts_away");
        await TypeAsync("E-mail", "aisulu@mfa.example", Failed);
        await Expect(focalPoint.Page.GetByText("Draft kept")).ToHaveCountAsync(0);
        await database.ExecuteAsync("ALTER TABLE delegate_drafts_away RENAME TO delegate_drafts");
        await TypeAsync("Passport number", "N7654321", "Draft kept");
        await Expect(focalPoint.Page.GetByText(Failed)).ToHaveCountAsync(0);

        await focalPoint.Page.ReloadAsync();
        await focalPoint.SeesAsync("and did not save is back");
        foreach (var (field, value) in new[] { ("Family name", "Nurlanova"), ("Given names", "Aisulu"), ("Function", "Counsellor"), ("E-mail", "aisulu@mfa.example"), ("Passport number", "N7654321") })
        {
            await Expect(focalPoint.Field(field)).ToHaveValueAsync(value);
        }

        Assert.Contains("The database is away, and a draft was not kept", own.Log, StringComparison.Ordinal);
        Assert.Contains("A draft could not be kept", own.Log, StringComparison.Ordinal);

        async Task TypeAsync(string field, string value, string told)
        {
            await focalPoint.Field(field).FillAsync(value);
            await focalPoint.SeesAsync(told);
        }
    });

    private async Task WithDatabaseAsync(Func<Journey, PortalProcess, OwnDatabase, Task> walk)
    {
        await using var database = new OwnDatabase();
        await database.StartAsync();
        await using var own = await PortalProcess.StartAsync(database.Settings);
        await portal.JourneyAsync(journey => walk(journey, own, database), own);
    }

    private static async Task BecomesReadyAsync(PortalProcess portal)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(_patience);
        while ((await client.GetAsync(new Uri(portal.Address, "/health/ready"), patience.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Yield();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A database of one journey, which may stop it and start it again.</summary>
    private sealed class OwnDatabase : IAsyncDisposable
    {
        private readonly EmbeddedPostgresOptions _options = new()
        {
            DataFolder = Directory.CreateTempSubdirectory("scoevents-away-").FullName,
            Port = FreePort(),
            Settings = PostgresServer.FastSettings,
        };

        private EmbeddedPostgres? _server;

        public Dictionary<string, string> Settings => new(PortalFixture.Settings)
        {
            ["ConnectionStrings__Portal"] = _server!.AppConnectionString(),
            ["ConnectionStrings__Owner"] = _server!.OwnerConnectionString(),
        };

        public async Task StartAsync() => _server = await EmbeddedPostgres.StartAsync(_options, NullLogger.Instance);

        public async Task StopAsync()
        {
            if (_server is not null)
            {
                await _server.DisposeAsync();
            }
        }

        public async Task ExecuteAsync(string sql)
        {
            await using var source = NpgsqlDataSource.Create(_server!.OwnerConnectionString());
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            Directory.Delete(_options.DataFolder, recursive: true);
        }
    }
}
