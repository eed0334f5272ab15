namespace ScoEvents.Web.Shell;

/// <summary>The one guard of addresses that came in with a request and are about to be redirected to.</summary>
public static class ReturnAddress
{
    /// <summary>
    /// The address if it is a path of this portal (one leading slash, no backslash, no control character),
    /// else <paramref name="fallback"/>. Browsers read <c>//host</c> and <c>/\host</c> as another site.
    /// </summary>
    public static string LocalOrDefault(string? address, string fallback) => IsLocal(address) ? address! : fallback;

    private static bool IsLocal(string? address) =>
        address is ['/', ..]
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl);
}
