using System.Net;
using ScoEvents.IntegrationTests.Hosting;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Account;

public sealed class AdministratorTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Verb = "create-administrator";

    [Fact]
    public async Task The_first_administrator_is_made_on_the_command_line_and_can_sign_in()
    {
        var run = await RunAsync("first@portal.example", TestAccounts.Password, "Anna", "Orlova");

        Assert.Equal((0, "The administrator can sign in.", ""), (run.ExitCode, run.Output.Trim(), run.Errors));
        await using var portal = await PortalProcess.StartAsync(PortalSettings.Production(database));
        using var client = new PortalClient(portal.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await client.SignInAsync("First@Portal.example", TestAccounts.Password)).StatusCode);
        Assert.True(await client.IsSignedInAsync());
        Assert.Equal("Administrator", await database.ScalarAsync(
            "SELECT role FROM grants JOIN users ON users.id = grants.user_id WHERE email = 'first@portal.example' AND display_name = 'Anna Orlova'"));
    }

    [Theory]
    [InlineData("eleven char")]
    [InlineData("")]
    public async Task A_short_password_is_refused(string password)
    {
        var run = await RunAsync("short@portal.example", password, "Anna");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("12 characters", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("short@portal.example"));
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_no_second_one()
    {
        await RunAsync("twice@portal.example", TestAccounts.Password, "Anna");

        var run = await RunAsync("Twice@portal.example", TestAccounts.Password, "Boris");

        Assert.Equal((1, "There is an account with this mail address already."), (run.ExitCode, run.Errors.Trim()));
        Assert.Equal(1L, await CountAsync("twice@portal.example"));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b\u0007c.example")]
    public async Task What_is_no_mail_address_is_refused(string email)
    {
        var run = await RunAsync(email, TestAccounts.Password, "Anna");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(0L, await CountAsync(email));
    }

    [Fact]
    public async Task A_name_is_needed()
    {
        var run = await PortalProcess.RunAsync([Verb, "nameless@portal.example"], Settings(), TestAccounts.Password);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Usage: create-administrator", run.Errors, StringComparison.Ordinal);
    }

    private Task<PortalRun> RunAsync(string email, string password, params string[] names) =>
        PortalProcess.RunAsync([Verb, email, .. names], Settings(), password + "\n");

    private Dictionary<string, string> Settings() =>
        PortalSettings.Production(database).With("ConnectionStrings__Owner", database.OwnerConnectionString);

    private async Task<object?> CountAsync(string email) =>
        await database.ScalarAsync($"SELECT count(*) FROM users WHERE normalized_email = '{email.ToUpperInvariant()}'");
}
