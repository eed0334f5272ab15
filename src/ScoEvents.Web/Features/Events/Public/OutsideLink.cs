namespace ScoEvents.Web.Features.Events.Public;

/// <summary>A link out of the portal.</summary>
/// <param name="Address">http or https, whole.</param>
/// <param name="Host">What the reader sees of it.</param>
public sealed record OutsideLink(string Address, string Host)
{
    /// <summary>The links in a text that holds one or several, divided by semicolons; what is no web address is left out.</summary>
    public static IEnumerable<OutsideLink> AllIn(string? text) => (text ?? "")
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => Uri.TryCreate(part, UriKind.Absolute, out var address) ? address : null)
        .OfType<Uri>()
        .Where(address => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        .Select(address => new OutsideLink(address.AbsoluteUri, address.Host));
}
