namespace ScoEvents.Data.Embedded;

/// <summary>Where and how the portal keeps the private PostgreSQL that it runs when no connection string is set.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// Folder that holds the database, its log and its passwords; created when missing, one portal at a time.
    /// A relative path counts from the current directory.
    /// </summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder with <c>postgres</c> and <c>initdb</c>; null searches PATH and the usual places of packages.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>TCP port on 127.0.0.1, 1 to 65535; null opens no port at all, only a Unix socket in a private folder.</summary>
    public int? Port { get; init; }

    /// <summary>
    /// Account that PostgreSQL runs under when the portal runs as root, which PostgreSQL refuses to do; null takes the
    /// owner of an existing database, else <c>postgres</c>, else <c>nobody</c>. Without root it is not used.
    /// </summary>
    public string? SystemUser { get; init; }

    /// <summary>Server settings that add to or override the portal's own, for example <c>fsync</c> = <c>off</c> in tests.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long the server may take until it accepts connections, crash recovery included; default 60 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
