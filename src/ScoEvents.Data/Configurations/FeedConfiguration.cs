using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Mail;

namespace ScoEvents.Data.Configurations;

internal sealed class FeedAddressConfiguration : IEntityTypeConfiguration<FeedAddress>
{
    public void Configure(EntityTypeBuilder<FeedAddress> builder)
    {
        builder.ToTable("feed_addresses");
        builder.Property(feed => feed.Id).ValueGeneratedNever();
        builder.Property(feed => feed.Language).HasMaxLength(2);
        builder.Property(feed => feed.TokenHash).HasMaxLength(FeedAddress.HashLength);
        builder.Ignore(feed => feed.IsLive);
        builder.HasIndex(feed => feed.TokenHash).IsUnique().HasDatabaseName("feed_addresses_token_once");
        builder.HasIndex(feed => new { feed.EventId, feed.OwnerId }).HasDatabaseName("feed_addresses_of_owner");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(feed => feed.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(feed => feed.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScheduledExportConfiguration : IEntityTypeConfiguration<ScheduledExport>
{
    public void Configure(EntityTypeBuilder<ScheduledExport> builder)
    {
        builder.ToTable("scheduled_exports");
        builder.Property(export => export.Id).ValueGeneratedNever();
        builder.Property(export => export.ToAddress).HasMaxLength(OutboxMail.MaxAddressLength);
        builder.Property(export => export.Language).HasMaxLength(2);
        builder.Property(export => export.LastError).HasMaxLength(ScheduledExport.MaxErrorLength);
        builder.Property(export => export.Reported).IsJson();
        builder.Property(export => export.Pending).IsJson();
        builder.Property(export => export.Version).IsRowVersion();
        builder.Ignore(export => export.IsRunning);
        builder.HasIndex(export => export.NextRunAt).HasDatabaseName("scheduled_exports_due");
        builder.HasIndex(export => export.EventId).HasDatabaseName("scheduled_exports_of_event");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(export => export.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(export => export.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
