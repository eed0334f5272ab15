using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace ScoEvents.Data.Embedded;

/// <summary>One installed PostgreSQL server: the folder of its programs and its major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int MajorVersion)
{
    public const int OldestMajorVersion = 15;

    private const string HowToInstall =
        "Install it (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install postgresql-server postgresql-contrib; "
        + "macOS: brew install postgresql@17), name the folder of its programs in the setting BinariesFolder, "
        + "or set ConnectionStrings:Portal to use a PostgreSQL server of your own.";

    public string Postgres => Path.Combine(Folder, "postgres");

    public string Initdb => Path.Combine(Folder, "initdb");

    /// <summary>
    /// Finds the newest usable server; for an existing database only one of its own major version is usable.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(
        string? configuredFolder,
        int? clusterVersion,
        ProcessLauncher launcher,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        List<PostgresBinaries> found = [];
        foreach (var folder in configuredFolder is null ? CandidateFolders() : [Path.GetFullPath(configuredFolder)])
        {
            if (File.Exists(Path.Combine(folder, "postgres"))
                && File.Exists(Path.Combine(folder, "initdb"))
                && await ReadMajorVersionAsync(folder, launcher, logger, cancellationToken) is { } version)
            {
                found.Add(new PostgresBinaries(folder, version));
            }
        }

        var usable = found.Where(binaries => binaries.MajorVersion >= OldestMajorVersion).MaxBy(binaries => binaries.MajorVersion);
        if (usable is null)
        {
            var tooOld = found.MaxBy(binaries => binaries.MajorVersion);
            var what = tooOld is null
                ? configuredFolder is null
                    ? "No PostgreSQL server was found on this machine."
                    : $"There is no PostgreSQL server in the configured folder {configuredFolder}."
                : $"Only PostgreSQL {tooOld.MajorVersion} was found, in {tooOld.Folder}; the portal needs {OldestMajorVersion} or newer.";
            throw new EmbeddedPostgresException(EmbeddedPostgresError.BinariesMissing, $"{what} {HowToInstall}");
        }

        if (clusterVersion is null)
        {
            return usable;
        }

        return found.Find(binaries => binaries.MajorVersion == clusterVersion)
            ?? throw new EmbeddedPostgresException(
                EmbeddedPostgresError.OtherMajorVersion,
                $"The portal's data folder was made by PostgreSQL {clusterVersion}, and only version "
                + $"{string.Join(", ", found.Select(binaries => binaries.MajorVersion).Distinct().Order())} is installed. "
                + $"Install version {clusterVersion} beside it (Debian, Ubuntu: apt-get install postgresql-{clusterVersion}), "
                + "convert the data with pg_upgrade, or choose another, empty data folder. Nothing was changed.");
    }

    private static IEnumerable<string> CandidateFolders()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted);
        return onPath
            .Concat(VersionFolders("/usr/lib/postgresql", "*"))
            .Concat(VersionFolders("/usr", "pgsql-*"))
            .Concat(VersionFolders("/opt/homebrew/opt", "postgresql@*"))
            .Concat(VersionFolders("/usr/local/opt", "postgresql@*"))
            .Concat(VersionFolders("/Applications/Postgres.app/Contents/Versions", "*"))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> VersionFolders(string parent, string pattern) =>
        Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, pattern).Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static async Task<int?> ReadMajorVersionAsync(
        string folder,
        ProcessLauncher launcher,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var result = await launcher.RunAsync(Path.Combine(folder, "postgres"), ["--version"], cancellationToken);
        var match = VersionPattern().Match(result.Output);
        if (result.ExitCode == 0 && match.Success)
        {
            return int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        logger.LogWarning("The PostgreSQL server in {Folder} is passed over, it does not tell its version: {Output}", folder, result.AllText);
        return null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionPattern();
}
