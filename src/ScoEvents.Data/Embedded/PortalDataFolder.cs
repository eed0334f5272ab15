using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ScoEvents.Data.Embedded;

/// <summary>
/// The folder of one embedded database, locked for one portal as long as this object lives:
/// <c>cluster</c> (PostgreSQL's own), <c>log</c>, <c>socket</c>, <c>passwords.json</c>, <c>portal.lock</c>.
/// </summary>
internal sealed class PortalDataFolder : IDisposable
{
    // Linux allows 108 bytes with the closing zero, other systems 104.
    private const int LongestSocketPath = 103;
    private const string TemporaryPrefix = "scoevents-socket-";
    private const string UnfinishedPrefix = "cluster.initializing-";

    // What a file locked by another process answers with.
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMacOS = 35;

    private readonly FileStream _lock;

    private PortalDataFolder(string path, FileStream lockFile)
    {
        Root = path;
        _lock = lockFile;
    }

    public string Root { get; }

    public string Cluster => ClusterOf(Root);

    public string Logs => Path.Combine(Root, "log");

    public string PasswordFile => Path.Combine(Root, "passwords.json");

    /// <summary>Major version of the database in the folder; null when there is none yet.</summary>
    /// <exception cref="EmbeddedPostgresException">The cluster folder holds something that is no complete database.</exception>
    public int? ClusterVersion
    {
        get
        {
            if (!Directory.Exists(Cluster) || !Directory.EnumerateFileSystemEntries(Cluster).Any())
            {
                return null;
            }

            var versionFile = Path.Combine(Cluster, "PG_VERSION");
            if (File.Exists(versionFile)
                && File.Exists(Path.Combine(Cluster, "global", "pg_control"))
                && int.TryParse(File.ReadAllText(versionFile), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var version))
            {
                return version;
            }

            throw new EmbeddedPostgresException(
                EmbeddedPostgresError.FolderUnusable,
                $"{Cluster} has files in it and is not a complete PostgreSQL database. "
                + "Restore it from a backup, or move the folder away to begin with an empty database. Nothing was changed.");
        }
    }

    public static string ClusterOf(string dataFolder) => Path.Combine(dataFolder, "cluster");

