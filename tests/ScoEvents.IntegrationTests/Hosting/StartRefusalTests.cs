using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Hosting;

/// <summary>A portal that cannot work rightly does not start, and tells its operator why in plain words.</summary>
public sealed class StartRefusalTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] _start = ["--urls", "http://127.0.0.1:0"];

    [Fact]
    public Task Without_a_public_address_in_production() => IsRefusedAsync(
        PortalSettings.Production(database).Without("Portal__PublicAddress"),
        "Portal:PublicAddress is not set.");

    [Theory]
    [InlineData("events.example")]
    [InlineData("ftp://events.example")]
    [InlineData("https://events.example/portal")]
    [InlineData("https://user@events.example")]
    public Task With_a_public_address_that_is_none(string address) => IsRefusedAsync(
        PortalSettings.Production(database).With("Portal__PublicAddress", address),
        "Portal:PublicAddress is");

    [Fact]
    public Task With_a_public_address_without_encryption_in_production() => IsRefusedAsync(
        PortalSettings.Production(database).With("Portal__PublicAddress", "http://events.example"),
        "Portal:PublicAddress must begin with https://");

    [Fact]
    public Task With_a_proxy_that_is_no_address() => IsRefusedAsync(
        PortalSettings.Production(database).With("Portal__TrustedProxies__0", "10.0.0.0/99"),
        "Portal:TrustedProxies holds '10.0.0.0/99'");

    [Fact]
    public Task With_connections_that_would_carry_one_users_reach_to_the_next() => IsRefusedAsync(
        PortalSettings.Production(database).With("ConnectionStrings__Portal", database.AppConnectionString + ";No Reset On Close=true"),
        "No Reset On Close");

    [Fact]
    public Task Without_master_keys_in_production() => IsRefusedAsync(
        PortalSettings.Production(database).Without("Portal__MasterKeys__test"),
        "Portal:MasterKeys is not set.");

    [Theory]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    public Task With_a_master_key_that_is_none(string key) => IsRefusedAsync(
        PortalSettings.Production(database).With("Portal__MasterKeys__test", key),
        "Portal:MasterKeys");

    [Fact]
    public Task With_a_connection_string_that_is_none() => IsRefusedAsync(
        PortalSettings.Production(database).With("ConnectionStrings__Portal", "Hostess=nowhere"),
        "ConnectionStrings:Portal");

    [Theory]
    [InlineData("Portal__Mail__From", "events@secretariat.example", "Portal:Mail:Host is not set")]
    [InlineData("Portal__Mail__Host", "mail.secretariat.example", "Portal:Mail:From must be")]
    [InlineData("Portal__Mail__Host", "no host", "Portal:Mail:Host is 'no host'")]
    public Task With_half_of_the_settings_for_mail(string name, string value, string message) => IsRefusedAsync(
        PortalSettings.Production(database).With(name, value),
        message);

    [Theory]
    [InlineData("Portal__Mail__Port", "70000", "Portal:Mail:Port")]
    [InlineData("Portal__Mail__User", "portal", "Portal:Mail:User and Portal:Mail:Password")]
    [InlineData("Portal__Mail__FromName", "Two\nlines", "Portal:Mail:FromName")]
    [InlineData("Portal__Mail__SendTimeoutSeconds", "0", "Portal:Mail:SendTimeoutSeconds")]
    public Task With_a_setting_for_mail_that_cannot_be(string name, string value, string message) => IsRefusedAsync(
        PortalSettings.Production(database)
            .With("Portal__Mail__Host", "mail.secretariat.example").With("Portal__Mail__From", "events@secretariat.example").With(name, value),
        message);

    [Fact]
    public Task With_a_password_for_mail_that_would_travel_in_clear() => IsRefusedAsync(
        PortalSettings.Production(database)
            .With("Portal__Mail__Host", "mail.secretariat.example").With("Portal__Mail__From", "events@secretariat.example")
            .With("Portal__Mail__User", "portal").With("Portal__Mail__Password", "secret").With("Portal__Mail__Security", "None"),
        "Portal:Mail:Security is None");

    [Fact]
    public Task Without_the_programs_of_its_own_database() => IsRefusedAsync(
        new() { ["Portal__Embedded__BinariesFolder"] = "/nowhere" },
        "/nowhere");

    [Fact]
    public async Task With_a_word_that_is_no_verb()
    {
        var run = await PortalProcess.RunAsync(["migrat"], PortalSettings.Production(database));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("There is no verb 'migrat'. Verbs: migrate, create-administrator EMAIL NAME.", run.Errors.Trim());
    }

    private static async Task IsRefusedAsync(Dictionary<string, string> settings, string message)
    {
        var run = await PortalProcess.RunAsync(_start, settings);

        Assert.True(run.Errors.Contains(message, StringComparison.Ordinal), $"Exit code {run.ExitCode}\n{run.Errors}\n{run.Output}");
        Assert.Equal(1, run.ExitCode);
        // No stack: an operator is told what to do, not where the program was.
        Assert.DoesNotContain("   at ", run.Errors + run.Output, StringComparison.Ordinal);
    }
}
