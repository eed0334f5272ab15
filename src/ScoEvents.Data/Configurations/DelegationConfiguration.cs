using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Access;
using ScoEvents.Data.Search;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.States;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Data.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations", table => table.HasCheckConstraint("invitations_quota", "quota > 0"));
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Language).HasMaxLength(2);
        builder.Property(invitation => invitation.AnswerRemark).HasMaxLength(1000);
        builder.Property(invitation => invitation.Version).IsRowVersion();
        builder.HasIndex(invitation => new { invitation.EventId, invitation.SideId }).IsUnique().HasDatabaseName("invitations_side_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(invitation => invitation.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Side>().WithMany().HasForeignKey(invitation => invitation.SideId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations", table => table.HasCheckConstraint("delegations_quota", "quota > 0"));
        builder.Property(delegation => delegation.Id).ValueGeneratedNever();
        builder.Property(delegation => delegation.Version).IsRowVersion();
        builder.Ignore(delegation => delegation.Live).Ignore(delegation => delegation.Coming);
        builder.HasIndex(delegation => delegation.InvitationId).IsUnique().HasDatabaseName("delegations_invitation_once");
        builder.HasIndex(delegation => new { delegation.EventId, delegation.SideId }).IsUnique().HasDatabaseName("delegations_side_once");
        builder.HasOne<Invitation>().WithOne().HasForeignKey<Delegation>(delegation => delegation.InvitationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(delegation => delegation.Delegates).WithOne().HasForeignKey(person => person.DelegationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DelegateConfiguration : IEntityTypeConfiguration<Delegate>
{
    public void Configure(EntityTypeBuilder<Delegate> builder)
    {
        builder.ToTable("delegates");
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.FamilyName).HasMaxLength(Delegate.MaxTextLength);
        builder.Property(person => person.GivenNames).HasMaxLength(Delegate.MaxTextLength);
        builder.Property(person => person.NativeName).HasMaxLength(Delegate.MaxTextLength);
        builder.Property(person => person.Stay).IsJson();
        builder.Property(person => person.Languages).IsJson();
        builder.Property(person => person.Email).HasMaxLength(Delegate.MaxEmailLength);
        builder.Property(person => person.Version).IsRowVersion();
        builder.Property<string[]?>(SoundKeysInterceptor.Property);
        builder.Ignore(person => person.DisplayName);
        builder.Ignore(person => person.HasPassport);
        builder.ComplexProperty(person => person.Passport, passport =>
        {
            passport.Property(field => field.Envelope).HasColumnName("passport_envelope").HasMaxLength(400);
            passport.Property(field => field.Masked).HasColumnName("passport_masked").HasMaxLength(PassportNumber.MaxLength);
            passport.Property(field => field.Mark).HasColumnName("passport_mark").HasMaxLength(80);
        });
        builder.HasOne<State>().WithMany().HasForeignKey(person => person.NationalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<State>().WithMany().HasForeignKey(person => person.PassportStateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(person => person.SubstitutesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(person => person.DelegationId, "delegates_one_head").IsUnique().HasFilter("role = 'Head' AND withdrawn_at IS NULL AND NOT is_reserve");
        builder.HasIndex(person => person.DelegationId, "delegates_delegation");
        builder.HasIndex(person => new { person.EventId, person.SideId }).HasDatabaseName("delegates_event_side");
    }
}

internal sealed class FocalPointConfiguration : IEntityTypeConfiguration<FocalPoint>
{
    public void Configure(EntityTypeBuilder<FocalPoint> builder)
    {
        builder.ToTable("focal_points");
        builder.Property(focalPoint => focalPoint.Id).ValueGeneratedNever();
        builder.Property(focalPoint => focalPoint.Name).HasMaxLength(PortalUser.MaxDisplayNameLength);
        builder.Property(focalPoint => focalPoint.Email).HasMaxLength(Delegate.MaxEmailLength);
        builder.HasIndex(focalPoint => new { focalPoint.SideId, focalPoint.UserId, focalPoint.EventId })
            .IsUnique().AreNullsDistinct(false).HasFilter("ended_at IS NULL").HasDatabaseName("focal_points_once");
        builder.HasIndex(focalPoint => focalPoint.LinkId).IsUnique().HasDatabaseName("focal_points_link_once");
        builder.HasIndex(focalPoint => new { focalPoint.EventId, focalPoint.SideId })
            .IsUnique().HasFilter("ended_at IS NULL AND rank = 'Principal' AND event_id IS NOT NULL").HasDatabaseName("focal_points_one_principal");
        builder.Ignore(focalPoint => focalPoint.IsLive);
        builder.HasOne<FocalPointLink>().WithMany().HasForeignKey(focalPoint => focalPoint.LinkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(focalPoint => focalPoint.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Side>().WithMany().HasForeignKey(focalPoint => focalPoint.SideId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(focalPoint => focalPoint.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
