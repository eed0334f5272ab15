using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Security;

/// <summary>The one question that stands before every read and write of an event's inside: may this actor?</summary>
internal static class EventGate
{
    /// <summary>Where an event belongs, if the context's actor may do what is asked there.</summary>
    /// <param name="context">Opened for the actor.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="may">The question, such as <c>(reach, scope) => reach.CanOrganise(scope)</c>.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns><c>not-found</c> where there is no such event or the actor has no part in it, <c>forbidden</c> where the actor has another part in it.</returns>
    public static async Task<Result<EventAdmission>> AdmitAsync(
        this ScoEventsDbContext context, Guid eventId, Func<Reach, EventScope, bool> may, CancellationToken cancellationToken)
    {
        var found = await context.Events.AsNoTracking()
            .Where(planned => planned.Id == eventId)
            .Select(planned => new { planned.SecretariatId })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Error.NotFound();
        }

        var reach = await context.ReachAsync(cancellationToken);
        var scope = new EventScope(eventId, found.SecretariatId);
        if (may(reach, scope))
        {
            return new EventAdmission(reach, scope);
        }

        return reach.CanReadDraft(scope) ? Error.Forbidden() : Error.NotFound();
    }
}

/// <summary>What the gate found out on the way.</summary>
/// <param name="Reach">All roles of the actor.</param>
/// <param name="Scope">Where the event belongs.</param>
internal sealed record EventAdmission(Reach Reach, EventScope Scope);
