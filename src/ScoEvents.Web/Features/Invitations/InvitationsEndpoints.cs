using System.IO.Compression;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Letters;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Downloads of notes verbales.</summary>
internal static partial class InvitationsEndpoints
{
    private const string Private = "no-store";
    private const string Pdf = "pdf";
    private const string Docx = "docx";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int RetrySeconds = 30;

    // The oldest moment a ZIP entry can carry: equal notes give equal files.
    private static readonly DateTimeOffset _entryDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/events/{eventId:guid}/notes/{noteId:guid}.{format}", NoteAsync).RequireAuthorization();
        app.MapGet("/staff/events/{eventId:guid}/notes.{format}", NotesAsync).RequireAuthorization();
    }

    private static async Task<IResult> NoteAsync(
        HttpContext context, Guid eventId, Guid noteId, string format, NoteQueries queries, PdfQueue queue, ILogger<NoteQueries> logger, CancellationToken cancellationToken)
    {
        if (format is not (Pdf or Docx))
        {
            return Results.NotFound();
        }

        var file = await queries.LetterAsync(context.User.ToActor(), eventId, noteId, cancellationToken);
        if (file.Error is { } refused)
        {
            return StatusOf(refused);
        }

        var name = file.Value.NameAs(format);
        if (format == Pdf)
        {
            return await PrintAsync(context, [file.Value.Letter], name, queue, logger, cancellationToken);
        }

        context.Response.BeFile(name, Private);
        return Results.Bytes(LetterDocxWriter.Write(file.Value.Letter), WordType);
    }

    /// <summary>All notes: as one PDF to be printed, or as Word files in one ZIP to go on editing.</summary>
    private static async Task<IResult> NotesAsync(
        HttpContext context, Guid eventId, string format, NoteKind? kind, NoteQueries queries, PdfQueue queue, ILogger<NoteQueries> logger, CancellationToken cancellationToken)
    {
        if (format is not (Pdf or "zip"))
        {
            return Results.NotFound();
        }

        var files = await queries.AllLettersAsync(context.User.ToActor(), eventId, kind, cancellationToken);
        if (files.Error is { } refused)
        {
            return StatusOf(refused);
        }

        if (files.Value.Count == 0)
        {
            return Results.NotFound();
        }

        var name = files.Value[0].NameAs(format) with { Content = "notes", Language = files.Value.Select(file => file.Letter.Language).Distinct().Count() == 1 ? files.Value[0].Letter.Language : "mul" };
        if (format == Pdf)
        {
            return await PrintAsync(context, [.. files.Value.Select(file => file.Letter)], name, queue, logger, cancellationToken);
        }

        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.Value)
            {
                var entry = archive.CreateEntry(file.NameAs(Docx).ToAscii(), CompressionLevel.NoCompression);
                entry.LastWriteTime = _entryDate;
                await using var stream = await entry.OpenAsync(cancellationToken);
                await stream.WriteAsync(LetterDocxWriter.Write(file.Letter), cancellationToken);
            }
        }

        context.Response.BeFile(name, Private);
        return Results.Bytes(packed.ToArray(), "application/zip");
    }

    private static async Task<IResult> PrintAsync(
        HttpContext context, IReadOnlyList<LetterDocument> letters, ScoEvents.Exports.ExportFileName name, PdfQueue queue, ILogger logger, CancellationToken cancellationToken)
    {
        var page = LetterPdf.Page(letters);
        if (queue.Enqueue(context.User.ToActor().UserId!.Value.ToString(), page) is not { } job)
        {
            return TryLater(context);
        }

        await using var stop = cancellationToken.Register(job.Stop);
        try
        {
            var pdf = await job.Printed;
            context.Response.BeFile(name, Private);
            return Results.Bytes(pdf, "application/pdf");
        }
        catch (PdfEngineException exception)
        {
            LogPdfFailed(logger, exception, exception.Failure);
            return TryLater(context);
        }
    }

    private static IResult TryLater(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult StatusOf(Error refused) =>
        Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);

    [LoggerMessage(LogLevel.Error, "Notes could not be printed: {Failure}")]
    private static partial void LogPdfFailed(ILogger logger, Exception exception, PdfEngineFailure failure);
}
