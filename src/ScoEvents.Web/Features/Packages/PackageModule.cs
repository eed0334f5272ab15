namespace ScoEvents.Web.Features.Packages;

internal static class PackageModule
{
    public static void AddPackages(this WebApplicationBuilder builder) => builder.Services.AddScoped<PackageService>();

    public static void MapPackages(this WebApplication app) => PackageEndpoints.Map(app);
}
