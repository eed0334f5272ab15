using ScoEvents.Domain.Programme;
using ScoEvents.Web.Features.Venues;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Addresses of the pages on conflicts and on how strictly they are looked for.</summary>
public static class ConflictRoutes
{
    public static string Conflicts(Guid eventId, ConflictKind? kind = null) => $"{PortalRoutes.StaffProgramme(eventId)}/conflicts{(kind is { } one ? $"?kind={one}" : "")}";

    public static string Settings(Guid eventId) => $"{PortalRoutes.StaffProgramme(eventId)}/settings";

    /// <summary>Where more is to be read of what a conflict is about, or null.</summary>
    public static string? Subject(Guid eventId, DraftConflict conflict) => conflict is { SubjectId: { } id }
        ? conflict.SubjectKind switch
        {
            ConflictSubject.Room => VenueRoutes.Room(eventId, id),
            ConflictSubject.Person => $"{VenueRoutes.Availability(eventId)}#{SubjectAnchor(AvailabilitySubject.Speaker, id)}",
            ConflictSubject.Head => $"{VenueRoutes.Availability(eventId)}#{SubjectAnchor(AvailabilitySubject.Head, id)}",
            ConflictSubject.InterpreterTeam => $"{VenueRoutes.Availability(eventId)}#{SubjectAnchor(AvailabilitySubject.InterpreterTeam, id)}",
            ConflictSubject.None => null,
        }
        : null;

    /// <summary>The id of the row of somebody on the page of availability.</summary>
    public static string SubjectAnchor(AvailabilitySubject kind, Guid id) => $"{kind}-{id}";
}
