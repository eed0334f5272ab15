using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Search;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;

namespace ScoEvents.Data.Configurations;

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.ToTable("releases");
        builder.Property(release => release.Id).ValueGeneratedNever();
        builder.Property(release => release.Name).HasMaxLength(Release.MaxNameLength);
        builder.Property(release => release.Note).HasMaxLength(Release.MaxNoteLength);
        builder.HasIndex(release => new { release.EventId, release.Number }).IsUnique().HasDatabaseName("releases_number_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(release => release.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(release => release.Acknowledgements).IsJson();
        builder.HasMany(release => release.Bookings).WithOne().HasForeignKey(booking => booking.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(release => release.Sessions).WithOne().HasForeignKey(session => session.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReleasedSessionConfiguration : IEntityTypeConfiguration<ReleasedSession>
{
    public void Configure(EntityTypeBuilder<ReleasedSession> builder)
    {
        // That no two sessions of a release overlap in a room is an exclusion constraint: released_sessions_no_room_overlap.
        builder.ToTable("released_sessions", table => table.HasCheckConstraint("released_sessions_end_after_start", "ends_at > starts_at"));
        builder.HasKey(session => new { session.ReleaseId, session.SessionId });
        builder.Property(session => session.People).IsJson();
        builder.Property(session => session.Track).IsJson();
        builder.Property(session => session.InterpretedInto).IsJson();
        builder.Property(session => session.AgendaItems).IsJson();
        builder.Property<string[]?>(SoundKeysInterceptor.Property);
        builder.Ignore(session => session.IsPublic);
    }
}

internal sealed class ReleasedBookingConfiguration : IEntityTypeConfiguration<ReleasedBooking>
{
    public void Configure(EntityTypeBuilder<ReleasedBooking> builder)
    {
        // That nothing is taken twice at once in a release is an exclusion constraint: released_bookings_no_overlap.
        builder.ToTable("released_bookings", table => table.HasCheckConstraint("released_bookings_end_after_start", "ends_at > starts_at"));
        builder.HasKey(booking => new { booking.ReleaseId, booking.SubjectId, booking.SessionId });
    }
}
