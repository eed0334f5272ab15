using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using ScoEvents.Domain.Access;

namespace ScoEvents.Web.Security;

/// <summary>Who asks, from the sign-in that came with a request or a circuit.</summary>
public static class CurrentActor
{
    /// <summary>The signed-in user, or the public.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated is true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? Actor.Of(id) : Actor.Public;

    /// <summary>The user of the current request or circuit, or the public.</summary>
    public static async Task<Actor> ActorAsync(this AuthenticationStateProvider authentication) =>
        (await authentication.GetAuthenticationStateAsync()).User.ToActor();
}
