using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Pdf;

namespace ScoEvents.Web.Features.Exports;

/// <summary>
/// Keeps the printed agendas that everybody may have: a release does not change, and printing takes a browser some
/// seconds. Whoever asks for an agenda that is being printed waits for that one.
/// </summary>
internal sealed class AgendaPdfs(PdfQueue queue) : IDisposable
{
    private const long MaxBytes = 64 * 1024 * 1024;

    // One owner for each language, so that a run on one does not hold up the others.
    private const string PublicOwner = "public:";

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>?>> _printing = new(StringComparer.Ordinal);

    /// <summary>The agenda as PDF; null where so many others are being printed that the reader had better come back.</summary>
    /// <param name="key">Names the content: equal keys mean equal agendas.</param>
    /// <param name="agenda">Written only if it must be printed.</param>
    /// <param name="cancellationToken">Ends the waiting, not the printing, for others may wait too.</param>
    /// <exception cref="PdfEngineException">It could not be printed.</exception>
    public async Task<byte[]?> PrintAsync(string key, Func<AgendaDocument> agenda, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(key, out byte[]? known))
        {
            return known;
        }

        var print = _printing.GetOrAdd(key, _ => new Lazy<Task<byte[]>?>(() => Start(key, agenda())));
        if (print.Value is { } printed)
        {
            return await printed.WaitAsync(cancellationToken);
        }

        _printing.TryRemove(KeyValuePair.Create(key, print));
        return null;
    }

    public void Dispose() => _kept.Dispose();

    private Task<byte[]>? Start(string key, AgendaDocument document) =>
        queue.Enqueue(PublicOwner + document.Language, AgendaHtmlWriter.Print(document)) is { } job ? KeepAsync(key, job) : null;

    private async Task<byte[]> KeepAsync(string key, PdfJob job)
    {
        // The caller must have its task before this one takes it away.
        await Task.Yield();
        try
        {
            var pdf = await job.Printed;
            _kept.Set(key, pdf, new MemoryCacheEntryOptions { Size = pdf.Length });
            return pdf;
        }
        finally
        {
            _printing.TryRemove(key, out _);
        }
    }
}
