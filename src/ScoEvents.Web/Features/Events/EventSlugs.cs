using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Events;

/// <summary>Finds names in addresses that nobody has.</summary>
internal static class EventSlugs
{
    /// <summary>A free name; another writer can still be faster, which the database finds out.</summary>
    public static async Task<string> FreeSlugAsync(this ScoEventsDbContext context, LocalizedText title, DateOnly startsOn, CancellationToken cancellationToken)
    {
        var first = EventSlug.From(title, startsOn);
        var taken = await context.Events.Where(row => row.Slug.StartsWith(first)).Select(row => row.Slug).ToListAsync(cancellationToken);
        var attempt = 1;
        while (taken.Contains(EventSlug.From(title, startsOn, attempt)))
        {
            attempt++;
        }

        return EventSlug.From(title, startsOn, attempt);
    }
}
