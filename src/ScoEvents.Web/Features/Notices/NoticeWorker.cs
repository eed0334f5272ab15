using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Notices;

/// <summary>Looks every six hours, on every node, for notices that were read long ago.</summary>
internal sealed partial class NoticeWorker(NoticeRetention retention, TimeProvider clock, ILogger<NoticeWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The portal answers first.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await RemoveAsync(stoppingToken);
            await Task.Delay(_interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RemoveAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await retention.RemoveOldAsync(stoppingToken) is > 0 and var count)
            {
                LogRemoved(logger, count);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends; the next start goes on.
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogDataAway(logger, exception);
        }
        catch (Exception exception)
        {
            // A fault that nobody foresaw must not end the portal, as an exception of a background service does.
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} notices that were read long ago were removed")]
    private static partial void LogRemoved(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "The database could not be reached to remove old notices; trying again later")]
    private static partial void LogDataAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Removing old notices failed for a reason that the portal does not know; trying again later")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
