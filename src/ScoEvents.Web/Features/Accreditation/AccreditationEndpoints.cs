using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Letters;
using ScoEvents.Exports.Pdf;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Photographs for reviewers, and letters about persons.</summary>
internal static partial class AccreditationEndpoints
{
    private const string Private = "no-store";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int RetrySeconds = 30;

    // The oldest moment a ZIP entry can carry: equal letters give equal files.
    private static readonly DateTimeOffset _entryDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Map(WebApplication app)
    {
        app.MapGet("/staff/events/{eventId:guid}/review/{caseId:guid}/photo", PhotoAsync).RequireAuthorization();
        app.MapGet("/staff/events/{eventId:guid}/review/letters", LetterAsync).RequireAuthorization();
        app.MapPost("/staff/events/{eventId:guid}/review/letters", LettersAsync).RequireAuthorization();
    }

    private static async Task<IResult> PhotoAsync(HttpContext context, Guid eventId, Guid caseId, AccreditationQueries queries, CancellationToken cancellationToken)
    {
        var photo = await queries.PhotoAsync(context.User.ToActor(), eventId, caseId, cancellationToken);
        if (photo.Error is { } refused)
        {
            return StatusOf(refused);
        }

        context.Response.Headers.CacheControl = Private;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(photo.Value.Bytes, photo.Value.ContentType);
    }

    private static Task<IResult> LetterAsync(
        HttpContext context, Guid eventId, string? kind, string? format, string? language, Guid? person,
        LetterService service, PdfQueue queue, ILogger<LetterService> logger, CancellationToken cancellationToken) =>
        SendAsync(context, eventId, kind, format, language, person is { } one ? [one] : [], new Press(service, queue, logger), cancellationToken);

    // By post: the ids of five hundred persons do not fit into an address, and nothing else's link may start them.
    private static Task<IResult> LettersAsync(
        HttpContext context, Guid eventId, [FromForm] string? kind, [FromForm] string? format, [FromForm] string? language, [FromForm] string? persons,
        LetterService service, PdfQueue queue, ILogger<LetterService> logger, CancellationToken cancellationToken) =>
        SendAsync(
            context, eventId, kind, format, language,
            [.. (persons ?? "").Split(',', LetterService.MaxLetters + 2).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()],
            new Press(service, queue, logger), cancellationToken);

    private static async Task<IResult> SendAsync(
        HttpContext context, Guid eventId, string? kind, string? format, string? language, Guid[] persons, Press press, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<LetterKind>(kind, out var wanted) || format is not ("pdf" or "docx" or "zip"))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var written = await press.Service.WriteAsync(context.User.ToActor(), eventId, new LettersWanted(wanted, persons, language ?? ""), cancellationToken);
        if (written.Error is { } refused)
        {
            return StatusOf(refused);
        }

        var files = written.Value;
        if (format == "docx" && files.Count > 1)
        {
            format = "zip";
        }

        var bytes = format switch
        {
            "docx" => LetterDocxWriter.Write(files[0].Letter),
            "zip" => await PackAsync(files, cancellationToken),
            _ => await PrintAsync(context, files, press, cancellationToken),
        };
        if (bytes is null)
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.BeFile(files.Count == 1 ? files[0].NameAs(format) : files[0].NameOfAll(format), Private);
        return Results.Bytes(bytes, format switch { "docx" => WordType, "zip" => "application/zip", _ => "application/pdf" });
    }

    private static async Task<byte[]> PackAsync(IReadOnlyList<LetterFile> files, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (file, index) in files.Select((file, index) => (file, index)))
            {
                // Two persons may have one name.
                var entry = archive.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"{index + 1:000}-{file.NameAs("docx").ToAscii()}"), CompressionLevel.NoCompression);
                entry.LastWriteTime = _entryDate;
                await using var stream = await entry.OpenAsync(cancellationToken);
                await stream.WriteAsync(LetterDocxWriter.Write(file.Letter), cancellationToken);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Waits in the same queue as agendas do, and leaves it with the browser; null where it is full or the engine failed.</summary>
    private static async Task<byte[]?> PrintAsync(HttpContext context, IReadOnlyList<LetterFile> files, Press press, CancellationToken cancellationToken)
    {
        var letters = files.Select(file => file.Letter).ToList();
        var page = LetterPdf.Page(letters);
        if (press.Queue.Enqueue($"user:{context.User.ToActor().UserId}", page) is not { } job)
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
            LogPdfFailed(press.Logger, exception, exception.Failure);
            return null;
        }
    }

    private static IResult StatusOf(Error refused) => Results.StatusCode(refused.Kind switch
    {
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Refused => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status404NotFound,
    });

    [LoggerMessage(LogLevel.Error, "Letters could not be printed: {Failure}")]
    private static partial void LogPdfFailed(ILogger logger, Exception exception, PdfEngineFailure failure);

    private sealed record Press(LetterService Service, PdfQueue Queue, ILogger Logger);
}
