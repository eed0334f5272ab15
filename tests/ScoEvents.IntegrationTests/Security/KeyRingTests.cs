using System.Net;
using ScoEvents.IntegrationTests.Account;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Security;

public sealed class KeyRingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_sign_in_survives_a_restart_of_the_portal_and_its_keys_are_stored_encrypted()
    {
        var (_, email) = await database.AccountAsync();
        var settings = PortalSettings.Production(database);
        using var before = await SignedInAsync(settings, email);
        await using var portal = await PortalProcess.StartAsync(settings);
        using var after = new PortalClient(portal.Address);
        after.Cookies.Add(before.Cookies.GetAllCookies());

        Assert.True(await after.IsSignedInAsync());
        var stored = (string)(await database.ScalarAsync("SELECT string_agg(xml || friendly_name, E'\\n') FROM data_protection_keys"))!;
        Assert.StartsWith("v1.test.", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("<key", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_master_key_no_sign_in_counts_and_the_portal_is_not_ready_and_says_why()
    {
        var (_, email) = await database.AccountAsync();
        var settings = PortalSettings.Production(database);
        using var before = await SignedInAsync(settings, email);

        await using var portal = await PortalProcess.StartAsync(
            settings.With("Portal__MasterKeys__test", Convert.ToBase64String(new byte[32])));
        using var after = new PortalClient(portal.Address);
        after.Cookies.Add(before.Cookies.GetAllCookies());

        Assert.False(await after.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await after.GetAsync("/health/ready")).StatusCode);
        Assert.Contains("The keys of Portal:MasterKeys do not open what is stored.", portal.Log, StringComparison.Ordinal);
    }

    private static async Task<PortalClient> SignedInAsync(Dictionary<string, string> settings, string email)
    {
        await using var portal = await PortalProcess.StartAsync(settings);
        var client = new PortalClient(portal.Address);
        await client.SignInAsync(email, TestAccounts.Password);
        Assert.True(await client.IsSignedInAsync());
        return client;
    }
}
