using Microsoft.AspNetCore.Antiforgery;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Security;

/// <summary>
/// Keeps tokens and their cookie off public pages. The framework gives every component page a token, asked for or
/// not; a page that is the same for everybody, holds no form that posts, and may be cached, must not carry one.
/// </summary>
internal sealed class PublicAntiforgery(IAntiforgery antiforgery) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet _none = new(null, null, "__RequestVerificationToken", null);

    public static void Decorate(IServiceCollection services)
    {
        var original = services.Last(service => service.ServiceType == typeof(IAntiforgery));
        services.Remove(original);
        services.AddSingleton<IAntiforgery>(provider => new PublicAntiforgery(
            (IAntiforgery)ActivatorUtilities.CreateInstance(provider, original.ImplementationType!)));
    }

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
        IsPublic(httpContext) ? _none : antiforgery.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) =>
        IsPublic(httpContext) ? _none : antiforgery.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => antiforgery.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => antiforgery.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsPublic(httpContext))
        {
            antiforgery.SetCookieTokenAndHeader(httpContext);
        }
    }

    private static bool IsPublic(HttpContext context) => PortalLanguages.FromPath(context.Request.Path) is not null;
}
