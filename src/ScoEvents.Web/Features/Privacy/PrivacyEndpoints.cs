using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Persons;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>All data of one person as a file.</summary>
internal static class PrivacyEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/staff/events/{eventId:guid}/privacy/persons/{delegateId:guid}.zip", PersonAsync).RequireAuthorization();

    private static async Task<IResult> PersonAsync(
        HttpContext context, Guid eventId, Guid delegateId, string? language, PrivacyQueries queries, CancellationToken cancellationToken)
    {
        var file = await queries.PersonAsync(context.User.ToActor(), eventId, delegateId, language, cancellationToken);
        if (file.Error is { } refused)
        {
            return Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.Value.FileName }.ToString();
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(PersonArchiveWriter.Write(file.Value.Archive), "application/zip");
    }
}
