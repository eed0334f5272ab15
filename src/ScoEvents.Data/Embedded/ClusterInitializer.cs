using System.Text;
using Microsoft.Extensions.Logging;

namespace ScoEvents.Data.Embedded;

/// <summary>
/// Makes a new database cluster beside its final place and moves it there only when complete, so that a portal killed
/// in between leaves nothing that could be taken for a database.
/// </summary>
internal sealed class ClusterInitializer(PortalDataFolder folder, ProcessLauncher launcher, PostgresBinaries binaries, ILogger logger)
{
    public async Task RunAsync(string superuserPassword, bool durable, CancellationToken cancellationToken)
    {
        logger.LogInformation("A new database is initialized in {Folder} with PostgreSQL {Version}", folder.Cluster, binaries.MajorVersion);
        var unfinished = folder.NewUnfinishedCluster();
        var passwordFile = $"{unfinished}.password";
        try
        {
            UnixSystem.CreatePrivateFolder(unfinished, launcher.Account);
            UnixSystem.WritePrivateFile(passwordFile, Encoding.ASCII.GetBytes(superuserPassword));
            UnixSystem.GiveTo(passwordFile, launcher.Account);
            var result = await launcher.RunAsync(binaries.Initdb, Arguments(unfinished, passwordFile, durable), cancellationToken);
            if (result.ExitCode != 0)
            {
                throw new EmbeddedPostgresException(
                    EmbeddedPostgresError.InitializationFailed,
                    $"A new database could not be initialized in {folder.Root}. Check free space and rights of the folder. "
                    + $"initdb ended with code {result.ExitCode} and said:\n{result.AllText}");
            }

            folder.Adopt(unfinished);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private static string[] Arguments(string cluster, string passwordFile, bool durable) =>
    [
        $"--pgdata={cluster}",
        "--username=postgres",
        $"--pwfile={passwordFile}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // ICU sorts and compares; the C library's part is the same on every machine.
        OperatingSystem.IsMacOS() ? "--locale=en_US.UTF-8" : "--locale=C.UTF-8",
        "--locale-provider=icu",
        "--icu-locale=und",
        "--data-checksums",
        .. durable ? Array.Empty<string>() : ["--no-sync"],
    ];
}
