using Npgsql;

namespace ScoEvents.Data.Embedded;

/// <summary>
/// The two roles that the portal works with, and the extensions that its migrations expect to be able to create.
/// </summary>
public static class PostgresRoles
{
    /// <summary>Owns the database and runs its migrations; may create databases; sees no more than row-level security lets it.</summary>
    public const string Owner = "scoevents_owner";

    /// <summary>The portal's own role: may sign in, owns nothing, cannot pass row-level security.</summary>
    public const string App = "scoevents_app";

    /// <summary>The portal's database.</summary>
    public const string Database = "scoevents";

    private const string UndefinedFile = "58P01";
    private const string FeatureNotSupported = "0A000";

    /// <summary>Extensions that every database of the portal has: equality in exclusion constraints, similarity, spelling without marks.</summary>
    public static IReadOnlyList<string> Extensions { get; } = ["btree_gist", "pg_trgm", "unaccent"];

    /// <summary>
    /// Creates both roles or brings attributes and passwords of existing ones to what they must be. Needs a superuser's connection.
    /// </summary>
    public static async Task EnsureRolesAsync(
        NpgsqlConnection superuser,
        string ownerPassword,
        string appPassword,
        CancellationToken cancellationToken = default)
    {
        // A failed statement would otherwise reach the server's log together with the password in it.
        await ExecuteAsync(superuser, "SET log_min_error_statement = 'panic'; SET log_statement = 'none'", cancellationToken);
        await EnsureRoleAsync(superuser, Owner, "CREATEDB", ownerPassword, cancellationToken);
        await EnsureRoleAsync(superuser, App, "NOCREATEDB", appPassword, cancellationToken);
    }

    /// <summary>Creates the extensions in the database that the connection leads to; those that exist are left as they are.</summary>
    /// <exception cref="EmbeddedPostgresException"><see cref="EmbeddedPostgresError.ExtensionMissing"/>: not installed beside the server.</exception>
    public static async Task EnsureExtensionsAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default)
    {
        foreach (var extension in Extensions)
        {
            try
            {
                await ExecuteAsync(connection, $"CREATE EXTENSION IF NOT EXISTS {extension}", cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState is UndefinedFile or FeatureNotSupported)
            {
                throw new EmbeddedPostgresException(
                    EmbeddedPostgresError.ExtensionMissing,
                    $"The PostgreSQL extension {extension} is not installed beside the server. "
                    + "Install PostgreSQL's own additional modules (Fedora: dnf install postgresql-contrib).",
                    exception);
            }
        }
    }

    /// <summary>Creates the portal's database when missing, owned by <see cref="Owner"/> and closed to all but both roles.</summary>
    internal static async Task EnsureDatabaseAsync(NpgsqlConnection superuser, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", superuser)
        {
            Parameters = { new() { Value = Database } },
        };
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await ExecuteAsync(superuser, $"CREATE DATABASE {Database} OWNER {Owner}", cancellationToken);
        }

        await ExecuteAsync(
            superuser,
            $"REVOKE ALL ON DATABASE {Database} FROM PUBLIC; GRANT CONNECT ON DATABASE {Database} TO {App}",
            cancellationToken);
    }

    private static async Task EnsureRoleAsync(
        NpgsqlConnection superuser,
        string role,
        string mayCreateDatabases,
        string password,
        CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_roles WHERE rolname = $1", superuser)
        {
            Parameters = { new() { Value = role } },
        };
        var verb = await exists.ExecuteScalarAsync(cancellationToken) is null ? "CREATE" : "ALTER";
        await ExecuteAsync(
            superuser,
            $"{verb} ROLE {role} LOGIN NOSUPERUSER {mayCreateDatabases} NOCREATEROLE NOREPLICATION NOBYPASSRLS "
            + $"PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'",
            cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
