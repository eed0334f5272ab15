namespace ScoEvents.Web.Hosting;

internal static class CircuitPaths
{
    /// <summary>Where the framework maps the hub that carries interactive pages.</summary>
    public const string Root = "/_blazor";
}
