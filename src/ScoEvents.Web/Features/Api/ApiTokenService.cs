using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>Makes and takes back the tokens by which programs act for a user.</summary>
public sealed class ApiTokenService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>The most tokens that a user can have at a time.</summary>
    public const int MaxTokens = 20;

    /// <summary>Makes a token for the actor.</summary>
    /// <param name="actor">A signed-in user.</param>
    /// <param name="form">Name, scopes and time.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The token, which nobody can be shown again. Refused: <c>not-found</c> for the public, <c>token.too-many</c>, and as <see cref="ApiToken.Make"/>.</returns>
    public async Task<Result<NewToken>> MakeAsync(Actor actor, ApiTokenForm form, CancellationToken cancellationToken)
    {
        if (actor.UserId is not { } userId)
        {
            return Error.NotFound();
        }

        var now = clock.GetUtcNow();
        var made = ApiToken.Make(userId, form.Name, form.Scopes, form.Days, now);
        if (!made.IsSuccess)
        {
            return Result<NewToken>.Fail(made.Errors);
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Of two who make the last one at once, the second waits and counts the first.
        await context.Database.ExecuteSqlAsync($"SELECT FROM users WHERE id = {userId} FOR NO KEY UPDATE", cancellationToken);
        if (await context.ApiTokens.CountAsync(token => token.UserId == userId && token.RevokedAt == null && token.ExpiresAt > now, cancellationToken) >= MaxTokens)
        {
            return Error.Refused("token.too-many", MaxTokens);
        }

        context.ApiTokens.Add(made.Value.Token);
        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.Error is { } failed)
        {
            return failed;
        }

        await transaction.CommitAsync(cancellationToken);
        return new NewToken(made.Value.Token.Id, made.Value.Text);
    }

    /// <summary>Takes a token of the actor's own back, at once and for good; again does nothing.</summary>
    /// <param name="actor">Its user.</param>
    /// <param name="tokenId">The token.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Refused: <c>not-found</c>, also for tokens of others.</returns>
    public async Task<Result> RevokeAsync(Actor actor, Guid tokenId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        if (actor.UserId is null || await context.ApiTokens.SingleOrDefaultAsync(token => token.Id == tokenId && token.UserId == actor.UserId, cancellationToken) is not { } own)
        {
            return Error.NotFound();
        }

        own.Revoke(clock.GetUtcNow());
        return await context.TrySaveAsync(cancellationToken);
    }
}
