using System.Net;
using System.Net.Http.Json;
using System.Text;
using ScoEvents.IntegrationTests.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.CheckIn;

/// <summary>The addresses that a device at a door asks, as anybody could ask them.</summary>
[Collection(RunningPortalCollection.Name)]
public sealed class DoorEndpointTests(RunningPortal portal)
{
    private static readonly string _door = $"/check-in/{Guid.CreateVersion7()}";

    public static TheoryData<string> Reads => [_door, $"{_door}/state", $"{_door}/pulse?since=0", $"{_door}/people?query=a", $"/staff/events/{Guid.CreateVersion7()}/badges/revoked.json"];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Nobody_reads_without_having_signed_in(string address)
    {
        using var client = portal.Client();

        using var answer = await client.GetAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location?.LocalPath));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_focal_point_finds_no_door(string address)
    {
        using var client = await SignedInAsync("focal.kz@mfa.example");

        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_scan_that_another_sites_page_could_send_is_refused()
    {
        using var client = await SignedInAsync("staff@nscs.example");
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var plain = new StringContent("{}", Encoding.UTF8, "text/plain");

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, json, withHeader: false));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, plain, withHeader: true));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"scans\":[{\"id\":\"no id\"}]}")]
    [InlineData("{\"scans\":[{\"direction\":\"Up\"}]}")]
    public async Task What_cannot_be_read_is_refused_without_a_fault(string body)
    {
        using var client = await SignedInAsync("staff@nscs.example");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, content, withHeader: true));
    }

    [Fact]
    public async Task A_batch_without_end_is_refused_before_it_is_read()
    {
        using var client = await SignedInAsync("staff@nscs.example");
        using var content = new StringContent(new string(' ', 300 * 1024), Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, content, withHeader: true));
    }

    [Fact]
    public async Task The_page_at_the_door_may_use_the_camera_and_nothing_else_is_loosened()
    {
        using var client = await SignedInAsync("staff@nscs.example");

        using var door = await client.GetAsync(_door);
        using var home = await client.GetAsync("/staff");

        Assert.Contains("camera=(self)", Assert.Single(door.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Contains("camera=()", Assert.Single(home.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Assert.Single(door.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(door.Headers.CacheControl?.NoStore);
    }

    private static async Task<HttpStatusCode> PostAsync(PortalClient client, HttpContent content, bool withHeader)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_door}/scans") { Content = content };
        if (withHeader)
        {
            request.Headers.Add("X-Check-In", "1");
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<PortalClient> SignedInAsync(string email)
    {
        var client = portal.Client();
        var page = await (await client.GetAsync("/account/sign-in")).Content.ReadAsStringAsync();
        // The page writes some characters of a random password as entities.
        var password = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "<code dir=\"ltr\">([^<]+)</code>").Groups[1].Value);
        await client.SignInAsync(email, password);
        return client;
    }
}
