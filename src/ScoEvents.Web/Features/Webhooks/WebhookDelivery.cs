using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Webhooks;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Sends the messages that are due, each by one node at a time.</summary>
/// <remarks>
/// A message is marked as being sent, in a transaction of its own, before its receiver hears of it. Whoever dies in between leaves
/// one that becomes due again when its time is over: a message arrives at least once, with the same identity each time.
/// </remarks>
public sealed class WebhookDelivery(
    IDbContextFactory<ScoEventsDbContext> contexts, WebhookLine line, WebhookNotices notices, FieldCipher cipher, IOptions<WebhookOptions> options, TimeProvider clock)
{
    internal const string Table = "webhooks";
    internal const string Column = "envelope";
    private const string WebhookTask = "webhooks";

    // Longer than any attempt can last, so that what is still marked then was left behind.
    private readonly TimeSpan _lease = TimeSpan.FromSeconds(options.Value.TimeoutSeconds + 30);

    /// <summary>Sends until nothing is due.</summary>
    /// <param name="stopping">Ends it between two messages; the one under way is brought to its end.</param>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken stopping)
    {
        var attempts = 0;
        while (!stopping.IsCancellationRequested && await TakeAsync(stopping) is { } taken)
        {
            var (webhook, message) = taken;
            await MarkAsync(message, await SendAsync(webhook, message));
            attempts++;
        }

        return attempts;
    }

    private async Task<WebhookAttempt> SendAsync(Webhook webhook, WebhookMessage message)
    {
        string secret;
        try
        {
            secret = cipher.Reveal(webhook.Envelope, Table, Column, webhook.Id);
        }
        catch (CryptographicException)
        {
            // A key that was lost must not hold up the messages of other webhooks.
            return new WebhookAttempt(null, "secret", 0);
        }

        return await line.SendAsync(webhook, secret, message, CancellationToken.None);
    }

    // The row stays locked until the mark stands; other nodes look past it.
    private async Task<(Webhook Webhook, WebhookMessage Message)?> TakeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateForTaskAsync(WebhookTask, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var due = await context.WebhookMessages
            .FromSql(
                $"""
                SELECT d.*, d.xmin FROM webhook_deliveries d
                WHERE d.state IN ('Queued', 'Sending') AND d.next_attempt_at <= {now}
                    AND EXISTS (SELECT FROM webhooks w WHERE w.id = d.webhook_id AND w.disabled_at IS NULL)
                ORDER BY d.next_attempt_at, d.id LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
            .ToListAsync(cancellationToken);
        if (due is not [{ } message])
        {
            return null;
        }

        message.BeginSending(now, _lease);
        await context.SaveChangesAsync(cancellationToken);
        var webhook = await context.Webhooks.AsNoTracking().SingleAsync(row => row.Id == message.WebhookId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (webhook, message);
    }

    private async Task MarkAsync(WebhookMessage taken, WebhookAttempt attempt)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateForTaskAsync(WebhookTask, CancellationToken.None);
        await using var transaction = await context.Database.BeginTransactionAsync();
        // The webhook's row first: two nodes that fail at once must both be counted.
        var webhook = await context.Webhooks.FromSql($"SELECT *, xmin FROM webhooks WHERE id = {taken.WebhookId} FOR UPDATE").SingleOrDefaultAsync();
        var message = await context.WebhookMessages.SingleOrDefaultAsync(row => row.Id == taken.Id && row.State == WebhookMessageState.Sending && row.Attempts == taken.Attempts);
        message?.EndSending(attempt, now);
        if (webhook is not null && attempt.IsDelivered)
        {
            webhook.Succeed();
        }
        else if (webhook?.Fail(now) is true && await notices.WriteAsync(context, webhook, now) is { } letter)
        {
            context.OutboxMails.Add(OutboxMail.Write(letter, isReviewed: false, now));
        }

        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
