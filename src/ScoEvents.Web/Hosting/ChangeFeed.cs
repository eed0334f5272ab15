using System.Collections.Concurrent;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// Passes on what any node of the portal has changed to whoever shows it on this node. A topic is the beginning of what
/// PostgreSQL says, such as <c>draft:</c> and the event's id.
/// </summary>
public sealed partial class ChangeFeed(ILogger<ChangeFeed> logger)
{
    private readonly ConcurrentDictionary<Guid, Subscription> _subscriptions = new();

    /// <summary>The topic of everything that happens to any draft; the event's id follows in the message.</summary>
    public const string Drafts = "draft:";

    /// <summary>The topic of what happens to the persons of any event; the event's id follows in the message.</summary>
    public const string AllDelegations = "delegations:";

    /// <summary>The topic of everything that happens to the draft of an event's programme.</summary>
    public static string Draft(Guid eventId) => $"{Drafts}{eventId}";

    /// <summary>The topic of what happens to the persons of an event: invited, registered, admitted, scanned.</summary>
    public static string Delegations(Guid eventId) => $"{AllDelegations}{eventId}";

    /// <summary>The topic of what happens to the mails of an event.</summary>
    public static string Mail(Guid eventId) => $"mail:{eventId}";

    /// <summary>The topic of what a person is told.</summary>
    public static string Notices(Guid userId) => $"notices:{userId}";

    /// <summary>Calls <paramref name="onChange"/> for every message that begins with the topic, and with the empty string after a time in which messages may have been lost.</summary>
    /// <param name="topic">The beginning of the messages, exactly.</param>
    /// <param name="onChange">Gets the whole message; called on no particular thread, possibly before an earlier call has ended.</param>
    /// <returns>Ends the subscription when it is disposed.</returns>
    public IDisposable Subscribe(string topic, Func<string, Task> onChange)
    {
        // What is drawn anew has to speak the language of who listens, and follow the event that is open there.
        var subscription = new Subscription(this, Guid.NewGuid(), topic, onChange, ExecutionContext.Capture());
        _subscriptions[subscription.Id] = subscription;
        return subscription;
    }

    /// <summary>Passes a message on.</summary>
    internal void Tell(string message)
    {
        foreach (var subscription in _subscriptions.Values.Where(subscription => message.StartsWith(subscription.Topic, StringComparison.Ordinal)))
        {
            _ = CallAsync(subscription, message);
        }
    }

    /// <summary>Tells every subscriber that messages may have been lost.</summary>
    internal void TellLost()
    {
        foreach (var subscription in _subscriptions.Values)
        {
            _ = CallAsync(subscription, "");
        }
    }

    // One subscriber's failure must reach neither the others nor the line to the database.
    private async Task CallAsync(Subscription subscription, string message)
    {
        try
        {
            await subscription.CallAsync(message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFailed(logger, exception, subscription.Topic);
        }
    }

    [LoggerMessage(LogLevel.Error, "A subscriber of {Topic} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string topic);

    private sealed record Subscription(ChangeFeed Feed, Guid Id, string Topic, Func<string, Task> OnChange, ExecutionContext? Flow) : IDisposable
    {
        public Task CallAsync(string message)
        {
            if (Flow is null)
            {
                return OnChange(message);
            }

            var called = Task.CompletedTask;
            ExecutionContext.Run(Flow, _ => called = OnChange(message), null);
            return called;
        }

        public void Dispose() => Feed._subscriptions.TryRemove(Id, out _);
    }
}
