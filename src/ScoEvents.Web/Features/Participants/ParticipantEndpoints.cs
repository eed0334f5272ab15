using System.Globalization;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Xlsx;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Lists of participants and their differences as files.</summary>
internal static partial class ParticipantEndpoints
{
    private const int RetrySeconds = 30;

    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/events/{eventId:guid}/lists/{number:int}/file", ListAsync).RequireAuthorization();
        app.MapGet("/staff/events/{eventId:guid}/lists/difference/file", DifferenceAsync).RequireAuthorization();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, Guid eventId, int number, string? format, string? language, string? order,
        ParticipantQueries queries, PdfQueue queue, ILogger<PdfQueue> logger, CancellationToken cancellationToken)
    {
        var file = await queries.FileAsync(context.User.ToActor(), eventId, number, new ListFileOptions(SideOrders.Chosen(order), language), cancellationToken);
        return await SendAsync(context, file, format, queue, logger, cancellationToken);
    }

    private static async Task<IResult> DifferenceAsync(
        HttpContext context, Guid eventId, int from, int to, string? format, string? language, string? order,
        ParticipantQueries queries, PdfQueue queue, ILogger<PdfQueue> logger, CancellationToken cancellationToken)
    {
        var file = await queries.DifferenceFileAsync(context.User.ToActor(), eventId, (from, to), new ListFileOptions(SideOrders.Chosen(order), language), cancellationToken);
        return await SendAsync(context, file, format, queue, logger, cancellationToken);
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, Result<ParticipantFile> file, string? format, PdfQueue queue, ILogger logger, CancellationToken cancellationToken)
    {
        if (file.Error is { } refused)
        {
            return Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        if (!Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var wanted)
            || wanted is not (ExportFormat.Pdf or ExportFormat.Docx or ExportFormat.Xlsx or ExportFormat.Csv))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var document = file.Value.Document;
        var bytes = wanted switch
        {
            ExportFormat.Docx => ParticipantDocxWriter.Write(document),
            ExportFormat.Xlsx => ParticipantXlsxWriter.Write(document),
            ExportFormat.Csv => await CsvAsync(document, cancellationToken),
            _ => await PrintAsync($"user:{context.User.ToActor().UserId}", document, queue, logger, cancellationToken),
        };
        if (bytes is null)
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.BeFile(file.Value.NameAs(wanted), "no-store");
        return Results.Bytes(bytes, wanted.MediaType());
    }

    private static async Task<byte[]> CsvAsync(ParticipantDocument document, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await ParticipantCsvWriter.WriteAsync(document, output, cancellationToken);
        return output.ToArray();
    }

    /// <summary>Waits in the same queue as agendas do, and leaves it with the browser; null where it is full or the engine failed.</summary>
    private static async Task<byte[]?> PrintAsync(string owner, ParticipantDocument document, PdfQueue queue, ILogger logger, CancellationToken cancellationToken)
    {
        if (queue.Enqueue(owner, new PrintablePage(ParticipantHtmlWriter.Write(document), document.IssuedAt)) is not { } job)
        {
            return null;
        }

        await using var stop = cancellationToken.Register(job.Stop);
        try
        {
            return await job.Printed;
        }
        catch (PdfEngineException exception)
        {
            LogPdfFailed(logger, exception, exception.Failure);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "A list of participants could not be printed: {Failure}")]
    private static partial void LogPdfFailed(ILogger logger, Exception exception, PdfEngineFailure failure);
}
