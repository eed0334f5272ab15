using System.Net;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Account;

public sealed class SignInLimitTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Too_many_attempts_of_one_address_are_refused_for_a_while()
    {
        await using var portal = await PortalProcess.StartAsync(PortalSettings.Development(database).With("Portal__SignInAttemptsPerMinute", "3"));
        using var client = new PortalClient(portal.Address);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.SignInAsync("nobody@people.test", "a wrong password")).StatusCode);
        }

        var fourth = await client.SignInAsync("nobody@people.test", "a wrong password");

        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.StatusCode);
        Assert.Contains("Too many requests", await fourth.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(PortalClient.SignInPath)).StatusCode);
    }
}
