using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Reads what pages say of events.</summary>
internal static class EventHeads
{
    /// <summary>The heads of the given events; one SQL command when it is run.</summary>
    public static IQueryable<InvitedEvent> Heads(this ScoEventsDbContext context, IQueryable<ScoEvent> events) => events.AsNoTracking().Select(planned => new InvitedEvent(
        planned.Id, planned.Slug, planned.Title, planned.StartsOn, planned.EndsOn, planned.City,
        context.States.Where(state => state.Id == planned.CountryId).Select(state => state.Names).FirstOrDefault() ?? LocalizedText.Empty,
        planned.TimeZone, planned.Status, planned.AnnouncedAt != null, context.Releases.Any(release => release.EventId == planned.Id), planned.DelegationQuota)
    {
        FallbackOrder = planned.FallbackOrder,
    });
}
