using System.Globalization;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Badges;

/// <summary>Addresses of the page of badges.</summary>
public static class BadgeRoutes
{
    /// <summary>The list under a filter; what is not asked for is left out.</summary>
    public static string Badges(Guid eventId, BadgeShelf shelf, string? text = null, int page = 1)
    {
        var query = new List<string>();
        if (shelf != BadgeShelf.All)
        {
            query.Add($"shelf={shelf}");
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            query.Add($"text={Uri.EscapeDataString(text)}");
        }

        if (page > 1)
        {
            query.Add($"page={page.ToString(CultureInfo.InvariantCulture)}");
        }

        return DelegationRoutes.Badges(eventId) + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }
}
