using Microsoft.AspNetCore.Authorization;
using Radzen;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Shell;

internal static class ShellModule
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddRazorComponents(options => options.DetailedErrors = false)
            .AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment());
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddRadzenComponents();
    }

    public static void MapShell(this WebApplication app) => app
        .MapRazorComponents<App>()
        // SecurityHeaders already refuses every frame, in one header.
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
        .Add(RequireSignInForCircuits);

    /// <summary>A circuit costs memory for minutes, so nobody gets one without having signed in.</summary>
    private static void RequireSignInForCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } pattern }
            && pattern.TrimStart('/').StartsWith(CircuitPaths.Root.TrimStart('/'), StringComparison.Ordinal))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute());
        }
    }
}
