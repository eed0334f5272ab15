using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Exports;

/// <summary>Files for the staff of an event: any release and the draft.</summary>
internal static partial class ExportEndpoints
{
    private const string Private = "no-store";
    private const int RetrySeconds = 30;

    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/events/{eventId:guid}/agenda", AgendaAsync).RequireAuthorization();
        app.MapGet("/staff/events/{eventId:guid}/printed/{jobId:guid}", PrintedAsync).RequireAuthorization();
    }

    private static async Task<IResult> AgendaAsync(
        HttpContext context, Guid eventId, ExportQueries queries, ExportService service, PrintedAgendas printed, ILogger<PdfQueue> logger, CancellationToken cancellationToken)
    {
        if (ExportForm.Parse(context.Request.Query) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (form.Format == ExportFormat.Pdf)
        {
            return await PdfAsync(context, eventId, form, service, printed, logger, cancellationToken);
        }

        var file = await queries.FileAsync(context.User.ToActor(), eventId, form, cancellationToken);
        if (file.Error is { } refused)
        {
            return StatusOf(refused);
        }

        var bytes = await file.Value.WriteAsync(form.Format, cancellationToken);
        context.Response.BeFile(file.Value.NameAs(form.Format), Private);
        return Results.Bytes(bytes, form.Format.MediaType());
    }

    /// <summary>For links that were saved, such as a preset's: waits in the same queue as the page does, and leaves it with the browser.</summary>
    private static async Task<IResult> PdfAsync(
        HttpContext context, Guid eventId, ExportForm form, ExportService service, PrintedAgendas printed, ILogger<PdfQueue> logger, CancellationToken cancellationToken)
    {
        var job = await service.PrintAsync(context.User.ToActor(), eventId, form, cancellationToken);
        if (job.Error is { Kind: ErrorKind.Refused })
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (job.Error is { } refused)
        {
            return StatusOf(refused);
        }

        await using var stop = cancellationToken.Register(job.Value.Stop);
        try
        {
            await job.Value.Printed;
        }
        catch (PdfEngineException exception)
        {
            LogPdfFailed(logger, exception, exception.Failure);
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var answer = await PrintedAsync(context, eventId, job.Value.Id, service, cancellationToken);
        printed.Forget(job.Value.Id);
        return answer;
    }

    private static async Task<IResult> PrintedAsync(
        HttpContext context, Guid eventId, Guid jobId, ExportService service, CancellationToken cancellationToken)
    {
        var printed = await service.FindPrintedAsync(context.User.ToActor(), eventId, jobId, cancellationToken);
        if (printed.Error is { } refused)
        {
            return StatusOf(refused);
        }

        context.Response.BeFile(printed.Value.Name, Private);
        return Results.Bytes(printed.Value.Pdf, ExportFormat.Pdf.MediaType());
    }

    private static IResult StatusOf(Error refused) =>
        Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);

    [LoggerMessage(LogLevel.Error, "An agenda could not be printed for the staff: {Failure}")]
    private static partial void LogPdfFailed(ILogger logger, Exception exception, PdfEngineFailure failure);
}
