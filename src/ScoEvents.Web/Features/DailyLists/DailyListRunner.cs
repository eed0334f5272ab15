using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Writes the daily lists that are due into the outbox, each once however many nodes of the portal do so at the same time.</summary>
/// <remarks>The row stays locked until the mail is written in the same transaction, and the mail's key names list and hour: twice is impossible twice over.</remarks>
public sealed class DailyListRunner(
    IDbContextFactory<ScoEventsDbContext> contexts, DailyListReading reading, DailyListWriter writer, ErrorSpeech errors, TimeProvider clock)
{
    private const string ExportTask = "exports";

    /// <summary>Writes until nothing is due.</summary>
    /// <param name="stopping">Ends it between two lists.</param>
    /// <returns>How many lists were due.</returns>
    public async Task<int> RunDueAsync(CancellationToken stopping)
    {
        var count = 0;
        while (!stopping.IsCancellationRequested && await RunOneAsync(stopping))
        {
            count++;
        }

        return count;
    }

    private async Task<bool> RunOneAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateForTaskAsync(ExportTask, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var due = await context.ScheduledExports
            .FromSql($"SELECT *, xmin FROM scheduled_exports WHERE next_run_at <= {now} ORDER BY next_run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .ToListAsync(cancellationToken);
        if (due is not [{ } export])
        {
            return false;
        }

        // A failure of the last one, which is learned of first, moves the next one on.
        var hour = export.NextRunAt!.Value;
        var planned = await context.Events.AsNoTracking().Where(planned => planned.Id == export.EventId)
            .Select(planned => new { planned.Title, planned.TimeZone, planned.FallbackOrder }).SingleAsync(cancellationToken);
        using var inOrder = ContentFallback.Use(planned.FallbackOrder);
        var maker = await context.Users.AsNoTracking().Where(user => user.Id == export.CreatedBy)
            .Select(user => new Maker(user.Email ?? "", user.DisplayName, user.Language)).SingleAsync(cancellationToken);
        var zone = EventZone.Find(planned.TimeZone);
        if (!await HasFailedBeforeAsync(context, export, zone, now, cancellationToken))
        {
            await WriteAsync(context, export, planned.Title, zone, maker, hour, now, cancellationToken);
        }

        if (export.StoppedAt == now)
        {
            TellMaker(context, export, planned.Title, maker, now);
        }

        await context.SaveChangesAsync(cancellationToken);
        await context.TellMailsChangedAsync(export.EventId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Learns of the last mail; true where its failure was one too many.</summary>
    private static async Task<bool> HasFailedBeforeAsync(
        ScoEventsDbContext context, ScheduledExport export, EventZone? zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (export.LastMailId is not { } mailId)
        {
            return false;
        }

        var state = await context.OutboxMails.Where(mail => mail.Id == mailId).Select(mail => (MailState?)mail.State).SingleOrDefaultAsync(cancellationToken);
        export.Learn(state);
        return state == MailState.Failed && export.Fail("scheduled.mail-failed", zone, now);
    }

    private async Task WriteAsync(
        ScoEventsDbContext context, ScheduledExport export, LocalizedText title, EventZone? zone, Maker maker, DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (zone is null)
        {
            export.Fail("scheduled.no-zone", zone, now);
            return;
        }

        await using var own = await contexts.CreateForAsync(Actor.Of(export.CreatedBy), cancellationToken);
        var admitted = await own.AdmitAsync(export.EventId, (reach, scope) => reach.CanOrganise(scope), cancellationToken);
        if (admitted.Error is not null)
        {
            export.Fail("scheduled.maker-lost-right", zone, now);
            return;
        }

        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            Speak(export.Language);
            var content = await reading.ReadAsync(own, export.Subject, export.EventId, zone, cancellationToken);
            var mail = OutboxMail.Write(writer.List(export, title, zone, content, maker.Name, hour, now), isReviewed: false, now);
            context.OutboxMails.Add(mail);
            export.Write(mail.Id, content.Items, zone, now);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    private void TellMaker(ScoEventsDbContext context, ScheduledExport export, LocalizedText title, Maker maker, DateTimeOffset now)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            Speak(maker.Language);
            var reason = errors.Say(Error.Refused(export.LastError!));
            context.OutboxMails.Add(OutboxMail.Write(writer.Stopped(export, title, maker.Address, maker.Name, reason, now), isReviewed: false, now));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    private static void Speak(string code)
    {
        var language = PortalLanguages.Find(code) ?? PortalLanguages.English;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture, language.Culture);
    }

    private sealed record Maker(string Address, string Name, string Language);
}
