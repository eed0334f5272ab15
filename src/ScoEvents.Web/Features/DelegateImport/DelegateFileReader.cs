using ScoEvents.Exports.DelegateImport;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>Reads files on their way in: a few at once on a node, none on the thread of a page.</summary>
public sealed class DelegateFileReader : IDisposable
{
    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>What a file holds, or what it is refused for.</summary>
    public async Task<DelegateTable> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => DelegateTableReader.ReadAsync(bytes, cancellationToken), cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
