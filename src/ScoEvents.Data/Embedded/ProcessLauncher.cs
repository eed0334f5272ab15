using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ScoEvents.Data.Embedded;

/// <summary>
/// Starts programs of PostgreSQL with an empty environment and, when the portal runs as root, under an unprivileged account.
/// </summary>
internal sealed class ProcessLauncher
{
    private const string SystemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private ProcessLauncher(UnixAccount? account)
    {
        Account = account;
    }

    /// <summary>The account that programs are switched to; null when they run under the portal's own.</summary>
    public UnixAccount? Account { get; }

    /// <summary>Chooses the account: none without root, else the configured one, the owner of the cluster, postgres or nobody.</summary>
    public static async Task<ProcessLauncher> CreateAsync(string? systemUser, string clusterFolder, CancellationToken cancellationToken)
    {
        var launcher = new ProcessLauncher(null);
        if (!UnixSystem.IsRoot)
        {
            return launcher;
        }

        if (FindOnPath("setpriv") is null)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresError.SystemUserMissing,
                "PostgreSQL refuses to run as root, and the program setpriv, which switches to another account, is missing. "
                + "Install util-linux, or start the portal as an ordinary user.");
        }

        var owner = Directory.Exists(clusterFolder) ? await launcher.FindOwnerAsync(clusterFolder, cancellationToken) : null;
        if (systemUser is not null)
        {
            var configured = await launcher.FindAccountAsync(systemUser, cancellationToken)
                ?? throw new EmbeddedPostgresException(
                    EmbeddedPostgresError.SystemUserMissing,
                    $"The account {systemUser}, which PostgreSQL should run under, does not exist. "
                    + $"Create it (useradd --system {systemUser}) or configure another one.");
            if (owner is not null && owner.UserId != configured.UserId)
            {
                throw new EmbeddedPostgresException(
                    EmbeddedPostgresError.FolderUnusable,
                    $"The database in {clusterFolder} belongs to the account {owner.Name}, not to the configured {systemUser}. "
                    + $"Configure {owner.Name}, or hand the folder over while no portal runs: "
                    + $"chown -R {systemUser} '{clusterFolder}'.");
            }

            return new ProcessLauncher(configured);
        }

        var account = owner
            ?? await launcher.FindAccountAsync("postgres", cancellationToken)
            ?? await launcher.FindAccountAsync("nobody", cancellationToken)
            ?? throw new EmbeddedPostgresException(
                EmbeddedPostgresError.SystemUserMissing,
                "PostgreSQL refuses to run as root, and there is neither an account postgres nor nobody to run it under. "
                + "Create one (useradd --system postgres) or configure another one.");
        return new ProcessLauncher(account);
    }

    /// <summary>Full path of a program on PATH or in the system's folders; null when it is nowhere.</summary>
    public static string? FindOnPath(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:{SystemPath}"
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>
    /// Starts a long-running program in a session of its own, so that Ctrl+C in the portal's terminal does not reach it.
    /// setsid and setpriv replace themselves, so the process id is the program's own.
    /// </summary>
    public Process StartDetached(string program, IEnumerable<string> arguments)
    {
        var setsid = FindOnPath("setsid");
        return Start(setsid is null ? [] : [setsid], program, arguments);
    }

    /// <summary>Runs a program to its end and returns everything it printed.</summary>
    public async Task<ProgramResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start([], program, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new ProgramResult(process.ExitCode, (await output).Trim(), (await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start(IEnumerable<string> prefix, string program, IEnumerable<string> arguments)
    {
        List<string> command = [.. prefix];
        if (Account is not null)
        {
            command.AddRange(
            [
                FindOnPath("setpriv") ?? "setpriv",
                $"--reuid={Account.UserId.ToString(CultureInfo.InvariantCulture)}",
                $"--regid={Account.GroupId.ToString(CultureInfo.InvariantCulture)}",
                "--init-groups",
                "--inh-caps=-all",
                "--no-new-privs",
                "--reset-env",
                "--",
            ]);
        }

        command.Add(program);
        command.AddRange(arguments);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            // The portal's own directory may be closed to the account; PostgreSQL insists on a readable one.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // The portal's environment carries secrets, and PG* variables of the caller would steer the server.
        start.Environment.Clear();
        start.Environment["PATH"] = SystemPath;
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedPostgresException(
                EmbeddedPostgresError.StartFailed,
                $"{command[0]} could not be started: {exception.Message}. Check that it may be executed.",
                exception);
        }
    }

    private async Task<UnixAccount?> FindAccountAsync(string nameOrId, CancellationToken cancellationToken)
    {
        var result = await RunAsync("getent", ["passwd", nameOrId], cancellationToken);
        var fields = result.Output.Split(':');
        return result.ExitCode == 0
            && fields.Length > 3
            && uint.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var userId)
            && uint.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var groupId)
            && userId != 0
            ? new UnixAccount(fields[0], userId, groupId)
            : null;
    }

    private async Task<UnixAccount?> FindOwnerAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await RunAsync("stat", ["--format=%u", folder], cancellationToken);
        return result.ExitCode == 0 ? await FindAccountAsync(result.Output, cancellationToken) : null;
    }
}

/// <summary>How a program ended and what it printed.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    public string AllText => string.Join('\n', new[] { Output, Errors }.Where(text => text.Length > 0));
}
