using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Outcomes;

/// <summary>Which list of participants may follow which.</summary>
public static class SnapshotRules
{
    /// <summary>
    /// The kinds that can be issued next: provisional lists until there is a final one, one final list, corrigenda after it.
    /// </summary>
    /// <param name="issued">The kinds of all lists of the event so far.</param>
    public static IReadOnlyList<SnapshotKind> Next(IReadOnlyCollection<SnapshotKind> issued) =>
        issued.Contains(SnapshotKind.Final) ? [SnapshotKind.Corrigendum] : [SnapshotKind.Provisional, SnapshotKind.Final];

    /// <summary>
    /// Whether a list can be issued. Refused: <c>lists.final-exists</c>, <c>lists.no-final</c>, <c>lists.nobody</c>,
    /// <c>lists.not-accredited</c> where a final list would name somebody who is not admitted, <c>lists.nothing-changed</c> for a
    /// corrigendum that corrects nothing.
    /// </summary>
    /// <param name="kind">What shall be issued.</param>
    /// <param name="issued">The kinds of all lists of the event so far.</param>
    /// <param name="entries">The persons on it.</param>
    /// <param name="latest">The persons of the list before; null for the first.</param>
    /// <remarks>Domain rule 11: a list is built from accredited delegates only.</remarks>
    public static Result Check(
        SnapshotKind kind, IReadOnlyCollection<SnapshotKind> issued, IReadOnlyCollection<SnapshotEntry> entries, IReadOnlyCollection<SnapshotEntry>? latest) => kind switch
        {
            SnapshotKind.Provisional or SnapshotKind.Final when issued.Contains(SnapshotKind.Final) => Error.Refused("lists.final-exists"),
            SnapshotKind.Corrigendum when !issued.Contains(SnapshotKind.Final) => Error.Refused("lists.no-final"),
            _ when entries.Count == 0 => Error.Refused("lists.nobody"),
            not SnapshotKind.Provisional when entries.Any(entry => !entry.IsAccredited) => Error.Refused("lists.not-accredited"),
            SnapshotKind.Corrigendum when latest is not null && SnapshotChanges.Between(latest, entries).Count == 0 => Error.Refused("lists.nothing-changed"),
            _ => Result.Success,
        };
}
