using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>Addresses of retention, purge and erasure.</summary>
public static class PrivacyRoutes
{
    public static string Of(Guid eventId, string? name = null) =>
        DelegationRoutes.Privacy(eventId) + (string.IsNullOrWhiteSpace(name) ? "" : $"?name={Uri.EscapeDataString(name)}");

    /// <summary>All data of one person, as a file.</summary>
    public static string Person(Guid eventId, Guid delegateId, string language) => $"{DelegationRoutes.Privacy(eventId)}/persons/{delegateId}.zip?language={language}";
}
