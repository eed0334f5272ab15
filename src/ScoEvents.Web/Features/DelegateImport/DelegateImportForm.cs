using ScoEvents.Exports.DelegateImport;

namespace ScoEvents.Web.Features.DelegateImport;

/// <summary>What somebody chooses of a file: what each column holds, and who is meant where the names leave it open.</summary>
public sealed class DelegateImportForm
{
    /// <summary>Meaning of each column by its place, one of <see cref="DelegateHeadings.Meanings"/>; null for a column that is not taken over.</summary>
    public IList<string?> Columns { get; set; } = [];

    /// <summary>By number of row: the person who is meant, or null for somebody new.</summary>
    public IDictionary<int, Guid?> Decisions { get; set; } = new Dictionary<int, Guid?>();

    /// <summary>Whether rows that are refused are left out; otherwise nothing is taken over while there are any.</summary>
    public bool LeavesOutRefused { get; set; }

    /// <summary>Meanings that several columns have.</summary>
    public IReadOnlyList<string> Twice => [.. Columns.OfType<string>().GroupBy(meaning => meaning, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key)];

    /// <summary>Needed meanings that no column has.</summary>
    public IReadOnlyList<string> Missing => [.. DelegateHeadings.Needed.Except(Columns.OfType<string>(), StringComparer.Ordinal)];
}
