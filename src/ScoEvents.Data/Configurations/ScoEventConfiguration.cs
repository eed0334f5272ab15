using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Data.Configurations;

internal sealed class ScoEventConfiguration : IEntityTypeConfiguration<ScoEvent>
{
    private const string Known = """["en", "ru", "zh", "hi", "ur"]""";

    public void Configure(EntityTypeBuilder<ScoEvent> builder)
    {
        builder.ToTable("events", table =>
        {
            table.HasCheckConstraint("events_end_not_before_start", "ends_on IS NULL OR starts_on <= ends_on");
            table.HasCheckConstraint("events_planned_or_recorded", "secretariat_id IS NOT NULL OR record IS NOT NULL");
            table.HasCheckConstraint("events_edition", "(series_id IS NULL) = (edition IS NULL) AND edition >= 1");
            table.HasCheckConstraint("events_languages_known", $"wanted_languages <@ '{Known}'::jsonb AND fallback_order <@ '{Known}'::jsonb");
            table.HasCheckConstraint("events_quota", $"delegation_quota BETWEEN 1 AND {ScoEvent.MaxDelegationQuota}");
        });
        builder.Property(planned => planned.Id).ValueGeneratedNever();
        builder.Property(planned => planned.Slug).HasMaxLength(EventSlug.MaxLength);
        builder.Property(planned => planned.TimeZone).HasMaxLength(EventZone.MaxIdLength);
        builder.Property(planned => planned.Record).IsJson();
        builder.Property(planned => planned.Version).IsRowVersion();
        builder.Property(planned => planned.WantedLanguages).IsJson();
        builder.Property(planned => planned.FallbackOrder).IsJson();
        builder.Ignore(planned => planned.LanguagesInUse);
        builder.Ignore(planned => planned.Dates);
        builder.Ignore(planned => planned.Span);
        builder.HasIndex(planned => new { planned.SeriesId, planned.Edition }).IsUnique().HasDatabaseName("events_edition_once");
        builder.HasOne<EventSeries>().WithMany().HasForeignKey(planned => planned.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(planned => planned.ClonedFromId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(planned => planned.Slug).IsUnique().HasDatabaseName("events_slug");
        builder.HasIndex(planned => planned.StartsOn).HasDatabaseName("events_starts_on");
        builder.HasOne<Secretariat>().WithMany().HasForeignKey(planned => planned.SecretariatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<State>().WithMany().HasForeignKey(planned => planned.CountryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(planned => planned.Parties).WithOne().HasForeignKey(party => party.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(planned => planned.Attendance).WithOne().HasForeignKey(attendance => attendance.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(planned => planned.Rooms).WithOne().HasForeignKey(room => room.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EventPartyConfiguration : IEntityTypeConfiguration<EventParty>
{
    public void Configure(EntityTypeBuilder<EventParty> builder)
    {
        builder.ToTable("event_parties");
        builder.Property(party => party.Id).ValueGeneratedNever();
        builder.HasIndex(party => new { party.EventId, party.SideId, party.Role }).IsUnique().HasDatabaseName("event_parties_role_once");
        builder.HasOne<Side>().WithMany().HasForeignKey(party => party.SideId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EventAttendanceConfiguration : IEntityTypeConfiguration<EventAttendance>
{
    public void Configure(EntityTypeBuilder<EventAttendance> builder)
    {
        builder.ToTable("event_attendance");
        builder.Property(attendance => attendance.Id).ValueGeneratedNever();
        builder.Property(attendance => attendance.Note).HasMaxLength(600);
        builder.HasIndex(attendance => new { attendance.EventId, attendance.SideId }).IsUnique().HasDatabaseName("event_attendance_side_once");
        builder.HasOne<Side>().WithMany().HasForeignKey(attendance => attendance.SideId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EventRoomConfiguration : IEntityTypeConfiguration<EventRoom>
{
    public void Configure(EntityTypeBuilder<EventRoom> builder)
    {
        builder.ToTable("event_rooms");
        builder.HasKey(room => new { room.EventId, room.RoomId });
        builder.HasOne<Room>().WithMany().HasForeignKey(room => room.RoomId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EventRelationConfiguration : IEntityTypeConfiguration<EventRelation>
{
    public void Configure(EntityTypeBuilder<EventRelation> builder)
    {
        builder.ToTable("event_relations");
        builder.HasKey(relation => new { relation.EventId, relation.RelatedId });
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(relation => relation.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(relation => relation.RelatedId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EventSeriesConfiguration : IEntityTypeConfiguration<EventSeries>
{
    public void Configure(EntityTypeBuilder<EventSeries> builder)
    {
        builder.ToTable("event_series");
        builder.Property(series => series.Id).ValueGeneratedNever();
        builder.Property(series => series.Version).IsRowVersion();
        builder.HasOne<Secretariat>().WithMany().HasForeignKey(series => series.SecretariatId).OnDelete(DeleteBehavior.Restrict);
    }
}
