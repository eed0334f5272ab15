namespace ScoEvents.Web.Features.Notices;

internal static class NoticesModule
{
    public static void AddNotices(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<NoticeQueries>()
        .AddScoped<NoticeService>()
        .AddSingleton<NoticeRetention>()
        .AddHostedService<NoticeWorker>();
}
