namespace ScoEvents.Web.Features.Dashboard;

/// <summary>Marks the texts of the first page after signing in (DashboardTexts.resx).</summary>
public sealed class DashboardTexts;
