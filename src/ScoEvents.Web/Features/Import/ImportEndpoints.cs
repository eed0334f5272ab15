using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Import;

/// <summary>Tables to fill in.</summary>
internal static class ImportEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/staff/events/{eventId:guid}/programme/import/template.{extension:regex(^(csv|xlsx)$)}", TemplateAsync).RequireAuthorization();

    // For organisers only, as everything of the page: whether there is such an event is nobody else's business.
    private static async Task<IResult> TemplateAsync(
        HttpContext context, Guid eventId, string extension, ImportQueries queries, TimeProvider clock, CancellationToken cancellationToken)
    {
        var setting = await queries.GetSettingAsync(context.User.ToActor(), eventId, cancellationToken);
        if (setting.Error is { } refused)
        {
            return Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        var day = setting.Value.Days?.First ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var language = PortalLanguages.Current.Code;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"sessions.{extension}" }.ToString();
        return extension == "csv"
            ? Results.Bytes(SessionTableTemplate.Csv(language, day), "text/csv; charset=utf-8")
            : Results.Bytes(SessionTableTemplate.Workbook(language, day), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
