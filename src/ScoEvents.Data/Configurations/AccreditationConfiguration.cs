using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Data.Configurations;

internal sealed class AccreditationCaseConfiguration : IEntityTypeConfiguration<AccreditationCase>
{
    public void Configure(EntityTypeBuilder<AccreditationCase> builder)
    {
        builder.ToTable("accreditations");
        builder.Property(accreditation => accreditation.Id).ValueGeneratedNever();
        builder.Property(accreditation => accreditation.Comments).IsJson();
        builder.Property(accreditation => accreditation.Reason).HasMaxLength(AccreditationCase.MaxReasonLength);
        builder.Property(accreditation => accreditation.Version).IsRowVersion();
        builder.Ignore(accreditation => accreditation.IsAccredited).Ignore(accreditation => accreditation.IsLive).Ignore(accreditation => accreditation.IsBarredByVetting);
        builder.HasIndex(accreditation => accreditation.DelegateId).IsUnique().HasDatabaseName("accreditations_person_once");
        builder.HasIndex(accreditation => new { accreditation.EventId, accreditation.State, accreditation.StateAt }).HasDatabaseName("accreditations_event_state");
        builder.HasOne<Delegate>().WithOne().HasForeignKey<AccreditationCase>(accreditation => accreditation.DelegateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(accreditation => accreditation.Steps).WithOne().HasForeignKey(step => step.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccreditationStepConfiguration : IEntityTypeConfiguration<AccreditationStep>
{
    public void Configure(EntityTypeBuilder<AccreditationStep> builder)
    {
        builder.ToTable("accreditation_steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Comments).IsJson();
        builder.Property(step => step.Reason).HasMaxLength(AccreditationCase.MaxReasonLength);
        builder.HasIndex(step => new { step.CaseId, step.At }).HasDatabaseName("accreditation_steps_case_at");
    }
}

internal sealed class BadgeConfiguration : IEntityTypeConfiguration<Badge>
{
    public void Configure(EntityTypeBuilder<Badge> builder)
    {
        builder.ToTable("badges");
        builder.Property(badge => badge.Id).ValueGeneratedNever();
        builder.Property(badge => badge.KeyId).HasMaxLength(8);
        builder.Property(badge => badge.Payload).HasMaxLength(Badge.MaxPayloadLength);
        builder.Property(badge => badge.RevokedReason).HasMaxLength(Badge.MaxReasonLength);
        builder.Property(badge => badge.Version).IsRowVersion();
        builder.HasIndex(badge => badge.CaseId).IsUnique().HasFilter("revoked_at IS NULL").HasDatabaseName("badges_one_live");
        builder.HasIndex(badge => new { badge.EventId, badge.Serial }).IsUnique().HasDatabaseName("badges_serial_once");
        builder.HasOne<AccreditationCase>().WithMany().HasForeignKey(badge => badge.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BadgeKey>().WithMany().HasForeignKey(badge => badge.KeyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BadgeKeyConfiguration : IEntityTypeConfiguration<BadgeKey>
{
    public void Configure(EntityTypeBuilder<BadgeKey> builder)
    {
        builder.ToTable("badge_keys");
        builder.Property(key => key.Id).HasMaxLength(8).ValueGeneratedNever();
        builder.Property(key => key.PrivateEnvelope).HasMaxLength(1000);
    }
}

internal sealed class CheckInConfiguration : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("check_ins");
        builder.Property(scan => scan.Id).ValueGeneratedNever();
        builder.Property(scan => scan.DeviceName).HasMaxLength(CheckIn.MaxDeviceLength);
        builder.Property(scan => scan.Reason).HasMaxLength(CheckIn.MaxReasonLength);
        builder.HasIndex(scan => new { scan.EventId, scan.ScannedAt }).HasDatabaseName("check_ins_event_at");
        builder.HasIndex(scan => new { scan.BadgeId, scan.ZoneId, scan.ScannedAt }).HasDatabaseName("check_ins_badge_at");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(scan => scan.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Badge>().WithMany().HasForeignKey(scan => scan.BadgeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IssuedLetterConfiguration : IEntityTypeConfiguration<IssuedLetter>
{
    public void Configure(EntityTypeBuilder<IssuedLetter> builder)
    {
        builder.ToTable("issued_letters", table => table.HasCheckConstraint("issued_letters_number", "number > 0"));
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        builder.HasIndex(letter => new { letter.DelegateId, letter.Kind }).IsUnique().HasDatabaseName("issued_letters_person_once");
        builder.HasIndex(letter => new { letter.SecretariatId, letter.Year, letter.Number }).IsUnique().HasDatabaseName("issued_letters_number_once");
        builder.HasIndex(letter => new { letter.EventId, letter.Kind }).HasDatabaseName("issued_letters_event");
        builder.HasOne<Delegate>().WithMany().HasForeignKey(letter => letter.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}
