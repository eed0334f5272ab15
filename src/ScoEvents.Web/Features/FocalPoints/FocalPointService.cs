using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Names focal points of invited sides by mail, and ends their office.</summary>
public sealed class FocalPointService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IValidator<FocalPointForm> rules, FocalPointLetterWriter letters)
{
    /// <summary>Sends somebody a link by which that person, and no other, becomes focal point of the side for the event; with the first rank it is the way of a handover. Refused: <c>not-found</c>, <c>forbidden</c>, what the form refuses, <c>focal-link.invitation-withdrawn</c>, <c>focal-point.already-invited</c>, <c>focal-point.already</c>.</summary>
    /// <param name="actor">An organiser of the event, or the side's first focal point.</param>
    /// <param name="invitationId">The side's invitation.</param>
    /// <param name="form">Whom.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The link's id.</returns>
    public async Task<Result<Guid>> InviteAsync(Actor actor, Guid invitationId, FocalPointForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitNamingAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (rules.Check(form) is { Count: > 0 } invalid)
        {
            return Result<Guid>.Fail(invalid);
        }

        var (invitation, planned) = (admitted.Value.Invitation, admitted.Value.Event);
        if (invitation.Status is InvitationStatus.Withdrawn or InvitationStatus.Draft)
        {
            return FocalPointErrors.InvitationWithdrawn();
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockSideAsync(planned.Id, invitation.SideId, cancellationToken);
        var now = clock.GetUtcNow();
        if (await WhyNotAsync(context, invitation, form, now, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var key = FocalPointKey.Create();
        var facts = new FocalPointLinkFacts(form.Email!, form.Name!, form.Language!, form.Rank!.Value, key.Hash, now.AddDays(form.Days!.Value));
        var link = FocalPointLink.For(invitation, facts, actor.UserId!.Value, now);
        context.FocalPointLinks.Add(link);
        await context.SaveChangesAsync(cancellationToken);
        context.OutboxMails.Add(OutboxMail.Write(await letters.WriteAsync(context, planned, link, key, cancellationToken), isReviewed: false, now));
        await context.SaveChangesAsync(cancellationToken);
        await context.TellMailsChangedAsync(planned.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return link.Id;
    }

    /// <summary>Takes a link back that nobody used. Refused: <c>not-found</c>, <c>forbidden</c>, <c>focal-link.used</c>, <c>focal-link.revoked</c>.</summary>
    public async Task<Result> RevokeLinkAsync(Actor actor, Guid invitationId, Guid linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitNamingAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Held against somebody who uses it at this moment: one of the two comes first.
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM focal_point_links WHERE id = {linkId} FOR UPDATE", cancellationToken);
        var link = await context.FocalPointLinks.SingleOrDefaultAsync(found => found.Id == linkId && found.InvitationId == invitationId, cancellationToken);
        if (link is null)
        {
            return Error.NotFound();
        }

        if (link.Revoke(clock.GetUtcNow()) is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        return await SaveAsync(context, transaction, cancellationToken);
    }

    /// <summary>Ends an office: the grant goes with it, and whoever has a page open is refused at the next click. An organiser ends any of the event, the first focal point deputies. Refused: <c>not-found</c>, <c>forbidden</c>, <c>focal-point.of-all-events</c>.</summary>
    public async Task<Result> EndAsync(Actor actor, Guid invitationId, Guid focalPointId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitNamingAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var invitation = admitted.Value.Invitation;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockSideAsync(invitation.EventId, invitation.SideId, cancellationToken);
        var point = await context.FocalPoints.SingleOrDefaultAsync(
            found => found.Id == focalPointId && found.SideId == invitation.SideId && (found.EventId == null || found.EventId == invitation.EventId), cancellationToken);
        if (point is null)
        {
            return Error.NotFound();
        }

        if (point.EventId is null)
        {
            return FocalPointErrors.OfAllEvents();
        }

        if (!admitted.Value.IsOrganiser && point.Rank != FocalPointRank.Deputy)
        {
            return Error.Forbidden();
        }

        var now = clock.GetUtcNow();
        if (point.End(now) is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        await context.RevokeOfficeAsync(point, now, cancellationToken);
        return await SaveAsync(context, transaction, cancellationToken);
    }

    private static async Task<Error?> WhyNotAsync(ScoEventsDbContext context, Invitation invitation, FocalPointForm form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await context.FocalPointLinks.AsNoTracking()
            .Where(link => link.EventId == invitation.EventId && link.SideId == invitation.SideId && link.UsedAt == null && link.RevokedAt == null && link.ExpiresAt > now)
            .ToListAsync(cancellationToken);
        if (waiting.Exists(link => link.IsFor(form.Email)))
        {
            return FocalPointErrors.AlreadyInvited();
        }

        // A deputy may be sent the link to the first place; nobody needs a second link to the same.
        var named = await context.FocalPoints.AsNoTracking()
            .Where(point => point.SideId == invitation.SideId && point.EventId == invitation.EventId && point.EndedAt == null
                && (point.Rank == form.Rank || point.Rank == FocalPointRank.Principal))
            .Select(point => point.Email)
            .ToListAsync(cancellationToken);
        return named.Exists(email => string.Equals(email, PlainText.Clean(form.Email), StringComparison.OrdinalIgnoreCase)) ? FocalPointErrors.AlreadyFocalPoint() : null;
    }

    private static async Task<Result> SaveAsync(
        ScoEventsDbContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}

/// <summary>What every change of a side's focal points does.</summary>
internal static class FocalPointChanges
{
    /// <summary>Lets the changes of one side's focal points in one event take turns, until the transaction ends.</summary>
    public static Task LockSideAsync(this ScoEventsDbContext context, Guid eventId, Guid sideId, CancellationToken cancellationToken)
    {
        var subject = $"focal-points:{eventId:N}:{sideId:N}";
        return context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({subject}, 0))", cancellationToken);
    }

    /// <summary>Takes back the grants by which an office speaks for the side in the event; the caller saves.</summary>
    public static async Task RevokeOfficeAsync(this ScoEventsDbContext context, FocalPoint point, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var grant in await context.Grants
            .Where(grant => grant.UserId == point.UserId && grant.Role == Role.FocalPoint && grant.SideId == point.SideId && grant.EventId == point.EventId && grant.RevokedAt == null)
            .ToListAsync(cancellationToken))
        {
            grant.Revoke(now);
        }
    }
}
