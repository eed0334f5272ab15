using Microsoft.Extensions.Options;

namespace ScoEvents.Web.Features.Webhooks;

internal static class WebhookModule
{
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        builder.Services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<WebhookTargets>();
        builder.Services.AddSingleton<WebhookLine>();
        builder.Services.AddSingleton<WebhookNotices>();
        builder.Services.AddSingleton<WebhookDelivery>();
        builder.Services.AddHostedService<WebhookWorker>();
        builder.Services.AddScoped<WebhookService>();
        builder.Services.AddScoped<WebhookQueries>();
    }
}
