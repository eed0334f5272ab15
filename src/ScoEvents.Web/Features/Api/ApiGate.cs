using System.Globalization;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Api;

/// <summary>Stands before every address of the interface: finds the language, who calls, whether the token is wide enough, and whether it is not too much.</summary>
/// <remarks>A sign-in by cookie counts for nothing here, so that no other site can have a browser call the interface for its user.</remarks>
internal sealed class ApiGate(ApiTokenReader tokens, ApiLimits limits, ApiResults results) : IEndpointFilter
{
    private const string Bearer = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var language = LanguageOf(context.Request);
        var culture = (language.Chosen ?? language.Preferred).Culture;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        if (language.IsUnknown)
        {
            return results.Problem(context, ApiErrors.LanguageUnknown());
        }

        var caller = await CallerAsync(context);
        if (caller.Error is { } unknown)
        {
            return Limited(context, null) ?? results.Problem(context, unknown);
        }

        if (Limited(context, caller.Value.TokenId) is { } tooMany)
        {
            return tooMany;
        }

        if (Narrow(context, caller.Value) is { } narrow)
        {
            return results.Problem(context, narrow);
        }

        context.Features.Set(new ApiReader(caller.Value, language.Chosen?.Code));
        return await next(invocation);
    }

    /// <summary>The query's language chooses; the header's only prefers, and what it asks for and is not there is not a fault.</summary>
    private static (PortalLanguage? Chosen, PortalLanguage Preferred, bool IsUnknown) LanguageOf(HttpRequest request)
    {
        var preferred = RequestLanguage.FromHeader(request) ?? PortalLanguages.English;
        if (!request.Query.TryGetValue("language", out var asked))
        {
            return (null, preferred, false);
        }

        var chosen = PortalLanguages.Find(asked);
        return (chosen, preferred, chosen is null);
    }

    private async Task<Result<ApiCaller>> CallerAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization;
        if (authorization.Count == 0)
        {
            return context.GetEndpoint()?.Metadata.GetMetadata<TokenRequirement>() is null ? ApiCaller.Anybody : ApiErrors.TokenMissing();
        }

        return authorization is [{ } single] && single.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await tokens.ReadAsync(single[Bearer.Length..].Trim(), context.RequestAborted)
            : ApiErrors.TokenUnknown();
    }

    private static Error? Narrow(HttpContext context, ApiCaller caller) =>
        context.GetEndpoint()?.Metadata.GetMetadata<TokenRequirement>()?.Scope is { } scope && !caller.Scopes.Contains(scope) ? ApiErrors.ScopeMissing(scope) : null;

    private IResult? Limited(HttpContext context, Guid? tokenId)
    {
        var wait = tokenId is { } token ? limits.WaitOf(token) : limits.WaitOf(context.Connection.RemoteIpAddress?.ToString() ?? "");
        if (wait is not { } seconds)
        {
            return null;
        }

        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return results.Problem(context, ApiErrors.TooManyRequests(seconds));
    }
}
