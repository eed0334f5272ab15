using Microsoft.Extensions.Options;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Looks for messages that are due every few seconds, on every node.</summary>
internal sealed partial class WebhookWorker(WebhookDelivery delivery, IOptions<WebhookOptions> options, TimeProvider clock, ILogger<WebhookWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsEnabled)
        {
            LogOff(logger);
            return;
        }

        var wait = _interval;
        while (!stoppingToken.IsCancellationRequested)
        {
            wait = await IsFineAsync(stoppingToken) ? _interval : wait * 2 < _longestWait ? wait * 2 : _longestWait;
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsFineAsync(CancellationToken stoppingToken)
    {
        try
        {
            await delivery.DeliverDueAsync(stoppingToken);
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception) when (ErrorPages.StatusOf(exception) == StatusCodes.Status503ServiceUnavailable)
        {
            LogDataAway(logger, exception);
            return false;
        }
        catch (Exception exception)
        {
            // A message that nobody foresaw must not end the portal, as an exception of a background service does.
            LogFailed(logger, exception);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Portal:Webhooks:IsEnabled is false: messages wait")]
    private static partial void LogOff(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The messages of webhooks could not be read or marked; trying again")]
    private static partial void LogDataAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A message of a webhook could not be sent for a reason that the portal does not know")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
