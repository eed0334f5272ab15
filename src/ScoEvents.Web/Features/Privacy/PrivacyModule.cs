namespace ScoEvents.Web.Features.Privacy;

internal static class PrivacyModule
{
    public static void AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PrivacyService>();
        builder.Services.AddScoped<PrivacyQueries>();
        builder.Services.AddScoped<PersonReading>();
        builder.Services.AddSingleton<DataPurge>();
        builder.Services.AddHostedService<PurgeWorker>();
    }

    public static void MapPrivacy(this WebApplication app) => PrivacyEndpoints.Map(app);
}
