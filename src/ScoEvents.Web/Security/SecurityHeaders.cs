using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Security;

/// <summary>
/// Headers that tell the browser what a page of the portal may do. See docs/decisions/0006-content-policy.md.
/// An endpoint that sets a stricter header of its own keeps it.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<PortalOptions> portal, IHostEnvironment environment)
{
    private const string StaticPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Radzen components place and size themselves by style attributes; style elements stay refused.</summary>
    private const string InteractivePolicy = StaticPolicy + "; style-src-attr 'unsafe-inline'";

    /// <summary>For a page without script and form that other sites may show in a frame.</summary>
    private const string EmbeddedPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors *";

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        + "microphone=(), midi=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private static readonly string _permissionsWithCamera = PermissionsPolicy.Replace("camera=()", "camera=(self)", StringComparison.Ordinal);

    private readonly bool _isTransportStrict = portal.Value.IsHttps && !environment.IsDevelopment();

    /// <summary>Lets other sites show the page that is being made in a frame; it must be the same for everybody and offer nothing to click away.</summary>
    public static void AllowFraming(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = EmbeddedPolicy;
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    /// <summary>Lets the page that is being made use the device's camera, if its user agrees.</summary>
    public static void AllowCamera(HttpContext context) => context.Response.Headers["Permissions-Policy"] = _permissionsWithCamera;

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var (self, response) = ((SecurityHeaders, HttpResponse))state;
            self.Apply(response);
            return Task.CompletedTask;
        }, (this, context.Response));
        return next(context);
    }

    private void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.TryAdd("Content-Security-Policy", IsInteractive(response.HttpContext) ? InteractivePolicy : StaticPolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", PermissionsPolicy);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (_isTransportStrict)
        {
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static bool IsInteractive(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting();
}
