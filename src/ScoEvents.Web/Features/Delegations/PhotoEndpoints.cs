using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Photographs for those who may see the delegation.</summary>
internal static class PhotoEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/staff/events/{eventId:guid}/delegates/{delegateId:guid}/photo", GetAsync).RequireAuthorization();

    private static async Task<IResult> GetAsync(HttpContext context, Guid eventId, Guid delegateId, PhotoQueries queries, CancellationToken cancellationToken)
    {
        var photo = await queries.GetAsync(context.User.ToActor(), eventId, delegateId, cancellationToken);
        if (!photo.IsSuccess)
        {
            return Results.NotFound();
        }

        // Not kept by any cache: who may see a face may lose that right at any time.
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(photo.Value.Bytes, photo.Value.ContentType);
    }
}
