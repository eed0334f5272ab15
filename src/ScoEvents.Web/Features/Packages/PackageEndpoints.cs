using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Packages;

/// <summary>The download of a whole event.</summary>
internal static class PackageEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/staff/events/{eventId:guid}/package.zip", PackageAsync).RequireAuthorization();

    private static async Task<IResult> PackageAsync(HttpContext context, Guid eventId, PackageService service, CancellationToken cancellationToken)
    {
        var package = await service.ExportAsync(context.User.ToActor(), eventId, cancellationToken);
        if (package.Error is { } refused)
        {
            return Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        var headers = context.Response.Headers;
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = package.Value.Name }.ToString();
        (headers.CacheControl, headers.XContentTypeOptions) = ("no-store", "nosniff");
        return Results.Bytes(package.Value.Bytes, "application/zip");
    }
}
