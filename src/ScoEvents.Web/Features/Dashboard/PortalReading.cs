using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>What those watch who keep the portal.</summary>
internal static class PortalReading
{
    private const int Days = 7;

    public static async Task<PortalFigures> ReadAsync(ScoEventsDbContext context, bool readsTrail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var first = new DateTimeOffset(today.AddDays(1 - Days).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var users = await context.Users.CountAsync(cancellationToken);
        var signedIn = await context.Users.CountAsync(user => user.LastSignInAt >= now.AddDays(-Days), cancellationToken);
        var roles = await context.Grants.AsNoTracking().Where(grant => grant.RevokedAt == null)
            .GroupBy(grant => grant.Role).Select(group => new { group.Key, Count = group.Select(grant => grant.UserId).Distinct().Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        // To others row-level security would show an empty trail, which would be a lie.
        var changes = readsTrail
            ? await context.AuditEntries.AsNoTracking().Where(entry => entry.At >= first)
                .GroupBy(entry => new { entry.At.UtcDateTime.Year, entry.At.UtcDateTime.DayOfYear }).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(row => new DateOnly(row.Key.Year, 1, 1).AddDays(row.Key.DayOfYear - 1), row => row.Count, cancellationToken)
            : null;
        return new PortalFigures(users, signedIn, roles, changes is null
            ? null
            : [.. Enumerable.Range(1 - Days, Days).Select(day => today.AddDays(day)).Select(day => new DayCount(day, changes.GetValueOrDefault(day)))]);
    }
}
