using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Web.Features.Delegations;
using AttendanceState = ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Reads who is known to have been where, of planned events and of those that a source recorded.</summary>
internal sealed class AttendanceRosters
{
    private readonly Dictionary<Guid, List<KnownSide>> _known;

    private AttendanceRosters(IReadOnlyDictionary<Guid, State> states, IReadOnlyDictionary<Guid, SideRow> sides, Dictionary<Guid, List<KnownSide>> known) =>
        (States, Sides, _known) = (states, sides, known);

    /// <summary>All states, by the side each is.</summary>
    public IReadOnlyDictionary<Guid, State> States { get; }

    /// <summary>Names and ranks of all sides.</summary>
    public IReadOnlyDictionary<Guid, SideRow> Sides { get; }

    /// <summary>The first day on which the standing of states is asked; null where the event is dated no better than to the year.</summary>
    public static DateOnly? DayOf(EventDates dates) => dates.Precision is DatePrecision.Day or DatePrecision.Month ? dates.Start : null;

    /// <summary>The roster of an event that was read.</summary>
    public IReadOnlyList<AttendingSide> Of(Guid eventId, EventDates dates) =>
        AttendanceRoster.Of(States, DayOf(dates), _known.GetValueOrDefault(eventId, []));

    /// <summary>Reads what is known of the sides of some events; seven SQL commands, however many events.</summary>
    public static async Task<AttendanceRosters> ReadAsync(ScoEventsDbContext context, IReadOnlyCollection<Guid> eventIds, CancellationToken cancellationToken)
    {
        var sides = await context.SidesAsync(null, cancellationToken);
        var states = await context.States.AsNoTracking().Include(state => state.Periods).ToDictionaryAsync(state => state.Id, cancellationToken);
        var bySide = await context.Sides.AsNoTracking().Where(side => side.StateId != null)
            .Select(side => new { side.Id, StateId = side.StateId!.Value }).ToListAsync(cancellationToken);
        var stated = await (
            from planned in context.Events.AsNoTracking()
            where eventIds.Contains(planned.Id)
            from side in planned.Attendance
            select new { EventId = planned.Id, side.SideId, side.Capacity, side.Attendance }).ToListAsync(cancellationToken);
        var invited = await context.Invitations.AsNoTracking()
            .Where(invitation => eventIds.Contains(invitation.EventId) && invitation.Status != InvitationStatus.Draft && invitation.Status != InvitationStatus.Withdrawn)
            .Select(invitation => new { invitation.EventId, invitation.SideId, invitation.Capacity }).ToListAsync(cancellationToken);
        var recorded = await context.AttendanceRecords.AsNoTracking()
            .Where(record => eventIds.Contains(record.EventId) && record.SessionId == null && record.DelegateId == null)
            .Select(record => new { record.EventId, record.SideId, record.State }).ToListAsync(cancellationToken);
        var hosts = await (
            from planned in context.Events.AsNoTracking()
            where eventIds.Contains(planned.Id) && planned.SecretariatId != null
            from party in planned.Parties
            where party.Role == OrganisationRole.Host
            select new { EventId = planned.Id, party.SideId }).ToListAsync(cancellationToken);

        var known = new Dictionary<Guid, List<KnownSide>>();
        foreach (var eventId in eventIds)
        {
            var records = recorded.Where(record => record.EventId == eventId).ToDictionary(record => record.SideId, record => record.State);
            var capacities = invited.Where(side => side.EventId == eventId).ToDictionary(side => side.SideId, side => (Capacity?)side.Capacity);
            // A host sends itself no invitation; it is there as soon as the others are.
            var isHeld = records.Values.Any(state => state is AttendanceState.Present or AttendanceState.PresentOnline);
            var own = hosts.Where(host => host.EventId == eventId).Select(host => host.SideId).ToHashSet();
            var ofEvent = records.Keys.Concat(capacities.Keys).Concat(own).Distinct().ToDictionary(
                side => side,
                side => new KnownSide(
                    side, capacities.GetValueOrDefault(side) ?? (own.Contains(side) ? Capacity.HostOrganiser : null), sides[side].RankRussian,
                    records.TryGetValue(side, out var state) ? state : own.Contains(side) && isHeld ? AttendanceState.Present : null));
            foreach (var side in stated.Where(side => side.EventId == eventId && !ofEvent.ContainsKey(side.SideId)))
            {
                ofEvent[side.SideId] = new KnownSide(side.SideId, side.Capacity, sides[side.SideId].RankRussian, side.Attendance);
            }

            known[eventId] = [.. ofEvent.Values];
        }

        return new AttendanceRosters(bySide.ToDictionary(row => row.Id, row => states[row.StateId]), sides, known);
    }
}
