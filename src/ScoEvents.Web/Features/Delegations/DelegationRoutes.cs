using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Addresses of the pages that belong to an event's delegations.</summary>
public static class DelegationRoutes
{
    /// <summary>Delegations by side.</summary>
    public static string Sides(Guid eventId) => PortalRoutes.StaffDelegations(eventId);

    /// <summary>The queue of persons to be reviewed.</summary>
    public static string Review(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/review";

    /// <summary>Badges.</summary>
    public static string Badges(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/badges";

    /// <summary>The page at the door.</summary>
    public static string CheckIn(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/check-in";

    /// <summary>Lists of participants.</summary>
    public static string Lists(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/lists";

    /// <summary>Who was there.</summary>
    public static string Attendance(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/attendance";

    /// <summary>Fields, limits, zones.</summary>
    public static string Settings(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/delegation-settings";

    /// <summary>Retention, purge, erasure.</summary>
    public static string Privacy(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/privacy";

    /// <summary>Focal points of the invited sides.</summary>
    public static string FocalPoints(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/focal-points";

    /// <summary>Notes verbales.</summary>
    public static string Notes(Guid eventId) => $"{PortalRoutes.StaffEventInvitations(eventId)}/notes";

    /// <summary>A side's own persons from a spreadsheet.</summary>
    public static string Import(Guid invitationId) => $"{PortalRoutes.StaffInvitations}/{invitationId}/import";

    /// <summary>Photograph of a person; the mark changes with the picture.</summary>
    public static string Photo(Guid eventId, Guid delegateId, string? mark = null) => $"{PortalRoutes.StaffEvent(eventId)}/delegates/{delegateId}/photo{(mark is null ? "" : $"?{mark}")}";
}
