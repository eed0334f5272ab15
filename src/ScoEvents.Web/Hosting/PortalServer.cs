using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Hosting;

/// <summary>The server itself: limits, hosts, proxies, compression and the way it stops.</summary>
internal static class PortalServer
{
    /// <summary>Bytes a request may carry; an endpoint that takes files raises it for itself.</summary>
    private const long MaxRequestBytes = 1_048_576;

    private static readonly string[] _loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddPortalServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddSingleton(TimeProvider.System);

        builder.Services.AddOptions<HostFilteringOptions>().Configure<IOptions<PortalOptions>>(AllowHosts);
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PortalOptions>>(TrustProxies);

        builder.Services.AddResponseCompression(compression =>
        {
            // Over TLS only for public pages, see UsePortalCompression.
            compression.EnableForHttps = false;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/calendar", "image/svg+xml"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    public static void UsePortalServer(this WebApplication app) => app.UseForwardedHeaders();

    /// <summary>Serves until it is told to stop. 1 where the address cannot be listened on, after saying what to do.</summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{exception.Message} Another program, perhaps another portal, listens there: stop it, or start with --urls http://127.0.0.1:PORT.");
            return 1;
        }
    }

    /// <summary>
    /// Compressing a page that mixes secrets with what a stranger may send tells its length (BREACH), so over
    /// TLS only addresses under a language, which are the same for everybody, are compressed.
    /// </summary>
    public static void UsePortalCompression(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use((context, next) =>
        {
            if (PortalLanguages.FromPath(context.Request.Path) is not null
                && context.Features.Get<IHttpsCompressionFeature>() is { } compression)
            {
                compression.Mode = HttpsCompressionMode.Compress;
            }

            return next(context);
        });
    }

    private static void AllowHosts(HostFilteringOptions hosts, IOptions<PortalOptions> portal)
    {
        // Probes on the machine itself ask by loopback name; links are built from PublicAddress, never from Host.
        hosts.AllowedHosts = [.. _loopbackHosts, .. portal.Value.AllowedHosts];
        if (portal.Value.PublicAddress is { } address)
        {
            hosts.AllowedHosts.Add(address.Host);
        }
    }

    private static void TrustProxies(ForwardedHeadersOptions forwarded, IOptions<PortalOptions> portal)
    {
        forwarded.ForwardedHeaders = portal.Value.TrustedProxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in portal.Value.TrustedProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    }
}
