using System.Globalization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Addresses of the pages on which releases are read and compared.</summary>
public static class ReleaseRoutes
{
    public static string Releases(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/releases";

    public static string Release(Guid eventId, int number) => string.Create(CultureInfo.InvariantCulture, $"{Releases(eventId)}/{number}");

    /// <summary>How one programme differs from another; null for <paramref name="to"/> is the draft.</summary>
    public static string Difference(Guid eventId, int from, int? to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Releases(eventId)}/difference?from={from}{(to is { } number ? string.Create(CultureInfo.InvariantCulture, $"&to={number}") : "")}");
}
