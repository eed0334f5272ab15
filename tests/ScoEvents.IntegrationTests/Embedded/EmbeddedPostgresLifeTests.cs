using System.Diagnostics;
using System.Globalization;
using Npgsql;
using ScoEvents.Data.Embedded;
using Xunit;
using static ScoEvents.IntegrationTests.Embedded.EmbeddedDatabase;

namespace ScoEvents.IntegrationTests.Embedded;

/// <summary>What the embedded database keeps, whatever happens to the portal.</summary>
public sealed class EmbeddedPostgresLifeTests : IDisposable
{
    private const string WriteState = "CREATE TABLE state (code text); INSERT INTO state VALUES ('KZ')";
    private const string ReadState = "SELECT code FROM state";

    private readonly EmbeddedDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Data_is_still_there_at_the_next_start()
    {
        await using (var first = await _database.StartAsync())
        {
            await ExecuteAsync(first.OwnerConnectionString(), WriteState);
        }

        await using var second = await _database.StartAsync();

        Assert.Equal("KZ", await ReadAsync<string>(second.OwnerConnectionString(), ReadState));
    }

    [Fact]
    public async Task The_server_ends_with_the_portal()
    {
        int processId;
        await using (var postgres = await _database.StartAsync())
        {
            processId = postgres.ProcessId;
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(processId));
        Assert.False(File.Exists(Path.Combine(_database.Cluster, "postmaster.pid")));
    }

    [Fact]
    public async Task Data_is_still_there_after_the_portal_was_killed()
    {
        int abandoned;
        using (var host = StartHost())
        {
            abandoned = int.Parse((await host.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            await ExecuteAsync((await host.StandardOutput.ReadLineAsync())!, WriteState);
            host.Kill();
            await host.WaitForExitAsync();
        }

        Assert.False(Process.GetProcessById(abandoned).HasExited);

        await using var next = await _database.StartAsync();

        Assert.NotEqual(abandoned, next.ProcessId);
        Assert.Equal("KZ", await ReadAsync<string>(next.OwnerConnectionString(), ReadState));
    }

    [Fact]
    public async Task Data_is_still_there_after_portal_and_server_were_killed()
    {
        using (var host = StartHost())
        {
            var server = int.Parse((await host.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            await ExecuteAsync((await host.StandardOutput.ReadLineAsync())!, WriteState);
            host.Kill();
            await host.WaitForExitAsync();
            Process.GetProcessById(server).Kill();
        }

        await using var next = await _database.StartAsync();

        Assert.Equal("KZ", await ReadAsync<string>(next.OwnerConnectionString(), ReadState));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("a-name-so-long-that-the-socket-has-to-be-in-another-folder-for-its-address-to-be-short-enough")]
    public async Task A_server_that_ends_on_its_own_is_started_again(string folder)
    {
        _database.Options = _database.Options with { DataFolder = Path.Combine(_database.Options.DataFolder, folder) };
        await using var postgres = await _database.StartAsync();
        await ExecuteAsync(postgres.OwnerConnectionString(), WriteState);
        using var killed = Process.GetProcessById(postgres.ProcessId);

        killed.Kill();
        await killed.WaitForExitAsync();

        Assert.Equal("KZ", await ReadWhenBackAsync(postgres.OwnerConnectionString()));
    }

    [Fact]
    public async Task A_process_that_got_the_number_of_a_crashed_server_is_left_alone()
    {
        await using (var first = await _database.StartAsync())
        {
            await ExecuteAsync(first.OwnerConnectionString(), WriteState);
        }

        using var bystander = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        await File.WriteAllTextAsync(
            Path.Combine(_database.Cluster, "postmaster.pid"),
            $"{bystander.Id.ToString(CultureInfo.InvariantCulture)}\n{_database.Cluster}\n0\n5432\n\n\n\nready\n");

        await using var second = await _database.StartAsync();

        Assert.Equal("KZ", await ReadAsync<string>(second.OwnerConnectionString(), ReadState));
        Assert.False(bystander.HasExited);
        bystander.Kill();
    }

    [Fact]
    public async Task An_interrupted_initialization_is_done_anew()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(_database.Options.DataFolder, "cluster.initializing-1"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "15\n");
        await File.WriteAllTextAsync($"{unfinished.FullName}.password", "secret");

        await using var postgres = await _database.StartAsync();

        Assert.Equal(1, await ReadAsync<int>(postgres.OwnerConnectionString(), "SELECT 1"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_database.Options.DataFolder, "cluster.initializing*"));
    }

    [Fact]
    public async Task The_socket_moves_to_a_short_folder_when_its_address_would_be_too_long()
    {
        _database.Options = _database.Options with { DataFolder = Path.Combine(_database.Options.DataFolder, new string('d', 100)) };
        string socketFolder;
        await using (var postgres = await _database.StartAsync())
        {
            socketFolder = new NpgsqlConnectionStringBuilder(postgres.AppConnectionString()).Host!;

            Assert.Equal(1, await ReadAsync<int>(postgres.AppConnectionString(), "SELECT 1"));
        }

        Assert.False(Directory.Exists(socketFolder));
    }

    private static async Task<string> ReadWhenBackAsync(string connectionString)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                return await ReadAsync<string>(connectionString, ReadState);
            }
            catch (NpgsqlException) when (!timeout.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    private Process StartHost() => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(EmbeddedHostProgram).Assembly.Location, _database.Options.DataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
}
