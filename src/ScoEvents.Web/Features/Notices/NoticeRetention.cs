using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Notices;

namespace ScoEvents.Web.Features.Notices;

/// <summary>Removes notices that were read long ago; unread ones stay until they are.</summary>
public sealed class NoticeRetention(IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    private const string Work = "notices";

    /// <summary>Removes what was read more than <see cref="Notice.DaysKept"/> days ago, and says how many.</summary>
    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForTaskAsync(Work, cancellationToken);
        var day = clock.GetUtcNow().AddDays(-Notice.DaysKept);
        return await context.Notices.Where(notice => notice.ReadAt != null && notice.ReadAt < day).ExecuteDeleteAsync(cancellationToken);
    }
}
