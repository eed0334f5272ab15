using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>What waits for a focal point.</summary>
internal static class DelegationReading
{
    public static async Task<IReadOnlyList<OwnDelegationRow>> ReadAsync(ScoEventsDbContext context, Reach reach, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = reach.Sides.ToList();
        var yesterday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        var found = await (
            from invitation in context.Invitations.AsNoTracking()
            where own.Contains(invitation.SideId) && invitation.Status != InvitationStatus.Draft && invitation.Status != InvitationStatus.Withdrawn
            join planned in context.Events.AsNoTracking() on invitation.EventId equals planned.Id
            where planned.Status != EventStatus.Concluded && planned.Status != EventStatus.Archived && planned.Status != EventStatus.Cancelled
                && (planned.EndsOn == null || planned.EndsOn >= yesterday || planned.Status == EventStatus.Postponed)
            select new
            {
                Invitation = invitation,
                Event = planned,
                Country = context.States.Where(state => state.Id == planned.CountryId).Select(state => state.Names).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        // A focal point of one event may be staff of another, whose invitations are not the own side's to answer.
        found.RemoveAll(row => !reach.SpeaksFor(row.Invitation.EventId, row.Invitation.SideId));
        var eventIds = found.Select(row => row.Event.Id).Distinct().ToList();
        var sides = await context.SidesAsync(own, cancellationToken);
        var settings = await context.DelegationSettings.AsNoTracking().Where(row => eventIds.Contains(row.EventId)).ToDictionaryAsync(row => row.EventId, cancellationToken);
        var persons = (await (
            from person in context.Delegates.AsNoTracking()
            where eventIds.Contains(person.EventId) && own.Contains(person.SideId) && person.WithdrawnAt == null
            join accreditation in context.Accreditations.AsNoTracking() on person.Id equals accreditation.DelegateId
            orderby accreditation.StateAt, person.Id
            select new Person(person.EventId, person.SideId, person.Id, person.GivenNames, person.FamilyName, person.IsReserve, accreditation.State)).ToListAsync(cancellationToken))
            .ToLookup(person => (person.EventId, person.SideId));
        return
        [
            .. found.Select(row => Row(
                    row.Invitation, row.Event, row.Country, sides[row.Invitation.SideId], settings.GetValueOrDefault(row.Event.Id) ?? DelegationSettings.For(row.Event.Id),
                    [.. persons[(row.Event.Id, row.Invitation.SideId)]], now))
                .OrderByDescending(row => row.Urgency).ThenBy(row => row.Dates.Start is null).ThenBy(row => row.Dates.Start).ThenBy(row => row.InvitationId)
                .Take(DashboardQueries.MaxRows),
        ];
    }

    private static OwnDelegationRow Row(
        Invitation invitation, ScoEvent planned, LocalizedText? country, SideRow side, DelegationSettings settings, IReadOnlyList<Person> persons, DateTimeOffset now)
    {
        var today = Distance.Today(planned.TimeZone, now);
        var canAnswer = planned.AcceptsDelegates && invitation.Status is InvitationStatus.Issued or InvitationStatus.Delivered or InvitationStatus.NoReply;
        return new OwnDelegationRow(
            invitation.Id, planned.Id, planned.Title, planned.Status, planned.Dates, planned.City, country, Distance.Of(planned.Dates, planned.TimeZone, now),
            side.LabelOn(planned.StartsOn), invitation.Status, canAnswer,
            Math.Min(invitation.Quota, settings.LimitsFor(invitation.Capacity).Persons ?? int.MaxValue), persons.Count(person => !person.IsReserve),
            persons.GroupBy(person => person.State).ToDictionary(group => group.Key, group => group.Count()),
            [
                .. persons.Where(person => person.State == AccreditationState.ReturnedForCorrection)
                    .Select(person => new ReturnedPerson(person.Id, $"{person.GivenNames} {person.FamilyName.ToUpperInvariant()}".Trim())),
            ],
            canAnswer ? (invitation.AnswerBy ?? settings.AnswerBy)?.DayNumber - today.DayNumber : null,
            invitation.Status == InvitationStatus.Accepted && planned.AcceptsDelegates ? settings.RegisterBy?.DayNumber - today.DayNumber : null)
        {
            FallbackOrder = planned.FallbackOrder,
        };
    }

    private sealed record Person(Guid EventId, Guid SideId, Guid Id, string GivenNames, string FamilyName, bool IsReserve, AccreditationState State);
}
