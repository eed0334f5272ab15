namespace ScoEvents.Web.Features.Feeds;

internal static class FeedModule
{
    public static void AddFeeds(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<FeedService>();
        builder.Services.AddScoped<FeedQueries>();
    }

    public static void MapFeeds(this WebApplication app) => FeedEndpoints.Map(app);
}
