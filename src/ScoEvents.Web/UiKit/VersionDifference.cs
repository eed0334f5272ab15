namespace ScoEvents.Web.UiKit;

/// <summary>A field in which what a person typed and what is stored differ; see <see cref="VersionComparison"/>.</summary>
public sealed record VersionDifference(string Label, string Mine, string Theirs)
{
    /// <summary>The rows whose two sides differ.</summary>
    public static IReadOnlyList<VersionDifference> Among(IEnumerable<VersionDifference> rows) => [.. rows.Where(row => row.Mine != row.Theirs)];

    /// <summary>One row for each language in which the forms of a text differ.</summary>
    public static IEnumerable<VersionDifference> Of(string label, LocalizedTextInput mine, LocalizedTextInput theirs) => Localization.PortalLanguages.All
        .Select(language => new VersionDifference($"{label} ({language.NativeName})", mine[language.Code]?.Trim() ?? "", theirs[language.Code]?.Trim() ?? ""));
}
