using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Badges;

/// <summary>What badges and doors of an event stand on.</summary>
internal static class BadgeReading
{
    /// <summary>The days of an event at its place and its settings; null days where the event has no exact dates yet. Two SQL commands.</summary>
    public static async Task<BadgeGround?> GroundAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var found = await context.Events.AsNoTracking().Where(planned => planned.Id == eventId)
            .Select(planned => new { planned.StartsOn, planned.EndsOn, planned.TimeZone })
            .SingleAsync(cancellationToken);
        var settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.EventId == eventId, cancellationToken)
            ?? DelegationSettings.For(eventId);
        return found is { StartsOn: { } first, EndsOn: { } last } && EventZone.Find(found.TimeZone) is { } zone
            ? new BadgeGround(zone.Days(first, last), settings)
            : null;
    }

    /// <summary>The marks of the zones that a role may enter now.</summary>
    public static IReadOnlyList<uint> MarksOf(this DelegationSettings settings, DelegationRole role) =>
        [.. settings.ZonesOf(role).Take(BadgePayload.MaxZones).Select(zone => BadgePayload.ZoneMark(zone.Id))];

    /// <summary>Whether a badge says what it would say if it were issued now.</summary>
    public static bool IsCurrent(this BadgeGround ground, string payload, DelegationRole role) =>
        BadgePayload.Read(payload) is { IsSuccess: true, Value.Payload: { } said }
        && said.ValidFrom == ground.Days.Start && said.ValidUntil == ground.Days.End && said.Zones.SequenceEqual(ground.Settings.MarksOf(role));

    /// <summary>The badges of an event that open nothing, with the moment from which they do not: taken back, or their person not admitted any more. One SQL command.</summary>
    public static async Task<IReadOnlyList<RevokedBadge>> RevokedBadgesAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) => await (
        from badge in context.Badges.AsNoTracking()
        where badge.EventId == eventId
        join accreditation in context.Accreditations on badge.CaseId equals accreditation.Id
        where badge.RevokedAt != null || (accreditation.State != AccreditationState.BadgeIssued && accreditation.State != AccreditationState.CheckedIn)
        orderby badge.Id
        select new RevokedBadge(
            badge.Id, badge.RevokedAt ?? accreditation.StateAt,
            (accreditation.State == AccreditationState.BadgeIssued || accreditation.State == AccreditationState.CheckedIn)
                && context.Badges.Any(other => other.CaseId == badge.CaseId && other.RevokedAt == null))).ToListAsync(cancellationToken);
}
