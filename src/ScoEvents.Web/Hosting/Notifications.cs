using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// Hears through PostgreSQL what any node of the portal has changed. Writers say
/// <c>pg_notify('scoevents', 'event:&lt;id&gt;')</c> in their transaction, so it is heard when, and only when, the change stands.
/// An empty message makes every node forget what it keeps. Triggers say <c>draft:&lt;id&gt;</c> where a draft changes.
/// </summary>
internal sealed partial class Notifications(IServiceProvider services, PublicCache cache, ChangeFeed feed, TimeProvider clock, ILogger<Notifications> logger) : BackgroundService
{
    private const string Channel = "scoevents";
    private const string EventPrefix = "event:";

    private static readonly TimeSpan _probeInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _shortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(30);

    private TimeSpan _wait = _shortestWait;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is DbException or IOException or SocketException or TimeoutException)
            {
                LogLost(logger, exception, _wait.TotalSeconds);
                await Task.Delay(_wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _wait = _wait * 2 < _longestWait ? _wait * 2 : _longestWait;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        // Not a constructor's parameter: the embedded database says where it is only once it has started.
        var dataSource = services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var heard = new Queue<string>();
        connection.Notification += (_, notification) => heard.Enqueue(notification.Payload);
        await ExecuteAsync(connection, $"LISTEN {Channel}", cancellationToken);

        // What was said while nobody listened is not known.
        cache.ForgetAll();
        feed.TellLost();
        _wait = _shortestWait;
        while (true)
        {
            if (!await connection.WaitAsync(_probeInterval, cancellationToken))
            {
                // A line that died silently is found out by speaking on it.
                await ExecuteAsync(connection, "SELECT 1", cancellationToken);
            }

            while (heard.TryDequeue(out var payload))
            {
                Forget(payload);
                feed.Tell(payload);
            }
        }
    }

    private void Forget(string payload)
    {
        if (payload.StartsWith(EventPrefix, StringComparison.Ordinal) && Guid.TryParse(payload.AsSpan(EventPrefix.Length), out var eventId))
        {
            cache.ForgetEvent(eventId);
        }
        else if (payload.Length == 0)
        {
            cache.ForgetAll();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The line to the database's notifications was lost; trying again in {Seconds} s")]
    private static partial void LogLost(ILogger logger, Exception exception, double seconds);
}

internal static class NotificationsModule
{
    public static void AddNotifications(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ChangeFeed>().AddHostedService<Notifications>();
}
