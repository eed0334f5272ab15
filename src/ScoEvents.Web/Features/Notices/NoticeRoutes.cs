using System.Globalization;

namespace ScoEvents.Web.Features.Notices;

/// <summary>Addresses of notices.</summary>
public static class NoticeRoutes
{
    public const string Pattern = "/staff/notices";

    /// <summary>The list under a filter; what is not asked for is left out.</summary>
    public static string List(NoticeFilter? filter = null)
    {
        var query = new List<string>();
        if (filter?.OnlyUnread is true)
        {
            query.Add("unread=true");
        }

        if (filter?.EventId is { } eventId)
        {
            query.Add($"event={eventId}");
        }

        if (filter?.Page > 1)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"page={filter.Page}"));
        }

        return query.Count == 0 ? Pattern : $"{Pattern}?{string.Join('&', query)}";
    }
}
