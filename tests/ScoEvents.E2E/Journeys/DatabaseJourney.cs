using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
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
    public async Task A_stopped_database_costs_nobody_what_was_typed_and_all_goes_on_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("scoevents-away-").FullName;
        var options = new EmbeddedPostgresOptions { DataFolder = folder, Port = FreePort(), Settings = PostgresServer.FastSettings };
        var database = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance);
        try
        {
            var settings = new Dictionary<string, string>(PortalFixture.Settings)
            {
                ["ConnectionStrings__Portal"] = database.AppConnectionString(),
                ["ConnectionStrings__Owner"] = database.OwnerConnectionString(),
            };
            await using var own = await PortalProcess.StartAsync(settings);
            await portal.JourneyAsync(async journey =>
            {
                var title = Organising.NewTitle("Typed while the database was away");
                var organiser = await journey.SignedInAsync(Person.Organiser);
                var reader = await journey.VisitorAsync();
                reader.Expects("503");
                await organiser.FillEventAsync(title, quota: 12);

                await database.DisposeAsync();

                var answer = await reader.OpenAsync("/en/events?q=not-asked-before");
                Assert.Equal(503, answer.Status);
                await reader.SeesHeadingAsync("The portal cannot reach its data");
                await organiser.Button("Create the event").ClickAsync();
                await organiser.SeesAsync("This could not be saved just now");
                await Expect(organiser.Text("Title")).ToHaveValueAsync(title);

                database = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance);

                await BecomesReadyAsync(own);
                Assert.Equal(200, (await reader.OpenAsync("/en/events?q=asked-again")).Status);
                await organiser.SubmitEventAsync(title);
            }, own);
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
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
}
