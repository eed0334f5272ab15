using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Addresses of the pages of daily lists.</summary>
public static class DailyListRoutes
{
    /// <summary>The page that sets lists up, pauses and resumes them.</summary>
    public static string Page(Guid eventId) => $"{PortalRoutes.StaffExports(eventId)}/daily";
}
