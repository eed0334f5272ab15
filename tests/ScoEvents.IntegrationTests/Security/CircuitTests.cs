using System.Net;
using System.Net.WebSockets;
using ScoEvents.IntegrationTests.Account;
using ScoEvents.IntegrationTests.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Security;

/// <summary>Who gets a circuit, which costs the portal memory and speaks for its user.</summary>
[Collection(RunningPortalCollection.Name)]
public sealed class CircuitTests(RunningPortal portal)
{
    [Fact]
    public async Task A_signed_in_person_gets_one()
    {
        using var client = await SignedInAsync();

        Assert.Equal(HttpStatusCode.OK, (await NegotiateAsync(client, portal.Process.Address.GetLeftPart(UriPartial.Authority))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await NegotiateAsync(client, origin: null)).StatusCode);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(client.Cookies, portal.Process.Address.GetLeftPart(UriPartial.Authority)));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1.evil.example")]
    public async Task Nobody_gets_one_from_a_foreign_page(string origin)
    {
        using var client = await SignedInAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await NegotiateAsync(client, origin)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(client.Cookies, origin));
    }

    [Fact]
    public async Task Nobody_gets_one_without_signing_in()
    {
        using var client = portal.Client();

        var answer = await NegotiateAsync(client, portal.Process.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await ConnectAsync(new CookieContainer(), portal.Process.Address.GetLeftPart(UriPartial.Authority)));
    }

    private async Task<PortalClient> SignedInAsync()
    {
        var (_, email) = await portal.Database.AccountAsync();
        var client = portal.Client();
        await client.SignInAsync(email, TestAccounts.Password);
        return client;
    }

    private static async Task<HttpResponseMessage> NegotiateAsync(PortalClient client, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await client.SendAsync(request);
    }

    private async Task<HttpStatusCode> ConnectAsync(CookieContainer cookies, string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(new Uri(portal.Process.Address, "/_blazor")) { Scheme = "ws" }.Uri;
        try
        {
            await socket.ConnectAsync(address, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            Assert.NotEqual(HttpStatusCode.SwitchingProtocols, socket.HttpStatusCode);
        }

        return socket.HttpStatusCode;
    }
}
