namespace ScoEvents.Web.Features.Search;

/// <summary>Marks the texts of search (SearchTexts.resx).</summary>
public sealed class SearchTexts;
