using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Features.Mail;

/// <summary>Whole addresses of the portal's pages, for readers who are not on one.</summary>
/// <remarks>From the settings alone, never from a request's Host header: a mail goes to others than the one who asks.</remarks>
public sealed class PublicLinks(IOptions<PortalOptions> options, IServer? server = null)
{
    /// <summary>Such as <c>https://events.example.org/en/events/…</c>; without a public address, which only development lacks, where the portal listens.</summary>
    public string To(string path) => new Uri(Origin(), path).ToString();

    private Uri Origin() =>
        options.Value.PublicAddress
        ?? (server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening ? new Uri(listening) : new Uri("http://localhost"));
}
