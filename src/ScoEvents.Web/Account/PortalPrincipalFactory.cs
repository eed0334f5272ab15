using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Security;

namespace ScoEvents.Web.Account;

/// <summary>Puts into the sign-in what the interface shows of a person: the display name and the parts for the navigation.</summary>
internal sealed class PortalPrincipalFactory(
    UserManager<PortalUser> users, IOptions<IdentityOptions> identity, IDbContextFactory<ScoEventsDbContext> contexts)
    : UserClaimsPrincipalFactory<PortalUser>(users, identity)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        if (claims.FindFirst(claims.NameClaimType) is { } name)
        {
            claims.RemoveClaim(name);
        }

        claims.AddClaim(new Claim(claims.NameClaimType, user.DisplayName));
        await using var context = await contexts.CreateForAsync(Actor.Of(user.Id), CancellationToken.None);
        claims.AddClaims(Parts(await context.ReachAsync(CancellationToken.None)).Select(part => new Claim(PortalPolicies.Claim, part)));
        return claims;
    }

    private static IEnumerable<string> Parts(Reach reach)
    {
        if (reach.IsStaffSomewhere)
        {
            yield return PortalPolicies.Staff;
        }

        if (reach.CanPlanSomewhere)
        {
            yield return PortalPolicies.Organiser;
        }

        if (reach.Sides.Any())
        {
            yield return PortalPolicies.FocalPoint;
        }

        if (reach.CanAdminister)
        {
            yield return PortalPolicies.Administrator;
        }
    }
}
