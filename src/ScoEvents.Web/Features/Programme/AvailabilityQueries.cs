using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What the people who prepare an event read of who can be there when.</summary>
public sealed class AvailabilityQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Everybody who has a part in the event: chairs and speakers, heads of invited delegations, interpreter teams; with absences and placed sessions.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>.</returns>
    public async Task<Result<AvailabilityOverview>> GetAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var draft = await DraftReading.OfAsync(context, eventId, cancellationToken);
        var invited = await context.Invitations.AsNoTracking()
            .Where(invitation => invitation.EventId == eventId && invitation.Status != InvitationStatus.Withdrawn && invitation.Status != InvitationStatus.Declined)
            .ToDictionaryAsync(invitation => invitation.SideId, invitation => invitation.Capacity, cancellationToken);
        var heads = invited.Keys.Union(draft.Checks.Absences.Where(absence => absence.SubjectKind == AvailabilitySubject.Head).Select(absence => absence.SubjectId)).ToList();
        var sides = await context.SidesAsync(heads, cancellationToken);
        var byProtocol = new SideOrder(ProtocolOrder.Practice, Languages.Russian);
        heads.RemoveAll(side => !sides.ContainsKey(side));
        var zone = EventZone.Find(draft.Event.TimeZone);
        IEnumerable<Subject> subjects =
        [
            .. draft.Speakers.Select(speaker => new Subject(AvailabilitySubject.Speaker, speaker.Id, speaker.Name, speaker.SideId is { } side ? draft.Sides[side].Name : null)),
            .. heads.OrderBy(side => sides[side].KeyFor(invited.GetValueOrDefault(side, Capacity.Guest), draft.Event.StartsOn, byProtocol.Language), byProtocol.Comparer())
                .Select(side => new Subject(AvailabilitySubject.Head, side, sides[side].LabelOn(draft.Event.StartsOn).Names, null)),
            .. draft.Checks.Teams.Select(team => new Subject(AvailabilitySubject.InterpreterTeam, team.Id, LocalizedText.Of(en: team.Name), null)),
        ];
        var placed = draft.Facts().Sessions.Where(session => session is { IsLive: true, During: not null }).OrderBy(session => session.During!.Value.Start).ToList();
        IReadOnlyList<AvailabilitySubjectRow> rows = zone is null
            ? []
            : [.. subjects.Select(subject => new AvailabilitySubjectRow(
                subject.Kind, subject.Id, subject.Name, subject.Side, AbsencesOf(draft, subject.Kind, subject.Id, zone), PartsOf(draft, placed, (subject.Kind, subject.Id), zone)))];
        var days = draft.Event.Dates.Days().Union(rows.SelectMany(row => row.Absences).SelectMany(DaysOf)).Order();
        return new AvailabilityOverview(zone?.Id, [.. days], rows);
    }

    /// <summary>An absence as its form shows it.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="absenceId">An absence of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<AvailabilityForm>> GetFormAsync(Actor actor, Guid eventId, Guid absenceId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var found = await context.Unavailabilities.AsNoTracking().Where(row => row.Id == absenceId && row.EventId == eventId)
            .Select(row => new { Absence = row, TimeZone = context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.TimeZone).First() })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && EventZone.Find(found.TimeZone) is { } zone ? AvailabilityForm.Of(found.Absence, zone) : Error.NotFound();
    }

    private static IReadOnlyList<AbsenceRow> AbsencesOf(DraftReading draft, AvailabilitySubject kind, Guid id, EventZone zone) =>
    [
        .. draft.Checks.Absences.Where(absence => absence.SubjectKind == kind && absence.SubjectId == id).OrderBy(absence => absence.StartsAt)
            .Select(absence => new AbsenceRow(absence.Id, zone.ToLocal(absence.StartsAt), zone.ToLocal(absence.EndsAt), absence.Note, absence.Version)),
    ];

    private static IReadOnlyList<PartRow> PartsOf(DraftReading draft, List<PlannedSession> placed, (AvailabilitySubject Kind, Guid Id) subject, EventZone zone)
    {
        var away = draft.Checks.Absences.Where(absence => (absence.SubjectKind, absence.SubjectId) == subject).Select(absence => new TimeInterval(absence.StartsAt, absence.EndsAt)).ToList();
        return
        [
            .. placed.Where(session => session.Needs(subject.Kind, subject.Id)).Select(session => new PartRow(
                session.SessionId, session.Title, zone.ToLocal(session.During!.Value.Start), zone.ToLocal(session.During.Value.End),
                away.Exists(stretch => stretch.Overlaps(session.During.Value)))),
        ];
    }

    private static IEnumerable<DateOnly> DaysOf(AbsenceRow absence)
    {
        // A stretch of years would make as many columns; what lies far outside the event is told in the list of entries.
        const int Most = 14;
        var last = DateOnly.FromDateTime(absence.End.AddTicks(-1));
        var first = DateOnly.FromDateTime(absence.Start);
        return last.DayNumber - first.DayNumber < Most ? Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays) : [];
    }

    private sealed record Subject(AvailabilitySubject Kind, Guid Id, LocalizedText Name, LocalizedText? Side);
}
