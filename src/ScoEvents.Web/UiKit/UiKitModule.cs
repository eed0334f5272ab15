namespace ScoEvents.Web.UiKit;

internal static class UiKitModule
{
    public static void AddUiKit(this WebApplicationBuilder builder) => builder.Services.AddScoped<ElementIds>();
}
