using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>A file that somebody brought.</summary>
/// <param name="Name">Its name, for people only; what it is is told by its bytes.</param>
/// <param name="Bytes">All of it, at most <see cref="ScheduleLimits.MaxBytes"/>.</param>
public sealed record ImportFile(string Name, byte[] Bytes)
{
    /// <summary>What it is.</summary>
    public ScheduleFileKind Kind { get; } = ScheduleFile.Sniff(Bytes);
}

/// <summary>Reads files on their way in. Reading costs a processor, so that only a few are read at once on a node, and none on the thread of a page.</summary>
public sealed class ImportReader : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <summary>The headings and first rows of a table.</summary>
    public Task<SessionTableHead> ReadHeadAsync(ImportFile file, CancellationToken cancellationToken) =>
        InTurnAsync(() => SessionTableReader.ReadHeadAsync(Open(file), cancellationToken), cancellationToken);

    /// <summary>What a file holds.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mapping">What the columns of a table hold; null for other kinds of files.</param>
    /// <param name="options">What to assume where it is silent.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<ScheduleReading> ReadAsync(ImportFile file, SessionTableMapping? mapping, ScheduleReadingOptions options, CancellationToken cancellationToken) =>
        InTurnAsync(
            () => file.Kind switch
            {
                ScheduleFileKind.Json => ScheduleJsonReader.ReadAsync(Open(file), options, cancellationToken),
                ScheduleFileKind.Xml => ScheduleXmlReader.ReadAsync(Open(file), options, cancellationToken),
                ScheduleFileKind.Table => SessionTableReader.ReadAsync(Open(file), mapping!, options, cancellationToken),
            },
            cancellationToken);

    /// <summary>Compares what was read with the draft.</summary>
    internal Task<T> CompareAsync<T>(Func<T> work, CancellationToken cancellationToken) => InTurnAsync(() => Task.FromResult(work()), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    private static MemoryStream Open(ImportFile file) => new(file.Bytes, writable: false);
}
