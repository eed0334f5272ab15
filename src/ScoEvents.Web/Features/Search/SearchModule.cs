namespace ScoEvents.Web.Features.Search;

internal static class SearchModule
{
    public static void AddSearch(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SearchPages>().AddScoped<SearchQueries>();
}
