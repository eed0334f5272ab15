using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Embedded;
using ScoEvents.Data.Encryption;
using ScoEvents.Web.Security;
using Serilog;

namespace ScoEvents.Web.Hosting;

/// <summary>The database the portal works with: the server that is configured, or a private one of its own.</summary>
/// <remarks>See docs/decisions/0001-postgresql-only-and-embedded.md.</remarks>
internal sealed class PortalDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private PortalDatabase(EmbeddedPostgres? embedded, string dataFolder, string appConnection, string? ownerConnection)
    {
        _embedded = embedded;
        DataFolder = dataFolder;
        AppConnectionString = appConnection;
        OwnerConnectionString = ownerConnection;
    }

    /// <summary>Whether the server is the portal's own and stops with it.</summary>
    public bool IsEmbedded => _embedded is not null;

    /// <summary>Where the portal keeps what is not in the database.</summary>
    public string DataFolder { get; }

    /// <summary>Connects under the portal's role, which row-level security binds.</summary>
    public string AppConnectionString { get; }

    /// <summary>Connects under the owner's role; null where only the verb <c>migrate</c> is given it.</summary>
    public string? OwnerConnectionString { get; }

    /// <summary>Uses <c>ConnectionStrings:Portal</c> (and <c>:Owner</c>), or else starts the private server.</summary>
    /// <exception cref="EmbeddedPostgresException">The private server cannot run; the message says what to do.</exception>
    private static async Task<PortalDatabase> OpenAsync(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var dataFolder = DataFolderOf(builder);
        var portal = settings.GetConnectionString("Portal");
        var owner = settings.GetConnectionString("Owner");
        if (!string.IsNullOrWhiteSpace(portal) || !string.IsNullOrWhiteSpace(owner))
        {
            return new PortalDatabase(null, dataFolder, portal ?? owner!, owner);
        }

        using var logging = LoggerFactory.Create(log => log.AddSerilog());
        var embedded = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataFolder = Path.Combine(dataFolder, "postgresql"),
                Port = settings.GetValue<int?>("Portal:Embedded:Port"),
                BinariesFolder = settings["Portal:Embedded:BinariesFolder"],
                SystemUser = settings["Portal:Embedded:SystemUser"],
            },
            logging.CreateLogger("ScoEvents.Database"));
        return new PortalDatabase(embedded, dataFolder, embedded.AppConnectionString(), embedded.OwnerConnectionString());
    }

    /// <summary>As <see cref="OpenAsync"/>, but where the private server cannot run, tells the operator why and returns null.</summary>
    public static async Task<PortalDatabase?> OpenOrExplainAsync(WebApplicationBuilder builder)
    {
        try
        {
            return await OpenAsync(builder);
        }
        catch (EmbeddedPostgresException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The configured folder; in a checkout <c>.portal-data</c> at its root, elsewhere the system's place for programs' data.</summary>
    private static string DataFolderOf(WebApplicationBuilder builder)
    {
        if (builder.Configuration["Portal:DataFolder"] is { Length: > 0 } configured)
        {
            return Path.GetFullPath(configured);
        }

        for (var folder = new DirectoryInfo(builder.Environment.ContentRootPath); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ScoEvents.sln")))
            {
                return Path.Combine(folder.FullName, ".portal-data");
            }
        }

        return Environment.IsPrivilegedProcess
            ? "/var/lib/scoevents"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ScoEvents");
    }
}

internal static class PortalDatabaseModule
{
    /// <summary>Registers contexts, the cipher of single fields, and the readiness check.</summary>
    public static void AddPortalDatabase(this WebApplicationBuilder builder, PortalDatabase database)
    {
        builder.Services.AddSingleton(database);
        builder.Services.AddScoEventsData(_ => database.AppConnectionString);
        builder.Services.AddSingleton(_ => MasterKeys.Cipher(builder.Configuration, database, builder.Environment));
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
    }

    /// <summary>Whether connection string and master keys can be worked with; tells the operator what is wrong with them.</summary>
    public static async Task<bool> HasUsableDatabaseSettingsAsync(this WebApplication app)
    {
        var setting = "ConnectionStrings:Portal";
        try
        {
            app.Services.GetRequiredService<NpgsqlDataSource>();
            setting = MasterKeys.Section;
            app.Services.GetRequiredService<FieldCipher>();
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"{setting} cannot be used. {exception.Message}");
            return false;
        }
    }

    /// <summary>In the embedded and development modes: brings the database up to date. False where it cannot be reached, after saying so.</summary>
    public static async Task<bool> MigrateWhereOwnAsync(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<PortalDatabase>();
        if (database.OwnerConnectionString is not { } owner || !(database.IsEmbedded || app.Environment.IsDevelopment()))
        {
            return true;
        }

        try
        {
            await PortalMigrator.MigrateAsync(owner, app.Services.GetRequiredService<TimeProvider>(), app.Lifetime.ApplicationStopping);
            return true;
        }
        catch (NpgsqlException exception) when (exception is not PostgresException { SqlState: not PostgresErrorCodes.InvalidPassword })
        {
            await Console.Error.WriteLineAsync($"The database cannot be reached: {exception.Message} Start it, or correct ConnectionStrings:Owner.");
            return false;
        }
    }
}

