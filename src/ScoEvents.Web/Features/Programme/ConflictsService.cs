using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>Lets conflicts stand that an organiser has seen.</summary>
public sealed class ConflictsService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<AcknowledgeForm> validator)
{
    /// <summary>Acknowledges a conflict as it was shown, with a reason; holds while its facts stay the same.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Which conflict, with the fingerprint of what was shown, and why.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>conflict.gone</c>, <c>stale</c> where its facts are others by now, and as <see cref="ConflictAcknowledgement.Of"/>.</returns>
    public async Task<Result> AcknowledgeAsync(Actor actor, Guid eventId, AcknowledgeForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Nobody changes the draft, publishes it, or acknowledges the same meanwhile.
        await context.LockEventAsync(eventId, cancellationToken);
        var key = form.Key();
        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        if (draft.Review().FirstOrDefault(reviewed => reviewed.Conflict.Key == key) is not { } found)
        {
            return Error.Refused("conflict.gone");
        }

        if (found.Fingerprint != form.Fingerprint)
        {
            return Error.Stale();
        }

        var made = ConflictAcknowledgement.Of(eventId, found, form.Reason, actor.UserId!.Value, clock.GetUtcNow());
        if (!made.IsSuccess)
        {
            return made;
        }

        var (sessionId, otherId, subjectId) = (key.SessionId, key.OtherId, key.SubjectId);
        var before = await context.ConflictAcknowledgements.SingleOrDefaultAsync(
            row => row.EventId == eventId && row.Kind == key.Kind && row.SessionId == sessionId && row.OtherId == otherId && row.SubjectId == subjectId, cancellationToken);
        if (before is null)
        {
            context.ConflictAcknowledgements.Add(made.Value);
        }
        else
        {
            before.Renew(made.Value);
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Takes an acknowledgement back; releases that were made with it keep it.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="acknowledgementId">An acknowledgement of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>conflict.gone</c> where it was taken back already, <c>stale</c> where somebody else did so at the same moment.</returns>
    public async Task<Result> RevokeAsync(Actor actor, Guid eventId, Guid acknowledgementId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var opened = await context.AdmitToOpenAsync(eventId, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var found = await context.ConflictAcknowledgements.SingleOrDefaultAsync(row => row.Id == acknowledgementId && row.EventId == eventId, cancellationToken);
        if (found is null)
        {
            return Error.Refused("conflict.gone");
        }

        context.ConflictAcknowledgements.Remove(found);
        return await context.TrySaveAsync(cancellationToken);
    }
}
