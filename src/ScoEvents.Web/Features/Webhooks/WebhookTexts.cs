namespace ScoEvents.Web.Features.Webhooks;

/// <summary>The words of webhooks.</summary>
public sealed class WebhookTexts;
