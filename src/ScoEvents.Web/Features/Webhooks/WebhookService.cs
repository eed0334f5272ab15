using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Webhooks;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Names the programs that are told what happens to an event.</summary>
public sealed class WebhookService(IDbContextFactory<ScoEventsDbContext> contexts, WebhookTargets targets, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>The most webhooks of an event.</summary>
    public const int MaxWebhooks = 10;

    /// <summary>Names a receiver.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="form">Address and topics.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The secret, which nobody can be shown again. Refused: <c>not-found</c>, <c>forbidden</c>, <c>webhook.url-invalid</c>, <c>webhook.url-private</c>, <c>webhook.topics-missing</c>, <c>webhook.too-many</c>.</returns>
    public async Task<Result<NewWebhook>> AddAsync(Actor actor, Guid eventId, WebhookForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var url = targets.Check(form.Url);
        if (url.Error is { } wrong)
        {
            return wrong;
        }

        var (id, secret) = (Guid.CreateVersion7(), WebhookSigner.NewSecret());
        var made = Webhook.Make(
            new WebhookFacts(eventId, url.Value, form.Topics), id, cipher.Protect(secret, WebhookDelivery.Table, WebhookDelivery.Column, id), actor.UserId!.Value, clock.GetUtcNow());
        if (!made.IsSuccess)
        {
            return Result<NewWebhook>.Fail(made.Errors);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockEventAsync(eventId, cancellationToken);
        if (await context.Webhooks.CountAsync(webhook => webhook.EventId == eventId, cancellationToken) >= MaxWebhooks)
        {
            return Error.Refused("webhook.too-many", MaxWebhooks);
        }

        context.Webhooks.Add(made.Value);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return new NewWebhook(id, secret);
    }

    /// <summary>Switches a webhook on, and lets go what has waited, or off.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="webhookId">A webhook of the event.</param>
    /// <param name="isOn">Whether it sends from now on.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c> where an attempt ended in the very same moment.</returns>
    public Task<Result> SwitchAsync(Actor actor, Guid eventId, Guid webhookId, bool isOn, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, webhookId, (_, webhook) =>
        {
            if (isOn)
            {
                webhook.Enable();
            }
            else
            {
                webhook.Disable(clock.GetUtcNow());
            }
        }, cancellationToken);

    /// <summary>Removes a webhook with its messages.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="webhookId">A webhook of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>.</returns>
    public Task<Result> RemoveAsync(Actor actor, Guid eventId, Guid webhookId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, eventId, webhookId, (context, webhook) => context.Webhooks.Remove(webhook), cancellationToken);

    /// <summary>Has a message sent again, from the beginning.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="messageId">A message of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>, <c>webhook.message-under-way</c>, <c>stale</c>.</returns>
    public async Task<Result> SendAgainAsync(Actor actor, Guid eventId, Guid messageId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (await context.WebhookMessages.SingleOrDefaultAsync(message => message.Id == messageId && message.EventId == eventId, cancellationToken) is not { } found)
        {
            return Error.NotFound();
        }

        var again = found.SendAgain(clock.GetUtcNow());
        return again.IsSuccess ? await context.TrySaveAsync(cancellationToken) : again;
    }

    private async Task<Result> ChangeAsync(
        Actor actor, Guid eventId, Guid webhookId, Action<ScoEventsDbContext, Webhook> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (await context.Webhooks.SingleOrDefaultAsync(webhook => webhook.Id == webhookId && webhook.EventId == eventId, cancellationToken) is not { } found)
        {
            return Error.NotFound();
        }

        change(context, found);
        return await context.TrySaveAsync(cancellationToken);
    }
}
