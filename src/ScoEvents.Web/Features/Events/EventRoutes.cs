using System.Globalization;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Events;

/// <summary>Addresses below those that the whole portal knows, of the pages on which an event is prepared.</summary>
public static class EventRoutes
{
    public static string Edit(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/edit";

    public static string Clone(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/clone";

    /// <summary>Where a template is put into an empty programme; one may be chosen already.</summary>
    public static string Template(Guid eventId, TemplateKind? kind = null) => $"{PortalRoutes.StaffEvent(eventId)}/template{(kind is { } known ? $"?kind={known}" : "")}";

    public static string Postpone(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/postpone";

    public static string Resume(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/resume";

    public static string Cancel(Guid eventId) => $"{PortalRoutes.StaffEvent(eventId)}/cancel";

    public static string Series(Guid seriesId) => $"/staff/series/{seriesId}";

    public static string NewSession(Guid eventId, DateOnly? day = null) =>
        $"{PortalRoutes.StaffProgramme(eventId)}/sessions/new{(day is { } known ? $"?day={known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")}";

    public static string Session(Guid eventId, Guid sessionId) => $"{PortalRoutes.StaffProgramme(eventId)}/sessions/{sessionId}";

    public static string Publish(Guid eventId) => $"{PortalRoutes.StaffProgramme(eventId)}/publish";

    /// <summary>The list of events under a filter; what is not asked for is left out.</summary>
    public static string List(EventFilter filter)
    {
        var query = new List<string>();
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            query.Add($"text={Uri.EscapeDataString(filter.Text)}");
        }

        if (filter.Status is { } status)
        {
            query.Add($"status={status}");
        }

        if (filter.Page > 1)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"page={filter.Page}"));
        }

        return query.Count == 0 ? PortalRoutes.StaffEvents : $"{PortalRoutes.StaffEvents}?{string.Join('&', query)}";
    }

    /// <summary>Where a step of the preparation is taken.</summary>
    public static string Of(EventStep step, Guid eventId) => step switch
    {
        EventStep.AddRooms => PortalRoutes.StaffVenue(eventId),
        EventStep.DraftSessions or EventStep.ScheduleSessions => PortalRoutes.StaffProgramme(eventId),
        EventStep.InviteSides => PortalRoutes.StaffEventInvitations(eventId),
        EventStep.PublishProgramme => Publish(eventId),
        EventStep.FollowDelegations => PortalRoutes.StaffDelegations(eventId),
    };
}
