using Microsoft.Extensions.Options;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Looks into the outbox every few seconds, on every node; does nothing where no mail server is configured.</summary>
internal sealed partial class MailWorker(OutboxDelivery delivery, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
        {
            LogOff(logger);
            return;
        }

        var wait = _interval;
        while (!stoppingToken.IsCancellationRequested)
        {
            wait = await IsFineAsync(stoppingToken) ? _interval : Longer(wait);
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsFineAsync(CancellationToken stoppingToken)
    {
        try
        {
            var isReached = await delivery.DeliverDueAsync(stoppingToken);
            if (!isReached)
            {
                LogUnreachable(logger, options.Value.Host!, options.Value.Port);
            }

            return isReached;
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
            // A mail that nobody foresaw must not end the portal, as an exception of a background service does.
            LogFailed(logger, exception);
            return false;
        }
    }

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < _longestWait ? wait * 2 : _longestWait;

    [LoggerMessage(LogLevel.Information, "Portal:Mail is not set: mails wait in the outbox")]
    private static partial void LogOff(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The mail server {Host}:{Port} cannot be reached; mails wait and are tried again")]
    private static partial void LogUnreachable(ILogger logger, string host, int port);

    [LoggerMessage(LogLevel.Warning, "The outbox could not be read or marked; trying again")]
    private static partial void LogDataAway(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A mail could not be handed over for a reason that the portal does not know")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
