using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Tells every node that mails of an event stand elsewhere now.</summary>
internal static class MailNotices
{
    /// <summary>Says so when the transaction is committed, or at once where there is none.</summary>
    public static async Task TellMailsChangedAsync(this ScoEventsDbContext context, Guid? eventId, CancellationToken cancellationToken)
    {
        if (eventId is { } known)
        {
            var topic = ChangeFeed.Mail(known);
            await context.Database.ExecuteSqlAsync($"SELECT pg_notify({EventRows.Channel}, {topic})", cancellationToken);
        }
    }
}
