using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace ScoEvents.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: so does everything it needs, by the registered checks.
/// Both answer one word and no detail, for they are open to everybody.
/// </summary>
internal static class PortalHealth
{
    public static void AddPortalHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks();

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .WithMetadata(new QuietRoute()).AllowAnonymous().DisableHttpMetrics();
        app.MapHealthChecks("/health/ready")
            .WithMetadata(new QuietRoute()).AllowAnonymous().DisableHttpMetrics();
    }
}
