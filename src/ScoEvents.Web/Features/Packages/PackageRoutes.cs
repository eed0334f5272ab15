using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Packages;

/// <summary>Addresses of whole events as files.</summary>
public static class PackageRoutes
{
    /// <summary>Where an event is taken in.</summary>
    public const string Import = "/staff/events/from-package";

    /// <summary>The page that gives an event out.</summary>
    public static string Page(Guid eventId) => $"{PortalRoutes.StaffExports(eventId)}/package";

    /// <summary>The file.</summary>
    public static string File(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/package.zip";
}
