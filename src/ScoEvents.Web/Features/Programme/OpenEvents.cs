using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Programme;

/// <summary>The gate before what an organiser changes around the sessions of an event.</summary>
internal static class OpenEvents
{
    /// <summary>The event, untracked, if the context's actor organises it and it can still be changed. Refused: <c>not-found</c>, <c>forbidden</c>, <c>event.closed</c>.</summary>
    public static async Task<Result<ScoEvent>> AdmitToOpenAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, cancellationToken);
        return planned.IsClosed ? Error.Refused("event.closed") : planned;
    }
}
