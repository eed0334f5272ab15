using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>Sets how long data are kept, purges and erases.</summary>
public sealed class PrivacyService(IDbContextFactory<ScoEventsDbContext> contexts, DataPurge purge, TimeProvider clock)
{
    /// <summary>Sets the last day on which passport data and photographs are kept. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>privacy.before-end</c>.</summary>
    public async Task<Result> KeepUntilAsync(Actor actor, Guid eventId, RetentionForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var lastDay = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId).Select(planned => planned.EndsOn ?? planned.StartsOn).SingleAsync(cancellationToken);
        var settings = await context.DelegationSettings.SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken);
        if (settings is null)
        {
            settings = DelegationSettings.For(eventId);
            context.DelegationSettings.Add(settings);
        }

        var set = settings.KeepUntil(form.Day, lastDay);
        return set.IsSuccess ? await context.TrySaveAsync(cancellationToken) : set;
    }

    /// <summary>Purges passport data, visa and travel, photographs, drafts and mandate letters of an event that is over.</summary>
    /// <param name="actor">Whoever accredits at the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The proof. Refused: <c>not-found</c>, <c>forbidden</c>, <c>privacy.event-open</c>, and as <see cref="DataPurge.EventAsync"/>.</returns>
    public async Task<Result<string>> PurgeAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        var over = await IsOverAsync(actor, eventId, cancellationToken);
        if (over.Error is { } refused)
        {
            return refused;
        }

        if (!over.Value)
        {
            return Error.Refused("privacy.event-open");
        }

        var purged = await purge.EventAsync(eventId, actor.UserId, cancellationToken);
        return purged.Error is { } failed ? failed : purged.Value.Proof;
    }

    /// <summary>Erases a person; lists keep their counts and show a line without a name.</summary>
    /// <param name="actor">Whoever accredits at the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The proof. Refused: <c>not-found</c>, <c>forbidden</c>, and as <see cref="DataPurge.PersonAsync"/>.</returns>
    public async Task<Result<string>> EraseAsync(Actor actor, Guid eventId, Guid delegateId, CancellationToken cancellationToken)
    {
        var over = await IsOverAsync(actor, eventId, cancellationToken);
        if (over.Error is { } refused)
        {
            return refused;
        }

        var erased = await purge.PersonAsync(eventId, delegateId, over.Value, actor.UserId!.Value, cancellationToken);
        return erased.Error is { } failed ? failed : erased.Value.Proof;
    }

    private async Task<Result<bool>> IsOverAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().Where(found => found.Id == eventId)
            .Select(found => new { found.Status, LastDay = found.EndsOn ?? found.StartsOn, found.TimeZone }).SingleAsync(cancellationToken);
        return EventDay.IsOver(planned.Status, planned.LastDay, planned.TimeZone, clock);
    }
}
