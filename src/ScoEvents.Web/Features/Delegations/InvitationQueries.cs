using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Reads invitations, for those who invite and for those who are invited.</summary>
public sealed class InvitationQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>The invitations of an event in protocol order, and who could be invited on its first day. Refused: <c>not-found</c>, <c>forbidden</c>.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<EventInvitations>> OfEventAsync(Actor actor, Guid eventId, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanInvite(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var sides = await context.SidesAsync(null, cancellationToken);
        var byProtocol = order.Comparer();
        var invitations = (await context.Invitations.AsNoTracking()
            .Where(invitation => invitation.EventId == eventId)
            .Select(invitation => new
            {
                Row = invitation,
                Registered = context.Delegates.Count(person => person.EventId == eventId && person.SideId == invitation.SideId && person.WithdrawnAt == null),
            })
            .ToListAsync(cancellationToken))
            .OrderBy(found => sides[found.Row.SideId].KeyFor(found.Row.Capacity, head.StartsOn, order.Language), byProtocol)
            .Select(found => new InvitationRow(
                found.Row.Id, sides[found.Row.SideId].LabelOn(head.StartsOn), found.Row.Capacity, found.Row.Status, found.Row.Quota, found.Registered,
                found.Row.IssuedAt, found.Row.AnsweredAt, found.Row.Version))
            .ToList();

        var hosts = await context.Events.Where(planned => planned.Id == eventId)
            .SelectMany(planned => planned.Parties.Where(party => party.Role == OrganisationRole.Host).Select(party => party.SideId))
            .ToListAsync(cancellationToken);
        var invited = invitations.Where(row => row.Status is not (InvitationStatus.Draft or InvitationStatus.Withdrawn)).Select(row => row.Side.SideId).ToHashSet();
        var (statuses, others) = await ChoicesAsync(context, head, sides, order, side => Choice(sides[side]), cancellationToken);
        return new EventInvitations(head, invitations, statuses, others);

        SideChoice Choice(SideRow side) => new(side.LabelOn(head.StartsOn), invited.Contains(side.Id), hosts.Contains(side.Id));
    }

    /// <summary>The invitations of the sides that the actor speaks for, the next event first; without those taken back. Empty for everybody else.</summary>
    public async Task<IReadOnlyList<OwnInvitation>> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var own = reach.Sides.ToList();
        var found = own.Count == 0
            ? []
            : await context.Invitations.AsNoTracking()
                .Where(invitation => own.Contains(invitation.SideId) && invitation.Status != InvitationStatus.Draft && invitation.Status != InvitationStatus.Withdrawn)
                .ToListAsync(cancellationToken);
        // A focal point of one event may be staff of another, whose invitations are not the own side's to answer.
        found.RemoveAll(invitation => !reach.SpeaksFor(invitation.EventId, invitation.SideId));
        if (found.Count == 0)
        {
            return [];
        }

        var eventIds = found.Select(invitation => invitation.EventId).Distinct().ToList();
        var heads = await context.Heads(context.Events.Where(planned => eventIds.Contains(planned.Id))).ToDictionaryAsync(head => head.EventId, cancellationToken);
        var sides = await context.SidesAsync(own, cancellationToken);
        var invitationIds = found.Select(invitation => invitation.Id).ToList();
        var registered = await context.Delegations.AsNoTracking()
            .Where(delegation => invitationIds.Contains(delegation.InvitationId))
            .Select(delegation => new { delegation.InvitationId, Count = delegation.Delegates.Count(person => person.WithdrawnAt == null) })
            .ToDictionaryAsync(counted => counted.InvitationId, counted => counted.Count, cancellationToken);
        return
        [
            .. found
                .Select(invitation => Own(invitation, heads[invitation.EventId], sides[invitation.SideId], registered.GetValueOrDefault(invitation.Id)))
                .OrderBy(invitation => invitation.Event.StartsOn).ThenBy(invitation => invitation.Id),
        ];
    }

    internal static OwnInvitation Own(Invitation invitation, InvitedEvent head, SideRow side, int registered) => new(
        invitation.Id, head, side.LabelOn(head.StartsOn), invitation.Capacity, invitation.Status, invitation.Quota, registered, invitation.AnsweredAt,
        CanAccept: invitation.IsAnswerable && head.AcceptsDelegates,
        CanDecline: invitation.IsDeclinable && registered == 0 && head.Status is not (EventStatus.Concluded or EventStatus.Archived or EventStatus.Cancelled));

    /// <summary>All sides: states by their status on the first day, then those without one and the organisations.</summary>
    private static async Task<(List<StatusChoice> Statuses, List<SideChoice> Others)> ChoicesAsync(
        ScoEventsDbContext context, InvitedEvent head, Dictionary<Guid, SideRow> sides, SideOrder order, Func<Guid, SideChoice> choice, CancellationToken cancellationToken)
    {
        if (head.StartsOn is not { } day)
        {
            return ([], []);
        }

        var states = await context.States.AsNoTracking().Include(state => state.Periods).ToListAsync(cancellationToken);
        var sideOf = sides.Values.Where(side => side.Iso2 is not null).ToDictionary(side => side.Iso2!, StringComparer.Ordinal);
        var byProtocol = order.Comparer();
        var roster = StatusRoster.AsOf(states, day);
        var statuses = roster.ByStatus.Where(pair => pair.Value.Count > 0).OrderBy(pair => pair.Key)
            .Select(pair => new StatusChoice(pair.Key,
            [
                .. pair.Value.Select(state => sideOf[state.Iso2])
                    .OrderBy(side => side.KeyFor(Invitation.CapacityOf(pair.Key), day, order.Language), byProtocol)
                    .Select(side => choice(side.Id)),
            ]))
            .ToList();
        var held = statuses.SelectMany(status => status.Sides).Select(side => side.Side.SideId).ToHashSet();
        var others = sides.Values.Where(side => !held.Contains(side.Id))
            .OrderBy(side => side.KeyFor(Capacity.Guest, day, order.Language), byProtocol)
            .Select(side => choice(side.Id))
            .ToList();
        return (statuses, others);
    }
}
