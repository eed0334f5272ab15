using System.Text.Json;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.CheckIn;

/// <summary>What the page at the door asks for and tells.</summary>
internal static class CheckInEndpoints
{
    /// <summary>A request header that no page of another site can have a browser send: it takes a leave that the portal gives nobody.</summary>
    private const string OwnPageHeader = "X-Check-In";
    private const int MaxBodyBytes = 256 * 1024;

    public static void Map(WebApplication app)
    {
        var door = app.MapGroup("/check-in/{eventId:guid}").RequireAuthorization();
        door.MapGet("/state", async (HttpContext context, Guid eventId, CheckInQueries queries) =>
            Answer(context, await queries.StateAsync(context.User.ToActor(), eventId, context.RequestAborted)));
        door.MapGet("/pulse", async (HttpContext context, Guid eventId, long? since, CheckInQueries queries) =>
            Answer(context, await queries.PulseAsync(context.User.ToActor(), eventId, since ?? 0, context.RequestAborted)));
        door.MapGet("/people", async (HttpContext context, Guid eventId, string? query, CheckInQueries queries) =>
            Answer(context, await queries.FindAsync(context.User.ToActor(), eventId, query, context.RequestAborted)));
        door.MapPost("/scans", ScansAsync);
    }

    private static async Task<IResult> ScansAsync(HttpContext context, Guid eventId, CheckInService service)
    {
        if (!context.Request.HasJsonContentType() || !context.Request.Headers.ContainsKey(OwnPageHeader))
        {
            return Results.BadRequest();
        }

        if (context.Request.ContentLength is not { } length)
        {
            return Results.StatusCode(StatusCodes.Status411LengthRequired);
        }

        if (length > MaxBodyBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        ScanBatchForm? form;
        try
        {
            form = await JsonSerializer.DeserializeAsync<ScanBatchForm>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        return Answer(context, await service.AcceptAsync(context.User.ToActor(), eventId, form ?? new ScanBatchForm(), context.RequestAborted));
    }

    private static IResult Answer<T>(HttpContext context, Result<T> result)
    {
        // Names in it must not lie in a cache of the browser when the device is to forget them.
        context.Response.Headers.CacheControl = "no-store";
        return result.Error switch
        {
            null => Results.Json(result.Value, JsonSerializerOptions.Web),
            { Kind: ErrorKind.NotFound } => Results.NotFound(),
            { Kind: ErrorKind.Forbidden } => Results.StatusCode(StatusCodes.Status403Forbidden),
            { Kind: ErrorKind.Stale } => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            { Code: var code } => Results.Json(new { code }, JsonSerializerOptions.Web, statusCode: StatusCodes.Status400BadRequest),
        };
    }
}
