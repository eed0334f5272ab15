using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>What waits for a registrar.</summary>
internal static class DeskReading
{
    public static async Task<IReadOnlyList<DeskRow>> ReadAsync(
        ScoEventsDbContext context, IQueryable<ScoEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await context.FactsAsync(events, cancellationToken);
        var ids = facts.Select(row => row.Id).ToList();
        var states = (await context.Accreditations.AsNoTracking().Where(found => ids.Contains(found.EventId))
            .GroupBy(found => new { found.EventId, found.State }).Select(group => new { group.Key.EventId, group.Key.State, Count = group.Count() })
            .ToListAsync(cancellationToken)).ToLookup(row => row.EventId);
        var toPrint = await context.Accreditations.AsNoTracking()
            .Where(found => ids.Contains(found.EventId)
                && (found.State == AccreditationState.Approved || found.State == AccreditationState.BadgeIssued || found.State == AccreditationState.CheckedIn)
                && !context.Badges.Any(badge => badge.CaseId == found.Id && badge.RevokedAt == null))
            .GroupBy(found => found.EventId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var badges = await context.Badges.AsNoTracking().Where(badge => ids.Contains(badge.EventId) && badge.RevokedAt == null)
            .GroupBy(badge => badge.EventId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var came = await context.CheckIns.AsNoTracking()
            .Where(scan => ids.Contains(scan.EventId) && scan.Outcome == CheckInOutcome.Admitted && scan.Direction == CheckInDirection.In)
            .GroupBy(scan => scan.EventId).Select(group => new { group.Key, Count = group.Select(scan => scan.DelegateId).Distinct().Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        // When persons arrive lies in their papers as a whole, which the database does not look into.
        var arrivals = (await context.Delegates.AsNoTracking()
            .Where(person => ids.Contains(person.EventId) && person.WithdrawnAt == null && !person.IsReserve)
            .Select(person => new { person.EventId, person.Stay })
            .ToListAsync(cancellationToken))
            .Where(person => person.Stay.ArrivesAt is not null).ToLookup(person => person.EventId, person => person.Stay.ArrivesAt!.Value);
        return
        [
            .. facts.Select(row =>
            {
                var today = Distance.Today(row.TimeZone, now);
                var days = arrivals[row.Id].Select(arrival => DateOnly.FromDateTime(EventZone.Find(row.TimeZone)?.ToLocal(arrival) ?? arrival.UtcDateTime)).ToList();
                return new DeskRow(
                    row.Id, row.Title, row.Status, row.Dates, row.City, row.Country, row.When(now),
                    states[row.Id].ToDictionary(state => state.State, state => state.Count), days.Count(day => day == today), days.Count(day => day == today.AddDays(1)),
                    came.GetValueOrDefault(row.Id), badges.GetValueOrDefault(row.Id), toPrint.GetValueOrDefault(row.Id))
                {
                    FallbackOrder = row.FallbackOrder,
                };
            }),
        ];
    }
}
