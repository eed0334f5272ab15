using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Pdf;

namespace ScoEvents.Web.Features.Programme.Public;

/// <summary>
/// Keeps printed agendas: a release does not change, and printing takes a browser some seconds. Whoever asks for an
/// agenda that is being printed waits for that one; beyond a short queue nobody waits at all.
/// </summary>
internal sealed class AgendaPdfs(IPdfEngine engine, IHostApplicationLifetime lifetime) : IDisposable
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private const int MaxQueue = 12;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _printing = new(StringComparer.Ordinal);

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

        if (!_printing.ContainsKey(key) && _printing.Count >= MaxQueue)
        {
            return null;
        }

        // The words are those of this request's language, so they are written here and not by the task.
        var document = agenda();
        var print = _printing.GetOrAdd(key, _ => new Lazy<Task<byte[]>>(() => PrintAndKeepAsync(key, document)));
        return await print.Value.WaitAsync(cancellationToken);
    }

    public void Dispose() => _kept.Dispose();

    private async Task<byte[]> PrintAndKeepAsync(string key, AgendaDocument document)
    {
        // The caller must have its task before this one takes it away.
        await Task.Yield();
        try
        {
            var page = new PrintablePage(AgendaHtmlWriter.Write(document), document.Release.PublishedAt);
            var pdf = await engine.PrintAsync(page, lifetime.ApplicationStopping);
            _kept.Set(key, pdf, new MemoryCacheEntryOptions { Size = pdf.Length });
            return pdf;
        }
        finally
        {
            _printing.TryRemove(key, out _);
        }
    }
}
