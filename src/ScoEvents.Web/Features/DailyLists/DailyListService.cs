using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Sets daily lists up, pauses and resumes them, and ends them.</summary>
public sealed class DailyListService(IDbContextFactory<ScoEventsDbContext> contexts, IValidator<DailyListForm> validator, TimeProvider clock)
{
    /// <summary>Sets a list up; the first comes at the next such hour and tells of everything there is.</summary>
    /// <param name="actor">An organiser of the event; the list tells what this person may read when it is written.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">What, where to, in which language, at which hour.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>scheduled.no-zone</c>, <c>scheduled.too-many</c>, and as <see cref="ScheduledExport.SetUp"/>.</returns>
    public async Task<Result> SetUpAsync(Actor actor, Guid eventId, DailyListForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var errors = validator.Check(form);
        if (errors.Count > 0)
        {
            return Result.Fail(errors);
        }

        if (await ZoneAsync(context, eventId, cancellationToken) is not { } zone)
        {
            return Error.Refused("scheduled.no-zone");
        }

        if (await context.ScheduledExports.CountAsync(export => export.EventId == eventId, cancellationToken) >= ScheduledExport.MaxOfEvent)
        {
            return Error.Refused("scheduled.too-many", ScheduledExport.MaxOfEvent);
        }

        var export = ScheduledExport.SetUp(
            eventId, new ScheduledFacts(form.Subject, form.ToAddress!.Trim(), form.Language, form.Hour), zone, actor.UserId!.Value, clock.GetUtcNow());
        if (!export.IsSuccess)
        {
            return export.Error!;
        }

        context.ScheduledExports.Add(export.Value);
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Writes no more until it is resumed.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="listId">A list of the event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c> where a list is being written at this moment.</returns>
    public Task<Result> PauseAsync(Actor actor, Guid eventId, Guid listId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, listId, (export, _) => export.Pause(), cancellationToken);

    /// <summary>Goes on, also after it has stopped by itself.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="listId">A list of the event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>scheduled.no-zone</c>, <c>stale</c>.</returns>
    public Task<Result> ResumeAsync(Actor actor, Guid eventId, Guid listId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, listId, (export, zone) => export.Resume(zone, clock.GetUtcNow()), cancellationToken);

    /// <summary>Has a list written within half a minute, also where it was paused or has stopped; it goes on from there.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="listId">A list of the event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>scheduled.no-zone</c>, <c>stale</c>.</returns>
    public Task<Result> SendNowAsync(Actor actor, Guid eventId, Guid listId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, listId, (export, _) => export.SendNow(clock.GetUtcNow()), cancellationToken);

    /// <summary>Ends a list for good.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="listId">A list of the event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>.</returns>
    public async Task<Result> DeleteAsync(Actor actor, Guid eventId, Guid listId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var found = await FindAsync(context, eventId, listId, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error!;
        }

        context.ScheduledExports.Remove(found.Value);
        return await context.TrySaveAsync(cancellationToken);
    }

    private async Task<Result> ChangeAsync(Actor actor, Guid eventId, Guid listId, Action<ScheduledExport, EventZone> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var found = await FindAsync(context, eventId, listId, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error!;
        }

        if (await ZoneAsync(context, eventId, cancellationToken) is not { } zone)
        {
            return Error.Refused("scheduled.no-zone");
        }

        change(found.Value, zone);
        return await context.TrySaveAsync(cancellationToken);
    }

    private static async Task<Result<ScheduledExport>> FindAsync(ScoEventsDbContext context, Guid eventId, Guid listId, CancellationToken cancellationToken)
    {
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var export = await context.ScheduledExports.SingleOrDefaultAsync(export => export.Id == listId && export.EventId == eventId, cancellationToken);
        return export is null ? Error.NotFound() : export;
    }

    private static async Task<EventZone?> ZoneAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        EventZone.Find(await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.TimeZone).SingleAsync(cancellationToken));
}
