using Microsoft.Extensions.Options;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Security;

/// <summary>
/// Browsers let any page open a WebSocket to any host and send its cookies along; only the <c>Origin</c> header
/// tells who asks. The framework's list of origins is a list of fixed texts and cannot say "the host that was
/// asked", which a portal on a free loopback port needs.
/// </summary>
internal sealed class CircuitOriginCheck(RequestDelegate next, IOptions<PortalOptions> portal)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!IsGuarded(context) || IsOwnOrigin(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsGuarded(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || context.Request.Path.StartsWithSegments(CircuitPaths.Root, StringComparison.OrdinalIgnoreCase);

    private bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0)
        {
            return true;
        }

        if (!Uri.TryCreate(origin, UriKind.Absolute, out var asked))
        {
            return false;
        }

        var own = asked.IsLoopback || portal.Value.PublicAddress is not { } address
            ? new Uri($"{request.Scheme}://{request.Host}")
            : address;
        return Uri.Compare(asked, own, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
    }
}
