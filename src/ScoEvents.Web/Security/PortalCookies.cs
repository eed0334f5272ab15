using Microsoft.Extensions.Options;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Security;

/// <summary>
/// How every cookie of the portal is named and guarded. Behind https each carries the <c>__Host-</c> prefix, so
/// that no neighbouring host can set it; without https a browser would refuse that prefix.
/// </summary>
public sealed class PortalCookies(IOptions<PortalOptions> portal)
{
    /// <summary>Names and guards one cookie; <paramref name="purpose"/> is its kebab-case name without prefix.</summary>
    public void Guard(CookieBuilder cookie, string purpose)
    {
        cookie.Name = Name(purpose);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.Domain = null;
        cookie.SecurePolicy = portal.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    public string Name(string purpose) => portal.Value.IsHttps ? $"__Host-sco-{purpose}" : $"sco-{purpose}";
}
