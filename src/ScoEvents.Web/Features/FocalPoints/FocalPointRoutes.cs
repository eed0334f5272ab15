using ScoEvents.Web.Localization;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Addresses of the pages of focal points.</summary>
public static class FocalPointRoutes
{
    /// <summary>Where a link leads on: the page of what it is for.</summary>
    public const string Offer = "/account/focal-point";

    /// <summary>A link as the mail carries it; the secret stands in no other address.</summary>
    public static string Link(PortalLanguage language, string key) => $"/account/focal-point/{language.Code}/{key}";

    /// <summary>The focal points of the own side.</summary>
    public static string Own(Guid invitationId) => $"{PortalRoutes.StaffInvitation(invitationId)}/focal-points";

    /// <summary>A letter to download.</summary>
    public static string Mandate(Guid invitationId, Guid letterId) => $"{PortalRoutes.StaffInvitation(invitationId)}/mandates/{letterId}";
}
