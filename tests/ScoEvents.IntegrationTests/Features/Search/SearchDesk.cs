using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Help;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Localization;

namespace ScoEvents.IntegrationTests.Features.Search;

/// <summary>Search over a test's database.</summary>
internal sealed class SearchDesk(TestDatabase database)
{
    public SearchQueries Queries { get; } = new(database.Contexts, new SearchPages(DelegationsDesk.Texts<SearchTexts>(), DelegationsDesk.Texts<HelpTexts>()), database.Clock);

    /// <summary>What somebody finds.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string? typed, Actor? actor = null, PortalLanguage? language = null) =>
        (await Queries.FindAsync(actor ?? Actor.Public, typed, language ?? PortalLanguages.English, CancellationToken.None)).Hits;

    /// <summary>The titles of what somebody finds of a kind, in English, the best first.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(SearchKind kind, string typed, Actor? actor = null) =>
        [.. (await FindAsync(typed, actor)).Where(hit => hit.Kind == kind).Select(hit => hit.Title.In("en"))];
}
