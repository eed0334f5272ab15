using ScoEvents.Domain.Shared;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Privacy;

/// <summary>Looks every hour, on every node, for events whose day of retention has passed.</summary>
internal sealed partial class PurgeWorker(DataPurge purge, TimeProvider clock, ILogger<PurgeWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The portal answers first.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await PurgeDueAsync(stoppingToken);
            await Task.Delay(_interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PurgeDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var (eventId, purged) in await purge.PurgeDueAsync(stoppingToken))
            {
                if (purged.IsSuccess)
                {
                    LogPurged(logger, eventId, purged.Value.Proof);
                }
                else if (purged.Error!.Kind != ErrorKind.Refused)
                {
                    LogLater(logger, eventId, purged.Error.Code);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends; what was not committed is as it was.
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogDataAway(logger, exception);
        }
        catch (Exception exception)
        {
            // An event that nobody foresaw must not end the portal, as an exception of a background service does.
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "Personal data of event {EventId} were purged on their day; proof {Proof}")]
    private static partial void LogPurged(ILogger logger, Guid eventId, string proof);

    [LoggerMessage(LogLevel.Warning, "Personal data of event {EventId} could not be purged now ({Code}); trying again in an hour")]
    private static partial void LogLater(ILogger logger, Guid eventId, string code);

    [LoggerMessage(LogLevel.Warning, "The database could not be reached for a purge; trying again in an hour")]
    private static partial void LogDataAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A purge failed for a reason that the portal does not know; trying again in an hour")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
