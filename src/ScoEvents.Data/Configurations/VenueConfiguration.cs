using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Data.Configurations;

internal sealed class VenueConfiguration : IEntityTypeConfiguration<Venue>
{
    public void Configure(EntityTypeBuilder<Venue> builder)
    {
        builder.ToTable("venues");
        builder.Property(venue => venue.Id).ValueGeneratedNever();
        builder.Property(venue => venue.Version).IsRowVersion();
        builder.HasOne<Secretariat>().WithMany().HasForeignKey(venue => venue.SecretariatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(venue => venue.Rooms).WithOne().HasForeignKey(room => room.VenueId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("rooms", table =>
        {
            table.HasCheckConstraint("rooms_capacity", $"capacity BETWEEN 1 AND {Room.MaxCapacity}");
            table.HasCheckConstraint("rooms_booths", $"booths BETWEEN 0 AND {Room.MaxBooths}");
        });
        builder.Property(room => room.Id).ValueGeneratedNever();
        builder.Property(room => room.CapacityByLayout).IsJson();
        builder.Property(room => room.BookableHours).IsJson();
        builder.Property(room => room.Version).IsRowVersion();
        builder.HasIndex(room => new { room.VenueId, room.Name }).IsUnique().HasDatabaseName("rooms_name_once");
    }
}
