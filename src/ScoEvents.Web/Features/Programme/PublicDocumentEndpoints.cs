namespace ScoEvents.Web.Features.Programme;

/// <summary>Downloads of documents that anybody may have.</summary>
/// <remarks>Their addresses name no language, so that the cache of pages, which holds an answer back until it is whole, leaves them alone.</remarks>
internal static class PublicDocumentEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/events/{slug}/documents/{versionId:guid}", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        HttpContext context, string slug, Guid versionId, PublicDocumentQueries queries, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(slug, versionId, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        DocumentEndpoints.Describe(context.Response, found);
        return Results.Stream(async output =>
        {
            if (!await queries.CopyAsync(slug, versionId, output, cancellationToken))
            {
                // Withdrawn between the two questions: a download that breaks off, and no empty file that looks whole.
                context.Abort();
            }
        }, found.ContentType);
    }
}
