using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>What is on today for those who run an event.</summary>
internal static class DayReading
{
    // No zone is further from UTC than fourteen hours.
    private static readonly TimeSpan _widest = TimeSpan.FromHours(14);

    public static async Task<IReadOnlyList<DayRow>> ReadAsync(
        ScoEventsDbContext context, IQueryable<ScoEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await context.FactsAsync(events, cancellationToken);
        var ids = facts.Select(row => row.Id).ToList();
        var (first, last) = (now - _widest - TimeSpan.FromDays(1), now + _widest + TimeSpan.FromDays(1));
        var sessions = (await (
            from session in context.ReleasedSessions.AsNoTracking()
            join release in context.Releases on session.ReleaseId equals release.Id
            where ids.Contains(release.EventId) && !context.Releases.Any(later => later.EventId == release.EventId && later.Number > release.Number)
                && !session.IsCancelled && session.EndsAt > first && session.StartsAt < last
            orderby session.StartsAt, session.RoomPosition, session.SessionId
            select new { release.EventId, session.SessionId, session.Title, session.RoomName, session.StartsAt, session.EndsAt }).ToListAsync(cancellationToken))
            .ToLookup(session => session.EventId);
        return
        [
            .. facts.Select(row =>
            {
                var zone = EventZone.Find(row.TimeZone);
                var today = Distance.Today(row.TimeZone, now);
                return new DayRow(
                    row.Id, row.Title, row.Status, row.Dates, row.City, row.Country, row.When(now), row.Releases,
                    [
                        .. sessions[row.Id]
                            .Select(session => new DaySession(
                                session.SessionId, session.Title, session.RoomName, Local(session.StartsAt), Local(session.EndsAt),
                                session.StartsAt <= now && now < session.EndsAt, session.EndsAt <= now))
                            .Where(session => DateOnly.FromDateTime(session.StartsAt) == today),
                    ])
                {
                    FallbackOrder = row.FallbackOrder,
                };

                DateTime Local(DateTimeOffset instant) => zone?.ToLocal(instant) ?? instant.UtcDateTime;
            }),
        ];
    }
}
