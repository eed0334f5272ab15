using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ScoEvents.Data.Embedded;

/// <summary>The server as a child process: started, watched, started again when it ends on its own, and stopped.</summary>
internal sealed class ServerProcess(
    PortalDataFolder folder,
    ProcessLauncher launcher,
    PostgresBinaries binaries,
    IReadOnlyDictionary<string, string> settings,
    EmbeddedPostgresOptions options,
    ILogger logger)
{
    private const int QuotedLogLines = 12;
    private const int KeptLogFiles = 10;

    private readonly Queue<string> _lastOutput = new();
    private Process? _process;

    private static TimeSpan PollInterval => TimeSpan.FromMilliseconds(10);

    private static TimeSpan FastShutdownTimeout => TimeSpan.FromSeconds(60);

    private static TimeSpan ImmediateShutdownTimeout => TimeSpan.FromSeconds(10);

    private static TimeSpan RestartDelay => TimeSpan.FromSeconds(1);

    private static TimeSpan LogPruneInterval => TimeSpan.FromHours(1);

    public int ProcessId => _process?.Id ?? 0;

    /// <summary>Starts the server and returns when it accepts connections.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        PruneLogs();
        var startedAt = DateTime.UtcNow;
        var clock = Stopwatch.StartNew();
        while (true)
        {
            Launch();
            if (await BecomesReadyAsync(clock, startedAt, cancellationToken))
            {
                return;
            }

            // A crashed server's last processes may hold its shared memory for a moment; PostgreSQL refuses to start over them.
            var output = LastOutput(startedAt);
            if (!output.Contains("is still in use", StringComparison.Ordinal) || clock.Elapsed > options.StartTimeout)
            {
                throw StartFailure(output);
            }

            await Task.Delay(RestartDelay, cancellationToken);
        }
    }

    /// <summary>Starts the server again whenever it ends on its own; returns when <paramref name="stopping"/> is canceled.</summary>
    public async Task SuperviseAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var ended = _process!.WaitForExitAsync(stopping);
            if (await Task.WhenAny(ended, Task.Delay(LogPruneInterval, stopping)) != ended)
            {
                PruneLogs();
                continue;
            }

            if (stopping.IsCancellationRequested)
            {
                return;
            }

            logger.LogError("The embedded PostgreSQL ended on its own with code {ExitCode}; it is started again", _process.ExitCode);
            try
            {
                await Task.Delay(RestartDelay, stopping);
                await AbandonedServer.StopAsync(folder, options.StartTimeout, logger, stopping);
                await StartAsync(stopping);
                logger.LogInformation("The embedded PostgreSQL runs again");
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever stands in the way (a full disk, a taken port) may be gone at the next attempt.
                logger.LogError(exception, "The embedded PostgreSQL did not start again; the next attempt follows");
            }
        }
    }

    /// <summary>Fast shutdown; when that takes too long, an immediate one, from which the next start recovers.</summary>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process)
        {
            return;
        }

        foreach (var (signal, timeout) in new[]
        {
            (UnixSystem.Interrupt, FastShutdownTimeout),
            (UnixSystem.Quit, ImmediateShutdownTimeout),
            (UnixSystem.Kill, ImmediateShutdownTimeout),
        })
        {
            UnixSystem.Signal(process.Id, signal);
            try
            {
                await process.WaitForExitAsync().WaitAsync(timeout);
                return;
            }
            catch (TimeoutException)
            {
                logger.LogWarning("The embedded PostgreSQL did not stop within {Timeout}; it is asked harder", timeout);
            }
        }
    }

    private void Launch()
    {
        List<string> arguments = ["-D", folder.Cluster];
        foreach (var (name, value) in settings)
        {
            arguments.AddRange(["-c", $"{name}={value}"]);
        }

        lock (_lastOutput)
        {
            _lastOutput.Clear();
        }

        _process?.Dispose();
        _process = launcher.StartDetached(binaries.Postgres, arguments);

        // Only what comes before the server opens its log file arrives here; unread, it could fill the pipe and block the server.
        _process.OutputDataReceived += (_, line) => Remember(line.Data);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task<bool> BecomesReadyAsync(Stopwatch clock, DateTime startedAt, CancellationToken cancellationToken)
    {
        var process = _process!;
        try
        {
            while (!process.HasExited)
            {
                if (PostmasterFile.Read(folder.Cluster) is { AcceptsConnections: true } postmaster && postmaster.ProcessId == process.Id)
                {
                    return true;
                }

                if (clock.Elapsed > options.StartTimeout)
                {
                    throw new EmbeddedPostgresException(
                        EmbeddedPostgresError.StartTimedOut,
                        $"PostgreSQL did not accept connections within {options.StartTimeout.TotalSeconds:0} s and was stopped again. "
                        + "After a crash of a large database recovery may need longer: raise StartTimeout. "
                        + $"Its log in {folder.Logs} ends with:\n{LastOutput(startedAt)}");
                }

                await Task.Delay(PollInterval, cancellationToken);
            }
        }
        catch
        {
            await StopAsync();
            throw;
        }

        await process.WaitForExitAsync(cancellationToken);
        return false;
    }

    private EmbeddedPostgresException StartFailure(string output) =>
        output.Contains("Address already in use", StringComparison.Ordinal)
            ? new EmbeddedPostgresException(
                EmbeddedPostgresError.PortInUse,
                $"The port {options.Port}, configured for the embedded PostgreSQL, is in use. Stop the program that uses it, "
                + $"or configure another port or none. PostgreSQL's log ends with:\n{output}")
            : new EmbeddedPostgresException(
                EmbeddedPostgresError.StartFailed,
                $"PostgreSQL ended while starting, with code {_process!.ExitCode}. Its log in {folder.Logs} ends with:\n{output}");

    private void Remember(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastOutput)
        {
            _lastOutput.Enqueue(line);
            if (_lastOutput.Count > QuotedLogLines)
            {
                _lastOutput.Dequeue();
            }
        }
    }

    private string LastOutput(DateTime since)
    {
        List<string> lines;
        lock (_lastOutput)
        {
            lines = [.. _lastOutput];
        }

        // File times are coarser than the clock; the second before is still this start.
        var log = LogFiles().FirstOrDefault(file => file.LastWriteTimeUtc >= since.AddSeconds(-1));
        if (log is not null)
        {
            lines.AddRange(File.ReadLines(log.FullName).TakeLast(QuotedLogLines));
        }

        return lines.Count > 0 ? string.Join('\n', lines) : "(nothing was written)";
    }

    private IOrderedEnumerable<FileInfo> LogFiles() =>
        new DirectoryInfo(folder.Logs).EnumerateFiles(ServerSettings.LogFilePattern).OrderByDescending(file => file.LastWriteTimeUtc);

    private void PruneLogs()
    {
        foreach (var old in LogFiles().Skip(KeptLogFiles).ToList())
        {
            old.Delete();
        }
    }
}
