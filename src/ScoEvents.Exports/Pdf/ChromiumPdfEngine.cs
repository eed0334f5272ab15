namespace ScoEvents.Exports.Pdf;

/// <summary>
/// Prints by headless Chromium, one process tree and one throw-away profile per page. One instance per application:
/// it holds the limit on how many pages are printed at the same time.
/// </summary>
public sealed class ChromiumPdfEngine : IPdfEngine, IDisposable, IAsyncDisposable
{
    private readonly ChromiumPdfOptions _options;
    private readonly SemaphoreSlim _places;
    private readonly Lazy<IReadOnlyList<PdfIsolation>> _candidates;
    private readonly SpareBrowser _spare;

    // The first walls that held; later pages start with them at once.
    private volatile PdfIsolation? _isolation;

    /// <summary>Nothing is looked for or started before the first page.</summary>
    public ChromiumPdfEngine(ChromiumPdfOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _places = new SemaphoreSlim(options.MaxConcurrency, options.MaxConcurrency);
        _spare = new SpareBrowser(options);
        _candidates = new Lazy<IReadOnlyList<PdfIsolation>>(() => ChromiumCommand.Candidates(options));
    }

    /// <summary>What holds the browser on this machine; null before the first page was printed.</summary>
    public PdfIsolation? Isolation => _isolation;

    /// <inheritdoc/>
    public async Task<byte[]> PrintAsync(PrintablePage page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Html.Length > _options.MaxHtmlLength)
        {
            throw new PdfEngineException(PdfEngineFailure.TooLarge, $"The page is longer than {_options.MaxHtmlLength} characters.");
        }

        var browser = ChromiumLocator.Find(_options.ExecutablePath);
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_options.TimeLimit);
            try
            {
                var pdf = await PrintBehindWallsAsync(browser, page.Html, limit.Token).ConfigureAwait(false);
                if (page.Parts is { } parts && PdfParts.Count(pdf, parts.Beginnings) is var counts && counts.Any(count => count != 1))
                {
                    pdf = await PrintBehindWallsAsync(browser, parts.Write(counts), limit.Token).ConfigureAwait(false);
                }

                PdfDates.Set(pdf, page.DocumentDate);
                return page.Contents.Count == 0 ? pdf : PdfPageNumbers.Fill(pdf, page.Contents);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new PdfEngineException(
                    PdfEngineFailure.TimedOut, $"Printing took longer than {_options.TimeLimit.TotalSeconds:0.#} s and was stopped.", exception);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>As <see cref="DisposeAsync"/>, for whoever cannot wait otherwise.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Frees the queue and ends the spare browser; pages still being printed must have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _spare.DisposeAsync().ConfigureAwait(false);
        _places.Dispose();
    }

    private async Task<byte[]> PrintBehindWallsAsync(string browser, string html, CancellationToken cancellationToken)
    {
        if (_isolation is { } known)
        {
            return (await TryPrintAsync(browser, html, known, isLast: true, cancellationToken).ConfigureAwait(false))!;
        }

        var candidates = _candidates.Value;
        for (var i = 0; i < candidates.Count - 1; i++)
        {
            if (await TryPrintAsync(browser, html, candidates[i], isLast: false, cancellationToken).ConfigureAwait(false) is { } pdf)
            {
                return pdf;
            }
        }

        return (await TryPrintAsync(browser, html, candidates[^1], isLast: true, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Null when the browser did not even start behind these walls and weaker ones are left to try.</summary>
    private async Task<byte[]?> TryPrintAsync(
        string browser, string html, PdfIsolation isolation, bool isLast, CancellationToken cancellationToken)
    {
        var open = await _spare.TakeAsync(cancellationToken).ConfigureAwait(false);
        var process = open?.Process ?? ChromiumProcess.Start(browser, isolation, _options);
        var isHandedOver = false;
        try
        {
            var printer = new ChromiumPrinter(process.DevTools, _options.MaxPdfBytes);
            var session = open?.Session;
            try
            {
                session ??= await printer.OpenPageAsync(cancellationToken).ConfigureAwait(false);
                var pdf = await printer.PrintAsync(session, html, cancellationToken).ConfigureAwait(false);
                _isolation = isolation;
                if (_spare.IsWanted)
                {
                    _spare.Replace(process, browser, isolation);
                    isHandedOver = true;
                }

                return pdf;
            }
            catch (IOException exception)
            {
                var lastWords = await process.LastWordsAsync().ConfigureAwait(false);
                if (session is null && !isLast && IsAboutWalls(lastWords))
                {
                    return null;
                }

                throw new PdfEngineException(
                    PdfEngineFailure.Crashed, $"Chromium failed while printing ({exception.Message}). Its last lines:\n{lastWords}", exception);
            }
        }
        finally
        {
            if (!isHandedOver)
            {
                await process.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // Only a start that failed over namespaces or the sandbox is tried again with less of them; every other failure
    // would come again and must not weaken anything.
    private static bool IsAboutWalls(string lastWords) =>
        lastWords.Contains("sandbox", StringComparison.OrdinalIgnoreCase)
        || lastWords.Contains("namespace", StringComparison.OrdinalIgnoreCase)
        || lastWords.Contains("zygote", StringComparison.OrdinalIgnoreCase)
        || lastWords.Contains("unshare", StringComparison.OrdinalIgnoreCase);
}
