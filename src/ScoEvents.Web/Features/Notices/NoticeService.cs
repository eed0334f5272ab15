using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Notices;

/// <summary>Marks the own notices as read. That somebody has read something is nobody else's affair: no trail is written of it.</summary>
public sealed class NoticeService(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Marks one as read; again changes nothing. Refused: <c>not-found</c>.</summary>
    public async Task<Result> ReadAsync(Actor actor, Guid noticeId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var now = clock.GetUtcNow();
        var known = await context.Notices.Where(notice => notice.Id == noticeId && notice.UserId == actor.UserId)
            .ExecuteUpdateAsync(notice => notice.SetProperty(read => read.ReadAt, read => read.ReadAt ?? now), cancellationToken);
        return known == 0 ? Error.NotFound() : Result.Success;
    }

    /// <summary>Marks everything as read that was there at an instant; what came later the reader has not seen.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="eventId">Only those of an event, or null for all.</param>
    /// <param name="seenAt">When of the latest one that the reader saw, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many. Refused: <c>not-found</c> for the public, which has none.</returns>
    public async Task<Result<int>> ReadAllAsync(Actor actor, Guid? eventId, DateTimeOffset seenAt, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
        {
            return Error.NotFound();
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        var now = clock.GetUtcNow();
        return await context.Notices
            .Where(notice => notice.UserId == actor.UserId && notice.ReadAt == null && notice.CreatedAt <= seenAt && (eventId == null || notice.EventId == eventId))
            .ExecuteUpdateAsync(notice => notice.SetProperty(read => read.ReadAt, now), cancellationToken);
    }
}
