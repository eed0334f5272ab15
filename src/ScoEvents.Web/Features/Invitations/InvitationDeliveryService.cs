using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Follows invitations after they went out: their arrival, the day to answer by, and answers that come on paper.</summary>
public sealed class InvitationDeliveryService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<ChosenInvitations> chosenRules, IValidator<AnswerForm> answerRules)
{
    /// <summary>Notes of the chosen invitations that they arrived; those of which it is noted already, or that were not sent, are skipped. Refused: <c>not-found</c>, <c>forbidden</c>, <c>invitation.nobody</c>.</summary>
    public Task<Result<BulkOutcome>> MarkDeliveredAsync(Actor actor, Guid eventId, ChosenInvitations chosen, CancellationToken cancellationToken) =>
        MarkAsync(actor, eventId, chosen, invitation => invitation.MarkDelivered(actor.UserId!.Value, clock.GetUtcNow()), cancellationToken);

    /// <summary>Notes of the chosen invitations that no answer came; those not waited for are skipped. Refused: <c>not-found</c>, <c>forbidden</c>, <c>invitation.nobody</c>.</summary>
    public Task<Result<BulkOutcome>> MarkNoReplyAsync(Actor actor, Guid eventId, ChosenInvitations chosen, CancellationToken cancellationToken) =>
        MarkAsync(actor, eventId, chosen, invitation => invitation.MarkNoReply(), cancellationToken);

