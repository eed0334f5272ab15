using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>The question that stands before naming and ending focal points: organiser of the event, or the side's first focal point?</summary>
internal static class FocalPointNaming
{
    /// <summary>The invitation and what the actor is to it. <c>forbidden</c> for other staff and for deputies, <c>not-found</c> for everybody else.</summary>
    public static async Task<Result<NamingAdmission>> AdmitNamingAsync(this ScoEventsDbContext context, Guid invitationId, CancellationToken cancellationToken)
    {
        var seen = await context.AdmitSideAsync(invitationId, cancellationToken);
        if (seen.Error is { } refused)
        {
            return refused;
        }

        return seen.Value is { IsOrganiser: true } or { IsPrincipal: true } ? seen : Error.Forbidden();
    }

    /// <summary>The same for whoever reads: staff of the event and the side's focal points.</summary>
    public static async Task<Result<NamingAdmission>> AdmitSideAsync(this ScoEventsDbContext context, Guid invitationId, CancellationToken cancellationToken)
    {
        var invitation = await context.Invitations.AsNoTracking().SingleOrDefaultAsync(found => found.Id == invitationId, cancellationToken);
        if (invitation is null)
        {
            return Error.NotFound();
        }

        var planned = await context.Events.AsNoTracking().SingleAsync(found => found.Id == invitation.EventId, cancellationToken);
        var reach = await context.ReachAsync(cancellationToken);
        var scope = new EventScope(planned.Id, planned.SecretariatId);
        var speaks = reach.SpeaksFor(planned.Id, invitation.SideId);
        if (!speaks && !reach.CanReadDelegations(scope))
        {
            return Error.NotFound();
        }

        return new NamingAdmission(
            invitation, planned, speaks, reach.CanInvite(scope), reach.CanAccredit(scope),
            speaks && await context.FocalPoints.AnyAsync(
                point => point.UserId == context.ActorId && point.SideId == invitation.SideId && point.Rank == FocalPointRank.Principal && point.EndedAt == null
                    && (point.EventId == null || point.EventId == planned.Id)
                    && context.Grants.Any(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.RevokedAt == null
                        && grant.SideId == point.SideId && grant.EventId == point.EventId),
                cancellationToken));
    }
}

/// <summary>An invitation with its event, and what the actor is to it.</summary>
internal sealed record NamingAdmission(Invitation Invitation, ScoEvent Event, bool SpeaksForSide, bool IsOrganiser, bool CanAccredit, bool IsPrincipal);
