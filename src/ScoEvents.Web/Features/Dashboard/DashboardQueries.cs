using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Dashboard;

/// <summary>Reads what waits for a person, whatever the roles.</summary>
public sealed class DashboardQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Events in each part: the nearest ones; the others are in the lists that the parts lead to.</summary>
    public const int MaxRows = 6;

    /// <summary>Every part that the actor's roles open, in a number of commands that grows with the roles and not with the events.</summary>
    /// <param name="actor">A signed-in user.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Without any part for a user without roles. Refused: <c>not-found</c> for the public.</returns>
    public async Task<Result<DashboardDetails>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
        {
            return Error.NotFound();
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new DashboardDetails(
            reach.Sides.Any() ? await DelegationReading.ReadAsync(context, reach, now, cancellationToken) : null,
            Holds(Role.Registrar) ? await DeskReading.ReadAsync(context, Events(Role.Registrar), now, cancellationToken) : null,
            Holds(Role.Organiser) ? await PlanReading.ReadAsync(context, Events(Role.Organiser), now, cancellationToken) : null,
            Holds(Role.Staff) ? await DayReading.ReadAsync(context, Events(Role.Staff), now, cancellationToken) : null,
            reach.CanAudit ? await PortalReading.ReadAsync(context, Holds(Role.Auditor), now, cancellationToken) : null);

        bool Holds(Role role) => reach.Roles.Any(held => held.Role == role);

        IQueryable<ScoEvent> Events(Role role)
        {
            var scopes = reach.Roles.Where(held => held.Role == role).Select(held => held.Scope).ToList();
            var secretariats = scopes.Where(scope => scope.SecretariatId is not null).Select(scope => scope.SecretariatId).ToList();
            var ids = scopes.Where(scope => scope.EventId is not null).Select(scope => scope.EventId!.Value).ToList();
            return context.Events.AsNoTracking().Where(row => secretariats.Contains(row.SecretariatId) || ids.Contains(row.Id)).Nearest(now);
        }
    }
}

/// <summary>What all parts read of events.</summary>
internal static class NearEvents
{
    /// <summary>Those that are not over, the next one first, those without a day last.</summary>
    public static IQueryable<ScoEvent> Nearest(this IQueryable<ScoEvent> events, DateTimeOffset now)
    {
        // Somewhere it is still yesterday.
        var yesterday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        return events
            .Where(row => row.Status != EventStatus.Concluded && row.Status != EventStatus.Archived && row.Status != EventStatus.Cancelled)
            .Where(row => row.EndsOn == null || row.EndsOn >= yesterday || row.Status == EventStatus.Postponed)
            .OrderBy(row => row.StartsOn == null).ThenBy(row => row.StartsOn).ThenBy(row => row.Id)
            .Take(DashboardQueries.MaxRows);
    }

    /// <summary>What every row says of them, in their order; one SQL command.</summary>
    public static async Task<IReadOnlyList<EventFactsRow>> FactsAsync(this ScoEventsDbContext context, IQueryable<ScoEvent> events, CancellationToken cancellationToken)
    {
        var rows = await events.Select(row => new EventFactsRow(
            row.Id, row.Title, row.Status, new EventDates(row.StartsOn, row.EndsOn, row.DatePrecision), row.TimeZone, row.City,
            context.States.Where(state => state.Id == row.CountryId).Select(state => state.Names).FirstOrDefault())
        {
            FallbackOrder = row.FallbackOrder,
            Rooms = row.Rooms.Count,
            Releases = context.Releases.Count(release => release.EventId == row.Id),
        }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Dates.Start is null).ThenBy(row => row.Dates.Start).ThenBy(row => row.Id)];
    }
}

/// <summary>What all parts read of an event.</summary>
internal sealed record EventFactsRow(Guid Id, LocalizedText Title, EventStatus Status, EventDates Dates, string? TimeZone, LocalizedText City, LocalizedText? Country)
{
    public IReadOnlyList<string> FallbackOrder { get; init; } = [];

    public int Rooms { get; init; }

    public int Releases { get; init; }

    public Distance When(DateTimeOffset now) => Distance.Of(Dates, TimeZone, now);
}
