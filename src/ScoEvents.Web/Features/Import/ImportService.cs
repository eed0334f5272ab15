using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Import;

/// <summary>Takes a programme over, exactly as it was planned.</summary>
public sealed class ImportService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Carries a plan out in one transaction: all of it, or nothing.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="plan">The plan that was confirmed.</param>
    /// <param name="progress">Told how far it is, 0 to 100; null for nobody.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>What was done. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>stale</c> where the draft, or another event's use of the rooms, is no longer what was planned for.</returns>
    public async Task<Result<ImportDone>> ApplyAsync(Actor actor, Guid eventId, ImportPlan plan, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (plan.EventId != eventId)
        {
            return Error.NotFound();
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        var planned = await context.Events.Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
        if (planned.IsClosed)
        {
            return Error.Refused("event.closed");
        }

        var draft = await ImportDrafts.ReadAsync(context, eventId, plan.Steps.Choices.VenueId, null, cancellationToken);
        if (draft.Fingerprint != plan.Fingerprint)
        {
            return Error.Stale();
        }

        var writer = new ImportWriter(planned, draft, plan.Steps, clock.GetUtcNow(), progress);
        var written = await writer.WriteAsync(context, admitted.Value.Scope.SecretariatId!.Value, cancellationToken);
        if (written.IsSuccess && await KeepsRoomsApartAsync(context, cancellationToken))
        {
            await transaction.CommitAsync(cancellationToken);
            return written;
        }

        await transaction.RollbackAsync(cancellationToken);
        return written.Error is { } failed ? failed : Error.Stale();
    }

    // Sessions may change places with each other, so that rooms are compared once everybody stands. Who is in the way then came from another event.
    private static async Task<bool> KeepsRoomsApartAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.ExecuteSqlAsync($"SET CONSTRAINTS slots_no_room_overlap IMMEDIATE", cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ExclusionViolation)
        {
            return false;
        }
    }
}
