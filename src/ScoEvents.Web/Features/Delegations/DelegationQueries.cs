using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Reads delegations: a side its own, staff those of all sides.</summary>
public sealed class DelegationQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>The own delegation behind an invitation, head first. Refused: <c>not-found</c> also where the actor does not speak for the side.</summary>
    public async Task<Result<OwnDelegation>> OwnAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var invitation = await context.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(found => found.Id == invitationId && found.Status != InvitationStatus.Draft, cancellationToken);
        if (invitation is null || !(await context.ReachAsync(cancellationToken)).SpeaksFor(invitation.EventId, invitation.SideId))
        {
            return Error.NotFound();
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == invitation.EventId)).SingleAsync(cancellationToken);
        var sides = await context.SidesAsync([invitation.SideId], cancellationToken);
        var delegationId = await context.Delegations.Where(delegation => delegation.InvitationId == invitationId)
            .Select(delegation => (Guid?)delegation.Id).SingleOrDefaultAsync(cancellationToken);
        var settings = await context.SettingsAsync(invitation.EventId, cancellationToken);
        var persons = await context.PersonsAsync(delegationId, settings, cancellationToken);
        return new OwnDelegation(
            InvitationQueries.Own(invitation, head, sides[invitation.SideId], persons.Count(person => !person.IsReserve)), delegationId,
            new RegistrationRules(settings.Fields, settings.WantedLanguages, settings.LimitsFor(invitation.Capacity), settings.RegisterBy, IsOver(settings.RegisterBy, head)), persons);
    }

    /// <summary>What the programme has to do with a person who would leave. Refused: <c>not-found</c> also where the actor does not speak for the side.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The accepted invitation.</param>
    /// <param name="delegateId">Who would leave.</param>
    /// <param name="exchange">Whether another would come instead, and who, where that is somebody of the reserve.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Numbers only: a side does not read the draft.</returns>
    public async Task<Result<ProgrammePart>> ProgrammePartAsync(
        Actor actor, Guid invitationId, Guid delegateId, IntendedExchange exchange, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        // What the reading may see ends with its transaction.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var delegation = await context.Delegations.AsNoTracking().Include(found => found.Delegates).SingleOrDefaultAsync(found => found.InvitationId == invitationId, cancellationToken);
        if (delegation is null || !(await context.ReachAsync(cancellationToken)).SpeaksFor(delegation.EventId, delegation.SideId)
            || delegation.Live.FirstOrDefault(person => person.Id == delegateId) is not { } leaves)
        {
            return Error.NotFound();
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == delegation.EventId, cancellationToken);
        var comes = delegation.Live.FirstOrDefault(person => exchange.IsExchange && person.Id == exchange.ReserveId && person != leaves);
        var others = delegation.Live.Where(person => person != leaves && person != comes).ToList();
        var plan = await ProgrammeSuccession.PlanAsync(context, planned, new Exchange(leaves, comes, others, exchange.IsExchange), locks: false, clock.GetUtcNow(), cancellationToken);
        return new ProgrammePart(plan.Sessions.Count(found => found.Fate == PlaceFate.Passed), plan.Sessions.Count(found => found.Fate != PlaceFate.Passed));
    }

    /// <summary>All sides invited to an event, in protocol order. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<EventDelegations>> OfEventAsync(Actor actor, Guid eventId, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var found = await (
            from invitation in context.Invitations.AsNoTracking()
            where invitation.EventId == eventId
            from delegation in context.Delegations.Where(delegation => delegation.InvitationId == invitation.Id).DefaultIfEmpty()
            select new
            {
                invitation.SideId,
                invitation.Capacity,
                invitation.Status,
                invitation.Quota,
                DelegationId = (Guid?)delegation!.Id,
                Registered = delegation.Delegates.Count(person => person.WithdrawnAt == null && !person.IsReserve),
                Head = delegation.Delegates.Where(person => person.WithdrawnAt == null && !person.IsReserve && person.Role == DelegationRole.Head)
                    .Select(person => new { person.GivenNames, person.FamilyName }).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var sides = await context.SidesAsync([.. found.Select(row => row.SideId)], cancellationToken);
        return new EventDelegations(head, order.Alphabet,
        [
            .. found.OrderBy(row => sides[row.SideId].KeyFor(row.Capacity, head.StartsOn, order.Language), order.Comparer())
                .Select(row => new DelegationRow(
                    sides[row.SideId].LabelOn(head.StartsOn), row.Capacity, row.Status, row.DelegationId, row.Quota, row.Registered,
                    row.Head is { } person ? $"{person.GivenNames} {person.FamilyName.ToUpperInvariant()}" : null)),
        ]);
    }

    /// <summary>One delegation, read only, head first. Refused: <c>not-found</c>.</summary>
    public async Task<Result<DelegationDetails>> DetailsAsync(Actor actor, Guid eventId, Guid delegationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var found = await (
            from delegation in context.Delegations.AsNoTracking()
            where delegation.Id == delegationId && delegation.EventId == eventId
            join invitation in context.Invitations on delegation.InvitationId equals invitation.Id
            select invitation).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Error.NotFound();
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var sides = await context.SidesAsync([found.SideId], cancellationToken);
        var settings = await context.SettingsAsync(eventId, cancellationToken);
        var persons = await context.PersonsAsync(delegationId, settings, cancellationToken);
        return new DelegationDetails(
            head, delegationId, sides[found.SideId].LabelOn(head.StartsOn), found.Capacity, found.Status, found.Quota, found.AnsweredAt, persons)
        {
            CanSeePassports = admitted.Value.Reach.CanSeePassports(admitted.Value.Scope),
        };
    }

    /// <summary>What the list of participants holds: the registered persons of the sides that come. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<EventParticipants>> ParticipantsAsync(Actor actor, Guid eventId, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var found = await (
            from person in context.Delegates.AsNoTracking()
            where person.EventId == eventId && person.WithdrawnAt == null && !person.IsReserve
            join invitation in context.Invitations on new { person.EventId, person.SideId } equals new { invitation.EventId, invitation.SideId }
            where invitation.Status == InvitationStatus.Accepted
            select new
            {
                person.Id,
                person.SideId,
                invitation.Capacity,
                person.Role,
                person.GivenNames,
                person.FamilyName,
                person.NativeName,
                person.Function,
                person.Body,
                person.RegisteredAt,
            }).ToListAsync(cancellationToken);
        var sides = await context.SidesAsync([.. found.Select(row => row.SideId).Distinct()], cancellationToken);
        return new EventParticipants(head,
        [
            .. found.OrderBy(row => sides[row.SideId].KeyFor(row.Capacity, head.StartsOn, order.Language), order.Comparer())
                .ThenBy(row => row.Role).ThenBy(row => row.RegisteredAt).ThenBy(row => row.Id)
                .Select(row => new Participant(
                    sides[row.SideId].LabelOn(head.StartsOn), row.Capacity, row.Role, $"{row.GivenNames} {row.FamilyName.ToUpperInvariant()}", row.NativeName, row.Function, row.Body)),
        ]);
    }

    /// <summary>All states, as nationality and issuer of passports are chosen from; the public may read them, too.</summary>
    public async Task<IReadOnlyList<StateChoice>> StatesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        return await context.States.AsNoTracking().Select(state => new StateChoice(state.Id, state.Iso2, state.Names)).ToListAsync(cancellationToken);
    }

    /// <summary>The event whose lists can be exported. Refused: <c>not-found</c>.</summary>
    public async Task<Result<InvitedEvent>> EventAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        return admitted.Error is { } refused
            ? refused
            : await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
    }

    private bool IsOver(DateOnly? lastDay, InvitedEvent head) =>
        lastDay is { } last && DateOnly.FromDateTime(EventZone.Find(head.TimeZone)?.ToLocal(clock.GetUtcNow()) ?? clock.GetUtcNow().UtcDateTime) > last;
}
