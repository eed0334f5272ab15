using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;

namespace ScoEvents.Web.Features.Api;

/// <summary>Who calls the interface: the bearer of a token, or anybody.</summary>
/// <param name="TokenId">The token, or null for anybody.</param>
/// <param name="Actor">The token's user, or the public.</param>
/// <param name="Scopes">What the token allows at most.</param>
public sealed record ApiCaller(Guid? TokenId, Actor Actor, IReadOnlyCollection<ApiScope> Scopes)
{
    /// <summary>Anybody, without a token.</summary>
    public static ApiCaller Anybody { get; } = new(null, Actor.Public, []);
}

/// <summary>Marks an endpoint that wants a token with a scope; without one, that any token will do.</summary>
public sealed record TokenRequirement(ApiScope? Scope);
