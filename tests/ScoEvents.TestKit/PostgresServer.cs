using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ScoEvents.Data.Embedded;

namespace ScoEvents.TestKit;

/// <summary>
/// The PostgreSQL server that all tests of one process share: the one that <c>ConnectionStrings__Portal</c> names (a
/// superuser of a server kept for tests, whose two portal roles get new passwords), else an embedded one in a temporary
/// folder that trades durability for speed and is removed when the process ends, in whatever way it ends.
/// </summary>
public sealed class PostgresServer
{
    /// <summary>Set to the connection string of a superuser to test against a server of one's own.</summary>
    public const string ExternalServerVariable = "ConnectionStrings__Portal";

    // Waits for the end of this process, which closes the pipe, then stops the server and removes its folder.
    private const string CleanUpScript =
        """
        exec >/dev/null 2>&1
        cat
        if pid=$(head -n 1 "$1/cluster/postmaster.pid"); then
          kill -QUIT "$pid"
          tries=0
          while kill -0 "$pid" && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
        fi
        rm -rf -- "$1"
        """;

    // Held for as long as this process lives: were it collected, its pipe would close and the server be removed.
    private static Process? _cleaner;

    private readonly Func<string, string> _superuser;
    private readonly Func<string, string> _owner;
    private readonly Func<string, string> _app;

    private PostgresServer(Func<string, string> superuser, Func<string, string> owner, Func<string, string> app)
    {
        _superuser = superuser;
        _owner = owner;
        _app = app;
    }

    private static Lazy<Task<PostgresServer>> Shared { get; } = new(() => Task.Run(StartAsync));

    /// <summary>The shared server, started by whoever asks first.</summary>
    public static Task<PostgresServer> GetAsync() => Shared.Value;

    /// <summary>Durability is given up: a test's database need not survive a crash of the machine.</summary>
    public static IReadOnlyDictionary<string, string> FastSettings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        // Each test class has a database and a pool of its own.
        ["max_connections"] = "200",
    };

    /// <summary>Connection string of the server's superuser, without pooling; for arranging what no role of the portal may.</summary>
    public string SuperuserConnectionString(string database) => _superuser(database);

    /// <summary>Connection string of <c>scoevents_owner</c>, under which migrations run.</summary>
    public string OwnerConnectionString(string database) => _owner(database);

    /// <summary>Connection string of <c>scoevents_app</c>, under which the portal works.</summary>
    public string AppConnectionString(string database) => _app(database);

    /// <summary>Creates a database that <c>scoevents_owner</c> owns, with the portal's extensions.</summary>
    /// <param name="name">Any name; it is quoted.</param>
    /// <param name="template">Database to copy, to which nobody may be connected; null copies the server's empty one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task CreateDatabaseAsync(string name, string? template = null, CancellationToken cancellationToken = default)
    {
        await ExecuteAsync(
            _superuser("postgres"),
            $"CREATE DATABASE {Quote(name)} OWNER {PostgresRoles.Owner} TEMPLATE {Quote(template ?? "template1")}",
            cancellationToken);
    }

    /// <summary>Drops the database if it exists, ending whatever sessions it has.</summary>
    public async Task DropDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        foreach (var connectionString in new[] { _owner(name), _app(name) })
        {
            await using var pool = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(pool);
        }

        await ExecuteAsync(_superuser("postgres"), $"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", cancellationToken);
    }

    private static Task<PostgresServer> StartAsync() =>
        Environment.GetEnvironmentVariable(ExternalServerVariable) is { Length: > 0 } external
            ? UseExternalAsync(external)
            : StartEmbeddedAsync();

    private static async Task<PostgresServer> StartEmbeddedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("scoevents-tests-").FullName;
        RemoveWhenThisProcessEnds(folder);
        var postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataFolder = folder, Settings = FastSettings },
            NullLogger.Instance);
        return new PostgresServer(postgres.SuperuserConnectionString, postgres.OwnerConnectionString, postgres.AppConnectionString);
    }

    private static void RemoveWhenThisProcessEnds(string folder)
    {
        // Handlers of the process's exit do not run when a test host is killed, and the test platform kills slow ones.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", CleanUpScript, "sh", folder])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        _cleaner = Process.Start(start) ?? throw new InvalidOperationException("setsid did not start.");
    }

    private static async Task<PostgresServer> UseExternalAsync(string external)
    {
        var ownerPassword = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var appPassword = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        foreach (var database in new[] { "postgres", "template1" })
        {
            await using var superuser = new NpgsqlConnection(Superuser(database));
            await superuser.OpenAsync();
            if (database == "postgres")
            {
                await PostgresRoles.EnsureRolesAsync(superuser, ownerPassword, appPassword);
            }
            else
            {
                await PostgresRoles.EnsureExtensionsAsync(superuser);
            }
        }

        return new PostgresServer(
            Superuser,
            database => As(PostgresRoles.Owner, ownerPassword, database),
            database => As(PostgresRoles.App, appPassword, database));

        string Superuser(string database) =>
            new NpgsqlConnectionStringBuilder(external) { Database = database, Pooling = false }.ConnectionString;

        string As(string user, string password, string database) =>
            new NpgsqlConnectionStringBuilder(external) { Database = database, Username = user, Password = password }.ConnectionString;
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Quote(string identifier) => new NpgsqlCommandBuilder().QuoteIdentifier(identifier);
}
