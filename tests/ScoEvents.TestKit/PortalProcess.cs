using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ScoEvents.TestKit;

/// <summary>
/// The real portal as a process of its own, on a free loopback port and with a temporary data folder, for tests that need
/// what only the whole program has: start, stop, sockets, signals. It ends with the process of the tests, in whatever way
/// that ends.
/// </summary>
/// <remarks>Runs the build of ScoEvents.Web in the same configuration as the tests.</remarks>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    // Waits for the end of the tests' process, which closes the pipe, or for the end of the input: then ends the portal and
    // removes its folder. A handler of the process's exit would not run when a test host is killed.
    private const string CleanUpScript =
        """
        exec >/dev/null 2>&1
        cat
        if [ "$(tr '\0' ' ' < "/proc/$1/cmdline" | grep -c ScoEvents.Web.dll)" = 1 ]; then
          kill -CONT "$1"
          kill -TERM "$1"
          tries=0
          while kill -0 "$1" && [ "$tries" -lt 250 ]; do sleep 0.1; tries=$((tries + 1)); done
          kill -KILL "$1"
        fi
        rm -rf -- "$2"
        """;

    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _stopTimeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Process? _cleaner;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(Process process, Process? cleaner)
    {
        _process = process;
        _cleaner = cleaner;
    }

    /// <summary>Where it answers: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Everything it has written so far, line by line.</summary>
    public string Log => string.Join(Environment.NewLine, _log);

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Root { get; } = FindRoot();

    private static string Program { get; } = Path.Combine(
        Root, "src", "ScoEvents.Web", "bin", Configuration, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "ScoEvents.Web.dll");

    /// <summary>Starts the portal and waits until it listens.</summary>
    /// <param name="settings">Environment variables; without connection string and data folder it runs its own database in a temporary folder.</param>
    /// <exception cref="InvalidOperationException">It ended or did not listen within 90 s; the message carries its log.</exception>
    public static async Task<PortalProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = TemporaryFolder();
        var process = Process.Start(Description(["--urls", "http://127.0.0.1:0"], folder, settings))!;
        var portal = new PortalProcess(process, Clean(process.Id, folder));
        process.StandardInput.Close();
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => portal.Note(line.Data);
        process.ErrorDataReceived += (_, line) => portal.Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(portal._address.Task, ended, Task.Delay(_startTimeout)) != portal._address.Task)
        {
            var log = portal.Log;
            await portal.DisposeAsync();
            throw new InvalidOperationException($"The portal did not start.{Environment.NewLine}{log}");
        }

        portal.Address = await portal._address.Task;
        return portal;
    }

    /// <summary>Runs the portal to its end, as for a command-line verb or a start that is to be refused.</summary>
    /// <param name="arguments">Behind <c>dotnet ScoEvents.Web.dll</c>.</param>
    /// <param name="settings">Environment variables, as for <see cref="StartAsync"/>.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="InvalidOperationException">It did not end within 90 s.</exception>
    public static async Task<PortalRun> RunAsync(string[] arguments, IReadOnlyDictionary<string, string>? settings = null, string input = "")
    {
        var folder = TemporaryFolder();
        using var process = Process.Start(Description(arguments, folder, settings))!;
        using var cleaner = Clean(process.Id, folder);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            using var patience = new CancellationTokenSource(_startTimeout);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new InvalidOperationException($"The portal did not end.{Environment.NewLine}{await output}{await errors}");
        }
        finally
        {
            cleaner.StandardInput.Close();
        }

        return new PortalRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Asks it to stop, as a service manager does, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited && Kill(_process.Id, Terminate) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        using var patience = new CancellationTokenSource(_stopTimeout);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            throw new InvalidOperationException($"The portal did not stop.{Environment.NewLine}{Log}");
        }
        finally
        {
            // The end of its input lets the cleaner remove the folder.
            _cleaner?.StandardInput.Close();
            if (_cleaner is not null)
            {
                await _cleaner.WaitForExitAsync();
                _cleaner.Dispose();
            }

            _process.Dispose();
        }
    }

    private static ProcessStartInfo Description(string[] arguments, string folder, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Path.Combine(Root, "src", "ScoEvents.Web"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the tests were started with must not reach the portal: a connection string, say, or the test host's hooks.
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Portal__DataFolder"] = folder;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsForeign(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_STARTUP_HOOKS", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Portal__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Serilog__", StringComparison.OrdinalIgnoreCase);

    // PostgreSQL runs under another account when the tests run as root, so that account must reach the folder.
    private static string TemporaryFolder()
    {
        var folder = Directory.CreateTempSubdirectory("scoevents-portal-");
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        }

        return folder.FullName;
    }

    private static Process Clean(int processId, string folder) =>
        Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", CleanUpScript, "sh", processId.ToString(CultureInfo.InvariantCulture), folder])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        }) ?? throw new InvalidOperationException("setsid did not start.");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ScoEvents.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in a checkout.");
        }

        return folder.FullName;
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: \\?""?(http://[0-9.:]+)")]
    private static partial Regex ListeningLine();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}

/// <summary>How a run of the portal ended.</summary>
/// <param name="ExitCode">0 where it did what it was asked to.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
public sealed record PortalRun(int ExitCode, string Output, string Errors);
