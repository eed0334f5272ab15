using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Participants;

/// <summary>Issues lists of participants.</summary>
public sealed class ParticipantService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<ListForm> validator)
{
    /// <summary>Freezes the accredited persons as the next list of the event.</summary>
    /// <remarks>One transaction that holds the event's row: numbers follow each other without gaps.</remarks>
    /// <param name="actor">Whoever accredits at the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Kind, remark, and the number that was shown.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The number, from 1. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c> where another list took the number, and as <see cref="SnapshotRules.Check"/>.</returns>
    public async Task<Result<int>> IssueAsync(Actor actor, Guid eventId, ListForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result<int>.Fail(errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        var issued = await context.ParticipantSnapshots.AsNoTracking().Where(list => list.EventId == eventId)
            .OrderByDescending(list => list.Number).Select(list => new { list.Number, list.Kind }).ToListAsync(cancellationToken);
        var number = issued.Count == 0 ? 1 : issued[0].Number + 1;
        if (form.Number is { } shown && shown != number)
        {
            return Error.Stale();
        }

        var includesOpen = form.IncludesOpen && form.Kind == SnapshotKind.Provisional;
        var entries = (await context.ParticipantsAsync(eventId, cancellationToken)).FindAll(entry => entry.IsAccredited || includesOpen);
        var latest = form.Kind == SnapshotKind.Corrigendum && issued.Count > 0
            ? await context.ParticipantSnapshots.AsNoTracking()
                .Where(list => list.EventId == eventId && list.Number == number - 1).Select(list => list.Entries).SingleAsync(cancellationToken)
            : null;
        var allowed = SnapshotRules.Check(form.Kind, [.. issued.Select(list => list.Kind)], entries, latest);
        if (allowed.Error is { } broken)
        {
            return broken;
        }

        context.ParticipantSnapshots.Add(
            ParticipantSnapshot.Issue(eventId, number, form.Kind, entries, form.Remark, actor.UserId!.Value, clock.GetUtcNow()));
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return number;
    }
}