    /// <summary>Creates the folder when missing and locks it.</summary>
    public static PortalDataFolder Open(string path)
    {
        var root = Path.GetFullPath(path);
        try
        {
            if (!Directory.Exists(root))
            {
                Directory.CreateDirectory(root);
                UnixSystem.SetMode(root, UnixSystem.OnlyOwner);
            }

            return new PortalDataFolder(root, OpenLock(root));
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresError.FolderUnusable,
                $"The data folder {root} cannot be written: {exception.Message} "
                + "Start the portal under the account that owns the folder, free space on its disk, or choose another folder.",
                exception);
        }
    }

    /// <summary>Moves a completely initialized cluster to its place in one step.</summary>
    public void Adopt(string initializedCluster)
    {
        if (Directory.Exists(Cluster))
        {
            // Only an empty folder can be here, and only an empty one is deleted by this call.
            Directory.Delete(Cluster, recursive: false);
        }

        Directory.Move(initializedCluster, Cluster);
    }

    public string NewUnfinishedCluster() => Path.Combine(Root, UnfinishedPrefix + Guid.NewGuid().ToString("N"));

    /// <summary>
    /// Removes what an interrupted initialization left. Such a folder gets its final name only when complete, so it never
    /// held data; one that a server has run on is left alone all the same.
    /// </summary>
    public void RemoveUnfinishedClusters(ILogger logger)
    {
        foreach (var unfinished in Directory.EnumerateDirectories(Root, UnfinishedPrefix + "*").ToList())
        {
            if (File.Exists(Path.Combine(unfinished, "postmaster.opts")))
            {
                logger.LogWarning("{Folder} is named like an unfinished database, but a server has run on it: it is left alone", unfinished);
                continue;
            }

            logger.LogInformation("Initialization of the database was interrupted and is done anew; {Folder} is removed", unfinished);
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException exception)
            {
                // An initdb that outlived its portal may still write here; the next start finds the folder again.
                logger.LogWarning(exception, "{Folder} could not be removed yet", unfinished);
            }
        }

        foreach (var passwordFile in Directory.EnumerateFiles(Root, UnfinishedPrefix + "*").ToList())
        {
            File.Delete(passwordFile);
        }
    }

    /// <summary>Prepares the folders that the server's account needs to enter and write.</summary>
    public async Task OpenToAsync(ProcessLauncher launcher, CancellationToken cancellationToken)
    {
        if (launcher.Account is { } account)
        {
            UnixSystem.SetMode(Root, UnixSystem.GetMode(Root) | UnixSystem.OthersMayEnter);
            await RequireTraversableAsync(launcher, account, cancellationToken);
        }

        UnixSystem.CreatePrivateFolder(Logs, launcher.Account);
    }

    /// <summary>
    /// A private folder for the server's socket: in the data folder, or a short one under the temporary folder where the
    /// address of the socket would be too long for the operating system or would be misread in a connection string.
    /// </summary>
    public string CreateSocketFolder(UnixAccount? account)
    {
        var folder = Path.Combine(Root, "socket");
        var socket = Path.Combine(folder, ".s.PGSQL.65535");
        if (System.Text.Encoding.UTF8.GetByteCount(socket) <= LongestSocketPath && socket.IndexOfAny([',', ':', '"', '\\']) < 0)
        {
            UnixSystem.CreatePrivateFolder(folder, account);
            return folder;
        }

        var temporary = Directory.CreateTempSubdirectory(TemporaryPrefix).FullName;
        UnixSystem.GiveTo(temporary, account);
        return temporary;
    }

    /// <summary>
    /// Removes sockets that a crashed server left, which the next one would take for those of a living server. Only in
    /// folders made here: a server started by hand may name a folder that others use too.
    /// </summary>
    public void RemoveSockets(string socketFolder)
    {
        if (!Directory.Exists(socketFolder) || !(IsTemporary(socketFolder) || Path.GetDirectoryName(socketFolder) == Root))
        {
            return;
        }

        foreach (var socket in Directory.EnumerateFiles(socketFolder, ".s.PGSQL.*").ToList())
        {
            File.Delete(socket);
        }
    }

    /// <summary>Removes a socket folder under the temporary folder; the one in the data folder stays.</summary>
    public void RemoveTemporarySocketFolder(string socketFolder)
    {
        RemoveSockets(socketFolder);
        if (IsTemporary(socketFolder) && Directory.Exists(socketFolder))
        {
            Directory.Delete(socketFolder, recursive: false);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static bool IsTemporary(string socketFolder) =>
        Path.GetFileName(socketFolder).StartsWith(TemporaryPrefix, StringComparison.Ordinal);

    private static FileStream OpenLock(string root)
    {
        try
        {
            return new FileStream(Path.Combine(root, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is WouldBlockOnLinux or WouldBlockOnMacOS)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresError.FolderInUse,
                $"Another portal is using the data folder {root}. Stop it first, or give this one a data folder of its own.",
                exception);
        }
    }

    private async Task RequireTraversableAsync(ProcessLauncher launcher, UnixAccount account, CancellationToken cancellationToken)
    {
        if (await MayEnterAsync(Root))
        {
            return;
        }

        var ancestors = new Stack<string>();
        for (var parent = Path.GetDirectoryName(Root); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            ancestors.Push(parent);
        }

        var closed = Root;
        foreach (var ancestor in ancestors)
        {
            if (!await MayEnterAsync(ancestor))
            {
                closed = ancestor;
                break;
            }
        }

        throw new EmbeddedPostgresException(
            EmbeddedPostgresError.FolderUnusable,
            $"The portal runs as root, so PostgreSQL runs under the account {account.Name}, which cannot reach the data folder {Root}: "
            + $"{closed} is closed to it. Allow entering (chmod o+x '{closed}'), choose a data folder elsewhere "
            + "(for example /var/lib/scoevents), or start the portal as an ordinary user.");

        async Task<bool> MayEnterAsync(string folder) =>
            (await launcher.RunAsync("test", ["-x", folder], cancellationToken)).ExitCode == 0;
    }
}
