using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;
using AttendanceState = ScoEvents.Domain.Events.Attendance;

namespace ScoEvents.Web.Features.Attendance;

/// <summary>Reads attendance over all sessions of one event.</summary>
public sealed class SessionMatrixQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Sessions on one page of the matrix.</summary>
    public const int PageSize = 10;

    /// <summary>Sides × sessions by what is recorded, by time, in a fixed number of commands. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="page">From 1; less counts as 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<SessionMatrix>> OfEventAsync(Actor actor, Guid eventId, int page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId)
            .Select(planned => new { Dates = new EventDates(planned.StartsOn, planned.EndsOn, planned.DatePrecision), planned.StartsOn, planned.TimeZone }).SingleAsync(cancellationToken);
        var zone = EventZone.Find(head.TimeZone)?.Rules ?? TimeZoneInfo.Utc;
        var sessions = await context.Sessions.AsNoTracking().Where(session => session.EventId == eventId)
            .Select(session => new { session.Id, session.Title, StartsAt = (DateTimeOffset?)session.Slot!.StartsAt })
            .OrderBy(session => session.StartsAt).ThenBy(session => session.Id).ToListAsync(cancellationToken);
        var rosters = await AttendanceRosters.ReadAsync(context, [eventId], cancellationToken);
        var records = await context.AttendanceRecords.AsNoTracking()
            .Where(record => record.EventId == eventId && record.SessionId != null && record.DelegateId == null)
            .Select(record => new { record.SideId, record.SessionId, record.State }).ToListAsync(cancellationToken);

        var roster = rosters.Of(eventId, head.Dates);
        var known = records.ToDictionary(record => (record.SessionId!.Value, record.SideId), record => record.State);
        return new SessionMatrix(
            [.. roster.Select(side => rosters.Sides[side.SideId].LabelOn(head.StartsOn))],
            [.. sessions.Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).Select(session => new SessionColumn(
                session.Id, session.Title, session.StartsAt is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null,
                roster.ToDictionary(side => side.SideId, side => Of(session.Id, side.SideId)),
                AttendanceStatement.Of(roster.Select(side => side with { Attendance = Of(session.Id, side.SideId) }))))],
            Math.Max(page, 1), Math.Max(1, (sessions.Count + PageSize - 1) / PageSize));

        AttendanceState? Of(Guid sessionId, Guid sideId) => known.TryGetValue((sessionId, sideId), out var state) ? state : null;
    }
}

/// <summary>Sides × sessions of one event.</summary>
/// <param name="Sides">The roster, in protocol order.</param>
/// <param name="Sessions">By time, those without one last.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageCount">At least 1.</param>
public sealed record SessionMatrix(IReadOnlyList<Delegations.SideLabel> Sides, IReadOnlyList<SessionColumn> Sessions, int Page, int PageCount)
{
    /// <summary>Names by side.</summary>
    public IReadOnlyDictionary<Guid, Delegations.SideLabel> Labels => Sides.ToDictionary(side => side.SideId);
}

/// <summary>A session of the matrix.</summary>
/// <param name="StartsAt">In the event's zone; null while it is unscheduled.</param>
/// <param name="States">What is recorded, by side; null for nothing.</param>
/// <param name="Statements">The same, said by groups.</param>
public sealed record SessionColumn(
    Guid Id, LocalizedText Title, DateTimeOffset? StartsAt, IReadOnlyDictionary<Guid, AttendanceState?> States, IReadOnlyList<AttendanceStatement> Statements);
