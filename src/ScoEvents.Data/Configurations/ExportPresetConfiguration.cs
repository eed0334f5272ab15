using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Exports;

namespace ScoEvents.Data.Configurations;

internal sealed class ExportPresetConfiguration : IEntityTypeConfiguration<ExportPreset>
{
    public void Configure(EntityTypeBuilder<ExportPreset> builder)
    {
        builder.ToTable("export_presets");
        builder.Property(preset => preset.Id).ValueGeneratedNever();
        builder.Property(preset => preset.Name).HasMaxLength(ExportPreset.MaxNameLength);
        builder.Property(preset => preset.Options).HasMaxLength(ExportPreset.MaxOptionsLength);
        builder.Property(preset => preset.Version).IsRowVersion();
        builder.HasIndex(preset => new { preset.EventId, preset.Name }).IsUnique().HasDatabaseName(ConstraintErrors.PresetName);
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(preset => preset.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}
