using System.Globalization;
using System.Text.Json;
using Npgsql;
using ScoEvents.Data.Embedded;

namespace ScoEvents.Bench;

/// <summary>Finds the way into the private database of a portal that is running, for its own account only.</summary>
internal static class PortalDatabaseFolder
{
    /// <summary>Connection string of one of the roles <c>App</c>, <c>Owner</c>, <c>Superuser</c>.</summary>
    /// <param name="folder">The portal's data folder.</param>
    /// <param name="role">The role.</param>
    public static string ConnectionString(string folder, string role)
    {
        var root = Path.Combine(folder, "postgresql");
        using var passwords = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "passwords.json")));
        // PostgreSQL's own file: line 4 the port, 5 the folder of the socket, 6 the address, empty where it listens on the socket only.
        var server = File.ReadAllLines(Path.Combine(root, "cluster", "postmaster.pid"));
        return new NpgsqlConnectionStringBuilder
        {
            Host = server[5].Length > 0 ? server[5] : server[4],
            Port = int.Parse(server[3], CultureInfo.InvariantCulture),
            Database = PostgresRoles.Database,
            Username = role switch { "App" => PostgresRoles.App, "Owner" => PostgresRoles.Owner, _ => "postgres" },
            Password = passwords.RootElement.GetProperty(role).GetString(),
        }.ConnectionString;
    }
}
