namespace ScoEvents.Web.Features.Events;

internal static class PublicEventsModule
{
    public static void AddPublicEvents(this WebApplicationBuilder builder) => builder.Services.AddScoped<PublicEventQueries>();
}
