using Microsoft.Net.Http.Headers;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Downloads of documents of sessions.</summary>
internal static class DocumentEndpoints
{
    /// <summary>A file is something to be kept and never something to be shown: attached, its type not guessed, and without any right if a browser shows it all the same.</summary>
    private const string Sandbox = "default-src 'none'; sandbox";

    public static void Map(WebApplication app) =>
        app.MapGet("/staff/events/{eventId:guid}/documents/{versionId:guid}", DownloadAsync).RequireAuthorization();

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid eventId, Guid versionId, DocumentQueries queries, CancellationToken cancellationToken)
    {
        var actor = context.User.ToActor();
        var found = await queries.GetDownloadAsync(actor, eventId, versionId, cancellationToken);
        if (found.Error is { } refused)
        {
            return Results.StatusCode(refused.Kind == ErrorKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        Describe(context.Response, found.Value);
        return Results.Stream(async output =>
        {
            if (!(await queries.CopyAsync(actor, eventId, versionId, output, cancellationToken)).IsSuccess)
            {
                // Withdrawn between the two questions: a download that breaks off, and no empty file that looks whole.
                context.Abort();
            }
        }, found.Value.ContentType);
    }

    /// <summary>The headers under which a file leaves the portal, whoever asked for it.</summary>
    public static void Describe(HttpResponse response, DocumentDownload file)
    {
        var name = NameOf(file);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name.ToAscii(), FileNameStar = name.ToUnicode() }.ToString();
    }

    // The marking travels with the file (domain rule 13).
    private static ExportFileName NameOf(DocumentDownload file)
    {
        var dot = file.FileName.LastIndexOf('.');
        return new ExportFileName
        {
            Stem = file.FileName[..dot],
            Fallback = "document",
            Content = "",
            Release = file.Revision,
            Language = file.Language,
            Classification = file.Classification.Marking(),
            Extension = file.FileName[(dot + 1)..],
        };
    }
}
