using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Venues;

/// <summary>Addresses of the pages of an event's rooms and venues below the list of them.</summary>
public static class VenueRoutes
{
    public static string Room(Guid eventId, Guid roomId) => $"{PortalRoutes.StaffVenue(eventId)}/rooms/{roomId}";

    public static string Venue(Guid eventId, Guid venueId) => $"{PortalRoutes.StaffVenue(eventId)}/venues/{venueId}";

    public static string Availability(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/availability";

    public static string Interpreters(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/interpreters";
}
