using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Reads the tokens that a user has.</summary>
public sealed class ApiTokenQueries(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    private const int MaxRows = 100;

    /// <summary>The tokens of the actor, the latest first, at most 100; one SQL command.</summary>
    /// <param name="actor">A signed-in user.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c> for the public.</returns>
    public async Task<Result<IReadOnlyList<TokenRow>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.UserId is not { } userId)
        {
            return Error.NotFound();
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var now = clock.GetUtcNow();
        var tokens = await context.ApiTokens.AsNoTracking().Where(token => token.UserId == userId)
            .OrderByDescending(token => token.CreatedAt).ThenByDescending(token => token.Id).Take(MaxRows)
            .ToListAsync(cancellationToken);
        return Result.Ok<IReadOnlyList<TokenRow>>([.. tokens.Select(token => new TokenRow(
            token.Id, token.Name, token.Prefix, token.Scopes, token.CreatedAt, token.ExpiresAt, token.LastUsedAt,
            token.RevokedAt is not null ? TokenState.Revoked : token.ExpiresAt <= now ? TokenState.Expired : TokenState.Active))]);
    }
}
