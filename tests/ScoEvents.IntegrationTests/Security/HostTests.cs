using System.Net;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Security;

public sealed class HostTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        await using var portal = await PortalProcess.StartAsync(PortalSettings.Production(database)
            .With("Portal__PublicAddress", "https://events.example")
            .With("Portal__AllowedHosts__0", "probe.internal.example"));
        using var client = new PortalClient(portal.Address);

        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(client, "evil.example")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(client, "events.example.evil.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "events.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "probe.internal.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, $"localhost:{portal.Address.Port}")).StatusCode);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_with_https_cookies_and_answers_are_bound_to_https()
    {
        await using var portal = await PortalProcess.StartAsync(PortalSettings.Production(database)
            .With("Portal__PublicAddress", "https://events.example")
            .With("Portal__TrustedProxies__0", "127.0.0.1"));
        using var client = new PortalClient(portal.Address);

        var answer = await AskAsync(client, "events.example", "https", PortalClient.SignInPath);

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-sco-antiforgery=", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; path=/; secure; samesite=strict; httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarded_headers_of_a_stranger_do_not_count()
    {
        await using var portal = await PortalProcess.StartAsync(PortalSettings.Production(database).With("Portal__SignInAttemptsPerMinute", "1"));
        using var client = new PortalClient(portal.Address);
        client.ForwardedFor = "192.0.2.1";
        await client.SignInAsync("nobody@people.test", "a wrong password");
        client.ForwardedFor = "192.0.2.2";

        var second = await client.SignInAsync("nobody@people.test", "a wrong password");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(PortalClient client, string host, string scheme = "http", string path = "/en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", scheme);
        return await client.SendAsync(request);
    }
}
