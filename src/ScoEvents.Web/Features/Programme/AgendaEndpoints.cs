using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ScoEvents.Exports;
using ScoEvents.Exports.Ics;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Features.Programme.Public;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The latest release of an agenda as a file: for paper and for calendars.</summary>
internal static partial class AgendaEndpoints
{
    private const string AskEachTime = "public, no-cache";
    private const int RetrySeconds = 30;

    /// <summary>Part of every identity handed out to calendars, so it stays whatever address the portal moves to.</summary>
    private const string UidHost = "scoevents";

    public static void Map(WebApplication app)
    {
        app.MapGet("/{language}/events/{slug}/agenda.pdf", PdfAsync);
        app.MapGet("/{language}/events/{slug}/agenda.ics", CalendarAsync);
    }

    private static async Task<IResult> PdfAsync(
        HttpContext context, string slug, PublicProgrammeQueries queries, AgendaDocuments documents, AgendaPdfs pdfs,
        ILogger<AgendaPdfs> logger, CancellationToken cancellationToken)
    {
        if (await queries.FindAgendaAsync(slug, cancellationToken) is not { Release: { } release } agenda)
        {
            return Results.NotFound();
        }

        var tag = Tag(agenda, release);
        if (IsKnown(context.Request, tag))
        {
            return NotModified(context, tag);
        }

        try
        {
            if (await pdfs.PrintAsync(tag.ToString(), () => documents.Write(agenda, release, withCancelled: false), cancellationToken) is { } pdf)
            {
                Describe(context.Response, agenda, release, "pdf");
                return Results.Bytes(pdf, "application/pdf", entityTag: tag);
            }
        }
        catch (PdfEngineException exception)
        {
            LogPdfFailed(logger, exception, exception.Failure);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        return new RazorComponentResult<PdfFailurePage>(new Dictionary<string, object?> { [nameof(PdfFailurePage.Slug)] = slug })
        {
            StatusCode = StatusCodes.Status503ServiceUnavailable,
            PreventStreamingRendering = true,
        };
    }

    private static async Task<IResult> CalendarAsync(
        HttpContext context, string slug, PublicProgrammeQueries queries, AgendaDocuments documents, CancellationToken cancellationToken)
    {
        if (await queries.FindAgendaAsync(slug, cancellationToken) is not { Release: { } release } agenda)
        {
            return Results.NotFound();
        }

        var tag = Tag(agenda, release);
        if (IsKnown(context.Request, tag))
        {
            return NotModified(context, tag);
        }

        Describe(context.Response, agenda, release, "ics");
        var calendar = AgendaIcsWriter.Write(documents.Write(agenda, release, withCancelled: true), new IcsOptions { UidHost = UidHost });
        return Results.Bytes(calendar, "text/calendar; charset=utf-8", entityTag: tag);
    }

    /// <summary>Weak, for a compressed calendar is the same calendar. The event's own change counts too: its title and place stand in the file.</summary>
    private static EntityTagHeaderValue Tag(PublicAgenda agenda, PublicRelease release) => new(
        string.Create(CultureInfo.InvariantCulture, $"\"{release.Id:N}-{agenda.EventModifiedAt.UtcTicks:x}-{PortalLanguages.Current.Code}\""), isWeak: true);

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any);

    private static IResult NotModified(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = AskEachTime;
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    private static void Describe(HttpResponse response, PublicAgenda agenda, PublicRelease release, string extension)
    {
        var name = new ExportFileName
        {
            Stem = agenda.Slug,
            Content = "agenda",
            Release = release.Number,
            Language = PortalLanguages.Current.Code,
            Classification = AgendaDocuments.Classification,
            Extension = extension,
        };
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = name.ToAscii(),
            FileNameStar = name.ToUnicode(),
        }.ToString();
        response.Headers.CacheControl = AskEachTime;
        response.Headers.XContentTypeOptions = "nosniff";
    }

    [LoggerMessage(LogLevel.Error, "An agenda could not be printed: {Failure}")]
    private static partial void LogPdfFailed(ILogger logger, Exception exception, PdfEngineFailure failure);
}
