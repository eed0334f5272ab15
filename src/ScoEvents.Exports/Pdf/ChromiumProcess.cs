using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ScoEvents.Exports.Pdf;

/// <summary>One run of the browser with a profile of its own; disposing ends every process of it and removes the profile.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 12;

    // A socket's path has at most 107 bytes on Linux; the browser adds "/org.chromium.Chromium.123456/SingletonSocket".
    private const int LongestHome = 107 - 45;

    private readonly Process _process;
    private readonly string _home;
    private readonly Queue<string> _errors = new();

    private ChromiumProcess(Process process, string home)
    {
        _process = process;
        _home = home;
        process.ErrorDataReceived += OnErrorLine;
        process.BeginErrorReadLine();
        DevTools = new DevToolsPipe(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        process.Exited += (_, _) => DevTools.Abandon();
        process.EnableRaisingEvents = true;
    }

    /// <summary>The line to the browser.</summary>
    public DevToolsPipe DevTools { get; }

    /// <summary>Whether it has not ended yet.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts the browser; whether it stays up shows when it answers.</summary>
    public static ChromiumProcess Start(string browser, PdfIsolation isolation, ChromiumPdfOptions options)
    {
        var home = MakeHome(isolation, options);
        try
        {
            var process = Process.Start(ChromiumCommand.Build(browser, home, isolation, options))
                ?? throw new PdfEngineException(PdfEngineFailure.BrowserMissing, $"'{browser}' could not be started.");
            return new ChromiumProcess(process, home);
        }
        catch (Win32Exception exception)
        {
            Directory.Delete(home, recursive: true);
            throw new PdfEngineException(PdfEngineFailure.BrowserMissing, $"'{browser}' could not be started: {exception.Message}", exception);
        }
    }

    /// <summary>The last lines the browser wrote before it failed, for the log.</summary>
    public async Task<string> LastWordsAsync()
    {
        // A browser that closed the line is about to end; its last lines are complete only then.
        await WaitForEndAsync().ConfigureAwait(false);
        lock (_errors)
        {
            return _errors.Count == 0 ? "(it said nothing)" : string.Join('\n', _errors);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await WaitForEndAsync().ConfigureAwait(false);
        await DevTools.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
        await RemoveHomeAsync().ConfigureAwait(false);
    }

    // The end includes the end of the error stream, which a stray process could hold open for ever.
    private async Task WaitForEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whatever was said and written until now has to do.
        }
    }

    private static string MakeHome(PdfIsolation isolation, ChromiumPdfOptions options)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PdfEngineException(PdfEngineFailure.BrowserMissing, "PDF files are printed on Linux only; run the portal there or in its container.");
        }

        var folder = options.TemporaryFolder ?? Path.GetTempPath();
        var home = Path.Combine(folder, "sco-pdf-" + Path.GetRandomFileName());
        if (Encoding.UTF8.GetByteCount(home) > LongestHome)
        {
            throw new PdfEngineException(PdfEngineFailure.BrowserMissing, $"The path of the temporary folder '{folder}' is too long for the browser's sockets.");
        }

        Directory.CreateDirectory(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Environment.IsPrivilegedProcess && isolation.IsUnprivileged
            && ChangeOwner(home, options.UnprivilegedId, options.UnprivilegedId) != 0)
        {
            var reason = new Win32Exception(Marshal.GetLastPInvokeError()).Message;
            Directory.Delete(home);
            throw new PdfEngineException(PdfEngineFailure.Crashed, $"The browser's folder cannot be given to user {options.UnprivilegedId}: {reason}");
        }

        return home;
    }

    // Killed processes may still be writing for a moment while the kernel ends them.
    private async Task RemoveHomeAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(_home, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(25)).ConfigureAwait(false);
            }
        }
    }

    private void OnErrorLine(object sender, DataReceivedEventArgs line)
    {
        if (string.IsNullOrWhiteSpace(line.Data))
        {
            return;
        }

        lock (_errors)
        {
            _errors.Enqueue(line.Data.Length > 500 ? line.Data[..500] : line.Data);
            if (_errors.Count > KeptErrorLines)
            {
                _errors.Dequeue();
            }
        }
    }

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int owner, int group);
}
