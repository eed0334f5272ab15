using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>The first page after signing in.</summary>
internal static class DashboardModule
{
    public static void AddDashboard(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<DashboardQueries>()
        .AddSingleton(new StaffNavItem(0, typeof(DashboardTexts), "Navigation", PortalRoutes.StaffHome));
}
