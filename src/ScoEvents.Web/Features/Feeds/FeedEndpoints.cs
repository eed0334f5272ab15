using System.Globalization;
using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Exports;

namespace ScoEvents.Web.Features.Feeds;

/// <summary>Private calendars, for programs that can send nothing but an address.</summary>
internal static class FeedEndpoints
{
    // No shared cache keeps what one person may read, and each question is answered by the rights of that moment.
    private const string Private = "private, no-cache";

    public static void Map(WebApplication app) => app.MapGet(FeedRoutes.Pattern, FeedAsync).AllowAnonymous();

    private static async Task<IResult> FeedAsync(HttpContext context, string secret, FeedQueries queries, CancellationToken cancellationToken)
    {
        var headers = context.Response.Headers;
        headers["X-Robots-Tag"] = "noindex";
        var reading = await queries.ReadAsync(secret, cancellationToken);
        if (reading.Feed is not { } feed)
        {
            headers.CacheControl = "no-store";
            return Results.StatusCode(reading.IsRevoked ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{feed.Source.Edition.ReleaseId:N}-{feed.Source.EventModifiedAt.UtcTicks:x}-{feed.Language}-{(feed.IsStaff ? "s" : "p")}\""),
            isWeak: true);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            (headers.ETag, headers.CacheControl) = (tag.ToString(), Private);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        // A secret names no event in its address.
        using var inOrder = ContentFallback.Use(feed.Source.FallbackOrder);
        var file = feed.Write();
        var bytes = await file.WriteAsync(ExportFormat.Ics, cancellationToken);
        context.Response.BeFile(file.NameAs(ExportFormat.Ics), Private);
        return Results.Bytes(bytes, ExportFormat.Ics.MediaType(), entityTag: tag);
    }
}
