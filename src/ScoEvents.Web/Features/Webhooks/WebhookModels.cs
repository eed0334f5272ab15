using ScoEvents.Domain.Webhooks;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>What an organiser says of a webhook.</summary>
public sealed class WebhookForm
{
    public string? Url { get; set; }

    public List<WebhookTopic> Topics { get; set; } = [.. Enum.GetValues<WebhookTopic>()];
}

/// <summary>A webhook that was just made.</summary>
/// <param name="Secret">By which its receiver checks signatures; shown this once.</param>
public sealed record NewWebhook(Guid Id, string Secret);

/// <summary>The webhooks of an event, and the latest messages.</summary>
/// <param name="TimeZone">IANA name of the event's zone, or null.</param>
public sealed record EventWebhooks(IReadOnlyList<WebhookRow> Webhooks, IReadOnlyList<WebhookMessageRow> Messages, string? TimeZone);

/// <summary>A webhook in the list.</summary>
/// <param name="Failures">Attempts in vain since the last that succeeded.</param>
/// <param name="IsGivenUp">Whether the portal gave up on it.</param>
/// <param name="Waiting">Messages that wait.</param>
public sealed record WebhookRow(
    Guid Id, string Url, IReadOnlyList<WebhookTopic> Topics, int Failures, DateTimeOffset? DisabledAt, bool IsGivenUp, int Waiting, uint Version);

/// <summary>A message in the log.</summary>
public sealed record WebhookMessageRow(
    Guid Id, string Url, WebhookTopic Topic, WebhookMessageState State, int Attempts, int? LastStatus, string? LastError, int? LastDuration,
    DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? DeliveredAt, string Payload, uint Version);
