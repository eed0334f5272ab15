using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ScoEvents.Data.Embedded;

/// <summary>
/// A private PostgreSQL server, run from the binaries on the machine in a data folder of the portal's own, for a portal
/// without a connection string and for the tests. It lives as long as this object; its data outlives both, also a
/// <c>kill -9</c> of the portal. When the server ends on its own it is started again.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const int SocketPortNumber = 5432;
    private const string Loopback = "127.0.0.1";

    private readonly PortalDataFolder _folder;
    private readonly ServerProcess _server;
    private readonly ClusterPasswords _passwords;
    private readonly string _host;
    private readonly int _port;
    private readonly string _socketFolder;
    private readonly CancellationTokenSource _stopping = new();
    private Task _supervision = Task.CompletedTask;
    private int _disposed;

    private EmbeddedPostgres(
        PortalDataFolder folder,
        ServerProcess server,
        ClusterPasswords passwords,
        string socketFolder,
        int? port)
    {
        _folder = folder;
        _server = server;
        _passwords = passwords;
        _socketFolder = socketFolder;
        _host = port is null ? socketFolder : Loopback;
        _port = port ?? SocketPortNumber;
    }

    /// <summary>Process id of the server; another one after it had to be started again.</summary>
    public int ProcessId => _server.ProcessId;

    /// <summary>Absolute path of the data folder.</summary>
    public string DataFolder => _folder.Root;

    /// <summary>
    /// Starts the server, initializing the data folder at the first start, and ensures roles, database and extensions.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">Any cause a person can remove, with what to do about it.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options,
        ILogger logger,
        CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresError.SystemNotSupported,
                "The embedded PostgreSQL runs on Linux and macOS only. Set ConnectionStrings:Portal to use a PostgreSQL server of your own.");
        }

        var clock = Stopwatch.StartNew();
        var folder = PortalDataFolder.Open(options.DataFolder);
        EmbeddedPostgres? postgres = null;
        try
        {
            var launcher = await ProcessLauncher.CreateAsync(options.SystemUser, folder.Cluster, cancellationToken);
            await folder.OpenToAsync(launcher, cancellationToken);
            var binaries = await PostgresBinaries.FindAsync(
                options.BinariesFolder, folder.ClusterVersion, launcher, logger, cancellationToken);
            var passwords = ClusterPasswords.LoadOrCreate(folder);

            var abandoned = PostmasterFile.Read(folder.Cluster);
            await AbandonedServer.StopAsync(folder, options.StartTimeout, logger, cancellationToken);
            folder.RemoveTemporarySocketFolder(abandoned?.SocketFolder ?? string.Empty);
            folder.RemoveUnfinishedClusters(logger);
            if (folder.ClusterVersion is null)
            {
                var durable = options.Settings.GetValueOrDefault("fsync") != "off";
                await new ClusterInitializer(folder, launcher, binaries, logger).RunAsync(passwords.Superuser, durable, cancellationToken);
            }

            RequireFreePort(options.Port);
            var socketFolder = folder.CreateSocketFolder(launcher.Account);
            var settings = ServerSettings.Compose(folder, socketFolder, options);
            var server = new ServerProcess(folder, launcher, binaries, settings, options, logger);
            postgres = new EmbeddedPostgres(folder, server, passwords, socketFolder, options.Port);
            await server.StartAsync(cancellationToken);
            await postgres.EnsureContentAsync(cancellationToken);
            postgres._supervision = server.SuperviseAsync(postgres._stopping.Token);
            logger.LogInformation(
                "Embedded PostgreSQL {Version} runs on {DataFolder}, ready after {Elapsed} ms",
                binaries.MajorVersion, folder.Root, clock.ElapsedMilliseconds);
            return postgres;
        }
        catch (Exception exception)
        {
            if (postgres is not null)
            {
                await postgres.DisposeAsync();
            }

            folder.Dispose();
            if (exception is UnauthorizedAccessException)
            {
                throw new EmbeddedPostgresException(
                    EmbeddedPostgresError.FolderUnusable,
                    $"The data folder {folder.Root} is not open to this account: {exception.Message} "
                    + "Start the portal under the account that it was first started under, or choose another data folder.",
                    exception);
            }

            throw;
        }
    }

    /// <summary>Connection string of the role that the portal works under; it is neither owner nor able to pass row-level security.</summary>
    /// <remarks>Its pool leaves room below the server's limit for the owner's connections: beyond it callers wait instead of failing.</remarks>
    public string AppConnectionString(string database = PostgresRoles.Database)
    {
        var description = Describe(database, PostgresRoles.App, _passwords.App);
        description.MaxPoolSize = ServerSettings.MaxConnections * 2 / 3;
        return description.ConnectionString;
    }

    /// <summary>Connection string of the role that owns the database, for migrations and for creating databases in tests.</summary>
    public string OwnerConnectionString(string database = PostgresRoles.Database) =>
        Describe(database, PostgresRoles.Owner, _passwords.Owner).ConnectionString;

    /// <summary>Connection string of the cluster's superuser, without pooling; for setting up and for tests only.</summary>
    public string SuperuserConnectionString(string database = Superuser)
    {
        var description = Describe(database, Superuser, _passwords.Superuser);
        description.Pooling = false;
        return description.ConnectionString;
    }

    /// <summary>Stops the server as its fast shutdown does (sessions end, all data is written), and frees the data folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _supervision;
        await _server.StopAsync();
        _folder.RemoveTemporarySocketFolder(_socketFolder);
        _folder.Dispose();
        _stopping.Dispose();
    }

    private static void RequireFreePort(int? port)
    {
        if (port is null)
        {
            return;
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port.Value);
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresError.PortInUse,
                $"The port {port} on {Loopback}, configured for the embedded PostgreSQL, cannot be opened: {exception.Message}. "
                + $"Stop the program that uses it (ss -ltnp 'sport = :{port}' names it), configure another port, "
                + "or configure none: the portal then uses a socket in its data folder.",
                exception);
        }
    }

    private NpgsqlConnectionStringBuilder Describe(string database, string user, string password) => new()
    {
        Host = _host,
        Port = _port,
        Database = database,
        Username = user,
        Password = password,
        ApplicationName = "ScoEvents",
    };

    private async Task EnsureContentAsync(CancellationToken cancellationToken)
    {
        await using (var superuser = new NpgsqlConnection(SuperuserConnectionString()))
        {
            await superuser.OpenAsync(cancellationToken);
            await PostgresRoles.EnsureRolesAsync(superuser, _passwords.Owner, _passwords.App, cancellationToken);
        }

        // The template comes before the database, which is copied from it.
        await EnsureExtensionsAsync("template1", cancellationToken);
        await using (var superuser = new NpgsqlConnection(SuperuserConnectionString()))
        {
            await superuser.OpenAsync(cancellationToken);
            await PostgresRoles.EnsureDatabaseAsync(superuser, cancellationToken);
        }

        await EnsureExtensionsAsync(PostgresRoles.Database, cancellationToken);
    }

    private async Task EnsureExtensionsAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString(database));
        await connection.OpenAsync(cancellationToken);
        await PostgresRoles.EnsureExtensionsAsync(connection, cancellationToken);
    }
}
