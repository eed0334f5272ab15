using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Api;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Api;

/// <summary>An answer as it is kept for a repeated request.</summary>
internal sealed record KeptAnswer(int Status, string? Location, string? Tag, string? MediaType, string? Body);

/// <summary>A request whose key was noted.</summary>
/// <param name="Id">Under which the answer is kept.</param>
/// <param name="Answer">The answer that it had already, or null where it is to be carried out.</param>
internal sealed record NotedRequest(Guid Id, KeptAnswer? Answer);

/// <summary>Sees to it that a request with an idempotency key is carried out once.</summary>
/// <remarks>
/// The key is noted before, in a transaction of its own, and the answer after. Whoever dies in between leaves a key of
/// which nobody knows whether its request was carried out: it is never carried out again, and says so.
/// </remarks>
internal sealed class ApiKeys(IDbContextFactory<ScoEventsDbContext> contexts, FieldCipher cipher, TimeProvider clock)
{
    private const string Table = "api_requests";
    private const string Column = "envelope";

    private static readonly TimeSpan _keptFor = TimeSpan.FromDays(1);

    // Longer than any request lasts.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>Notes a key. Refused: <c>api.idempotency-key-reused</c>, <c>api.idempotency-key-busy</c>, <c>api.idempotency-key-uncertain</c>.</summary>
    public async Task<Result<NotedRequest>> NoteAsync(ApiCaller caller, string key, byte[] fingerprint, CancellationToken cancellationToken)
    {
        var (now, id, userId, tokenId) = (clock.GetUtcNow(), Guid.CreateVersion7(), caller.Actor.UserId!.Value, caller.TokenId!.Value);
        await using var context = await contexts.CreateForAsync(caller.Actor, cancellationToken);
        var old = now - _keptFor;
        await context.ApiRequests.Where(request => request.TokenId == tokenId && request.StartedAt < old).ExecuteDeleteAsync(cancellationToken);
        var isNew = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO api_requests (id, user_id, token_id, key, fingerprint, started_at) VALUES ({id}, {userId}, {tokenId}, {key}, {fingerprint}, {now})
            ON CONFLICT (token_id, key) DO NOTHING
            """,
            cancellationToken) == 1;
        if (isNew)
        {
            return new NotedRequest(id, null);
        }

        var known = await context.ApiRequests.AsNoTracking().SingleOrDefaultAsync(request => request.TokenId == tokenId && request.Key == key, cancellationToken);
        return known switch
        {
            null => ApiErrors.KeyBusy(),
            _ when !known.Fingerprint.AsSpan().SequenceEqual(fingerprint) => ApiErrors.KeyReused(),
            { Envelope: { } envelope } => new NotedRequest(known.Id, JsonSerializer.Deserialize<KeptAnswer>(cipher.Reveal(envelope, Table, Column, known.Id))),
            _ => now - known.StartedAt < _patience ? ApiErrors.KeyBusy() : ApiErrors.KeyUncertain(),
        };
    }

    /// <summary>Keeps the answer; also where the caller has hung up, for the request was carried out.</summary>
    public async Task KeepAsync(ApiCaller caller, Guid id, KeptAnswer answer)
    {
        var envelope = cipher.Protect(JsonSerializer.Serialize(answer), Table, Column, id);
        await using var context = await contexts.CreateForAsync(caller.Actor, CancellationToken.None);
        await context.ApiRequests.Where(request => request.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(request => request.Status, answer.Status).SetProperty(request => request.Envelope, envelope), CancellationToken.None);
    }
}
