using Microsoft.AspNetCore.Authorization;

namespace ScoEvents.Web.Security;

/// <summary>What the navigation shows to whom. A courtesy: the services decide, from the grants of the moment.</summary>
public static class PortalPolicies
{
    /// <summary>Works for some secretariat or event.</summary>
    public const string Staff = "staff";

    /// <summary>Plans events in some secretariat.</summary>
    public const string Organiser = "organiser";

    /// <summary>Speaks for some side.</summary>
    public const string FocalPoint = "focal-point";

    /// <summary>Keeps users and roles.</summary>
    public const string Administrator = "administrator";

    /// <summary>Claim whose values are the names above, as they stood when the sign-in was last checked.</summary>
    public const string Claim = "portal:part";

    /// <summary>Registers a policy for each.</summary>
    public static void Add(AuthorizationOptions options)
    {
        foreach (var part in new[] { Staff, Organiser, FocalPoint, Administrator })
        {
            options.AddPolicy(part, policy => policy.RequireClaim(Claim, part));
        }
    }
}
