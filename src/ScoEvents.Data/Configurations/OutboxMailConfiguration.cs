using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Programme;

namespace ScoEvents.Data.Configurations;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox_mails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Key).HasMaxLength(OutboxMail.MaxKeyLength);
        builder.Property(mail => mail.ToAddress).HasMaxLength(OutboxMail.MaxAddressLength);
        builder.Property(mail => mail.ToName).HasMaxLength(200);
        builder.Property(mail => mail.Language).HasMaxLength(2);
        builder.Property(mail => mail.Subject).HasMaxLength(OutboxMail.MaxSubjectLength);
        builder.Property(mail => mail.Body).HasMaxLength(OutboxMail.MaxBodyLength);
        builder.Property(mail => mail.LastError).HasMaxLength(1_000);
        builder.Property(mail => mail.Version).IsRowVersion();
        builder.HasIndex(mail => mail.Key).IsUnique().HasDatabaseName("outbox_mails_key_once");
        builder.HasIndex(mail => new { mail.State, mail.NextAttemptAt }).HasDatabaseName("outbox_mails_due");
        builder.HasIndex(mail => mail.EventId).HasDatabaseName("outbox_mails_event_id");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(mail => mail.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Release>().WithMany().HasForeignKey(mail => mail.ReleaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Side>().WithMany().HasForeignKey(mail => mail.SideId).OnDelete(DeleteBehavior.Restrict);
    }
}
