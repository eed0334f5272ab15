using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.Mail;

/// <summary>What organisers read of the mails of their event.</summary>
public sealed class MailQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, IOptions<MailOptions> options)
{
    /// <summary>Mails on one page.</summary>
    public const int PageSize = 50;

    /// <summary>One page of an event's outbox, in a fixed number of commands.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="shelf">What is asked for; null gives the first of: what waits for review, is uncertain, failed, is on its way, was sent.</param>
    /// <param name="page">From 1; a page beyond the last gives the last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<Outbox>> ListAsync(Actor actor, Guid eventId, MailShelf? shelf, int page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow();
        var mails = context.OutboxMails.AsNoTracking().Where(mail => mail.EventId == eventId);
        var counted = await mails
            .GroupBy(mail => new { mail.State, IsLeft = mail.State == MailState.Sending && mail.NextAttemptAt <= now })
            .Select(group => new { group.Key.State, group.Key.IsLeft, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var counts = counted.GroupBy(row => MailShelves.Of(row.State, row.IsLeft ? now : DateTimeOffset.MaxValue, now))
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
        var shown = shelf ?? FirstWithMails(counts);
        var pages = Math.Max(1, (counts.GetValueOrDefault(shown) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var matching = mails.Where(MailShelves.On(shown, now));
        var ordered = shown is MailShelf.Review or MailShelf.OnTheWay
            ? matching.OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id)
            : matching.OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id);
        var found = await Facts(context, ordered.Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        var rows = await RowsAsync(context, eventId, found, now, cancellationToken);
        return new Outbox(options.Value.IsConfigured, shown, page, pages, counts, rows.Rows, now, rows.TimeZone);
    }

    /// <summary>One mail, whole.</summary>
    /// <param name="actor">An organiser of the event.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="mailId">A mail of the event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, <c>forbidden</c>.</returns>
    public async Task<Result<MailDetails>> GetAsync(Actor actor, Guid eventId, Guid mailId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var admitted = await context.AdmitAsync(eventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var asked = context.OutboxMails.AsNoTracking().Where(mail => mail.Id == mailId && mail.EventId == eventId);
        var found = await Facts(context, asked).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return Error.NotFound();
        }

        var rows = await RowsAsync(context, eventId, found, clock.GetUtcNow(), cancellationToken);
        return new MailDetails(rows.Rows[0], SealedText.Hide(found[0].Mail.Body), options.Value.IsConfigured ? MailComposer.MessageId(mailId, options.Value) : null, rows.TimeZone);
    }

    private static MailShelf FirstWithMails(Dictionary<MailShelf, int> counts) =>
        new[] { MailShelf.Review, MailShelf.Uncertain, MailShelf.Failed, MailShelf.OnTheWay, MailShelf.Sent, MailShelf.Discarded }
            .FirstOrDefault(counts.ContainsKey, MailShelf.Review);

    private static IQueryable<MailFacts> Facts(ScoEventsDbContext context, IQueryable<OutboxMail> mails) => mails.Select(mail => new MailFacts(
        mail, context.Releases.Where(release => release.Id == mail.ReleaseId).Select(release => (int?)release.Number).FirstOrDefault()));

    private static async Task<(IReadOnlyList<MailRow> Rows, string? TimeZone)> RowsAsync(
        ScoEventsDbContext context, Guid eventId, List<MailFacts> found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var planned = await context.Events.Where(row => row.Id == eventId).Select(row => new { row.StartsOn, row.TimeZone }).SingleAsync(cancellationToken);
        var sides = await context.SideNamesAsync([.. found.Select(row => row.Mail.SideId).OfType<Guid>().Distinct()], planned.StartsOn, cancellationToken);
        return ([.. found.Select(row => RowOf(row, sides, now))], planned.TimeZone);
    }

    private static MailRow RowOf(MailFacts found, Dictionary<Guid, SideName> sides, DateTimeOffset now)
    {
        var mail = found.Mail;
        return new MailRow(
            mail.Id, MailShelves.Of(mail.State, mail.NextAttemptAt, now), mail.ToName, mail.ToAddress, mail.Language, mail.Subject,
            mail.SideId is { } side ? sides.GetValueOrDefault(side)?.Name : null, found.ReleaseNumber,
            mail.Attempts, mail.LastError, mail.CreatedAt, mail.NextAttemptAt, mail.SentAt, mail.Version);
    }

    private sealed record MailFacts(OutboxMail Mail, int? ReleaseNumber);
}
