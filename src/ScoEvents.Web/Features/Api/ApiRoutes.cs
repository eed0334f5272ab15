namespace ScoEvents.Web.Features.Api;

/// <summary>Addresses of the interface for programs, and of the pages that belong to it.</summary>
public static class ApiRoutes
{
    /// <summary>Where every address of the interface begins; its first part belongs to nothing else.</summary>
    public const string Root = "/api/v1";

    /// <summary>Where the description of the interface is.</summary>
    public const string Description = $"{Root}/openapi.json";

    /// <summary>The page on which users keep their own tokens.</summary>
    public const string Tokens = "/staff/tokens";

    /// <summary>Whether an address belongs to the interface for programs, which never answers with a page.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>One event.</summary>
    public static string Event(string slug) => $"{Root}/events/{Uri.EscapeDataString(slug)}";

    /// <summary>One session of a draft.</summary>
    public static string DraftSession(Guid eventId, Guid sessionId) => $"{Root}/staff/events/{eventId}/sessions/{sessionId}";

    /// <summary>One person of a delegation.</summary>
    public static string Delegate(Guid invitationId, Guid delegateId) => $"{Root}/invitations/{invitationId}/delegates/{delegateId}";
}
