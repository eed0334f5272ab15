using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Lets whoever got a link by mail become focal point by it: once, and that person only.</summary>
/// <remarks>Row-level security shows a link's row to the connection that carries its secret. Looking changes nothing: mail scanners open every address.</remarks>
public sealed class FocalPointLinkService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Uses a link up: the actor speaks for its side in its event from now on, and a predecessor's office ends in the same transaction. Refused: <c>focal-link.unknown</c>, <c>focal-link.used</c>, <c>focal-link.revoked</c>, <c>focal-link.expired</c>, <c>focal-link.other-person</c>, <c>focal-link.invitation-withdrawn</c>, <c>focal-point.already</c>.</summary>
    /// <param name="actor">Who is signed in.</param>
    /// <param name="key">The secret of the link, as its address holds it.</param>
    /// <param name="cancellationToken">Cancels the use.</param>
    /// <returns>The invitation.</returns>
    public Task<Result<Guid>> AcceptAsync(Actor actor, string? key, CancellationToken cancellationToken) =>
        actor.UserId is { } userId ? UseAsync(key, userId, newcomer: null, cancellationToken) : Task.FromResult<Result<Guid>>(FocalPointErrors.LinkUnknown());

    /// <summary>The same for somebody whose account is made by it, in the same transaction. Refused also: <c>focal-link.account-exists</c>.</summary>
    /// <param name="actor">Nobody; who is signed in has an account.</param>
    /// <param name="key">The secret of the link, as its address holds it.</param>
    /// <param name="newcomer">The account with its password's hash; the address is set from the link.</param>
    /// <param name="cancellationToken">Cancels the use.</param>
    /// <returns>The invitation.</returns>
    public Task<Result<Guid>> AcceptAsNewAsync(Actor actor, string? key, PortalUser newcomer, CancellationToken cancellationToken) =>
        actor == Actor.Public ? UseAsync(key, newcomer.Id, newcomer, cancellationToken) : Task.FromResult<Result<Guid>>(FocalPointErrors.LinkUnknown());

    private async Task<Result<Guid>> UseAsync(string? key, Guid userId, PortalUser? newcomer, CancellationToken cancellationToken)
    {
        if (FocalPointKey.Parse(key) is not { } secret)
        {
            return FocalPointErrors.LinkUnknown();
        }

        await using var context = await contexts.CreateForAsync(Actor.Of(userId), cancellationToken);
        context.Task = secret.ToTask();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var hash = secret.Hash;
        var seen = await context.FocalPointLinks.AsNoTracking().SingleOrDefaultAsync(found => found.TokenHash == hash, cancellationToken);
        if (seen is null)
        {
            return FocalPointErrors.LinkUnknown();
        }

        // Of two who use it at once the second waits here, and reads that it was used.
        await context.LockSideAsync(seen.EventId, seen.SideId, cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM focal_point_links WHERE id = {seen.Id} FOR UPDATE", cancellationToken);
        var link = await context.FocalPointLinks.SingleAsync(found => found.Id == seen.Id, cancellationToken);
        var used = newcomer is null
            ? await UseAsKnownAsync(context, link, userId, cancellationToken)
            : await UseAsNewcomerAsync(context, link, newcomer, cancellationToken);
        if (used.Error is { } refused)
        {
            return refused;
        }

        var taken = await TakeOfficeAsync(context, link, used.Value, cancellationToken);
        if (taken.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return link.InvitationId;
    }

    private async Task<Result<PortalUser>> UseAsKnownAsync(ScoEventsDbContext context, FocalPointLink link, Guid userId, CancellationToken cancellationToken)
    {
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == userId, cancellationToken);
        if (user is null)
        {
            return FocalPointErrors.OtherPerson();
        }

        if (link.Use(user.Id, user.Email, clock.GetUtcNow()).Error is { } refused)
        {
            return refused;
        }

        var others = await context.Grants.AsNoTracking()
            .Where(grant => grant.UserId == userId && grant.Role == Role.FocalPoint && grant.RevokedAt == null && grant.SideId == link.SideId
                && (grant.EventId == null || grant.EventId == link.EventId))
            .ToListAsync(cancellationToken);
        var isPromoted = link.Rank == FocalPointRank.Principal && others.All(grant => grant.EventId is not null);
        return others.Count > 0 && !isPromoted ? FocalPointErrors.AlreadyFocalPoint() : user;
    }

    private async Task<Result<PortalUser>> UseAsNewcomerAsync(ScoEventsDbContext context, FocalPointLink link, PortalUser newcomer, CancellationToken cancellationToken)
    {
        if (link.Check(clock.GetUtcNow()).Error is { } refused)
        {
            return refused;
        }

        newcomer.Email = newcomer.UserName = link.Email;
        newcomer.NormalizedEmail = newcomer.NormalizedUserName = link.Email.ToUpperInvariant();
        if (await context.Users.AnyAsync(user => user.NormalizedUserName == newcomer.NormalizedUserName || user.NormalizedEmail == newcomer.NormalizedEmail, cancellationToken))
        {
            return FocalPointErrors.AccountExists();
        }

        // Whoever has the mail has the address: no second mail has to confirm it.
        newcomer.EmailConfirmed = true;
        context.Users.Add(newcomer);
        var added = await context.TrySaveAsync(cancellationToken);
        var used = added.IsSuccess ? link.Use(newcomer.Id, newcomer.Email, clock.GetUtcNow()) : added;
        return used.Error is { } failed ? failed : newcomer;
    }

    private async Task<Result> TakeOfficeAsync(ScoEventsDbContext context, FocalPointLink link, PortalUser user, CancellationToken cancellationToken)
    {
        var status = await context.Invitations.Where(found => found.Id == link.InvitationId).Select(found => (InvitationStatus?)found.Status).SingleOrDefaultAsync(cancellationToken);
        if (status is null or InvitationStatus.Withdrawn or InvitationStatus.Draft)
        {
            return FocalPointErrors.InvitationWithdrawn();
        }

        // In three steps, as each gives the right to the next: the link used, the predecessor gone, the office taken.
        var used = await context.TrySaveAsync(cancellationToken);
        if (!used.IsSuccess)
        {
            return used;
        }

        var now = clock.GetUtcNow();
        if (link.Rank == FocalPointRank.Principal)
        {
            foreach (var predecessor in await context.FocalPoints
                .Where(point => point.SideId == link.SideId && point.EventId == link.EventId && point.EndedAt == null && (point.Rank == FocalPointRank.Principal || point.UserId == user.Id))
                .ToListAsync(cancellationToken))
            {
                predecessor.End(now);
                await context.RevokeOfficeAsync(predecessor, now, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
        }

        context.Grants.Add(Grant.ByLink(user.Id, link.EventId, link.SideId, link.Id, now));
        context.FocalPoints.Add(FocalPoint.Appoint(link, user.DisplayName, now));
        return await context.TrySaveAsync(cancellationToken);
    }
}
