using Microsoft.AspNetCore.Antiforgery;

namespace ScoEvents.Web.Security;

internal static class SecurityModule
{
    public static void AddPortalSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PortalCookies>();
        builder.Services.AddAntiforgery();
        PublicAntiforgery.Decorate(builder.Services);
        builder.Services.AddOptions<AntiforgeryOptions>().Configure<PortalCookies>((antiforgery, cookies) =>
        {
            cookies.Guard(antiforgery.Cookie, "antiforgery");
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.HeaderName = null;
            // SecurityHeaders refuses every frame; a second header would only contradict it one day.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddAuthorization(PortalPolicies.Add);
    }

    public static void UseSecurityHeaders(this WebApplication app) => app.UseMiddleware<SecurityHeaders>();

    public static void UseCircuitOriginCheck(this WebApplication app) => app.UseMiddleware<CircuitOriginCheck>();
}
