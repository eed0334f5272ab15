using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Localization;

/// <summary>
/// The language of a request: the first segment of a public address, else the cookie of the person's choice,
/// else what the browser prefers, else English. Signing in sets the cookie to the language of the account.
/// </summary>
internal sealed class RequestLanguage(PortalCookies cookies) : IRequestCultureProvider
{
    public const string Cookie = "language";

    public Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = PortalLanguages.FromPath(httpContext.Request.Path) ?? Preferred(httpContext);
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language.Culture.Name));
    }

    /// <summary>What the person prefers, whatever the address says.</summary>
    public PortalLanguage Preferred(HttpContext context) =>
        PortalLanguages.Find(context.Request.Cookies[cookies.Name(Cookie)])
        ?? FromHeader(context.Request)
        ?? PortalLanguages.English;

    /// <summary>Keeps a language with the browser for a year.</summary>
    public void Remember(HttpContext context, PortalLanguage language)
    {
        var cookie = new CookieBuilder { MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        cookies.Guard(cookie, Cookie);
        context.Response.Cookies.Append(cookie.Name!, language.Code, cookie.Build(context));
    }

    /// <summary>What the request's header prefers of the languages of the portal, or null.</summary>
    public static PortalLanguage? FromHeader(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Where(accepted => accepted.Quality != 0)
        .Select(accepted => PortalLanguages.Find(accepted.Value.ToString().Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(language => language is not null);
}
