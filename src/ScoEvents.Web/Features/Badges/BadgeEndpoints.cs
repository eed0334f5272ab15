using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Badges;

/// <summary>The list of badges that open nothing, for devices at the doors.</summary>
internal static class BadgeEndpoints
{
    public static async Task<IResult> RevokedAsync(HttpContext context, Guid eventId, BadgeQueries queries, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var revoked = await queries.RevokedAsync(context.User.ToActor(), eventId, cancellationToken);
        return revoked.Error is { } refused
            ? Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound)
            : Results.Json(revoked.Value);
    }
}
