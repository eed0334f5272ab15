using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Features.Events;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The documents that anybody may have: marked <c>TLP:CLEAR</c>, not withdrawn, of a session that the latest release shows to everybody.</summary>
public sealed class PublicDocumentQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>What a download is called and holds, or null where there is none for everybody; one SQL command.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="versionId">A version of a document.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<DocumentDownload?> FindAsync(string slug, Guid versionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        return await FindAsync(context, slug, versionId, cancellationToken);
    }

    /// <summary>Sends the bytes of a version, asking once more whether everybody may have it.</summary>
    /// <param name="slug">The event's name in addresses, exactly.</param>
    /// <param name="versionId">A version of a document.</param>
    /// <param name="output">Where they go; nothing is written where there is nothing for everybody.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether they were sent.</returns>
    public async Task<bool> CopyAsync(string slug, Guid versionId, Stream output, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        if (await FindAsync(context, slug, versionId, cancellationToken) is null)
        {
            return false;
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT bytes FROM document_contents WHERE version_id = $1", (NpgsqlConnection)context.Database.GetDbConnection())
        {
            Parameters = { new NpgsqlParameter { Value = versionId } },
        };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return false;
        }

        await using var bytes = await reader.GetStreamAsync(0, cancellationToken);
        await bytes.CopyToAsync(output, cancellationToken);
        return true;
    }

    private static Task<DocumentDownload?> FindAsync(ScoEventsDbContext context, string slug, Guid versionId, CancellationToken cancellationToken)
    {
        var announced = PublicEventQueries.Announced(context);
        var latest = context.Releases.Where(release => !context.Releases.Any(later => later.EventId == release.EventId && later.Number > release.Number));
        return (
            from version in context.DocumentVersions.AsNoTracking()
            join document in context.SessionDocuments on version.DocumentId equals document.Id
            join planned in announced on document.EventId equals planned.Id
            join release in latest on planned.Id equals release.EventId
            join session in context.ReleasedSessions on new { ReleaseId = release.Id, document.SessionId } equals new { session.ReleaseId, session.SessionId }
            where version.Id == versionId && planned.Slug == slug
                && version.Classification == Classification.Clear && version.WithdrawnAt == null
                && session.Access == SessionAccess.Open && session.Classification == Classification.Clear && !session.IsCancelled
            select new DocumentDownload(version.FileName, version.ContentType, version.Size, version.Classification, version.Language, version.Revision))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
