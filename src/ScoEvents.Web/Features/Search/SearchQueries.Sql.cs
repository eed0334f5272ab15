using System.Text.Json;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Search;

public sealed partial class SearchQueries
{
    private const string Fold =
        """SELECT search.folded(@typed) AS "Value" FROM set_config('pg_trgm.word_similarity_threshold', '0.39', false)""";

    // Every table that is looked into is called t.
    private const string InHead = "((t.search_head LIKE @longest AND t.search_head LIKE ALL (@all)) OR @fuzzy <% t.search_head)";
    private const string InWords = "t.search_words @@ to_tsquery('pg_catalog.russian', @stems)";
    private const string BySound = "(t.sound_keys && @sounds OR (t.sound_keys IS NULL AND cardinality(@sounds) > 0))";

    private const string HeadRank =
        "CASE WHEN t.search_head LIKE @exact THEN 0 WHEN t.search_head LIKE @prefix THEN 1 WHEN t.search_head LIKE ALL (@begins) THEN 2 WHEN t.search_head LIKE ALL (@all) THEN 3 ELSE 5 END";

    private const string TextRank =
        $"CASE WHEN t.search_head LIKE @exact THEN 0 WHEN t.search_head LIKE @prefix THEN 1 WHEN t.search_head LIKE ALL (@begins) THEN 2 WHEN t.search_head LIKE ALL (@all) THEN 3 WHEN {InWords} THEN 4 ELSE 5 END";

    // Who works for the event reads its draft; these are the functions that row-level security itself asks.
    private const string IsStaffed = "e.id IN (SELECT access.staffed_events())";

    private const string IsNewest = "NOT EXISTS (SELECT FROM releases later WHERE later.event_id = r.event_id AND later.number > r.number)";

    /// <remarks>Domain rule 13: the same words as <c>ReleasedSession.IsPublic</c>.</remarks>
    private const string IsOpen = "NOT t.is_cancelled AND t.access = 'Open' AND t.classification = 'Clear'";

    // What is to come, the next first; then what was, the latest first; then what has no day.
    private const string ByDay =
        "(e.starts_on IS NULL), (coalesce(e.ends_on, e.starts_on) < @today), CASE WHEN coalesce(e.ends_on, e.starts_on) >= @today THEN e.starts_on END, e.starts_on DESC";

    internal static LocalizedText Text(string? json) =>
        json is null ? LocalizedText.Empty : LocalizedText.From(JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? []);
}
