using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Reads the daily lists of an event.</summary>
public sealed class DailyListQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>All lists, the stopped ones first.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<DailyLists>> ListAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.TimeZone).SingleAsync(cancellationToken);
        var rows = await context.ScheduledExports.AsNoTracking().Where(export => export.EventId == eventId)
            .Join(context.Users, export => export.CreatedBy, user => user.Id, (export, user) => new { export, user.DisplayName })
            .OrderBy(pair => pair.export.StoppedAt == null).ThenBy(pair => pair.export.CreatedAt)
            .ToListAsync(cancellationToken);
        return new DailyLists(EventZone.Find(zone), [.. rows.Select(pair => new DailyListRow(
            pair.export.Id, pair.export.Subject, pair.export.ToAddress, pair.export.Language, pair.export.Hour, pair.DisplayName, pair.export.NextRunAt, pair.export.LastRunAt,
            pair.export.StoppedAt, pair.export.Failures, pair.export.LastError))]);
    }
}
