using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The latest release in the schedule exchange format, for apps and other conference systems; nothing in it that everybody may not know.</summary>
internal static class ScheduleEndpoints
{
    private const string AskEachTime = "public, no-cache";

    public static void Map(WebApplication app)
    {
        app.MapGet("/{language}/events/{slug}/schedule.xml", (
            HttpContext context, string slug, PublicProgrammeQueries queries, IOptions<PortalOptions> portal, CancellationToken cancellationToken) =>
            WriteAsync(context, slug, "xml", "application/xml", ScheduleXmlWriter.WriteAsync, queries, portal, cancellationToken));
        app.MapGet("/{language}/events/{slug}/schedule.json", (
            HttpContext context, string slug, PublicProgrammeQueries queries, IOptions<PortalOptions> portal, CancellationToken cancellationToken) =>
            WriteAsync(context, slug, "json", "application/json", ScheduleJsonWriter.WriteAsync, queries, portal, cancellationToken));
    }

    private static async Task<IResult> WriteAsync(
        HttpContext context, string slug, string extension, string mediaType, Func<ScheduleDocument, Stream, CancellationToken, Task> write,
        PublicProgrammeQueries queries, IOptions<PortalOptions> portal, CancellationToken cancellationToken)
    {
        if (await queries.FindAgendaAsync(slug, cancellationToken) is not { Release: { } release } agenda)
        {
            return Results.NotFound();
        }

        var language = PortalLanguages.Current;
        // Weak, for a compressed file is the same file; the event's own change counts too, its title and days stand in it.
        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{release.Id:N}-{agenda.EventModifiedAt.UtcTicks:x}-{language.Code}-{extension}\""), isWeak: true);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
        {
            context.Response.Headers.ETag = tag.ToString();
            context.Response.Headers.CacheControl = AskEachTime;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        using var file = new MemoryStream();
        await write(ScheduleExport.Of(agenda, release, language, portal.Value.PublicAddress), file, cancellationToken);
        context.Response.BeFile(
            new ExportFileName
            {
                Stem = agenda.Slug,
                Content = "schedule",
                Release = release.Number,
                Language = language.Code,
                Classification = Classification.Clear.Marking(),
                Extension = extension,
            },
            AskEachTime);
        context.KeepUntilEventsChange([agenda.EventId]);
        return Results.Bytes(file.ToArray(), mediaType, entityTag: tag);
    }
}
