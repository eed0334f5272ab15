using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.States;

namespace ScoEvents.Data.Configurations;

internal sealed class StateConfiguration : IEntityTypeConfiguration<State>
{
    public void Configure(EntityTypeBuilder<State> builder)
    {
        builder.ToTable("states");
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.Property(state => state.Iso2).HasMaxLength(2).IsFixedLength();
        builder.Property(state => state.Iso3).HasMaxLength(3).IsFixedLength();
        builder.Property(state => state.TimeZone).HasMaxLength(64);
        builder.Property(state => state.NameHistory).IsJson();
        builder.HasIndex(state => state.Iso2).IsUnique().HasDatabaseName("states_iso2");
        builder.HasMany(state => state.Periods).WithOne().HasForeignKey(period => period.StateId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StatePeriodConfiguration : IEntityTypeConfiguration<StatePeriod>
{
    public void Configure(EntityTypeBuilder<StatePeriod> builder)
    {
        builder.ToTable("state_periods");
        builder.Property(period => period.Id).ValueGeneratedNever();
        builder.Property(period => period.From).HasColumnName("starts_on");
        builder.Property(period => period.To).HasColumnName("ends_before");
        builder.Property(period => period.Basis).HasMaxLength(60);
        builder.Property(period => period.Source).HasMaxLength(600);
        builder.Property(period => period.Confidence).HasMaxLength(10);
    }
}
