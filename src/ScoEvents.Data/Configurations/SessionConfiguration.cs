using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Search;
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
        builder.Property(session => session.State).HasDefaultValue(SessionState.Draft).HasSentinel(SessionState.Draft);
        builder.Property(session => session.InterpretedInto).IsJson();
        builder.Property(session => session.AgendaItems).IsJson();
        builder.Property(session => session.Notes).HasMaxLength(Session.MaxNotesLength);
        builder.Property(session => session.ExternalId).HasMaxLength(Session.MaxExternalIdLength);
        builder.Ignore(session => session.IsOff);
        builder.HasIndex(session => new { session.EventId, session.ExternalId }).IsUnique().HasDatabaseName("sessions_external_id_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(session => session.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(session => session.TrackId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(session => session.Interpreters).WithOne().HasForeignKey(team => team.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(session => session.Slot).WithOne().HasForeignKey<Slot>(slot => slot.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(session => session.Speakers).WithOne().HasForeignKey(speaker => speaker.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SessionSpeakerConfiguration : IEntityTypeConfiguration<SessionSpeaker>
{
    public void Configure(EntityTypeBuilder<SessionSpeaker> builder)
    {
        builder.ToTable("session_speakers", table => table.HasCheckConstraint("session_speakers_minutes", $"minutes BETWEEN 1 AND {SessionSpeaker.MaxMinutes}"));
        builder.HasKey(speaker => new { speaker.SessionId, speaker.SpeakerId, speaker.Role });
        builder.Property(speaker => speaker.Order).HasColumnName("floor_order");
        builder.HasOne<Speaker>().WithMany().HasForeignKey(speaker => speaker.SpeakerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SlotConfiguration : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> builder)
    {
        builder.ToTable("slots", table => table.HasCheckConstraint("slots_end_after_start", "ends_at > starts_at"));
        builder.HasKey(slot => slot.SessionId);
        builder.Property(slot => slot.SessionId).ValueGeneratedNever();
        builder.Ignore(slot => slot.During);
        builder.HasIndex(slot => slot.EventId).HasDatabaseName("slots_event_id");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(slot => slot.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Room>().WithMany().HasForeignKey(slot => slot.RoomId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(slot => slot.Rooms).WithOne().HasForeignKey(room => room.SessionId).OnDelete(DeleteBehavior.Cascade);
        // Read with its slot always: what a slot occupies is part of it.
        builder.Navigation(slot => slot.Rooms).AutoInclude();
    }
}

internal sealed class SlotRoomConfiguration : IEntityTypeConfiguration<SlotRoom>
{
    public void Configure(EntityTypeBuilder<SlotRoom> builder)
    {
        // That no room is occupied twice at once is an exclusion constraint, which the model cannot express: slots_no_room_overlap.
        builder.ToTable("slot_rooms", table => table.HasCheckConstraint("slot_rooms_end_after_start", "ends_at > starts_at"));
        builder.HasKey(room => new { room.SessionId, room.RoomId });
        builder.HasOne<Room>().WithMany().HasForeignKey(room => room.RoomId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionInterpreterConfiguration : IEntityTypeConfiguration<SessionInterpreter>
{
    public void Configure(EntityTypeBuilder<SessionInterpreter> builder)
    {
        builder.ToTable("session_interpreters");
        builder.HasKey(team => new { team.SessionId, team.TeamId });
        builder.HasOne<InterpreterTeam>().WithMany().HasForeignKey(team => team.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrackConfiguration : IEntityTypeConfiguration<Track>
{
    public void Configure(EntityTypeBuilder<Track> builder)
    {
        builder.ToTable("tracks");
        builder.Property(track => track.Id).ValueGeneratedNever();
        builder.Property(track => track.Version).IsRowVersion();
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(track => track.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InterpreterTeamConfiguration : IEntityTypeConfiguration<InterpreterTeam>
{
    public void Configure(EntityTypeBuilder<InterpreterTeam> builder)
    {
        builder.ToTable("interpreter_teams");
        builder.Property(team => team.Id).ValueGeneratedNever();
        builder.Property(team => team.Name).HasMaxLength(InterpreterTeam.MaxNameLength);
        builder.Property(team => team.Languages).IsJson();
        builder.Property(team => team.Version).IsRowVersion();
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(team => team.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UnavailabilityConfiguration : IEntityTypeConfiguration<Unavailability>
{
    public void Configure(EntityTypeBuilder<Unavailability> builder)
    {
        builder.ToTable("unavailabilities", table => table.HasCheckConstraint("unavailabilities_end_after_start", "ends_at > starts_at"));
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.Property(absence => absence.Note).HasMaxLength(Unavailability.MaxNoteLength);
        builder.Property(absence => absence.Version).IsRowVersion();
        builder.HasIndex(absence => new { absence.EventId, absence.SubjectId }).HasDatabaseName("unavailabilities_subject");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(absence => absence.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProgrammeSettingsConfiguration : IEntityTypeConfiguration<ProgrammeSettings>
{
    public void Configure(EntityTypeBuilder<ProgrammeSettings> builder)
    {
        builder.ToTable("programme_settings", table => table.HasCheckConstraint("programme_settings_travel", $"travel_minutes BETWEEN 0 AND {ProgrammeSettings.MaxTravelMinutes}"));
        builder.HasKey(settings => settings.EventId);
        builder.Property(settings => settings.EventId).ValueGeneratedNever();
        builder.Property(settings => settings.Severities).IsJson();
        builder.Property(settings => settings.TravelTimes).IsJson();
        builder.Property(settings => settings.Languages).IsJson();
        builder.Property(settings => settings.Version).IsRowVersion();
        builder.HasOne<ScoEvent>().WithOne().HasForeignKey<ProgrammeSettings>(settings => settings.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConflictAcknowledgementConfiguration : IEntityTypeConfiguration<ConflictAcknowledgement>
{
    public void Configure(EntityTypeBuilder<ConflictAcknowledgement> builder)
    {
        builder.ToTable("conflict_acknowledgements");
        builder.Property(known => known.Id).ValueGeneratedNever();
        builder.Property(known => known.Fingerprint).HasMaxLength(ConflictAcknowledgement.MaxFingerprintLength);
        builder.Property(known => known.Reason).HasMaxLength(ConflictAcknowledgement.MaxReasonLength);
        builder.HasIndex(known => new { known.EventId, known.Kind, known.SessionId, known.OtherId, known.SubjectId })
            .IsUnique().AreNullsDistinct(false).HasDatabaseName("conflict_acknowledgements_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(known => known.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SpeakerConfiguration : IEntityTypeConfiguration<Speaker>
{
    public void Configure(EntityTypeBuilder<Speaker> builder)
    {
        builder.ToTable("speakers");
        builder.Property(speaker => speaker.Id).ValueGeneratedNever();
        builder.Property(speaker => speaker.Email).HasMaxLength(Speaker.MaxEmailLength);
        builder.Property(speaker => speaker.Language).HasMaxLength(2).HasDefaultValue("en");
        builder.Property(speaker => speaker.ExternalId).HasMaxLength(Session.MaxExternalIdLength);
        builder.Property(speaker => speaker.Version).IsRowVersion();
        builder.Property<string[]?>(SoundKeysInterceptor.Property);
        builder.HasIndex(speaker => new { speaker.EventId, speaker.ExternalId }).IsUnique().HasDatabaseName("speakers_external_id_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(speaker => speaker.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Side>().WithMany().HasForeignKey(speaker => speaker.SideId).OnDelete(DeleteBehavior.Restrict);
    }
}
