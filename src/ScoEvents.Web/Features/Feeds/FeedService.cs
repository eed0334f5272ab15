using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Feeds;

/// <summary>Makes private calendar addresses and takes them back.</summary>
public sealed class FeedService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Length of a secret, in bytes: nobody guesses 256 bits.</summary>
    private const int SecretLength = 32;

    /// <summary>Makes an address that carries the actor's own right.</summary>
    /// <param name="actor">Whoever may read the event's draft.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">What it shows, and in which language.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>The secret, which is kept nowhere. Refused: <c>not-found</c>, <c>feeds.too-many</c>, and as <see cref="FeedAddress.Open"/>.</returns>
    public async Task<Result<string>> OpenAsync(Actor actor, Guid eventId, FeedForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (FeedForm.Read(form.Subject) is not { } subject)
        {
            return Error.Invalid(nameof(FeedForm.Subject), "feeds.subject-missing");
        }

        var live = await context.FeedAddresses.CountAsync(
            feed => feed.EventId == eventId && feed.OwnerId == actor.UserId && feed.RevokedAt == null, cancellationToken);
        if (live >= FeedAddress.MaxOfOwner)
        {
            return Error.Refused("feeds.too-many", FeedAddress.MaxOfOwner);
        }

        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretLength));
        var feed = FeedAddress.Open(eventId, actor.UserId!.Value, subject, form.Language, HashOf(secret), clock.GetUtcNow());
        if (!feed.IsSuccess)
        {
            return feed.Error!;
        }

        context.FeedAddresses.Add(feed.Value);
        var saved = await context.TrySaveAsync(cancellationToken);
        return saved.IsSuccess ? secret : saved.Error!;
    }

    /// <summary>Takes an address back for good. One that is taken back already stays so.</summary>
    /// <param name="actor">Its owner, or an organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="feedId">An address of the event.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>Refused: <c>not-found</c>, also for the address of somebody else where the actor is no organiser.</returns>
    public async Task<Result> RevokeAsync(Actor actor, Guid eventId, Guid feedId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanReadDraft(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var canRevokeAll = admitted.Value.Reach.CanOrganise(admitted.Value.Scope);
        var feed = await context.FeedAddresses.SingleOrDefaultAsync(
            feed => feed.Id == feedId && feed.EventId == eventId && (canRevokeAll || feed.OwnerId == actor.UserId), cancellationToken);
        if (feed is null)
        {
            return Error.NotFound();
        }

        feed.Revoke(actor.UserId!.Value, clock.GetUtcNow());
        return await context.TrySaveAsync(cancellationToken);
    }

    /// <summary>What is kept of a secret.</summary>
    internal static byte[] HashOf(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));
}
