using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Addresses of attendance.</summary>
public static class AttendanceRoutes
{
    /// <summary>States × events.</summary>
    public const string Matrix = "/staff/attendance";

    /// <summary>"All of a group except some", as a question.</summary>
    public const string Query = "/staff/attendance/query";

    /// <summary>Who was at an event, or in one of its sessions; with a side, also its persons.</summary>
    public static string Of(Guid eventId, Guid? sessionId = null, Guid? sideId = null)
    {
        var parts = new[] { sessionId is { } session ? $"session={session}" : null, sideId is { } side ? $"side={side}" : null }.Where(part => part is not null);
        var query = string.Join('&', parts);
        return DelegationRoutes.Attendance(eventId) + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>Sides × sessions of an event, a page from 1.</summary>
    public static string Sessions(Guid eventId, int page = 1) =>
        $"{DelegationRoutes.Attendance(eventId)}/sessions" + (page <= 1 ? "" : $"?page={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    /// <summary>A page of the matrix, from 1.</summary>
    public static string MatrixPage(int page) => page <= 1 ? Matrix : $"{Matrix}?page={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
