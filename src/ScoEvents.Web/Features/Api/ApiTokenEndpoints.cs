using System.ComponentModel;
using ScoEvents.Domain.Api;

namespace ScoEvents.Web.Features.Api;

/// <summary>What a token may do.</summary>
public sealed record TokenResource(Guid Id, [property: Description("What it allows at most; the rights of its user decide over each event and side.")] IReadOnlyList<string> Scopes);

/// <summary>The token itself, for programs that want to know whether they have the right one.</summary>
internal static class ApiTokenEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/token", (HttpContext context, ApiResults results) =>
        {
            var caller = ApiReader.Of(context).Caller;
            return results.Resource(context, new TokenResource(caller.TokenId!.Value, [.. caller.Scopes.Select(ApiScopes.Code)]));
        }).Describe("getToken", "Interface", "What the token that is sent may do.").NeedsToken().Answers<TokenResource>();
}
