using System.Globalization;

namespace ScoEvents.Data.Embedded;

/// <summary>The server's settings, given on its command line so that they hold whatever the cluster's own file says.</summary>
internal static class ServerSettings
{
    /// <summary>Sessions the server holds at once.</summary>
    public const int MaxConnections = 60;

    public const string LogFilePattern = "postgresql-*.log";

    public static IReadOnlyDictionary<string, string> Compose(PortalDataFolder folder, string socketFolder, EmbeddedPostgresOptions options)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["cluster_name"] = "scoevents",
            ["unix_socket_permissions"] = "0700",
            ["max_connections"] = MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["shared_buffers"] = "128MB",
            ["jit"] = "off",
            ["idle_in_transaction_session_timeout"] = "60s",
            ["password_encryption"] = "scram-sha-256",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["logging_collector"] = "on",
            ["log_directory"] = folder.Logs,
            ["log_filename"] = "postgresql-%Y%m%d-%H%M%S.log",
            ["log_rotation_age"] = "7d",
            ["log_rotation_size"] = "10MB",
            ["log_line_prefix"] = "%m [%p] %q%u@%d ",
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        // Where the server listens is decided by the port alone, never by a further setting.
        settings["listen_addresses"] = options.Port is null ? string.Empty : "127.0.0.1";
        settings["port"] = (options.Port ?? 5432).ToString(CultureInfo.InvariantCulture);
        settings["unix_socket_directories"] = options.Port is null ? $"\"{socketFolder}\"" : string.Empty;
        return settings;
    }
}
