namespace ScoEvents.Web.Features.CheckIn;

internal static class CheckInModule
{
    public static void AddCheckIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CheckInService>();
        builder.Services.AddScoped<CheckInQueries>();
        builder.Services.AddScoped<DoorWords>();
    }

    public static void MapCheckIn(this WebApplication app) => CheckInEndpoints.Map(app);
}