/// <summary>Ready means: the database answers, is of this version, binds the portal's role by row-level security, and opens with the master keys.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<ScoEventsDbContext> contexts, DatabaseKeyRing keyRing, ILogger<DatabaseCheck> logger) : IHealthCheck
{
    private const string UnboundRole =
        """
        SELECT coalesce((SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user), true)
            OR pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'delegates'::regclass), 'USAGE') AS "Value"
        """;

    private volatile bool _isCurrent;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            if (!_isCurrent)
            {
                if ((await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                {
                    logger.LogError("The database is of an earlier version. Run: dotnet ScoEvents.Web.dll migrate");
                    return HealthCheckResult.Unhealthy();
                }

                if (await database.Database.SqlQueryRaw<bool>(UnboundRole).SingleAsync(cancellationToken))
                {
                    logger.LogError("The role of ConnectionStrings:Portal owns the tables or bypasses row-level security. Use scoevents_app.");
                    return HealthCheckResult.Unhealthy();
                }

                keyRing.GetAllElements();
                _isCurrent = true;
            }

            return await database.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
        catch (CryptographicException exception)
        {
            logger.LogError(exception, "The keys of Portal:MasterKeys do not open what is stored. Set the key that the database was written with.");
            return HealthCheckResult.Unhealthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            logger.LogWarning(exception, "The database does not answer.");
            return HealthCheckResult.Unhealthy();
        }
    }
}

/// <summary>The keys of encrypted fields: from the settings, or, with the private server, from a file beside it.</summary>
internal static class MasterKeys
{
    public const string Section = "Portal:MasterKeys";

    public static FieldCipher Cipher(IConfiguration settings, PortalDatabase database, IHostEnvironment environment)
    {
        var keys = settings.GetSection(Section).GetChildren()
            .Where(key => key.Key != "Current")
            .ToDictionary(key => key.Key, key => Convert.FromBase64String(key.Value ?? ""));
        if (keys.Count > 0)
        {
            return new FieldCipher(settings[$"{Section}:Current"] ?? keys.Keys.Order(StringComparer.Ordinal).Last(), keys);
        }

        if (!database.IsEmbedded && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"{Section} is not set. Give at least one key, for example {Section.Replace(":", "__", StringComparison.Ordinal)}__2026a=$(openssl rand -base64 32), and keep it apart from the database's back-ups.");
        }

        return new FieldCipher("local", new Dictionary<string, byte[]> { ["local"] = Convert.FromBase64String(SecretFile.ReadOrCreate(database.DataFolder, "master.key", FieldCipher.KeyLength)) });
    }
}

/// <summary>Secrets that the portal makes for itself, in files that only its own account reads.</summary>
internal static class SecretFile
{
    /// <summary>The secret of that name, made at random when there is none yet; base64 of the given number of bytes.</summary>
    public static string ReadOrCreate(string folder, string name, int bytes)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)));
        }

        return File.ReadAllText(path).Trim();
    }
}
