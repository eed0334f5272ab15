using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Events;

/// <summary>Takes an event from step to step, puts it off, takes it up again and calls it off.</summary>
/// <remarks>Each act is one transaction that holds the event's row: the status, the programme that moves along, and the letters that tell of it come together or not at all.</remarks>
public sealed class EventStatusService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, MailOutbox outbox,
    IValidator<PostponeForm> postponeRules, IValidator<ResumeForm> resumeRules, IValidator<CancelForm> cancelRules)
{
    /// <summary>Takes a plain step: announce, open or close the registration, begin, conclude, archive.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="act">The step.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>choice</c> for an act that is no plain step, <c>event.closed</c>, <c>event.before-first-day</c>, and as <see cref="EventLife.Refusal"/>.</returns>
    public async Task<Result> TakeAsync(Actor actor, Guid eventId, EventAct act, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (!Enum.IsDefined(act) || act > EventAct.Archive)
        {
            return Error.Invalid("", "choice");
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await LockedAsync(context, eventId, cancellationToken);
        var taken = planned.Take(act, clock.GetUtcNow());
        return taken.IsSuccess ? await SaveAsync(context, transaction, planned, cancellationToken) : taken;
    }

    /// <summary>Puts the event off with a notice. New days take the programme along; while they are not known, the rooms are free for others.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Notice and new first day, with the version that the organiser saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>What became of the programme. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>required</c>, <c>event.day-out-of-range</c>, and as <see cref="ScoEvent.Postpone"/>.</returns>
    public async Task<Result<ProgrammeMove>> PostponeAsync(Actor actor, Guid eventId, PostponeForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (postponeRules.Check(form) is { Count: > 0 } invalid)
        {
            return Result<ProgrammeMove>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await LockedAsync(context, eventId, cancellationToken);
        if (planned.Version != form.Version)
        {
            return Error.Stale();
        }

        var (before, now) = (planned.StartsOn, clock.GetUtcNow());
        var postponed = planned.Postpone(form.Notice.ToText(), form.HasNewDays ? form.StartsOn : null, now);
        if (!postponed.IsSuccess)
        {
            return Result<ProgrammeMove>.Fail(postponed.Errors);
        }

        var moved = SlotsMoved.None;
        if (planned.IsToBeDated)
        {
            await context.VacateRoomsAsync(eventId, cancellationToken);
        }
        else
        {
            moved = await MoveAsync(context, planned, before, now, cancellationToken);
        }

        await outbox.NoticeAsync(context, planned, EventNoticeKind.Postponed, isReviewed: true, now, cancellationToken);
        var saved = await SaveAsync(context, transaction, planned, cancellationToken);
        return saved.Error is { } failed ? failed : moved.ToShow();
    }

    /// <summary>Takes up again what was put off; the notice is taken down. The sessions take their rooms again, at the new days where there are new ones.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The first day, with the version that the organiser saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>What became of the programme. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>event.day-out-of-range</c>, and as <see cref="ScoEvent.Resume"/>.</returns>
    public async Task<Result<ProgrammeMove>> ResumeAsync(Actor actor, Guid eventId, ResumeForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (resumeRules.Check(form) is { Count: > 0 } invalid)
        {
            return Result<ProgrammeMove>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await LockedAsync(context, eventId, cancellationToken);
        if (planned.Version != form.Version)
        {
            return Error.Stale();
        }

        // While no new days were known the rooms were given up; whoever set the days by hand since then has not taken them again.
        var isVacated = await context.Slots.AnyAsync(slot => slot.EventId == eventId && !slot.Rooms.Any(), cancellationToken);
        var (before, now) = (planned.StartsOn, clock.GetUtcNow());
        var resumed = planned.Resume(form.StartsOn, now);
        if (!resumed.IsSuccess)
        {
            return Result<ProgrammeMove>.Fail(resumed.Errors);
        }

        var moved = isVacated || planned.StartsOn != before ? await MoveAsync(context, planned, before, now, cancellationToken) : SlotsMoved.None;
        await outbox.NoticeAsync(context, planned, EventNoticeKind.Resumed, isReviewed: true, now, cancellationToken);
        var saved = await SaveAsync(context, transaction, planned, cancellationToken);
        return saved.Error is { } failed ? failed : moved.ToShow();
    }

    /// <summary>Calls the event off for good: the notice stays on its pages, its rooms are free for others, those invited are told.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">The notice, with the version that the organiser saw.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Letters that wait in the outbox. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, and as <see cref="ScoEvent.Cancel"/>.</returns>
    public async Task<Result<int>> CancelAsync(Actor actor, Guid eventId, CancelForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (cancelRules.Check(form) is { Count: > 0 } invalid)
        {
            return Result<int>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var planned = await LockedAsync(context, eventId, cancellationToken);
        if (planned.Version != form.Version)
        {
            return Error.Stale();
        }

        var (isKnown, now) = (planned.Status != EventStatus.Draft, clock.GetUtcNow());
        var cancelled = planned.Cancel(form.Notice.ToText(), now);
        if (!cancelled.IsSuccess)
        {
            return Result<int>.Fail(cancelled.Errors);
        }

        await context.VacateRoomsAsync(eventId, cancellationToken);
        // Of a draft nobody has heard.
        var written = isKnown ? await outbox.NoticeAsync(context, planned, EventNoticeKind.Cancelled, isReviewed: true, now, cancellationToken) : 0;
        var saved = await SaveAsync(context, transaction, planned, cancellationToken);
        return saved.Error is { } failed ? failed : written;
    }

    private static async Task<ScoEvent> LockedAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        await context.LockEventAsync(eventId, cancellationToken);
        return await context.Events.Include(row => row.Rooms).SingleAsync(row => row.Id == eventId, cancellationToken);
    }

    private static Task<SlotsMoved> MoveAsync(ScoEventsDbContext context, ScoEvent planned, DateOnly? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = EventZone.Find(planned.TimeZone)!;
        return context.MoveSlotsAsync(planned, new ClockShift(zone, zone, planned.StartsOn!.Value.DayNumber - before!.Value.DayNumber), now, cancellationToken);
    }

    private static async Task<Result> SaveAsync(ScoEventsDbContext context, IDbContextTransaction transaction, ScoEvent planned, CancellationToken cancellationToken)
    {
        var saved = await context.SaveMovedAsync(cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved;
        }

        if (planned.IsPublic)
        {
            await context.AnnounceChangeAsync(planned.Id, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }
}
