using System.Diagnostics;
using System.Net;
using ScoEvents.IntegrationTests.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Account;

[Collection(RunningPortalCollection.Name)]
public sealed class SignInTests(RunningPortal portal)
{
    private const string Unknown = "nobody@people.test";

    [Fact]
    public async Task The_right_password_signs_in_and_leads_to_the_staff_pages()
    {
        var (_, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();

        var answer = await client.SignInAsync(email, TestAccounts.Password);

        Assert.Equal((HttpStatusCode.Redirect, "/staff"), (answer.StatusCode, answer.Headers.Location?.PathAndQuery));
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Every_refusal_looks_the_same()
    {
        var (_, known) = await portal.Database.AccountAsync();
        var (_, locked) = await portal.Database.AccountAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await RefusalAsync(locked, "a wrong password");
        }

        var unknown = await RefusalAsync(Unknown, "a wrong password");

        Assert.Contains("The mail address or the password is wrong", unknown, StringComparison.Ordinal);
        Assert.Equal(unknown, await RefusalAsync(known, "a wrong password"));
        Assert.Equal(unknown, await RefusalAsync(locked, "a wrong password"));
        Assert.Equal(unknown, await RefusalAsync(locked, TestAccounts.Password));
    }

    [Fact]
    public async Task An_unknown_account_is_refused_in_about_the_time_of_a_known_one()
    {
        // One attempt short of the lockout, twice over: the accounts take turns.
        string[] known = [(await portal.Database.AccountAsync()).Email, (await portal.Database.AccountAsync()).Email];
        await RefusalAsync(Unknown, "a wrong password");
        List<TimeSpan> ofKnown = [];
        List<TimeSpan> ofUnknown = [];
        using var client = portal.Client();

        for (var attempt = 0; attempt < 8; attempt++)
        {
            ofKnown.Add(await TimeAsync(client, known[attempt % 2]));
            ofUnknown.Add(await TimeAsync(client, Unknown));
        }

        // Without a hash for the unknown one, the ratio is above five. Other work on the machine only adds time, so the quickest of each tells most.
        Assert.InRange(ofKnown.Min() / ofUnknown.Min(), 0.4, 2.5);
    }

    [Fact]
    public async Task After_five_wrong_passwords_an_account_rests()
    {
        var (actor, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await client.SignInAsync(email, "a wrong password");
        }

        Assert.Equal(HttpStatusCode.OK, (await client.SignInAsync(email, TestAccounts.Password)).StatusCode);
        Assert.False(await client.IsSignedInAsync());

        await portal.Database.ScalarAsync($"UPDATE users SET lockout_end = now() - interval '1 second' WHERE id = '{actor.UserId}'");

        await client.SignInAsync(email, TestAccounts.Password);
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task A_refused_form_never_sends_the_password_back()
    {
        using var client = portal.Client();

        var page = await (await client.SignInAsync(Unknown, "canary-4711-password")).Content.ReadAsStringAsync();

        Assert.DoesNotContain("canary-4711-password", page, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-4711-password", portal.Process.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, portal.Process.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var (_, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Form.Email"] = email,
            ["Form.Password"] = TestAccounts.Password,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, PortalClient.SignInPath) { Content = form };

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_foreign_form()
    {
        var (_, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();
        await client.SignInAsync(email, TestAccounts.Password);
        using var form = new FormUrlEncodedContent([]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out") { Content = form };

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await client.IsSignedInAsync());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var (_, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();

        var answer = await client.SignInAsync(email, TestAccounts.Password, $"{PortalClient.SignInPath}?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal((HttpStatusCode.Redirect, new Uri(portal.Process.Address, "/staff")), (answer.StatusCode, answer.Headers.Location));
    }

    [Fact]
    public async Task The_cookie_of_a_sign_in_is_kept_from_scripts_and_other_sites()
    {
        var (_, email) = await portal.Database.AccountAsync();
        using var client = portal.Client();

        var answer = await client.SignInAsync(email, TestAccounts.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("sco-session=", StringComparison.Ordinal));
        Assert.Equal("; path=/; samesite=lax; httponly", cookie[cookie.IndexOf(';', StringComparison.Ordinal)..]);
    }

    private async Task<string> RefusalAsync(string email, string password)
    {
        using var client = portal.Client();
        var answer = await client.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return PortalClient.WithoutTokens(await answer.Content.ReadAsStringAsync()).Replace(email, "", StringComparison.Ordinal);
    }

    private static async Task<TimeSpan> TimeAsync(PortalClient client, string email)
    {
        var watch = Stopwatch.StartNew();
        await client.SignInAsync(email, "a wrong password");
        return watch.Elapsed;
    }
}
