using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Access;
using ScoEvents.Data.Auditing;
using ScoEvents.Data.ReferenceData;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Organisations;

namespace ScoEvents.Data.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.DisplayName).HasMaxLength(PortalUser.MaxDisplayNameLength);
        builder.Property(user => user.Language).HasMaxLength(2).IsFixedLength();
    }
}

internal sealed class UserClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims");
}

internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_logins");
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("user_tokens");
}

internal sealed class GrantConfiguration : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("grants", table => table.HasCheckConstraint(
            "grants_scope_fits_role",
            """
            CASE WHEN role IN ('Administrator', 'Auditor') THEN num_nonnulls(secretariat_id, event_id, side_id) = 0
                 WHEN role = 'FocalPoint' THEN side_id IS NOT NULL AND secretariat_id IS NULL
                 ELSE side_id IS NULL AND num_nonnulls(secretariat_id, event_id) = 1 END
            """));
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Ignore(grant => grant.Scope);
        builder.HasIndex(grant => new { grant.UserId, grant.Role, grant.SecretariatId, grant.EventId, grant.SideId })
            .IsUnique().AreNullsDistinct(false).HasFilter("revoked_at IS NULL").HasDatabaseName("grants_once");
        builder.HasIndex(grant => grant.LinkId).IsUnique().HasDatabaseName("grants_link_once");
        builder.HasOne<FocalPointLink>().WithMany().HasForeignKey(grant => grant.LinkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(grant => grant.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Secretariat>().WithMany().HasForeignKey(grant => grant.SecretariatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(grant => grant.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Side>().WithMany().HasForeignKey(grant => grant.SideId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Entity).HasMaxLength(60);
        builder.Property(entry => entry.EntityId).HasMaxLength(200);
        builder.Property(entry => entry.Action).HasMaxLength(20);
        builder.Property(entry => entry.Changes).HasColumnType("jsonb");
        builder.HasIndex(entry => new { entry.EventId, entry.At }).HasDatabaseName("audit_entries_event_at");
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.FriendlyName).HasMaxLength(200);
    }
}

internal sealed class LoadedReferenceDataConfiguration : IEntityTypeConfiguration<LoadedReferenceData>
{
    public void Configure(EntityTypeBuilder<LoadedReferenceData> builder)
    {
        builder.ToTable("loaded_reference_data");
        builder.Property(loaded => loaded.Id).ValueGeneratedNever();
        builder.Property(loaded => loaded.Fingerprint).HasMaxLength(80);
    }
}
