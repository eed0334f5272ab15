using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Programme;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Data.Configurations;

internal sealed class ParticipantSnapshotConfiguration : IEntityTypeConfiguration<ParticipantSnapshot>
{
    public void Configure(EntityTypeBuilder<ParticipantSnapshot> builder)
    {
        builder.ToTable("participant_snapshots");
        builder.Property(snapshot => snapshot.Id).ValueGeneratedNever();
        builder.Property(snapshot => snapshot.Entries).IsJson();
        builder.Property(snapshot => snapshot.Remark).HasMaxLength(ParticipantSnapshot.MaxRemarkLength);
        builder.HasIndex(snapshot => new { snapshot.EventId, snapshot.Number }).IsUnique().HasDatabaseName("participant_snapshots_number_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(snapshot => snapshot.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttendanceRecordConfiguration : IEntityTypeConfiguration<AttendanceRecord>
{
    public void Configure(EntityTypeBuilder<AttendanceRecord> builder)
    {
        builder.ToTable("attendance_records");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Version).IsRowVersion();
        builder.HasIndex(record => new { record.EventId, record.SideId, record.SessionId, record.DelegateId })
            .IsUnique().AreNullsDistinct(false).HasDatabaseName("attendance_records_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(record => record.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Side>().WithMany().HasForeignKey(record => record.SideId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Session>().WithMany().HasForeignKey(record => record.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(record => record.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PurgeRecordConfiguration : IEntityTypeConfiguration<PurgeRecord>
{
    public void Configure(EntityTypeBuilder<PurgeRecord> builder)
    {
        builder.ToTable("purge_records");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Counts).IsJson();
        builder.Property(record => record.Proof).HasMaxLength(64);
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(record => record.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}
