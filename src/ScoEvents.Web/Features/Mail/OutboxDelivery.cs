using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Mail;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Hands the mails that are due to the mail server, each once however many nodes of the portal do so at the same time.</summary>
/// <remarks>
/// A mail is marked as being sent, in a transaction of its own, before the server hears of it, and as sent afterwards.
/// Whoever dies in between leaves a mail of which nobody knows whether it arrived: that is never sent again by itself.
/// </remarks>
public sealed class OutboxDelivery(IDbContextFactory<ScoEventsDbContext> contexts, IOptions<MailOptions> options, TimeProvider clock, FieldCipher cipher)
{
    private const string MailTask = "mail";

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    // Longer than any attempt can last, so that what is still marked then was left behind.
    private readonly TimeSpan _lease = TimeSpan.FromSeconds(options.Value.ConnectTimeoutSeconds + options.Value.SendTimeoutSeconds + 60);

    /// <summary>Delivers until nothing is due, or the server cannot be reached.</summary>
    /// <param name="stopping">Ends it between two mails; the one under way is brought to its end.</param>
    /// <returns>False where the server cannot be reached.</returns>
    public async Task<bool> DeliverDueAsync(CancellationToken stopping)
    {
        await using var line = new SmtpLine(options.Value);
        while (!stopping.IsCancellationRequested && await IsAnythingDueAsync(stopping))
        {
            if (!line.IsConnected && await line.ConnectAsync(stopping) is { } problem)
            {
                await TakeAsync(mail => mail.Defer(problem, clock.GetUtcNow()), stopping);
                return false;
            }

            if (await TakeAsync(mail => mail.BeginSending(clock.GetUtcNow(), _lease), stopping) is { } taken)
            {
                await MarkPatientlyAsync(taken, await HandOverAsync(line, taken));
            }
        }

        return true;
    }

    private async Task<bool> IsAnythingDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateForTaskAsync(MailTask, cancellationToken);
        return await context.OutboxMails.AnyAsync(mail => mail.State == MailState.Queued && mail.NextAttemptAt <= now, cancellationToken);
    }

    // The row stays locked until the change stands; other nodes look past it.
    private async Task<OutboxMail?> TakeAsync(Action<OutboxMail> change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateForTaskAsync(MailTask, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var due = await context.OutboxMails
            .FromSql($"SELECT *, xmin FROM outbox_mails WHERE state = 'Queued' AND next_attempt_at <= {now} ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .ToListAsync(cancellationToken);
        if (due is not [{ } mail])
        {
            return null;
        }

        change(mail);
        await context.SaveChangesAsync(cancellationToken);
        await context.TellMailsChangedAsync(mail.EventId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return mail;
    }

    private async Task<HandoverOutcome> HandOverAsync(SmtpLine line, OutboxMail mail)
    {
        try
        {
            return await line.SendAsync(MailComposer.Compose(mail, SealedText.Open(cipher, mail.Body), options.Value, clock.GetUtcNow()), CancellationToken.None);
        }
        catch (ParseException exception)
        {
            // The address has the form of one, but is none.
            return new HandoverOutcome(Handover.Refused, exception.Message);
        }
    }

    // What the server took must be marked, or it would be uncertain for want of a database that was away for a moment.
    private async Task MarkPatientlyAsync(OutboxMail taken, HandoverOutcome outcome)
    {
        for (var wait = _firstWait; ; wait *= 2)
        {
            try
            {
                await MarkAsync(taken, outcome);
                return;
            }
            catch (Exception exception) when (wait < _longestWait && ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
            {
                await Task.Delay(wait, clock, CancellationToken.None);
            }
        }
    }

    private async Task MarkAsync(OutboxMail taken, HandoverOutcome outcome)
    {
        await using var context = await contexts.CreateForTaskAsync(MailTask, CancellationToken.None);
        var mail = await context.OutboxMails.SingleOrDefaultAsync(
            row => row.Id == taken.Id && row.State == MailState.Sending && row.Attempts == taken.Attempts, CancellationToken.None);
        var now = clock.GetUtcNow();
        switch (outcome.Handover)
        {
            case Handover.Accepted:
                mail?.Accept(now);
                break;
            case Handover.Deferred:
                mail?.Defer(outcome.Error!, now);
                break;
            case Handover.Refused:
                mail?.Refuse(outcome.Error!);
                break;
            case Handover.Unknown:
                mail?.LoseSight(outcome.Error!, now);
                break;
        }

        await context.SaveChangesAsync(CancellationToken.None);
        await context.TellMailsChangedAsync(taken.EventId, CancellationToken.None);
    }
}
