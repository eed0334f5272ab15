using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// One line for each request: method, route pattern, status, duration. Paths, query strings, user names and
/// network addresses never reach the log.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const string NoRoute = "(no route)";
    private const string FileRoute = "(file)";

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint;
            var route = RouteOf(endpoint);
            LogRequest(
                LevelOf(context, endpoint, route),
                context.Request.Method,
                route,
                context.Response.StatusCode,
                (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static string RouteOf(Endpoint? endpoint) => endpoint switch
    {
        RouteEndpoint route when IsFile(route) => FileRoute,
        RouteEndpoint route => "/" + route.RoutePattern.RawText?.TrimStart('/'),
        _ => NoRoute,
    };

    private static bool IsFile(RouteEndpoint route) =>
        route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;

    private static LogLevel LevelOf(HttpContext context, Endpoint? endpoint, string route)
    {
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            return LogLevel.Error;
        }

        var isBackground = route == FileRoute
            || endpoint?.Metadata.GetMetadata<QuietRoute>() is not null
            || context.Request.Path.StartsWithSegments(CircuitPaths.Root, StringComparison.Ordinal);
        return isBackground ? LogLevel.Debug : LogLevel.Information;
    }

    [LoggerMessage(EventName = "Request", Message = "{Method} {Route} answered {Status} in {ElapsedMilliseconds} ms")]
    private partial void LogRequest(LogLevel level, string method, string route, int status, long elapsedMilliseconds);
}

/// <summary>Marks an endpoint that is asked every few seconds by machines; its requests are logged at debug level.</summary>
internal sealed record QuietRoute;

internal static class RequestLogModule
{
    public static void UseRequestLog(this WebApplication app) => app.UseMiddleware<RequestLog>();
}
