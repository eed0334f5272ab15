using System.Net;
using System.Net.Sockets;
using ScoEvents.Data.Embedded;
using Xunit;
using static ScoEvents.IntegrationTests.Embedded.EmbeddedDatabase;

namespace ScoEvents.IntegrationTests.Embedded;

/// <summary>What stands in the way of the embedded database is named, and no data is touched.</summary>
public sealed class EmbeddedPostgresRefusalTests : IDisposable
{
    private readonly EmbeddedDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_port_in_use_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        _database.Options = _database.Options with { Port = port };

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.PortInUse, refusal.Code);
        Assert.Contains($"port {port}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_server_is_refused_and_the_way_to_install_it_named()
    {
        _database.Options = _database.Options with { BinariesFolder = "/nonexistent" };

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.BinariesMissing, refusal.Code);
        Assert.Contains("apt-get install postgresql", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Portal", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_a_major_version_that_is_not_installed_is_refused_and_kept()
    {
        await using (await _database.StartAsync())
        {
        }

        var versionFile = Path.Combine(_database.Cluster, "PG_VERSION");
        await File.WriteAllTextAsync(versionFile, "9\n");

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.OtherMajorVersion, refusal.Code);
        Assert.Equal("9\n", await File.ReadAllTextAsync(versionFile));
    }

    [Fact]
    public async Task A_second_portal_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        await using var first = await _database.StartAsync();

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.FolderInUse, refusal.Code);
        Assert.Equal(1, await ReadAsync<int>(first.AppConnectionString(), "SELECT 1"));
    }

    [Fact]
    public async Task A_folder_with_foreign_files_in_place_of_the_database_is_refused_and_kept()
    {
        Directory.CreateDirectory(_database.Cluster);
        var foreign = Path.Combine(_database.Cluster, "thesis.txt");
        await File.WriteAllTextAsync(foreign, "the only copy");

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.FolderUnusable, refusal.Code);
        Assert.Equal("the only copy", await File.ReadAllTextAsync(foreign));
    }

    [Fact]
    public async Task A_data_folder_behind_a_closed_one_is_refused_to_a_portal_run_by_root()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return;
        }

        var closed = Directory.CreateDirectory(_database.Options.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _database.Options = _database.Options with { DataFolder = Path.Combine(closed.FullName, "inner") };

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.FolderUnusable, refusal.Code);
        Assert.Contains($"{closed.FullName} is closed to it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_its_passwords_is_refused_and_kept()
    {
        await using (await _database.StartAsync())
        {
        }

        File.Delete(Path.Combine(_database.Options.DataFolder, "passwords.json"));

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.PasswordsMissing, refusal.Code);
        Assert.True(File.Exists(Path.Combine(_database.Cluster, "PG_VERSION")));
    }

    [Fact]
    public async Task A_setting_the_server_does_not_know_is_quoted_from_its_log()
    {
        _database.Options = _database.Options with { Settings = new Dictionary<string, string> { ["no_such_setting"] = "1" } };

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.StartFailed, refusal.Code);
        Assert.Contains("no_such_setting", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_takes_too_long_is_given_up()
    {
        await using (await _database.StartAsync())
        {
        }

        _database.Options = _database.Options with { StartTimeout = TimeSpan.Zero };

        var refusal = await RefusalAsync();

        Assert.Equal(EmbeddedPostgresError.StartTimedOut, refusal.Code);
        Assert.False(File.Exists(Path.Combine(_database.Cluster, "postmaster.pid")));
    }

    private async Task<EmbeddedPostgresException> RefusalAsync() =>
        await Assert.ThrowsAsync<EmbeddedPostgresException>(async () =>
        {
            await using var postgres = await _database.StartAsync();
        });
}
