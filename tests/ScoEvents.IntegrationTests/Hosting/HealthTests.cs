using System.Net;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Hosting;

public sealed class HealthTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_portal_on_its_migrated_database_is_ready()
    {
        await using var portal = await PortalProcess.StartAsync(PortalSettings.Production(database));

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(portal, "/health/live"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(portal, "/health/ready"));
    }

    [Fact]
    public async Task A_portal_under_the_owners_role_is_not_ready()
    {
        await using var portal = await PortalProcess.StartAsync(
            PortalSettings.Production(database).With("ConnectionStrings__Portal", database.OwnerConnectionString));

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(portal, "/health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(portal, "/health/ready"));
        Assert.Contains("owns the tables or bypasses row-level security", portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_on_an_older_database_is_not_ready()
    {
        var server = await PostgresServer.GetAsync();
        var name = $"older_{Guid.CreateVersion7():N}";
        await server.CreateDatabaseAsync(name);
        try
        {
            await using var portal = await PortalProcess.StartAsync(
                PortalSettings.Production(database).With("ConnectionStrings__Portal", server.AppConnectionString(name)));

            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(portal, "/health/live"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(portal, "/health/ready"));
            Assert.Contains("dotnet ScoEvents.Web.dll migrate", portal.Log, StringComparison.Ordinal);
        }
        finally
        {
            await server.DropDatabaseAsync(name);
        }
    }

    [Fact]
    public async Task A_portal_whose_database_is_away_lives_but_is_not_ready()
    {
        await using var portal = await PortalProcess.StartAsync(PortalSettings.Production(database)
            .With("ConnectionStrings__Portal", "Host=127.0.0.1;Port=1;Database=none;Username=none;Password=canary-4711"));

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(portal, "/health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(portal, "/health/ready"));
        Assert.DoesNotContain("canary-4711", portal.Log, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Word)> AskAsync(PortalProcess portal, string path)
    {
        using var client = new PortalClient(portal.Address);
        var answer = await client.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
