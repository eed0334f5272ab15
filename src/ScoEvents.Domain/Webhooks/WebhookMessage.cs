using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Webhooks;

/// <summary>How far a message is on its way.</summary>
public enum WebhookMessageState
{
    /// <summary>Is due to be sent, or will be.</summary>
    Queued,

    /// <summary>Is being sent; whoever sends it marks it within the time it has.</summary>
    Sending,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>Every attempt was in vain.</summary>
    Failed,
}

/// <summary>A message that waits in the database until its receiver has taken it. Triggers write it in the transaction of what it tells of; it can arrive more than once, with the same identity.</summary>
public sealed class WebhookMessage
{
    /// <summary>The longest message, in characters.</summary>
    public const int MaxPayloadLength = 4_000;

    /// <summary>The longest report of a failure that is kept, in UTF-16 units.</summary>
    public const int MaxErrorLength = 300;

    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    private WebhookMessage()
    {
    }

    /// <summary>After so many attempts in vain it counts as failed.</summary>
    public static int MaxAttempts => _pauses.Length + 1;

    /// <summary>Identity; the receiver knows a second delivery by it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The webhook.</summary>
    public Guid WebhookId { get; private set; }

    /// <summary>The event, for row-level security.</summary>
    public Guid EventId { get; private set; }

    /// <summary>What it tells of.</summary>
    public WebhookTopic Topic { get; private set; }

    /// <summary>The body, to the byte as it is signed and sent: ids and states, no personal data.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public WebhookMessageState State { get; private set; }

    /// <summary>How often it was sent or tried to be.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the next attempt is due, UTC; while it is being sent, by when that has ended. Else null.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>Status that the receiver answered last, or null where it did not answer.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>What the last attempt failed of, a code of the portal; null where it succeeded.</summary>
    public string? LastError { get; private set; }

    /// <summary>How long the last attempt took, in milliseconds.</summary>
    public int? LastDuration { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the receiver took it, UTC.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Marks that it is being sent, and until when nobody else sends it.</summary>
    public void BeginSending(DateTimeOffset now, TimeSpan patience) => (State, Attempts, NextAttemptAt) = (WebhookMessageState.Sending, Attempts + 1, now + patience);

    /// <summary>Marks how an attempt ended: taken, or to be tried again after a pause, or given up.</summary>
    /// <param name="attempt">What came of it.</param>
    /// <param name="now">UTC.</param>
    public void EndSending(WebhookAttempt attempt, DateTimeOffset now)
    {
        (LastStatus, LastError, LastDuration) = (attempt.Status, attempt.Error, attempt.Milliseconds);
        if (attempt.IsDelivered)
        {
            (State, DeliveredAt, NextAttemptAt) = (WebhookMessageState.Delivered, now, null);
        }
        else if (Attempts >= MaxAttempts)
        {
            (State, NextAttemptAt) = (WebhookMessageState.Failed, null);
        }
        else
        {
            (State, NextAttemptAt) = (WebhookMessageState.Queued, now + _pauses[Attempts - 1]);
        }
    }

    /// <summary>Has it sent again, from the beginning. Refused: <c>webhook.message-under-way</c>.</summary>
    public Result SendAgain(DateTimeOffset now)
    {
        if (State is WebhookMessageState.Sending)
        {
            return Error.Refused("webhook.message-under-way");
        }

        (State, Attempts, NextAttemptAt, DeliveredAt) = (WebhookMessageState.Queued, 0, now, null);
        return Result.Success;
    }
}

/// <summary>How sending a message ended.</summary>
/// <param name="Status">Status that the receiver answered, or null.</param>
/// <param name="Error">What went wrong, a code of the portal; null where the receiver took it.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record WebhookAttempt(int? Status, string? Error, int Milliseconds)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool IsDelivered => Error is null;
}
