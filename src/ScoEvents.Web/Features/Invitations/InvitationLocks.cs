using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Holds invitations against others who act on them at the same time.</summary>
internal static class InvitationLocks
{
    /// <summary>Locks the invitations in one order, so that two who choose the same ones take turns, and reads them with their event.</summary>
    /// <param name="context">Opened for the actor, in a transaction.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="ids">The invitations; repeated ones count once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns><c>not-found</c> where one of them is not the event's.</returns>
    public static async Task<Result<LockedInvitations>> LockInvitationsAsync(
        this ScoEventsDbContext context, Guid eventId, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM invitations WHERE id = ANY ({wanted}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
        var invitations = await context.Invitations.Where(found => found.EventId == eventId && wanted.Contains(found.Id)).OrderBy(found => found.Id).ToListAsync(cancellationToken);
        if (invitations.Count != wanted.Length)
        {
            return Error.NotFound();
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == eventId, cancellationToken);
        return new LockedInvitations(planned, invitations);
    }
}

/// <summary>Invitations under lock, with their event.</summary>
internal sealed record LockedInvitations(ScoEvent Event, IReadOnlyList<Invitation> Invitations);
