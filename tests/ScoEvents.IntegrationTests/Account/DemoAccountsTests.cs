using System.Net;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Account;

public sealed class DemoAccountsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Demonstration_accounts_cannot_sign_in_in_production()
    {
        var folder = Directory.CreateTempSubdirectory("scoevents-demo-").FullName;
        try
        {
            string password;
            await using (var development = await PortalProcess.StartAsync(PortalSettings.Development(database).With("Portal__DataFolder", folder)))
            {
                password = (await File.ReadAllTextAsync(Path.Combine(folder, "demo.password"))).Trim();
                using var client = new PortalClient(development.Address);
                Assert.Equal(HttpStatusCode.Redirect, (await client.SignInAsync("organiser@nscs.example", password)).StatusCode);
            }

            var settings = PortalSettings.Production(database)
                .Without("Portal__MasterKeys__test")
                .With("Portal__MasterKeys__local", (await File.ReadAllTextAsync(Path.Combine(folder, "master.key"))).Trim())
                .With("Portal__DataFolder", folder);
            await using var production = await PortalProcess.StartAsync(settings);
            using var stranger = new PortalClient(production.Address);

            var answer = await stranger.SignInAsync("organiser@nscs.example", password);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(await stranger.IsSignedInAsync());
            Assert.DoesNotContain("demonstration", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

public sealed class ProductionAccountsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_portal_in_production_makes_no_account_of_its_own()
    {
        await using var portal = await PortalProcess.StartAsync(
            PortalSettings.Production(database).With("ConnectionStrings__Owner", database.OwnerConnectionString));
        using var client = new PortalClient(portal.Address);

        var page = await (await client.GetAsync(PortalClient.SignInPath)).Content.ReadAsStringAsync();

        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM users"));
        Assert.DoesNotContain("demonstration", page, StringComparison.OrdinalIgnoreCase);
    }
}
