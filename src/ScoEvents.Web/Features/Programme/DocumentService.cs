using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Keeps the documents of sessions.</summary>
public sealed class DocumentService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<DocumentForm> validator)
{
    /// <summary>Keeps a file, as a new document or as the next revision of one in its language; earlier revisions stay.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">A session of the event.</param>
    /// <param name="form">The file and what it is.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The version. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>document.too-many</c>, and as <see cref="SessionDocument.Create"/> and <see cref="FileInspection.Inspect"/>.</returns>
    public async Task<Result<Guid>> UploadAsync(Actor actor, Guid eventId, Guid sessionId, DocumentForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result<Guid>.Fail(errors);
        }

        // Looked through before the transaction begins: it may take a second.
        var inspected = FileInspection.Inspect(form.FileName ?? "", form.File!);
        if (!inspected.IsSuccess)
        {
            return Result<Guid>.Fail(inspected.Errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await context.OpenEventAsync(eventId, cancellationToken);
        var document = opened.IsSuccess ? await DocumentAsync(context, eventId, sessionId, form, cancellationToken) : opened.Error!;
        if (!document.IsSuccess)
        {
            return Result<Guid>.Fail(document.Errors);
        }

        var file = new DocumentFile(
            form.Language!, inspected.Value.Name, inspected.Value.ContentType, form.File!.Length, Convert.ToHexStringLower(SHA256.HashData(form.File)));
        var version = document.Value.Add(file, form.Classification!.Value, actor.UserId!.Value, clock.GetUtcNow());
        context.Add(version);
        context.DocumentContents.Add(new DocumentContent(version.Id, form.File));
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return version.Id;
    }

    /// <summary>Changes the title of a document.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="documentId">A document of the event.</param>
    /// <param name="title">The title, with the spelling of each language.</param>
    /// <param name="version">Row version of the document that the actor saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c>, and as <see cref="SessionDocument.Rename"/>.</returns>
    public async Task<Result> RenameAsync(Actor actor, Guid eventId, Guid documentId, LocalizedText title, uint version, CancellationToken cancellationToken) =>
        await ChangeAsync(actor, eventId, async context =>
        {
            var document = await context.SessionDocuments.SingleOrDefaultAsync(row => row.Id == documentId && row.EventId == eventId, cancellationToken);
            if (document is null)
            {
                return Error.NotFound();
            }

            context.Entry(document).Property(row => row.Version).OriginalValue = version;
            context.Entry(document).Property(row => row.Title).IsModified = true;
            return document.Rename(title);
        }, cancellationToken);

    /// <summary>Changes how far a version may travel.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="versionId">A version of a document of the event.</param>
    /// <param name="classification">The new classification.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>choice</c>.</returns>
    public async Task<Result> ClassifyAsync(Actor actor, Guid eventId, Guid versionId, Classification classification, CancellationToken cancellationToken) =>
        await ChangeAsync(actor, eventId, async context =>
        {
            if (!Enum.IsDefined(classification))
            {
                return Error.Invalid("Classification", "choice");
            }

            var version = await VersionAsync(context, eventId, versionId, cancellationToken);
            version?.Classify(classification);
            return version is null ? Error.NotFound() : Result.Success;
        }, cancellationToken);

    /// <summary>Takes a version back: it stays in the list and can no longer be downloaded. Again does nothing.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="versionId">A version of a document of the event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>.</returns>
    public async Task<Result> WithdrawAsync(Actor actor, Guid eventId, Guid versionId, CancellationToken cancellationToken) =>
        await ChangeAsync(actor, eventId, async context =>
        {
            var version = await VersionAsync(context, eventId, versionId, cancellationToken);
            version?.Withdraw(clock.GetUtcNow());
            return version is null ? Error.NotFound() : Result.Success;
        }, cancellationToken);

    private static Task<DocumentVersion?> VersionAsync(ScoEventsDbContext context, Guid eventId, Guid versionId, CancellationToken cancellationToken) =>
        context.DocumentVersions.SingleOrDefaultAsync(row => row.Id == versionId && row.EventId == eventId, cancellationToken);

    private static async Task<Result<SessionDocument>> DocumentAsync(
        ScoEventsDbContext context, Guid eventId, Guid sessionId, DocumentForm form, CancellationToken cancellationToken)
    {
        // One upload to a session at a time: the second finds the first's revision and place.
        await context.Database.ExecuteSqlAsync($"SELECT FROM sessions WHERE id = {sessionId} AND event_id = {eventId} FOR NO KEY UPDATE", cancellationToken);
        if (!await context.Sessions.AnyAsync(session => session.Id == sessionId && session.EventId == eventId, cancellationToken))
        {
            return Error.NotFound();
        }

        if (form.DocumentId is { } known)
        {
            var document = await context.SessionDocuments.Include(row => row.Versions)
                .SingleOrDefaultAsync(row => row.Id == known && row.SessionId == sessionId && row.EventId == eventId, cancellationToken);
            return document is null ? Error.NotFound() : document.Versions.Count < SessionDocument.MaxVersions ? document : DocumentErrors.TooMany(SessionDocument.MaxVersions);
        }

        var count = await context.SessionDocuments.CountAsync(row => row.SessionId == sessionId, cancellationToken);
        if (count >= SessionDocument.MaxPerSession)
        {
            return DocumentErrors.TooMany(SessionDocument.MaxPerSession);
        }

        var created = SessionDocument.Create(eventId, sessionId, form.Title.ToText(), count);
        if (created.IsSuccess)
        {
            context.SessionDocuments.Add(created.Value);
        }

        return created;
    }

    private async Task<Result> ChangeAsync(Actor actor, Guid eventId, Func<ScoEventsDbContext, Task<Result>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitOrganiserAsync(eventId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var opened = await context.OpenEventAsync(eventId, cancellationToken);
        var changed = opened.IsSuccess ? await change(context) : opened;
        var saved = changed.IsSuccess ? await context.TrySaveAsync(cancellationToken) : changed;
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}
