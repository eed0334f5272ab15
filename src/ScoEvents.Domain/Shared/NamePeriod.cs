namespace ScoEvents.Domain.Shared;

/// <summary>A name that was valid in a stretch of days: bodies and states keep the name they had at the time.</summary>
/// <param name="From">The first day, or null where it is not known.</param>
/// <param name="To">The first day on which it was no longer valid, or null where it still is.</param>
/// <param name="Names">The short names.</param>
/// <param name="FormalNames">The formal names, or empty.</param>
/// <param name="Source">Where this is known from, or null.</param>
/// <remarks>Domain rule 14.</remarks>
public sealed record NamePeriod(DateOnly? From, DateOnly? To, LocalizedText Names, LocalizedText FormalNames, string? Source)
{
    /// <summary>Whether the name was valid on a day.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day < To);
}
