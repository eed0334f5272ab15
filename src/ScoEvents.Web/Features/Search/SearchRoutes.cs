using System.Globalization;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Search;

/// <summary>Addresses of what was found.</summary>
public static class SearchRoutes
{
    /// <summary>The public page; what is not asked for is left out.</summary>
    public static string Page(PortalLanguage language, string? text = null, SearchKind? kind = null, int page = 1)
    {
        var query = new List<string>();
        if (!string.IsNullOrWhiteSpace(text))
        {
            query.Add($"q={Uri.EscapeDataString(text)}");
        }

        if (kind is { } one)
        {
            query.Add($"in={one}");
        }

        if (page > 1)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        }

        var address = PortalRoutes.Search(language);
        return query.Count == 0 ? address : $"{address}?{string.Join('&', query)}";
    }
}
