using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Feeds;

/// <summary>Addresses of private calendars and of the page that keeps them.</summary>
public static class FeedRoutes
{
    /// <summary>Where private calendars are asked for; the secret is part of the path, for calendar programs send nothing else.</summary>
    public const string Pattern = "/feeds/{secret}.ics";

    /// <summary>The page that makes addresses and takes them back.</summary>
    public static string Page(Guid eventId) => $"{PortalRoutes.StaffExports(eventId)}/calendars";

    /// <summary>A private calendar.</summary>
    public static string Feed(string secret) => $"/feeds/{secret}.ics";

    /// <summary>The same address in the scheme that makes a calendar program subscribe.</summary>
    public static string Subscribing(string absolute) => "webcal:" + absolute[absolute.IndexOf("//", StringComparison.Ordinal)..];
}
