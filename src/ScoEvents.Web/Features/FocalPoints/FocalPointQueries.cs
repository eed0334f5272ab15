using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Reads who speaks for the invited sides, and what a link is for.</summary>
public sealed class FocalPointQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>The focal points of all invited sides in protocol order, in a fixed number of commands. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Staff of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="order">How sides are ordered.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<EventFocalPoints>> OfEventAsync(Actor actor, Guid eventId, SideOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDelegations(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var head = await context.Heads(context.Events.Where(planned => planned.Id == eventId)).SingleAsync(cancellationToken);
        var invitations = await context.Invitations.AsNoTracking()
            .Where(invitation => invitation.EventId == eventId && invitation.Status != InvitationStatus.Draft && invitation.Status != InvitationStatus.Withdrawn)
            .ToListAsync(cancellationToken);
        var sides = await context.SidesAsync([.. invitations.Select(invitation => invitation.SideId)], cancellationToken);
        var found = await FoundAsync(context, eventId, [.. sides.Keys], cancellationToken);
        return new EventFocalPoints(
            head,
            [
                .. invitations.OrderBy(invitation => sides[invitation.SideId].KeyFor(invitation.Capacity, head.StartsOn, order.Language), order.Comparer())
                    .Select(invitation => found.Of(invitation, sides[invitation.SideId].LabelOn(head.StartsOn))),
            ],
            admitted.Value.Reach.CanInvite(admitted.Value.Scope));
    }

    /// <summary>The focal points of the own side in one event. Refused: <c>not-found</c> also where the actor does not speak for the side.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The side's invitation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<OwnFocalPoints>> OwnAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitSideAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (!admitted.Value.SpeaksForSide)
        {
            return Error.NotFound();
        }

        var invitation = admitted.Value.Invitation;
        var head = await context.Heads(context.Events.Where(planned => planned.Id == invitation.EventId)).SingleAsync(cancellationToken);
        var sides = await context.SidesAsync([invitation.SideId], cancellationToken);
        var found = await FoundAsync(context, invitation.EventId, [invitation.SideId], cancellationToken);
        return new OwnFocalPoints(head, found.Of(invitation, sides[invitation.SideId].LabelOn(head.StartsOn)), admitted.Value.IsPrincipal);
    }

    /// <summary>A letter with its bytes. Refused: <c>not-found</c>.</summary>
    /// <param name="actor">Staff of the event, or a focal point of the side.</param>
    /// <param name="invitationId">The side's invitation.</param>
    /// <param name="letterId">The letter.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<MandateFile>> MandateAsync(Actor actor, Guid invitationId, Guid letterId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitSideAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var invitation = admitted.Value.Invitation;
        var letter = await context.MandateLetters.AsNoTracking()
            .Where(found => found.Id == letterId && found.EventId == invitation.EventId && found.SideId == invitation.SideId)
            .Select(found => new MandateFile(found.FileName, found.ContentType, found.Bytes))
            .SingleOrDefaultAsync(cancellationToken);
        return letter is null ? Error.NotFound() : letter;
    }

    /// <summary>What a link is for, to whoever holds it; changes nothing. Refused: <c>focal-link.unknown</c>, <c>focal-link.used</c>, <c>focal-link.revoked</c>, <c>focal-link.expired</c>, <c>focal-link.invitation-withdrawn</c>.</summary>
    /// <param name="actor">Who is signed in, or nobody.</param>
    /// <param name="key">The secret of the link, as its address holds it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<Result<LinkOffer>> LookAsync(Actor actor, string? key, CancellationToken cancellationToken)
    {
        if (FocalPointKey.Parse(key) is not { } secret)
        {
            return FocalPointErrors.LinkUnknown();
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        context.Task = secret.ToTask();
        var hash = secret.Hash;
        var link = await context.FocalPointLinks.AsNoTracking().SingleOrDefaultAsync(found => found.TokenHash == hash, cancellationToken);
        if (link is null)
        {
            return FocalPointErrors.LinkUnknown();
        }

        if (link.Check(clock.GetUtcNow()).Error is { } over)
        {
            return over;
        }

        var status = await context.Invitations.Where(found => found.Id == link.InvitationId).Select(found => (InvitationStatus?)found.Status).SingleOrDefaultAsync(cancellationToken);
        if (status is null or InvitationStatus.Withdrawn or InvitationStatus.Draft)
        {
            return FocalPointErrors.InvitationWithdrawn();
        }

        var email = link.Email.ToUpperInvariant();
        var owner = await context.Users.Where(user => user.NormalizedEmail == email).Select(user => (Guid?)user.Id).FirstOrDefaultAsync(cancellationToken);
        var head = await context.Heads(context.Events.Where(planned => planned.Id == link.EventId)).SingleAsync(cancellationToken);
        var sides = await context.SidesAsync([link.SideId], cancellationToken);
        return new LinkOffer(head, sides[link.SideId].LabelOn(head.StartsOn), link.Rank, Masked(link.Email), link.Name, link.ExpiresAt, HolderOf(actor, owner));
    }

    private static LinkHolder HolderOf(Actor actor, Guid? owner) => actor.UserId is { } reader
        ? reader == owner ? LinkHolder.Addressee : LinkHolder.SomebodyElse
        : owner is null ? LinkHolder.Newcomer : LinkHolder.SignedOut;

    // Enough for the person to know which address is meant, and not enough for another to learn it.
    private static string Masked(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return $"{email[..Math.Min(1, at)]}•••{email[at..]}";
    }

    private async Task<FoundOffices> FoundAsync(ScoEventsDbContext context, Guid eventId, IReadOnlyList<Guid> sides, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var points = await (
            from point in context.FocalPoints.AsNoTracking()
            where sides.Contains(point.SideId) && point.EndedAt == null && (point.EventId == null || point.EventId == eventId)
                && context.Grants.Any(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.RevokedAt == null
                    && grant.SideId == point.SideId && grant.EventId == point.EventId)
            join user in context.Users on point.UserId equals user.Id
            orderby point.EventId == null, point.NamedAt, point.Id
            select new { point.SideId, Row = new FocalPointRow(point.Id, point.Name, point.Email, point.Rank, point.EventId == null, point.NamedAt, user.LastSignInAt, user.Id == context.ActorId) })
            .ToListAsync(cancellationToken);
        var links = await context.FocalPointLinks.AsNoTracking()
            .Where(link => link.EventId == eventId && sides.Contains(link.SideId) && link.UsedAt == null && link.RevokedAt == null)
            .OrderByDescending(link => link.CreatedAt).ThenBy(link => link.Id)
            .ToListAsync(cancellationToken);
        var mandates = await context.MandateLetters.AsNoTracking()
            .Where(letter => letter.EventId == eventId && sides.Contains(letter.SideId))
            .OrderByDescending(letter => letter.UploadedAt).ThenBy(letter => letter.Id)
            .Select(letter => new { letter.SideId, Row = new MandateRow(letter.Id, letter.FileName, letter.Size, letter.UploadedAt) })
            .ToListAsync(cancellationToken);
        return new FoundOffices(
            points.ToLookup(point => point.SideId, point => point.Row),
            links.ToLookup(link => link.SideId, link => new FocalPointLinkRow(link.Id, link.Name, link.Email, link.Rank, link.StateAt(now), link.CreatedAt, link.ExpiresAt)),
            mandates.ToLookup(letter => letter.SideId, letter => letter.Row));
    }

    private sealed record FoundOffices(ILookup<Guid, FocalPointRow> Points, ILookup<Guid, FocalPointLinkRow> Links, ILookup<Guid, MandateRow> Mandates)
    {
        public SideFocalPoints Of(Invitation invitation, SideLabel side) => new(
            invitation.Id, side, invitation.Status, [.. Points[invitation.SideId]], [.. Links[invitation.SideId]], [.. Mandates[invitation.SideId]]);
    }
}
