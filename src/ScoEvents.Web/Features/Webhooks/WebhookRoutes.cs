using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Addresses of the pages of webhooks.</summary>
public static class WebhookRoutes
{
    public static string Webhooks(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/webhooks";
}
