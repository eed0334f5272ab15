using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Translations;

/// <summary>Makes everything that answers under the address of an event follow the order of languages that the event says: pages, exports, feeds and programs alike.</summary>
internal sealed class EventLanguageMiddleware(RequestDelegate next, EventLanguageQueries queries)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var order = await OrderAsync(context);
        if (order.Count == 0)
        {
            await next(context);
            return;
        }

        using var reading = ContentFallback.Use(order);
        await next(context);
    }

    private async Task<IReadOnlyList<string>> OrderAsync(HttpContext context)
    {
        // The document around a circuit shows nothing of the event, and has to come while the database is away.
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting())
        {
            return [];
        }

        // Pages name an event by one or the other, programs by either.
        var named = (context.GetRouteValue("slug") ?? context.GetRouteValue("eventId") ?? context.GetRouteValue("event"))?.ToString();
        return string.IsNullOrEmpty(named) ? []
            : Guid.TryParse(named, out var eventId) ? (await queries.OfEventAsync(eventId, context.RequestAborted))?.Fallback ?? []
            : await queries.OrderOfAsync(named, context.RequestAborted);
    }
}
