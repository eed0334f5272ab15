using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Organisations;
using ScoEvents.Domain.States;

namespace ScoEvents.Data.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.Key).HasMaxLength(60);
        builder.Property(organisation => organisation.Kind).HasMaxLength(60);
        builder.Property(organisation => organisation.NameHistory).IsJson();
        builder.HasIndex(organisation => organisation.Key).IsUnique().HasDatabaseName("organisations_key");
        builder.HasOne<State>().WithMany().HasForeignKey(organisation => organisation.StateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(organisation => organisation.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SecretariatConfiguration : IEntityTypeConfiguration<Secretariat>
{
    public void Configure(EntityTypeBuilder<Secretariat> builder)
    {
        builder.ToTable("secretariats");
        builder.Property(secretariat => secretariat.Id).ValueGeneratedNever();
        builder.Property(secretariat => secretariat.Slug).HasMaxLength(60);
        builder.HasIndex(secretariat => secretariat.Slug).IsUnique().HasDatabaseName("secretariats_slug");
        builder.HasOne<Organisation>().WithOne().HasForeignKey<Secretariat>(secretariat => secretariat.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SideConfiguration : IEntityTypeConfiguration<Side>
{
    public void Configure(EntityTypeBuilder<Side> builder)
    {
        builder.ToTable("sides", table => table.HasCheckConstraint("sides_one_kind", "num_nonnulls(state_id, organisation_id) = 1"));
        builder.Property(side => side.Id).ValueGeneratedNever();
        builder.HasOne<State>().WithOne().HasForeignKey<Side>(side => side.StateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithOne().HasForeignKey<Side>(side => side.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
