using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Webhooks;

namespace ScoEvents.Data.Configurations;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhooks");
        builder.Property(webhook => webhook.Id).ValueGeneratedNever();
        builder.Property(webhook => webhook.Url).HasMaxLength(Webhook.MaxUrlLength);
        builder.Property(webhook => webhook.Topics).IsJson();
        builder.Property(webhook => webhook.Version).IsRowVersion();
        builder.HasIndex(webhook => webhook.EventId).HasDatabaseName("webhooks_event_id");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(webhook => webhook.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(webhook => webhook.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WebhookMessageConfiguration : IEntityTypeConfiguration<WebhookMessage>
{
    public void Configure(EntityTypeBuilder<WebhookMessage> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Payload).HasMaxLength(WebhookMessage.MaxPayloadLength);
        builder.Property(message => message.LastError).HasMaxLength(WebhookMessage.MaxErrorLength);
        builder.Property(message => message.Version).IsRowVersion();
        builder.HasIndex(message => new { message.State, message.NextAttemptAt }).HasDatabaseName("webhook_deliveries_due");
        builder.HasIndex(message => new { message.WebhookId, message.CreatedAt }).HasDatabaseName("webhook_deliveries_webhook_at");
        builder.HasOne<Webhook>().WithMany().HasForeignKey(message => message.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }
}
