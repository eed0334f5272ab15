using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Records attendance: who says so and when stands beside every record, and each change in the audit trail.</summary>
public sealed class AttendanceService(IDbContextFactory<ScoEventsDbContext> contexts, AttendanceQueries queries, TimeProvider clock)
{
    /// <summary>Records attendance of a side or of a person, or takes the record away.</summary>
    /// <param name="actor">Whoever accredits at the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Of whom, where, and what.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, also for a session or a person of elsewhere, <c>forbidden</c>, <c>choice</c>, <c>attendance.not-invited</c> for a side that is not on the roster, <c>stale</c>.</returns>
    public async Task<Result> RecordAsync(Actor actor, Guid eventId, AttendanceForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (form.State is { } state && !Enum.IsDefined(state))
        {
            return Error.Invalid(nameof(form.State), "choice");
        }

        if ((form.SessionId is { } sessionId && !await context.Sessions.AnyAsync(session => session.Id == sessionId && session.EventId == eventId, cancellationToken))
            || (form.DelegateId is { } delegateId
                && !await context.Delegates.AnyAsync(person => person.Id == delegateId && person.EventId == eventId && person.SideId == form.SideId, cancellationToken)))
        {
            return Error.NotFound();
        }

        var dates = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId).Select(planned => new EventDates(planned.StartsOn, planned.EndsOn, planned.DatePrecision)).SingleAsync(cancellationToken);
        var roster = (await AttendanceRosters.ReadAsync(context, [eventId], cancellationToken)).Of(eventId, dates);
        if (roster.All(side => side.SideId != form.SideId))
        {
            return Error.Refused("attendance.not-invited");
        }

        var known = await context.AttendanceRecords.SingleOrDefaultAsync(
            record => record.EventId == eventId && record.SideId == form.SideId && record.SessionId == form.SessionId && record.DelegateId == form.DelegateId, cancellationToken);
        Apply(context, known, eventId, form, actor.UserId!.Value);
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>Records what the portal proposes of the sides of which nothing is recorded yet; what somebody recorded stays.</summary>
    /// <param name="actor">Whoever accredits at the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sessionId">One of its sessions; null for the event as a whole.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many. Refused: <c>not-found</c>, also for a session of elsewhere, <c>forbidden</c>, <c>stale</c> where somebody recorded one of them meanwhile.</returns>
    public async Task<Result<int>> AcceptProposalsAsync(Actor actor, Guid eventId, Guid? sessionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanAccredit(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var read = await queries.OfEventAsync(actor, eventId, sessionId, null, cancellationToken);
        if (read.Error is { } unread)
        {
            return unread;
        }

        var open = read.Value.Sides.Where(side => side.State is null && side.Proposed is not null).ToList();
        foreach (var side in open)
        {
            Apply(context, null, eventId, new AttendanceForm { SideId = side.Side.SideId, SessionId = sessionId, State = side.Proposed }, actor.UserId!.Value);
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        return saved.Error is { } failed ? failed : open.Count;
    }

    private void Apply(ScoEventsDbContext context, AttendanceRecord? known, Guid eventId, AttendanceForm form, Guid by)
    {
        var now = clock.GetUtcNow();
        switch (known, form.State)
        {
            case (null, { } state):
                context.AttendanceRecords.Add(AttendanceRecord.Of(eventId, form.SideId, form.SessionId, form.DelegateId, state, by, now));
                break;
            case ({ } record, { } state):
                record.Change(state, by, now);
                break;
            case ({ } record, null):
                context.AttendanceRecords.Remove(record);
                break;
        }
    }
}
