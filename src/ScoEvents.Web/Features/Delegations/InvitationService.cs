using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Invitations;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Invites sides, and takes their answers.</summary>
public sealed class InvitationService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<InviteForm> inviteRules, IValidator<QuotaForm> quotaRules)
{
    /// <summary>Sends invitations in one act to the states of the chosen statuses on the event's first day and to single sides; sides that have one are skipped, those whose invitation was taken back get it anew. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c> where the event has another first day by now, <c>event.closed</c>, <c>invitation.nobody</c>, <c>invitation.already</c>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Whom to invite.</param>
    /// <param name="cancellationToken">Cancels the whole act.</param>
    public async Task<Result<InviteOutcome>> InviteAsync(Actor actor, Guid eventId, InviteForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (inviteRules.Check(form) is { Count: > 0 } invalid)
        {
            return Result<InviteOutcome>.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Two organisers who invite at once take turns here; the second skips whom the first invited.
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM events WHERE id = {eventId} FOR NO KEY UPDATE", cancellationToken);
        var planned = await context.Events.SingleAsync(found => found.Id == eventId, cancellationToken);
        if (planned.StartsOn != form.FirstDay || planned.StartsOn is not { } day)
        {
            return Error.Stale();
        }

        var now = clock.GetUtcNow();
        if (planned.MarkInvited(now).Error is { } closed)
        {
            return closed;
        }

        var wanted = await WantedAsync(context, form, day, cancellationToken);
        if (wanted.Count == 0)
        {
            return DelegationErrors.NobodyToInvite();
        }

        var issued = await IssueAsync(context, planned, wanted, now, cancellationToken);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return new InviteOutcome(issued, wanted.Count - issued);
    }

    /// <summary>Changes how many persons a side may send. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>, <c>invitation.not-answerable</c> for one taken back, <c>event.quota-out-of-range</c>, <c>invitation.quota-below-registered</c>.</summary>
    public async Task<Result> ChangeQuotaAsync(Actor actor, Guid eventId, Guid invitationId, QuotaForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (quotaRules.Check(form) is { Count: > 0 } invalid)
        {
            return Result.Fail(invalid);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Held against a focal point who registers a person at this moment.
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM delegations WHERE invitation_id = {invitationId} FOR UPDATE", cancellationToken);
        var invitation = await context.Invitations.SingleOrDefaultAsync(found => found.Id == invitationId && found.EventId == eventId, cancellationToken);
        if (invitation is null)
        {
            return Error.NotFound();
        }

        context.Entry(invitation).Property(found => found.Version).OriginalValue = form.Version;
        var delegation = await DelegationOfAsync(context, invitationId, cancellationToken);
        if (invitation.ChangeQuota(form.Quota!.Value, delegation) is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        return await SaveAsync(context, transaction, cancellationToken);
    }

    /// <summary>Takes an invitation back; a delegation that was registered is kept but no longer comes, and its badges open nothing any more. Refused: <c>not-found</c>, <c>forbidden</c>, <c>invitation.not-answerable</c> where it was taken back before.</summary>
    public async Task<Result> WithdrawAsync(Actor actor, Guid eventId, Guid invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM invitations WHERE id = {invitationId} FOR NO KEY UPDATE", cancellationToken);
        var invitation = await context.Invitations.SingleOrDefaultAsync(found => found.Id == invitationId && found.EventId == eventId, cancellationToken);
        if (invitation is null)
        {
            return Error.NotFound();
        }

        if (invitation.Withdraw() is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        await context.TakeBadgesBackAsync(eventId, invitation.SideId, clock.GetUtcNow(), cancellationToken);
        return await SaveAsync(context, transaction, cancellationToken);
    }

    /// <summary>Says for the side that it comes; from then on it has a delegation. Refused: <c>not-found</c>, <c>forbidden</c>, <c>delegation.registration-closed</c>, <c>invitation.not-answerable</c>.</summary>
    /// <param name="actor">A focal point of the invited side.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    /// <returns>The delegation.</returns>
    public async Task<Result<Guid>> AcceptAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitFocalPointAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var (invitation, planned) = admitted.Value;
        if (!planned.AcceptsDelegates)
        {
            return DelegationErrors.RegistrationClosed();
        }

        var accepted = invitation.Accept(actor.UserId!.Value, clock.GetUtcNow());
        if (accepted.Error is { } wrong)
        {
            return wrong;
        }

        // A side that declined and comes after all has its delegation from the first time.
        var delegation = await DelegationOfAsync(context, invitationId, cancellationToken) ?? context.Delegations.Add(accepted.Value).Entity;
        if (invitation.ChangeQuota(invitation.Quota, delegation) is { Error: { } tooFew })
        {
            return tooFew;
        }

        var saved = await SaveAsync(context, transaction, cancellationToken);
        return saved.Error is { } failed ? failed : delegation.Id;
    }

    /// <summary>Says for the side that it does not come. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>, <c>invitation.not-answerable</c>, <c>invitation.persons-registered</c>.</summary>
    public async Task<Result> DeclineAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
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

        var delegation = await DelegationOfAsync(context, invitationId, cancellationToken);
        if (invitation.Decline(actor.UserId!.Value, clock.GetUtcNow(), delegation?.Live.Count() ?? 0) is { IsSuccess: false } wrong)
        {
            return wrong;
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

    private static Task<Delegation?> DelegationOfAsync(ScoEventsDbContext context, Guid invitationId, CancellationToken cancellationToken) =>
        context.Delegations.Include(found => found.Delegates).SingleOrDefaultAsync(found => found.InvitationId == invitationId, cancellationToken);

    /// <summary>Whom the form means, each with its capacity: a status decides over a guest's chair.</summary>
    private static async Task<Dictionary<Guid, Capacity>> WantedAsync(ScoEventsDbContext context, InviteForm form, DateOnly day, CancellationToken cancellationToken)
    {
        var sides = await context.Sides.AsNoTracking().ToListAsync(cancellationToken);
        var states = await context.States.AsNoTracking().Include(state => state.Periods).ToListAsync(cancellationToken);
        var organisations = await context.Organisations.AsNoTracking().ToDictionaryAsync(organisation => organisation.Id, cancellationToken);
        var sideOfState = sides.Where(side => side.StateId is not null).ToDictionary(side => side.StateId!.Value, side => side.Id);
        var roster = StatusRoster.AsOf(states, day);

        var wanted = new Dictionary<Guid, Capacity>();
        foreach (var status in form.Statuses.Distinct())
        {
            foreach (var sideId in roster[status].Select(state => sideOfState[state.Id]).Where(sideId => !form.ExceptSideIds.Contains(sideId)))
            {
                wanted[sideId] = Invitation.CapacityOf(status);
            }
        }

        foreach (var guest in sides.Where(side => form.GuestSideIds.Contains(side.Id)))
        {
            wanted.TryAdd(guest.Id, guest.OrganisationId is { } id ? Invitation.CapacityOf(organisations[id]) : Capacity.Guest);
        }

        return wanted;
    }

    private static async Task<int> IssueAsync(
        ScoEventsDbContext context, ScoEvent planned, Dictionary<Guid, Capacity> wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await context.Invitations.Where(found => found.EventId == planned.Id).ToDictionaryAsync(found => found.SideId, cancellationToken);
        var issued = 0;
        foreach (var (sideId, capacity) in wanted)
        {
            if (!known.TryGetValue(sideId, out var invitation))
            {
                context.Invitations.Add(Invitation.Issue(planned.Id, sideId, capacity, planned.DelegationQuota, now));
                issued++;
            }
            else if (invitation.Reissue(capacity, now).IsSuccess)
            {
                issued++;
            }
        }

        return issued;
    }
}