    /// <summary>Sets the event's day to answer by. Sides without a day of their own of which no reply was noted are waited for again where the day is to come. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>invitation.deadline-late</c>.</summary>
    public async Task<Result> SetDeadlineAsync(Actor actor, Guid eventId, DeadlineForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM events WHERE id = {eventId} FOR NO KEY UPDATE", cancellationToken);
        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == eventId, cancellationToken);
        var settings = await context.DelegationSettings.SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken);
        if ((settings?.Version ?? 0) != form.Version)
        {
            return Error.Stale();
        }

        settings ??= context.DelegationSettings.Add(DelegationSettings.For(eventId)).Entity;
        if (settings.AskForAnswers(form.AnswerBy, planned.StartsOn) is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        var today = NotePress.DayOf(planned, clock.GetUtcNow());
        foreach (var invitation in await context.Invitations
            .Where(found => found.EventId == eventId && found.Status == InvitationStatus.NoReply && found.AnswerBy == null).ToListAsync(cancellationToken))
        {
            invitation.WaitAgain(form.AnswerBy, today);
        }

        return await SaveAsync(context, transaction, cancellationToken);
    }

    /// <summary>Sets the day to answer by and the language of one invitation. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>invitation.not-answerable</c>, <c>invitation.deadline-late</c>, <c>note.language-unknown</c>.</summary>
    public Task<Result> EditAsync(Actor actor, Guid eventId, Guid invitationId, InvitationForm form, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, invitationId, form.Version, (locked, invitation, _) =>
        {
            var today = NotePress.DayOf(locked.Event, clock.GetUtcNow());
            var deadline = invitation.SetDeadline(form.AnswerBy, locked.Event.StartsOn, today);
            return deadline.IsSuccess ? invitation.SetLanguage(string.IsNullOrEmpty(form.Language) ? null : form.Language) : deadline;
        }, cancellationToken);

    /// <summary>Notes an answer that a side gave outside the portal; one that does not come is taken out with everybody it registered. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>invitation.answer-missing</c>, <c>invitation.not-answerable</c>, <c>delegation.registration-closed</c>, <c>note.remark-too-long</c>, <c>characters</c>.</summary>
    public async Task<Result> RecordAnswerAsync(Actor actor, Guid eventId, Guid invitationId, AnswerForm form, CancellationToken cancellationToken) =>
        await ChangeAsync(actor, eventId, invitationId, form.Version, (locked, invitation, delegation) =>
        {
            if (answerRules.Check(form) is { Count: > 0 } invalid)
            {
                return Result.Fail(invalid);
            }

            var remarked = invitation.Remark(form.Remark);
            if (!remarked.IsSuccess)
            {
                return remarked;
            }

            if (form.IsComing is false)
            {
                return invitation.CallOff(actor.UserId!.Value, delegation, clock.GetUtcNow());
            }

            return locked.Event.AcceptsDelegates ? invitation.Accept(actor.UserId!.Value, clock.GetUtcNow()) : DelegationErrors.RegistrationClosed();
        }, cancellationToken);

    /// <summary>Says for the side that it does not come after all, with everybody it registered: their accreditations end and their badges open nothing. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>invitation.not-answerable</c>, <c>note.remark-too-long</c>, <c>characters</c>.</summary>
    /// <param name="actor">A focal point of the invited side.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="remark">What the side says with it, or null.</param>
    /// <param name="cancellationToken">Cancels the whole act.</param>
    public async Task<Result> CallOffAsync(Actor actor, Guid invitationId, string? remark, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitFocalPointAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var (invitation, planned) = admitted.Value;
        if (planned.Status is EventStatus.Concluded or EventStatus.Archived or EventStatus.Cancelled)
        {
            return Error.Refused("event.closed");
        }

        var delegation = await context.Delegations.Include(found => found.Delegates).SingleOrDefaultAsync(found => found.InvitationId == invitationId, cancellationToken);
        var taken = invitation.CallOff(actor.UserId!.Value, delegation, clock.GetUtcNow());
        if (taken.Error is { } wrong)
        {
            return wrong;
        }

        if (invitation.Remark(remark) is { IsSuccess: false } unsaid)
        {
            return unsaid;
        }

        await context.TakeOutAsync(taken.Value, actor.UserId, clock.GetUtcNow(), cancellationToken);
        return await SaveAsync(context, transaction, cancellationToken);
    }

    private async Task<Result<BulkOutcome>> MarkAsync(
        Actor actor, Guid eventId, ChosenInvitations chosen, Func<Invitation, Result> mark, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (chosenRules.Check(chosen) is { Count: > 0 } invalid)
        {
            return Result<BulkOutcome>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var locked = await context.LockInvitationsAsync(eventId, chosen.InvitationIds, cancellationToken);
        if (locked.Error is { } missing)
        {
            return missing;
        }

        var done = locked.Value.Invitations.Count(invitation => mark(invitation).IsSuccess);
        var saved = await SaveAsync(context, transaction, cancellationToken);
        return saved.Error is { } failed ? failed : new BulkOutcome(done, locked.Value.Invitations.Count - done);
    }

    private async Task<Result> ChangeAsync(
        Actor actor, Guid eventId, Guid invitationId, uint version, Func<LockedInvitations, Invitation, Delegation?, Result> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // In the order of everybody who changes a delegation, so that nobody waits for another in a circle.
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM delegations WHERE invitation_id = {invitationId} FOR UPDATE", cancellationToken);
        var locked = await context.LockInvitationsAsync(eventId, [invitationId], cancellationToken);
        if (locked.Error is { } missing)
        {
            return missing;
        }

        var invitation = locked.Value.Invitations[0];
        context.Entry(invitation).Property(found => found.Version).OriginalValue = version;
        var delegation = await context.Delegations.Include(found => found.Delegates).SingleOrDefaultAsync(found => found.InvitationId == invitationId, cancellationToken);
        var changed = change(locked.Value, invitation, delegation);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        switch (changed)
        {
            // A side that declined and comes after all has its delegation from the first time.
            case Result<Delegation> made when delegation is null:
                context.Delegations.Add(made.Value);
                break;
            case Result<IReadOnlyList<Guid>> taken:
                await context.TakeOutAsync(taken.Value, actor.UserId, clock.GetUtcNow(), cancellationToken);
                break;
        }

        return await SaveAsync(context, transaction, cancellationToken);
    }

    private static async Task<Result> SaveAsync(
        ScoEventsDbContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}
