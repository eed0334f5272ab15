using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Data.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Version).IsRowVersion();
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(session => session.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(session => session.Slot).WithOne().HasForeignKey<Slot>(slot => slot.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(session => session.Speakers).WithOne().HasForeignKey(speaker => speaker.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SessionSpeakerConfiguration : IEntityTypeConfiguration<SessionSpeaker>
{
    public void Configure(EntityTypeBuilder<SessionSpeaker> builder)
    {
        builder.ToTable("session_speakers");
        builder.HasKey(speaker => new { speaker.SessionId, speaker.SpeakerId, speaker.Role });
        builder.Property(speaker => speaker.Order).HasColumnName("floor_order");
        builder.HasOne<Speaker>().WithMany().HasForeignKey(speaker => speaker.SpeakerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SlotConfiguration : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> builder)
    {
        // That no two slots of a room overlap is an exclusion constraint, which the model cannot express: slots_no_room_overlap.
        builder.ToTable("slots", table => table.HasCheckConstraint("slots_end_after_start", "ends_at > starts_at"));
        builder.HasKey(slot => slot.SessionId);
        builder.Property(slot => slot.SessionId).ValueGeneratedNever();
        builder.Ignore(slot => slot.During);
        builder.HasIndex(slot => slot.EventId).HasDatabaseName("slots_event_id");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(slot => slot.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Room>().WithMany().HasForeignKey(slot => slot.RoomId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SpeakerConfiguration : IEntityTypeConfiguration<Speaker>
{
    public void Configure(EntityTypeBuilder<Speaker> builder)
    {
        builder.ToTable("speakers");
        builder.Property(speaker => speaker.Id).ValueGeneratedNever();
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(speaker => speaker.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Side>().WithMany().HasForeignKey(speaker => speaker.SideId).OnDelete(DeleteBehavior.Restrict);
    }
}
