using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Webhooks;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Where the portal may send: never into its own network, whatever a name leads to.</summary>
/// <remarks>
/// The special-purpose registries of RFC 6890 for IPv4 and IPv6. An address is looked at when it is typed, and each one that its
/// name leads to again when the connection is made, so that a name that leads elsewhere by then (DNS rebinding) leads nowhere.
/// </remarks>
public sealed class WebhookTargets(IOptions<WebhookOptions> options)
{
    private static readonly IPNetwork[] _special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private readonly IPNetwork[] _allowed = [.. options.Value.AllowedNetworks.Select(Parse)];

    /// <summary>An address as it is kept. Refused: <c>webhook.url-invalid</c>, <c>webhook.url-private</c>.</summary>
    /// <param name="typed">As somebody typed it.</param>
    public Result<string> Check(string? typed)
    {
        var text = PlainText.Clean(typed);
        if (text.Length is 0 or > Webhook.MaxUrlLength || text.Any(character => character is <= ' ' or > '~' or '\\')
            || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || url.Host.Length == 0
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && options.Value.AllowsLoopback)))
        {
            return Error.Invalid("Url", "webhook.url-invalid");
        }

        var isPrivate = IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? !IsAllowed(address) : url.IsLoopback && !options.Value.AllowsLoopback;
        return isPrivate ? Error.Invalid("Url", "webhook.url-private") : url.AbsoluteUri;
    }

    /// <summary>Whether a message may go to a network address.</summary>
    public bool IsAllowed(IPAddress address)
    {
        // ::ffff:10.0.0.1 is 10.0.0.1 to the system.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (options.Value.AllowsLoopback && IPAddress.IsLoopback(plain)) || _allowed.Any(network => Contains(network, plain)) || !_special.Any(network => Contains(network, plain));
    }

    /// <summary>Connects to the first allowed address that a name leads to, and to none that it might lead to a moment later.</summary>
    /// <exception cref="ForbiddenTargetException">The name leads to forbidden addresses only.</exception>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken)).Where(IsAllowed).ToArray();
        if (addresses.Length == 0)
        {
            throw new ForbiddenTargetException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool Contains(IPNetwork network, IPAddress address) => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);

    private static IPNetwork Parse(string text) =>
        IPAddress.TryParse(text, out var single) ? new IPNetwork(single, single.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) : IPNetwork.Parse(text);
}

/// <summary>A name leads where the portal does not send.</summary>
internal sealed class ForbiddenTargetException() : IOException("The name leads to addresses that the portal does not send to.");
