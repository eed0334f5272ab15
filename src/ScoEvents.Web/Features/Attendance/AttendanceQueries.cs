using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;
using AttendanceState = ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Reads attendance of one event.</summary>
public sealed class AttendanceQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>The roster of an event with what is recorded and proposed, in a fixed number of commands. Refused: <c>not-found</c>, also for a session or a side of elsewhere.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">One of its sessions; null for the event as a whole.</param>
    /// <param name="sideId">The side whose persons are read too; null for none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<EventAttendanceRead>> OfEventAsync(Actor actor, Guid eventId, Guid? sessionId, Guid? sideId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId)
            .Select(planned => new { Dates = new EventDates(planned.StartsOn, planned.EndsOn, planned.DatePrecision), planned.StartsOn, planned.TimeZone }).SingleAsync(cancellationToken);
        var sessions = await context.Sessions.AsNoTracking().Where(session => session.EventId == eventId)
            .OrderBy(session => context.Slots.Where(slot => slot.SessionId == session.Id).Min(slot => (DateTimeOffset?)slot.StartsAt)).ThenBy(session => session.Id)
            .Select(session => new SessionChoice(session.Id, session.Title)).ToListAsync(cancellationToken);
        var rosters = await AttendanceRosters.ReadAsync(context, [eventId], cancellationToken);
        var roster = rosters.Of(eventId, head.Dates);
        if ((sessionId is not null && sessions.TrueForAll(session => session.Id != sessionId)) || (sideId is not null && roster.All(side => side.SideId != sideId)))
        {
            return Error.NotFound();
        }

        var eventZone = EventZone.Find(head.TimeZone);
        var zone = eventZone?.Rules ?? TimeZoneInfo.Utc;
        var records = await (
            from record in context.AttendanceRecords.AsNoTracking()
            where record.EventId == eventId
            from user in context.Users.Where(user => user.Id == record.By).DefaultIfEmpty()
            select new { record.SideId, record.SessionId, record.DelegateId, record.State, record.At, By = (string?)user!.DisplayName }).ToListAsync(cancellationToken);
        var answers = await context.Invitations.AsNoTracking().Where(invitation => invitation.EventId == eventId)
            .ToDictionaryAsync(invitation => invitation.SideId, invitation => invitation.Status, cancellationToken);
        var persons = await (
            from person in context.Delegates.AsNoTracking()
            where person.EventId == eventId && person.WithdrawnAt == null
            join accreditation in context.Accreditations on person.Id equals accreditation.DelegateId
            where accreditation.State == AccreditationState.Approved || accreditation.State == AccreditationState.BadgeIssued || accreditation.State == AccreditationState.CheckedIn
            select new { person.Id, person.SideId, person.Role, person.Category, person.GivenNames, person.FamilyName, person.RegisteredAt }).ToListAsync(cancellationToken);
        var seen = (await context.CheckIns.AsNoTracking()
            .Where(scan => scan.EventId == eventId && scan.Outcome == CheckInOutcome.Admitted && scan.DelegateId != null)
            .Select(scan => scan.DelegateId!.Value).Distinct().ToListAsync(cancellationToken)).ToHashSet();

        var signs = sessionId is { } chosen ? await SessionSigns.ReadAsync(context, eventId, chosen, eventZone, clock.GetUtcNow(), cancellationToken) : null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var isOver = seen.Count > 0 && (head.Dates.End ?? head.Dates.Start) is { } last && today > last;
        var arrived = persons.Where(person => seen.Contains(person.Id)).Select(person => person.SideId).ToHashSet();
        var here = records.ToDictionary(record => (record.SideId, record.SessionId, record.DelegateId));
        var sides = roster.Select(side =>
        {
            var record = here.GetValueOrDefault((side.SideId, sessionId, null));
            AttendanceState? answer = answers.TryGetValue(side.SideId, out var status) ? AttendanceProposal.OfSide(status, arrived.Contains(side.SideId), isOver)
                // Of the host, which nobody invites.
                : side.Attendance;
            // What somebody recorded of the event as a whole goes before what the portal proposes of it.
            var proposed = signs is null ? answer : signs.Of(side.SideId, side.Capacity, here.GetValueOrDefault((side.SideId, null, null))?.State ?? answer);
            return new SideAttendance(
                rosters.Sides[side.SideId].LabelOn(head.StartsOn), side.Capacity, record?.State, Local(record?.At), record?.By, proposed,
                persons.Count(person => person.SideId == side.SideId));
        }).ToList();
        var ofSide = persons.Where(person => person.SideId == sideId).OrderBy(person => person.Role).ThenBy(person => person.RegisteredAt).Select(person =>
        {
            var record = here.GetValueOrDefault((person.SideId, sessionId, person.Id));
            var atEvent = here.GetValueOrDefault((person.SideId, null, person.Id))?.State ?? AttendanceProposal.OfPerson(seen.Contains(person.Id), isOver);
            return new PersonAttendance(
                person.Id, $"{person.GivenNames} {person.FamilyName.ToUpperInvariant()}", person.Role, record?.State, Local(record?.At), record?.By,
                signs is null ? AttendanceProposal.OfPerson(seen.Contains(person.Id), isOver) : signs.OfPerson(person.Id, person.SideId, roster.Single(side => side.SideId == sideId).Capacity, atEvent));
        });
        var statements = AttendanceStatement.Of(sessionId is null ? roster : roster.Select(side => side with { Attendance = here.GetValueOrDefault((side.SideId, sessionId, null))?.State }));
        var present = persons.Where(person => here.TryGetValue((person.SideId, null, person.Id), out var record)
            ? record.State is AttendanceState.Present or AttendanceState.PresentOnline
            : seen.Contains(person.Id)).Select(person => person.Id).ToHashSet();
        return new EventAttendanceRead(
            admitted.Value.Reach.CanAccredit(admitted.Value.Scope), sessions, sides, [.. ofSide], statements,
            new AttendanceShares(
                [.. sides.Where(side => side.Accredited > 0).Select(side => ShareOf(side.Side, person => person.SideId == side.Side.SideId))],
                [.. persons.Select(person => person.Role).Distinct().Order().Select(role => ShareOf(role, person => person.Role == role))],
                [.. persons.Select(person => person.Category).Distinct().Order().Select(category => ShareOf(category, person => person.Category == category))]));

        DateTimeOffset? Local(DateTimeOffset? instant) => instant is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null;

        Share<T> ShareOf<T>(T of, Func<(Guid SideId, DelegationRole Role, AttendeeCategory? Category), bool> belongs)
        {
            var group = persons.Where(person => belongs((person.SideId, person.Role, person.Category))).ToList();
            return new Share<T>(of, group.Count(person => present.Contains(person.Id)), group.Count);
        }
    }
}
