using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Notes of invitations that no reply came by the day that was asked for, at the clock of each event's place.</summary>
public sealed class InvitationDeadlines(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Goes through all events once; what another node notes at the same moment is left to it.</summary>
    /// <returns>How many invitations had no reply.</returns>
    public async Task<int> PassAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForTaskAsync("deadlines", cancellationToken);
        var now = clock.GetUtcNow();
        // A day that has passed anywhere has passed at the westernmost place by the day after at the latest.
        var latest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
        var open = await context.Invitations
            .Where(found => found.Status == InvitationStatus.Issued || found.Status == InvitationStatus.Delivered)
            .Select(found => new
            {
                Invitation = found,
                EventDay = context.DelegationSettings.Where(settings => settings.EventId == found.EventId).Select(settings => settings.AnswerBy).FirstOrDefault(),
            })
            .Where(found => (found.Invitation.AnswerBy ?? found.EventDay) < latest)
            .ToListAsync(cancellationToken);
        var ids = open.ConvertAll(found => found.Invitation.EventId);
        var events = await context.Events.AsNoTracking().Where(found => ids.Contains(found.Id)).ToDictionaryAsync(found => found.Id, cancellationToken);
        var passed = open.Count(found =>
            found.Invitation.IsOverdue(NotePress.DayOf(events[found.Invitation.EventId], now), found.EventDay) && found.Invitation.MarkNoReply().IsSuccess);
        if (passed == 0)
        {
            return 0;
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        return saved.IsSuccess ? passed : 0;
    }
}

/// <summary>Looks for days that have passed, every few minutes, on every node.</summary>
internal sealed partial class InvitationDeadlinesWorker(InvitationDeadlines deadlines, TimeProvider clock, ILogger<InvitationDeadlinesWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await deadlines.PassAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
            {
                LogDataAway(logger, exception);
            }
            catch (Exception exception)
            {
                // What nobody foresaw must not end the portal, as an exception of a background service does.
                LogFailed(logger, exception);
            }

            await Task.Delay(_interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Days to answer by could not be read; trying again")]
    private static partial void LogDataAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Days to answer by could not be looked at for a reason that the portal does not know; trying again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
