using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.Programme.Public;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>
/// The latest release of an agenda as a file and as calendars to subscribe to; nothing in them that everybody may not
/// know. Addresses have no query, so that the cache can answer for all.
/// </summary>
internal static partial class AgendaEndpoints
{
    private const string AskEachTime = "public, no-cache";
    private const int RetrySeconds = 30;

    public static void Map(WebApplication app)
    {
        app.MapGet("/{language}/events/{slug}/agenda.pdf", PdfAsync);
        foreach (var format in Enum.GetValues<ExportFormat>().Where(format => format != ExportFormat.Pdf))
        {
            app.MapGet($"/{{language}}/events/{{slug}}/agenda.{format.Extension()}", (
                HttpContext context, string slug, ExportQueries queries, CancellationToken cancellationToken) =>
                FileAsync(context, slug, format, Everything(format), queries, cancellationToken));
        }

        app.MapGet("/{language}/events/{slug}/calendar/{kind}/{which}.ics", CalendarAsync);
    }

    private static AgendaOptions Everything(ExportFormat format) => new()
    {
        Language = PortalLanguages.Current.Code,
        // Calendars must learn of what was withdrawn; paper need not.
        WithCancelled = format == ExportFormat.Ics,
    };

    private static async Task<IResult> PdfAsync(
        HttpContext context, string slug, ExportQueries queries, AgendaPdfs pdfs, ILogger<AgendaPdfs> logger, CancellationToken cancellationToken)
    {
        if (await queries.FindPublicAsync(slug, cancellationToken) is not { } source)
        {
            return Results.NotFound();
        }

        var tag = Tag(source);
        if (IsKnown(context.Request, tag))
        {
            return NotModified(context, tag);
        }

        var file = queries.PublicFile(source, Everything(ExportFormat.Pdf));
        try
        {
            if (await pdfs.PrintAsync(tag.ToString(), () => file.Agenda, cancellationToken) is { } pdf)
            {
                context.Response.BeFile(file.NameAs(ExportFormat.Pdf), AskEachTime);
                return Results.Bytes(pdf, ExportFormat.Pdf.MediaType(), entityTag: tag);
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

    private static Task<IResult> CalendarAsync(
        HttpContext context, string slug, string kind, string which, ExportQueries queries, CancellationToken cancellationToken) =>
        Narrowed(kind, which) is { } options
            ? FileAsync(context, slug, ExportFormat.Ics, options, queries, cancellationToken)
            : Task.FromResult(Results.NotFound());

    /// <summary>Part of the agenda as an address names it; null where it names nothing.</summary>
    private static AgendaOptions? Narrowed(string kind, string which)
    {
        var everything = Everything(ExportFormat.Ics);
        if (kind == "day")
        {
            return DateOnly.TryParseExact(which, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? everything with { Days = [day] } : null;
        }

        return Guid.TryParseExact(which, "D", out var id)
            ? kind switch
            {
                "room" => everything with { Rooms = [id] },
                "track" => everything with { Tracks = [id] },
                "side" => everything with { Sides = [id] },
                "speaker" => everything with { Speakers = [id] },
                "session" => everything with { Sessions = [id] },
                _ => null,
            }
            : null;
    }

    private static async Task<IResult> FileAsync(
        HttpContext context, string slug, ExportFormat format, AgendaOptions options, ExportQueries queries, CancellationToken cancellationToken)
    {
        if (await queries.FindPublicAsync(slug, cancellationToken) is not { } source)
        {
            return Results.NotFound();
        }

        var tag = Tag(source);
        if (IsKnown(context.Request, tag))
        {
            return NotModified(context, tag);
        }

        var file = queries.PublicFile(source, options);
        var bytes = await file.WriteAsync(format, cancellationToken);
        context.Response.BeFile(file.NameAs(format), AskEachTime);
        // Whoever invents identities makes the portal write, but does not push out of the memory what others read.
        if (!options.IsPart || file.Agenda.Days.Count > 0)
        {
            context.KeepUntilEventsChange([source.EventId]);
        }

        return Results.Bytes(bytes, format.MediaType(), entityTag: tag);
    }

    /// <summary>Weak, for a compressed calendar is the same calendar. The event's own change counts too: its title and place stand in the file.</summary>
    private static EntityTagHeaderValue Tag(AgendaSource source) => new(
        string.Create(CultureInfo.InvariantCulture, $"\"{source.Edition.ReleaseId:N}-{source.EventModifiedAt.UtcTicks:x}-{PortalLanguages.Current.Code}\""), isWeak: true);

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any);

    private static IResult NotModified(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = AskEachTime;
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    [LoggerMessage(LogLevel.Error, "An agenda could not be printed: {Failure}")]
    private static partial void LogPdfFailed(ILogger logger, Exception exception, PdfEngineFailure failure);
}
