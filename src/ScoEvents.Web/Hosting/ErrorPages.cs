using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using ScoEvents.Web.Features.Api;
using ScoEvents.Web.Shell;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// Answers for requests that failed. The page is rendered outside of routing and sign-in, so that it also
/// comes when the database, and with it every look at the user, is gone.
/// </summary>
internal static class ErrorPages
{
    private const int RetrySeconds = 10;

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
            ExceptionHandler = WriteAsync,
        });
        app.UseStatusCodePages(async status =>
        {
            // The services of the request may have begun to render a page already.
            var context = status.HttpContext;
            var services = context.RequestServices;
            await using var scope = services.CreateAsyncScope();
            context.RequestServices = scope.ServiceProvider;
            await WriteAsync(context);
            context.RequestServices = services;
        });
    }

    /// <summary>What a person quotes when asking for help: the trace id, which every line of the log carries.</summary>
    public static string ReferenceNumber(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>503 for a database that is away for the moment, the request's own code for a bad request, otherwise 500.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbException { IsTransient: true } or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var reference = ReferenceNumber(context);
        context.Response.Headers.CacheControl = "no-store";
        // A page that failed half-way has left it, and the page of the error adds it again.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
            if (HttpMethods.IsGet(context.Request.Method))
            {
                // Works without JavaScript: the page comes back by itself when the database is back.
                context.Response.Headers["Refresh"] = RetrySeconds.ToString(CultureInfo.InvariantCulture);
            }
        }

        if (ApiRoutes.IsApi(context.Request.Path))
        {
            var problem = context.RequestServices.GetRequiredService<ApiProblems>().Failure(context, status);
            await Results.Json(problem, contentType: ApiProblem.MediaType, statusCode: status).ExecuteAsync(context);
            return;
        }

        if (!WantsHtml(context.Request))
        {
            await Results.Problem(
                statusCode: status,
                extensions: new Dictionary<string, object?> { ["reference"] = reference }).ExecuteAsync(context);
            return;
        }

        var page = new RazorComponentResult<StatusPage>(new Dictionary<string, object?>
        {
            [nameof(StatusPage.Status)] = status,
            [nameof(StatusPage.Reference)] = reference,
            [nameof(StatusPage.IsUnexpected)] = context.Features.Get<IExceptionHandlerFeature>() is not null,
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
        await page.ExecuteAsync(context);
    }

    private static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept is not { Count: > 0 } accepted
        || accepted.Any(type => type.MatchesAllTypes || type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
