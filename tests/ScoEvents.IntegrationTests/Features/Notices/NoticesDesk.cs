using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Notices;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Notices;
using ScoEvents.Web.Localization;

namespace ScoEvents.IntegrationTests.Features.Notices;

/// <summary>Notices over a test's database.</summary>
internal sealed class NoticesDesk(TestDatabase database)
{
    public NoticeQueries Queries { get; } = new(database.Contexts);

    public NoticeService Service { get; } = new(database.Contexts, database.Clock);

    public NoticeRetention Retention { get; } = new(database.Contexts, database.Clock);

    /// <summary>A page of somebody's notices.</summary>
    public Task<NoticeList> ListAsync(Actor actor, NoticeFilter? filter = null) => Queries.ListAsync(actor, filter ?? new NoticeFilter(), PortalLanguages.English, CancellationToken.None);

    /// <summary>What somebody was told of an event, the earliest first, each with its count.</summary>
    public async Task<IReadOnlyList<(NoticeKind Kind, int Count)>> ToldAsync(Actor actor, Guid eventId)
    {
        await using var context = await database.OpenAsync(actor);
        var told = await context.Notices.AsNoTracking().Where(notice => notice.EventId == eventId).OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Kind).ToListAsync();
        return [.. told.Select(notice => (notice.Kind, notice.Count))];
    }
}
