using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Auditing;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The documents of sessions, for those who prepare the event.</summary>
public sealed class DocumentQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>All documents of a session with every language and revision, those withdrawn too.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>In their order; empty for a session that is not the event's. Refused: <c>not-found</c>.</returns>
    public async Task<Result<IReadOnlyList<DocumentRow>>> ListAsync(Actor actor, Guid eventId, Guid sessionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = EventZone.Find(await context.Events.Where(row => row.Id == eventId).Select(row => row.TimeZone).SingleAsync(cancellationToken));
        var documents = await context.SessionDocuments.AsNoTracking().Include(document => document.Versions).AsSingleQuery()
            .Where(document => document.EventId == eventId && document.SessionId == sessionId)
            .OrderBy(document => document.Position).ThenBy(document => document.Id)
            .ToListAsync(cancellationToken);
        var uploaders = documents.SelectMany(document => document.Versions).Select(version => version.UploadedBy).Distinct().ToList();
        var names = await context.Users.Where(user => uploaders.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return Result.Ok<IReadOnlyList<DocumentRow>>([.. documents.Select(document => new DocumentRow(
            document.Id, document.Title, document.Version,
            [.. document.Versions.OrderBy(version => Languages.All.ToList().IndexOf(version.Language)).ThenByDescending(version => version.Revision)
                .Select(version => new DocumentVersionRow(
                    version.Id, version.Language, version.Revision, version.Classification, version.FileName, version.Size, names.GetValueOrDefault(version.UploadedBy),
                    zone?.ToLocal(version.UploadedAt) ?? version.UploadedAt.UtcDateTime, version.WithdrawnAt is not null, MayRead(admitted.Value, version.Classification)))]))]);
    }

    /// <summary>What a download is called and holds, before a byte of it is sent.</summary>
    /// <param name="actor">Whoever may read the event's draft; of what is marked <c>TLP:RED</c> an organiser only.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="versionId">A version of a document of the event that was not withdrawn.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<DocumentDownload>> GetDownloadAsync(Actor actor, Guid eventId, Guid versionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        return await AdmitAsync(context, eventId, versionId, cancellationToken);
    }

    /// <summary>Sends the bytes of a version. Whoever gets what is marked <c>TLP:AMBER</c> or stricter is first written into the audit trail.</summary>
    /// <param name="actor">As for <see cref="GetDownloadAsync"/>.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="versionId">A version of a document of the event that was not withdrawn.</param>
    /// <param name="output">Where they go; nothing is written when refused.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result> CopyAsync(Actor actor, Guid eventId, Guid versionId, Stream output, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await AdmitAsync(context, eventId, versionId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (admitted.Value.Classification >= Classification.Amber)
        {
            context.AuditEntries.Add(new AuditEntry
            {
                At = clock.GetUtcNow(),
                ActorId = actor.UserId,
                EventId = eventId,
                Entity = nameof(DocumentVersion),
                EntityId = versionId.ToString(),
                Action = "Downloaded",
                Changes = JsonSerializer.Serialize(new { Classification = new[] { null, admitted.Value.Classification.Marking() } }),
            });
            await context.SaveChangesAsync(cancellationToken);
        }

        // Streamed from the row: 25 megabytes a reader would soon be all the memory there is.
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT bytes FROM document_contents WHERE version_id = $1", (NpgsqlConnection)context.Database.GetDbConnection())
        {
            Parameters = { new NpgsqlParameter { Value = versionId } },
        };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return Error.NotFound();
        }

        await using var bytes = await reader.GetStreamAsync(0, cancellationToken);
        await bytes.CopyToAsync(output, cancellationToken);
        return Result.Success;
    }

    private static async Task<Result<DocumentDownload>> AdmitAsync(ScoEventsDbContext context, Guid eventId, Guid versionId, CancellationToken cancellationToken)
    {
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var version = await context.DocumentVersions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == versionId && row.EventId == eventId && row.WithdrawnAt == null, cancellationToken);
        if (version is null)
        {
            return Error.NotFound();
        }

        return MayRead(admitted.Value, version.Classification)
            ? new DocumentDownload(version.FileName, version.ContentType, version.Size, version.Classification, version.Language, version.Revision)
            : Error.Forbidden();
    }

    // TLP:RED is for those present or named; of the staff these are the ones who prepare the session.
    private static bool MayRead(EventAdmission admission, Classification classification) =>
        classification < Classification.Red || admission.Reach.CanOrganise(admission.Scope);
}
