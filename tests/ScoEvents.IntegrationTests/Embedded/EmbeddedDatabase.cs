using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ScoEvents.Data.Embedded;

namespace ScoEvents.IntegrationTests.Embedded;

/// <summary>A temporary folder for one embedded database, removed at the end of the test.</summary>
public sealed class EmbeddedDatabase : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("scoevents-embedded-");

    public EmbeddedDatabase()
    {
        Options = new EmbeddedPostgresOptions { DataFolder = Path.Combine(_temporary.FullName, "data") };
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            // As root, PostgreSQL runs under another account, which has to pass through.
            File.SetUnixFileMode(_temporary.FullName, File.GetUnixFileMode(_temporary.FullName) | UnixFileMode.OtherExecute);
        }
    }

    public EmbeddedPostgresOptions Options { get; set; }

    public string Cluster => Path.Combine(Options.DataFolder, "cluster");

    public Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(Options, NullLogger.Instance);

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> ReadAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public void Dispose() => _temporary.Delete(recursive: true);

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}
