namespace ScoEvents.Web.Features.Badges;

internal static class BadgesModule
{
    public static void AddBadges(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BadgeKeyring>();
        builder.Services.AddScoped<BadgeDocuments>();
        builder.Services.AddScoped<BadgeQueries>();
        builder.Services.AddScoped<BadgeService>();
        builder.Services.AddScoped<BadgePrintService>();
    }

    public static void MapBadges(this WebApplication app) =>
        app.MapGet("/staff/events/{eventId:guid}/badges/revoked.json", BadgeEndpoints.RevokedAsync).RequireAuthorization();
}
