using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Hosting;

public sealed class MigrateVerbTests : IAsyncLifetime
{
    private readonly string _name = $"verb_{Guid.CreateVersion7():N}";
    private PostgresServer? _server;

    [Fact]
    public async Task It_fills_an_empty_database_and_leaves_a_full_one_as_it_is()
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Owner"] = _server!.OwnerConnectionString(_name),
        };

        var first = await PortalProcess.RunAsync(["migrate"], settings);
        var second = await PortalProcess.RunAsync(["migrate"], settings);

        Assert.Equal((0, "The database is up to date.", ""), (first.ExitCode, first.Output.Trim(), first.Errors));
        Assert.Equal((0, "The database is up to date.", ""), (second.ExitCode, second.Output.Trim(), second.Errors));
    }

    [Fact]
    public async Task Without_the_owners_connection_it_says_what_to_set()
    {
        var run = await PortalProcess.RunAsync(["migrate"], new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Portal"] = _server!.AppConnectionString(_name),
        });

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Set ConnectionStrings__Owner to a connection under the role that owns the database.", run.Errors.Trim());
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_in_plain_words()
    {
        var run = await PortalProcess.RunAsync(["migrate"], new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Owner"] = "Host=127.0.0.1;Port=1;Database=none;Username=none;Password=canary-4711",
        });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("127.0.0.1", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-4711", run.Errors + run.Output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _server = await PostgresServer.GetAsync();
        await _server.CreateDatabaseAsync(_name);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => _server!.DropDatabaseAsync(_name);
}
