using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Decides on the mails of an event: what is sent, what not, what is tried again.</summary>
public sealed class MailService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>The most mails that can be decided on at once.</summary>
    public const int MaxAtOnce = 500;

    /// <summary>Decides on mails that were chosen, as they were seen.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="seen">The mails with the versions they were read at, up to <see cref="MaxAtOnce"/>.</param>
    /// <param name="decision">What is to become of them.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>How many follow, and how many had changed meanwhile. Refused: <c>not-found</c>, <c>forbidden</c>, <c>mail.too-many</c>, <c>stale</c> where a mail was taken in the very same moment.</returns>
    public async Task<Result<MailsDecided>> DecideAsync(
        Actor actor, Guid eventId, IReadOnlyCollection<SeenMail> seen, MailDecision decision, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        if (seen.Count > MaxAtOnce)
        {
            return Error.Refused("mail.too-many", MaxAtOnce);
        }

        var versions = seen.DistinctBy(mail => mail.Id).ToDictionary(mail => mail.Id, mail => mail.Version);
        var mails = await context.OutboxMails.Where(mail => mail.EventId == eventId && versions.Keys.Contains(mail.Id)).ToListAsync(cancellationToken);
        var done = mails.Count(mail => mail.Version == versions[mail.Id] && Decide(mail, decision).IsSuccess);
        var saved = await SaveAsync(context, eventId, cancellationToken);
        return saved.Error is { } failed ? failed : new MailsDecided(done, versions.Count - done);
    }

    /// <summary>Releases every mail of the event that waits for review and was written by the time that was seen.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="writtenBy">UTC; a mail that was written later was not seen.</param>
    /// <param name="cancellationToken">Cancels, leaving nothing half done.</param>
    /// <returns>How many were released. Refused: <c>not-found</c>, <c>forbidden</c>, <c>stale</c>.</returns>
    public async Task<Result<int>> SendAllAsync(Actor actor, Guid eventId, DateTimeOffset writtenBy, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var mails = await context.OutboxMails
            .Where(mail => mail.EventId == eventId && mail.State == MailState.Review && mail.CreatedAt <= writtenBy)
            .ToListAsync(cancellationToken);
        var done = mails.Count(mail => Decide(mail, MailDecision.Send).IsSuccess);
        var saved = await SaveAsync(context, eventId, cancellationToken);
        return saved.Error is { } failed ? failed : done;
    }

    private static async Task<Result> SaveAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await context.TellMailsChangedAsync(eventId, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private Result Decide(OutboxMail mail, MailDecision decision) => decision switch
    {
        MailDecision.Send => mail.Send(clock.GetUtcNow()),
        MailDecision.Discard => mail.Discard(clock.GetUtcNow()),
        MailDecision.Settle => mail.Settle(clock.GetUtcNow()),
    };
}
