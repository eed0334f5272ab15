using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Organisations;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Data.Configurations;

internal sealed class NoteVerbaleConfiguration : IEntityTypeConfiguration<NoteVerbale>
{
    public void Configure(EntityTypeBuilder<NoteVerbale> builder)
    {
        builder.ToTable("notes_verbales");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Language).HasMaxLength(2);
        builder.Property(note => note.Addressee).HasMaxLength(NoteVerbale.MaxAddresseeLength);
        builder.Property(note => note.Body).HasMaxLength(NoteVerbale.MaxBodyLength);
        builder.HasIndex(note => new { note.SecretariatId, note.Year, note.Number }).IsUnique().HasDatabaseName("notes_verbales_number_once");
        builder.HasIndex(note => new { note.EventId, note.SideId }).HasDatabaseName("notes_verbales_event_side");
        builder.HasOne<Secretariat>().WithMany().HasForeignKey(note => note.SecretariatId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoteCounterConfiguration : IEntityTypeConfiguration<NoteCounter>
{
    public void Configure(EntityTypeBuilder<NoteCounter> builder)
    {
        builder.ToTable("note_counters", table => table.HasCheckConstraint("note_counters_last", "last > 0"));
        builder.HasKey(counter => new { counter.SecretariatId, counter.Year });
        builder.HasOne<Secretariat>().WithMany().HasForeignKey(counter => counter.SecretariatId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoteTemplateConfiguration : IEntityTypeConfiguration<NoteTemplate>
{
    public void Configure(EntityTypeBuilder<NoteTemplate> builder)
    {
        builder.ToTable("note_templates");
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Language).HasMaxLength(2);
        builder.Property(template => template.Body).HasMaxLength(NoteVerbale.MaxBodyLength);
        builder.Property(template => template.Version).IsRowVersion();
        builder.HasIndex(template => new { template.EventId, template.Kind, template.Language }).IsUnique().HasDatabaseName("note_templates_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(template => template.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FocalPointLinkConfiguration : IEntityTypeConfiguration<FocalPointLink>
{
    public void Configure(EntityTypeBuilder<FocalPointLink> builder)
    {
        builder.ToTable("focal_point_links", table => table.HasCheckConstraint("focal_point_links_used_in_time", "(used_at IS NULL) = (used_by IS NULL) AND (used_at IS NULL OR used_at < expires_at)"));
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Email).HasMaxLength(Delegate.MaxEmailLength);
        builder.Property(link => link.Name).HasMaxLength(PortalUser.MaxDisplayNameLength);
        builder.Property(link => link.Language).HasMaxLength(2);
        builder.Property(link => link.TokenHash).HasMaxLength(FocalPointLink.HashLength);
        builder.Property(link => link.Version).IsRowVersion();
        builder.HasIndex(link => link.TokenHash).IsUnique().HasDatabaseName("focal_point_links_token_once");
        builder.HasIndex(link => new { link.EventId, link.SideId }).HasDatabaseName("focal_point_links_event_side");
    }
}

internal sealed class MandateLetterConfiguration : IEntityTypeConfiguration<MandateLetter>
{
    public void Configure(EntityTypeBuilder<MandateLetter> builder)
    {
        builder.ToTable("mandate_letters");
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        builder.Property(letter => letter.FileName).HasMaxLength(200);
        builder.Property(letter => letter.ContentType).HasMaxLength(120);
        builder.Property(letter => letter.Sha256).HasMaxLength(64);
        builder.HasIndex(letter => new { letter.EventId, letter.SideId }).HasDatabaseName("mandate_letters_event_side");
    }
}

internal sealed class DelegationSettingsConfiguration : IEntityTypeConfiguration<DelegationSettings>
{
    public void Configure(EntityTypeBuilder<DelegationSettings> builder)
    {
        builder.ToTable("delegation_settings");
        builder.HasKey(settings => settings.EventId);
        builder.Property(settings => settings.EventId).ValueGeneratedNever();
        builder.Property(settings => settings.Quotas).IsJson();
        builder.Property(settings => settings.Fields).IsJson();
        builder.Property(settings => settings.Zones).IsJson();
        builder.Property(settings => settings.Languages).IsJson();
        builder.Property(settings => settings.Version).IsRowVersion();
        builder.HasOne<ScoEvent>().WithOne().HasForeignKey<DelegationSettings>(settings => settings.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DelegatePhotoConfiguration : IEntityTypeConfiguration<DelegatePhoto>
{
    public void Configure(EntityTypeBuilder<DelegatePhoto> builder)
    {
        builder.ToTable("delegate_photos");
        builder.HasKey(photo => photo.DelegateId);
        builder.Property(photo => photo.DelegateId).ValueGeneratedNever();
        builder.Property(photo => photo.ContentType).HasMaxLength(40);
        builder.Property(photo => photo.Sha256).HasMaxLength(64);
        builder.Property(photo => photo.Version).IsRowVersion();
        builder.HasOne<Delegate>().WithOne().HasForeignKey<DelegatePhoto>(photo => photo.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DelegateDraftConfiguration : IEntityTypeConfiguration<DelegateDraft>
{
    public void Configure(EntityTypeBuilder<DelegateDraft> builder)
    {
        builder.ToTable("delegate_drafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Envelope).HasMaxLength(60_000);
        builder.HasIndex(draft => new { draft.UserId, draft.DelegationId, draft.DelegateId }).IsUnique().AreNullsDistinct(false).HasDatabaseName("delegate_drafts_once");
        builder.HasOne<Delegation>().WithMany().HasForeignKey(draft => draft.DelegationId).OnDelete(DeleteBehavior.Cascade);
    }
}
