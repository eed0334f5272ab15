namespace ScoEvents.Web.Features.Home;

/// <summary>The first page of the public.</summary>
internal static class HomeModule
{
    public static void AddHome(this WebApplicationBuilder builder) => builder.Services.AddSingleton<HomeQueries>();
}
