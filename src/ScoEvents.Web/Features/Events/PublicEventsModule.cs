namespace ScoEvents.Web.Features.Events;

internal static class PublicEventsModule
{
    public static void AddPublicEvents(this WebApplicationBuilder builder) => builder.Services.AddScoped<PublicEventQueries>();

    public static void MapPublicEvents(this WebApplication app) => SitemapEndpoints.Map(app);
}
