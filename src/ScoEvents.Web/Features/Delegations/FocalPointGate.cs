using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>The question that stands before every answer and registration of a side: does this actor speak for it?</summary>
internal static class FocalPointGate
{
    /// <summary>Locks an invitation and its delegation against other writers and hands it out with its event, if the context's actor speaks for its side.</summary>
    /// <param name="context">Opened for the actor, in a transaction.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns><c>not-found</c> where there is none within the actor's sight, <c>forbidden</c> where the actor reads it as staff.</returns>
    public static async Task<Result<AdmittedInvitation>> AdmitFocalPointAsync(
        this ScoEventsDbContext context, Guid invitationId, CancellationToken cancellationToken)
    {
        // Always in this order: the delegation's row carries the quota, the invitation's the answer.
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM delegations WHERE invitation_id = {invitationId} FOR UPDATE", cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM invitations WHERE id = {invitationId} FOR NO KEY UPDATE", cancellationToken);
        var invitation = await context.Invitations.SingleOrDefaultAsync(found => found.Id == invitationId, cancellationToken);
        if (invitation is null)
        {
            return Error.NotFound();
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == invitation.EventId, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        if (reach.SpeaksFor(invitation.EventId, invitation.SideId))
        {
            return new AdmittedInvitation(invitation, planned);
        }

        return reach.CanReadDelegations(new EventScope(planned.Id, planned.SecretariatId)) ? Error.Forbidden() : Error.NotFound();
    }
}

/// <summary>An invitation under lock, with its event.</summary>
internal sealed record AdmittedInvitation(Invitation Invitation, ScoEvent Event);
