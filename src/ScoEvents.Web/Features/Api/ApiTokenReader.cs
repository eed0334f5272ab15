using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Finds out whose token it is that a request carries.</summary>
internal sealed class ApiTokenReader(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    private const string Task = "tokens";

    // Written down no more often than this, so that a program that asks every second does not write every second.
    private static readonly TimeSpan _useInterval = TimeSpan.FromMinutes(1);

    /// <summary>The caller by a token; one SQL command, and once a minute a second that notes the use. Refused: <c>api.token-unknown</c>, <c>api.token-revoked</c>, <c>api.token-expired</c>.</summary>
    public async Task<Result<ApiCaller>> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length != ApiToken.TextLength || !text.StartsWith(ApiToken.Beginning, StringComparison.Ordinal))
        {
            return ApiErrors.TokenUnknown();
        }

        var (hash, now) = (ApiToken.HashOf(text), clock.GetUtcNow());
        await using var context = await contexts.CreateForTaskAsync(Task, cancellationToken);
        var found = await context.ApiTokens.AsNoTracking().Where(token => token.TokenHash == hash)
            .Select(token => new { Token = token, IsLocked = context.Users.Any(user => user.Id == token.UserId && user.LockoutEnd > now) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.IsLocked)
        {
            return ApiErrors.TokenUnknown();
        }

        var token = found.Token;
        if (token.RevokedAt is not null)
        {
            return ApiErrors.TokenRevoked();
        }

        if (token.ExpiresAt <= now)
        {
            return ApiErrors.TokenExpired();
        }

        if (token.LastUsedAt is not { } last || now - last >= _useInterval)
        {
            await context.ApiTokens.Where(row => row.Id == token.Id).ExecuteUpdateAsync(row => row.SetProperty(used => used.LastUsedAt, now), cancellationToken);
        }

        return new ApiCaller(token.Id, Actor.Of(token.UserId), token.Scopes);
    }
}
