using Microsoft.Extensions.Caching.Memory;
using ScoEvents.Exports;

namespace ScoEvents.Web.Features.Exports;

/// <summary>A finished PDF and whose it is.</summary>
public sealed record PrintedAgenda(Guid EventId, string Owner, ExportFileName Name, byte[] Pdf);

/// <summary>Keeps finished PDFs until they are fetched, for ten minutes at the longest and within bounds.</summary>
public sealed class PrintedAgendas : IDisposable
{
    private const long MaxBytes = 128 * 1024 * 1024;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>Keeps what a job has printed.</summary>
    public void Keep(PdfJob job, PrintedAgenda printed) => _kept.Set(
        job.Id, printed, new MemoryCacheEntryOptions { Size = printed.Pdf.Length, AbsoluteExpirationRelativeToNow = _longest });

    /// <summary>What a job printed, or null.</summary>
    public PrintedAgenda? Find(Guid jobId) => _kept.Get<PrintedAgenda>(jobId);

    /// <summary>Lets go of what was fetched by the request that asked for it; nobody else knows its address.</summary>
    public void Forget(Guid jobId) => _kept.Remove(jobId);

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();
}
