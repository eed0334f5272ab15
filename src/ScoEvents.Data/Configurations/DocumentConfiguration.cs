using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;

namespace ScoEvents.Data.Configurations;

internal sealed class SessionDocumentConfiguration : IEntityTypeConfiguration<SessionDocument>
{
    public void Configure(EntityTypeBuilder<SessionDocument> builder)
    {
        builder.ToTable("session_documents");
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.Version).IsRowVersion();
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(document => document.EventId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Session>().WithMany().HasForeignKey(document => document.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(document => document.Versions).WithOne().HasForeignKey(version => version.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("document_versions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.Language).HasMaxLength(2);
        builder.Property(version => version.FileName).HasMaxLength(DocumentVersion.MaxFileNameLength);
        builder.Property(version => version.ContentType).HasMaxLength(120);
        builder.Property(version => version.Sha256).HasMaxLength(64);
        builder.HasIndex(version => new { version.DocumentId, version.Language, version.Revision }).IsUnique().HasDatabaseName("document_versions_revision_once");
        builder.HasOne<ScoEvent>().WithMany().HasForeignKey(version => version.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DocumentContentConfiguration : IEntityTypeConfiguration<DocumentContent>
{
    public void Configure(EntityTypeBuilder<DocumentContent> builder)
    {
        builder.ToTable("document_contents");
        builder.HasKey(content => content.VersionId);
        builder.Property(content => content.VersionId).ValueGeneratedNever();
        builder.HasOne<DocumentVersion>().WithOne().HasForeignKey<DocumentContent>(content => content.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
