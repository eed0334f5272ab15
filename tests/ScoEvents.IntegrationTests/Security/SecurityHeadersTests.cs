using System.Net;
using ScoEvents.IntegrationTests.Account;
using ScoEvents.IntegrationTests.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Security;

[Collection(RunningPortalCollection.Name)]
public sealed class SecurityHeadersTests(RunningPortal portal)
{
    public static TheoryData<string, HttpStatusCode> Pages { get; } = new()
    {
        { "/en", HttpStatusCode.OK },
        { "/ur", HttpStatusCode.OK },
        { "/", HttpStatusCode.Redirect },
        { "/account/sign-in", HttpStatusCode.OK },
        { "/staff", HttpStatusCode.Redirect },
        { "/no-such-page", HttpStatusCode.NotFound },
        { "/xx/events", HttpStatusCode.NotFound },
        { "/health/live", HttpStatusCode.OK },
        { "/health/ready", HttpStatusCode.OK },
        { "/css/portal.css", HttpStatusCode.OK },
        { "/_blazor/negotiate", HttpStatusCode.Unauthorized },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_answer_tells_the_browser_what_its_page_may_do(string path, HttpStatusCode status)
    {
        using var client = portal.Client();

        var answer = await client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        AssertGuarded(answer);
    }

    [Fact]
    public async Task A_staff_page_may_run_the_portals_own_scripts_and_no_others()
    {
        var (_, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();
        await client.SignInAsync(email, TestAccounts.Password);

        var answer = await client.GetAsync("/staff");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        AssertGuarded(answer);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onclick=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/no-such-page")]
    public async Task A_static_page_holds_no_script(string path)
    {
        using var client = portal.Client();

        var page = await (await client.GetAsync(path)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_of_signing_in_has_the_script_alone_that_keeps_what_was_typed()
    {
        using var client = portal.Client();

        var page = await (await client.GetAsync("/account/sign-in")).Content.ReadAsStringAsync();

        Assert.Equal(2, page.Split("<script").Length);
        Assert.Contains("<script src=\"js/langu", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_page_sets_no_cookie()
    {
        using var client = portal.Client();

        var answer = await client.GetAsync("/en");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static void AssertGuarded(HttpResponseMessage answer)
    {
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy.Replace("style-src-attr 'unsafe-inline'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Contains("geolocation=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }
}
