using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Notices;

namespace ScoEvents.Data.Configurations;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Key).HasMaxLength(Notice.MaxKeyLength);
        builder.HasIndex(notice => new { notice.UserId, notice.Key }).IsUnique().HasDatabaseName("notices_act_once");
        builder.HasIndex(notice => new { notice.UserId, notice.CreatedAt }).HasDatabaseName("notices_of_user");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(notice => notice.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(notice => notice.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}
