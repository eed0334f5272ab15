using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.DailyLists;

/// <summary>Looks for daily lists that are due, on every node.</summary>
internal sealed partial class DailyListWorker(DailyListRunner runner, TimeProvider clock, ILogger<DailyListWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryRunAsync(stoppingToken);
            await Task.Delay(_interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryRunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunDueAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends; what was begun is rolled back and done by another node, or at the next start.
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogDataAway(logger, exception);
        }
        catch (Exception exception)
        {
            // A list that nobody foresaw must not end the portal, as an exception of a background service does.
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Daily lists could not be read; trying again")]
    private static partial void LogDataAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A daily list could not be written for a reason that the portal does not know")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
