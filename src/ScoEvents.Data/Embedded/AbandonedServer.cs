using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ScoEvents.Data.Embedded;

/// <summary>
/// Finds and stops a server that outlived its portal. Called only while the data folder's lock is held, so a server found
/// on the cluster belongs to no living portal.
/// </summary>
internal static class AbandonedServer
{
    private static TimeSpan QuitTimeout => TimeSpan.FromSeconds(10);

    private static TimeSpan PollInterval => TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// Stops the server as at a regular end (fast shutdown), and harder only when it does not obey in time, and removes
    /// what it left behind.
    /// </summary>
    public static async Task StopAsync(PortalDataFolder folder, TimeSpan timeout, ILogger logger, CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(folder.Cluster) is not { } postmaster)
        {
            return;
        }

        if (IsServerOf(folder.Cluster, postmaster.ProcessId))
        {
            logger.LogWarning(
                "A PostgreSQL server (process {ProcessId}) was left behind by a portal that was killed; it is stopped and started anew",
                postmaster.ProcessId);
            UnixSystem.Signal(postmaster.ProcessId, UnixSystem.Interrupt);
            if (!await EndsAsync([postmaster.ProcessId], timeout, cancellationToken))
            {
                UnixSystem.Signal(postmaster.ProcessId, UnixSystem.Quit);
                if (!await EndsAsync([postmaster.ProcessId], QuitTimeout, cancellationToken))
                {
                    throw new EmbeddedPostgresException(
                        EmbeddedPostgresError.AbandonedServerRuns,
                        $"A PostgreSQL server left behind by a killed portal, process {postmaster.ProcessId}, does not stop. "
                        + $"Stop it by hand (kill -QUIT {postmaster.ProcessId}), then start the portal again.");
                }
            }
        }

        // Without their postmaster the remaining processes end by themselves, as soon as they look up from their work.
        var remaining = FindProcessesIn(folder.Cluster);
        if (remaining.Count > 0 && !await EndsAsync(remaining, QuitTimeout, cancellationToken))
        {
            remaining.ForEach(processId => UnixSystem.Signal(processId, UnixSystem.Quit));
            await EndsAsync(remaining, QuitTimeout, cancellationToken);
        }

        folder.RemoveSockets(postmaster.SocketFolder);

        // A server that crashed leaves the file. PostgreSQL copes, unless the number has gone to another process since.
        if (PostmasterFile.Read(folder.Cluster)?.ProcessId == postmaster.ProcessId && UnixSystem.Signal(postmaster.ProcessId, 0))
        {
            File.Delete(PostmasterFile.PathOf(folder.Cluster));
        }
    }

    /// <summary>
    /// Whether the process is a PostgreSQL server on this cluster; its number alone may belong to anything by now.
    /// </summary>
    public static bool IsServerOf(string cluster, int processId)
    {
        if (!IsAlive(processId))
        {
            return false;
        }

        var command = ReadCommand(processId);
        return command.Count > 0
            && Path.GetFileName(command[0]) is "postgres" or "postmaster"
            && (command.Contains(cluster) || CurrentFolder(processId) == cluster);
    }

    /// <summary>Whether the process runs; one that has ended and only waits to be collected by its parent does not.</summary>
    public static bool IsAlive(int processId)
    {
        if (Directory.Exists("/proc/self"))
        {
            try
            {
                var status = File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/stat");
                return status[(status.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
            }
            catch (IOException)
            {
                return false;
            }
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static List<string> ReadCommand(int processId)
    {
        var number = processId.ToString(CultureInfo.InvariantCulture);
        try
        {
            if (Directory.Exists("/proc/self"))
            {
                return [.. File.ReadAllText($"/proc/{number}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries)];
            }

            using var ps = Process.Start(new ProcessStartInfo("ps", ["-o", "command=", "-p", number]) { RedirectStandardOutput = true });
            return ps is null ? [] : [.. ps.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (Exception exception) when (exception is IOException or Win32Exception)
        {
            return [];
        }
    }

    private static string? CurrentFolder(int processId)
    {
        try
        {
            return new FileInfo($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/cwd").LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<int> FindProcessesIn(string cluster) =>
        Directory.Exists("/proc/self")
            ? [.. Directory.EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id > 0 && CurrentFolder(id) == cluster && IsAlive(id) && ReadCommand(id) is [var name, ..] && name.StartsWith("postgres", StringComparison.Ordinal))]
            : [];

    private static async Task<bool> EndsAsync(List<int> processIds, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (processIds.Exists(IsAlive))
        {
            if (clock.Elapsed > timeout)
            {
                return false;
            }

            await Task.Delay(PollInterval, cancellationToken);
        }

        return true;
    }
}
