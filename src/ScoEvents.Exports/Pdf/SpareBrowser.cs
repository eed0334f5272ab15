namespace ScoEvents.Exports.Pdf;

/// <summary>A browser with a page of nobody.</summary>
/// <param name="Process">Its processes; whoever holds this ends them.</param>
/// <param name="Session">Its page.</param>
internal sealed record OpenBrowser(ChromiumProcess Process, string Session);

/// <summary>
/// Keeps one started browser that has opened all fonts and printed nothing of anybody yet, so that the next page need wait
/// for neither. It prints one page and ends as every other, so documents of different readers never share a process.
/// </summary>
internal sealed class SpareBrowser : IAsyncDisposable
{
    private readonly ChromiumPdfOptions _options;
    private readonly Lock _lock = new();
    private readonly List<Task> _endings = [];
    private Kept? _kept;
    private bool _isDisposed;

    public SpareBrowser(ChromiumPdfOptions options) => _options = options;

    /// <summary>Whether one is kept at all.</summary>
    public bool IsWanted => _options.KeepSpareFor > TimeSpan.Zero;

    /// <summary>
    /// Ends a browser that has printed and then starts another where none is kept, both in the background; the new one ends
    /// after <see cref="ChromiumPdfOptions.KeepSpareFor"/>.
    /// </summary>
    public void Replace(ChromiumProcess used, string browser, PdfIsolation isolation)
    {
        lock (_lock)
        {
            var usedEnds = Task.Run(() => used.DisposeAsync().AsTask());
            Remember(usedEnds);
            if (_kept is not null || _isDisposed)
            {
                return;
            }

            var ending = new CancellationTokenSource();
            var kept = new Kept(StartAsync(browser, isolation, usedEnds), ending);
            _kept = kept;
            kept.Expiry = ExpireAsync(kept, ending.Token);
            Remember(kept.Expiry);
        }
    }

    /// <summary>The one that was kept, now the caller's; null where there is none or it did not stay up.</summary>
    /// <param name="cancellationToken">Ends the wait for one that is still starting; it ends too.</param>
    public async Task<OpenBrowser?> TakeAsync(CancellationToken cancellationToken = default)
    {
        Kept? kept;
        lock (_lock)
        {
            kept = _kept;
            _kept = null;
        }

        if (kept is null)
        {
            return null;
        }

        await kept.StopWaitingAsync().ConfigureAwait(false);
        OpenBrowser? open;
        try
        {
            open = await kept.Starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                Remember(EndAsync(kept));
            }

            throw;
        }

        if (open is { Process.IsRunning: false })
        {
            await open.Process.DisposeAsync().ConfigureAwait(false);
            return null;
        }

        return open;
    }

    /// <summary>Ends the one that is kept and waits for those that are ending; no process and no profile is left then.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        if (await TakeAsync().ConfigureAwait(false) is { } open)
        {
            await open.Process.DisposeAsync().ConfigureAwait(false);
        }

        Task endings;
        lock (_lock)
        {
            endings = Task.WhenAll(_endings);
        }

        await endings.ConfigureAwait(false);
    }

    private static async Task EndAsync(Kept kept)
    {
        if (await kept.Starting.ConfigureAwait(false) is { } open)
        {
            await open.Process.DisposeAsync().ConfigureAwait(false);
        }
    }

    // One that failed is kept, so that whoever waits for all of them hears of it.
    private void Remember(Task ending)
    {
        _endings.RemoveAll(past => past.IsCompletedSuccessfully);
        _endings.Add(ending);
    }

    // Null where the browser did not come up: the page that finds none starts its own, and says what is wrong.
    private async Task<OpenBrowser?> StartAsync(string browser, PdfIsolation isolation, Task before)
    {
        // What it threw is told to whoever waits for all endings.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            var process = ChromiumProcess.Start(browser, isolation, _options);
            try
            {
                using var limit = new CancellationTokenSource(_options.TimeLimit);
                var printer = new ChromiumPrinter(process.DevTools, _options.MaxPdfBytes);
                var session = await printer.OpenPageAsync(limit.Token).ConfigureAwait(false);
                await printer.PrintAsync(session, FontWarmth.Html, limit.Token).ConfigureAwait(false);
                return new OpenBrowser(process, session);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or PdfEngineException)
            {
                await process.DisposeAsync().ConfigureAwait(false);
                return null;
            }
        }
        catch (PdfEngineException)
        {
            return null;
        }
    }

    private async Task ExpireAsync(Kept kept, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(_options.KeepSpareFor, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Taken.
            return;
        }

        lock (_lock)
        {
            if (_kept != kept)
            {
                return;
            }

            _kept = null;
        }

        await EndAsync(kept).ConfigureAwait(false);
    }

    private sealed class Kept(Task<OpenBrowser?> starting, CancellationTokenSource ending)
    {
        public Task<OpenBrowser?> Starting { get; } = starting;

        public Task Expiry { get; set; } = Task.CompletedTask;

        public async Task StopWaitingAsync()
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Expiry.ConfigureAwait(false);
            ending.Dispose();
        }
    }
}
