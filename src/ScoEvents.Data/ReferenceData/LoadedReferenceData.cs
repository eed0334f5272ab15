namespace ScoEvents.Data.ReferenceData;

/// <summary>Which reference files and which reading of them are in the database; one row.</summary>
internal sealed class LoadedReferenceData
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>See <see cref="SourceFiles.Fingerprint"/>.</summary>
    public required string Fingerprint { get; set; }
}
