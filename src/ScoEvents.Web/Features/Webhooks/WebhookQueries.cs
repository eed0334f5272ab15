using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Webhooks;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>What organisers read of the webhooks of their event.</summary>
public sealed class WebhookQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>Messages in the log.</summary>
    public const int MaxMessages = 50;

    /// <summary>The webhooks of an event with their last 50 messages, the latest first; a fixed number of commands.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<EventWebhooks>> GetAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var zone = await context.Events.Where(row => row.Id == eventId).Select(row => row.TimeZone).SingleAsync(cancellationToken);
        var webhooks = await context.Webhooks.AsNoTracking().Where(webhook => webhook.EventId == eventId).OrderBy(webhook => webhook.CreatedAt).ThenBy(webhook => webhook.Id)
            .Select(webhook => new WebhookRow(
                webhook.Id, webhook.Url, webhook.Topics, webhook.Failures, webhook.DisabledAt, webhook.IsGivenUp,
                context.WebhookMessages.Count(message => message.WebhookId == webhook.Id && (message.State == WebhookMessageState.Queued || message.State == WebhookMessageState.Sending)),
                webhook.Version))
            .ToListAsync(cancellationToken);
        var messages = await context.WebhookMessages.AsNoTracking().Where(message => message.EventId == eventId)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id).Take(MaxMessages)
            .Join(context.Webhooks, message => message.WebhookId, webhook => webhook.Id, (message, webhook) => new { message, webhook.Url })
            .ToListAsync(cancellationToken);
        return new EventWebhooks(
            webhooks,
            [.. messages.OrderByDescending(row => row.message.CreatedAt).ThenByDescending(row => row.message.Id).Select(row => new WebhookMessageRow(
                row.message.Id, row.Url, row.message.Topic, row.message.State, row.message.Attempts, row.message.LastStatus, row.message.LastError, row.message.LastDuration,
                row.message.CreatedAt, row.message.NextAttemptAt, row.message.DeliveredAt, row.message.Payload, row.message.Version))],
            zone);
    }
}
