using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Api;

namespace ScoEvents.Data.Configurations;

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Name).HasMaxLength(ApiToken.MaxNameLength);
        builder.Property(token => token.Prefix).HasMaxLength(ApiToken.PrefixLength).IsFixedLength();
        builder.Property(token => token.TokenHash).HasMaxLength(ApiToken.HashLength);
        builder.Property(token => token.Scopes).IsJson();
        builder.HasIndex(token => token.TokenHash).IsUnique().HasDatabaseName("api_tokens_hash_once");
        builder.HasIndex(token => token.UserId).HasDatabaseName("api_tokens_user_id");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApiRequestConfiguration : IEntityTypeConfiguration<ApiRequest>
{
    public void Configure(EntityTypeBuilder<ApiRequest> builder)
    {
        builder.ToTable("api_requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Key).HasMaxLength(ApiRequest.MaxKeyLength);
        builder.HasIndex(request => new { request.TokenId, request.Key }).IsUnique().HasDatabaseName("api_requests_key_once");
        builder.HasIndex(request => request.StartedAt).HasDatabaseName("api_requests_started_at");
        builder.HasOne<ApiToken>().WithMany().HasForeignKey(request => request.TokenId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(request => request.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
