using System.Net;
using Microsoft.Extensions.Options;

namespace ScoEvents.Web.Hosting;

/// <summary>Settings of the section <c>Portal</c>: where the portal is reached, and through which machines.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>
    /// The origin people type, such as <c>https://events.example.org</c>: scheme and host, no path.
    /// Null means that the portal answers on this machine's loopback names only.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Further host names that may be asked for, such as that of a load balancer's probe.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Addresses or networks (<c>10.0.0.5</c>, <c>10.1.0.0/16</c>) of the proxies whose forwarded headers count.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>A path of the portal as a whole address; where the portal does not know its own, the path as it is.</summary>
    public string Absolute(string path) => PublicAddress is { } address ? new Uri(address, path).AbsoluteUri : path;

    public bool IsHttps => PublicAddress?.Scheme == Uri.UriSchemeHttps;
}

internal sealed class PortalOptionsValidator(IHostEnvironment environment) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        var failures = new List<string>();
        if (options.PublicAddress is null)
        {
            if (environment.IsProduction())
            {
                failures.Add("Portal:PublicAddress is not set. Name the address people type, for example https://events.example.org.");
            }
        }
        else if (!IsOrigin(options.PublicAddress))
        {
            failures.Add($"Portal:PublicAddress is '{options.PublicAddress}'. It must be http or https with a host and nothing behind it.");
        }
        else if (environment.IsProduction() && !options.IsHttps && !options.PublicAddress.IsLoopback)
        {
            failures.Add("Portal:PublicAddress must begin with https:// unless it is this machine's own loopback name.");
        }

        failures.AddRange(options.TrustedProxies
            .Where(proxy => !IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _))
            .Select(proxy => $"Portal:TrustedProxies holds '{proxy}', which is neither an IP address nor a network such as 10.1.0.0/16."));

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsOrigin(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}

internal static class PortalOptionsModule
{
    public static void AddPortalOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsValidator>();
        builder.Services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateOnStart();
    }

    /// <summary>Whether the settings can be worked with; tells the operator what is wrong with them before anything starts.</summary>
    public static async Task<bool> HasValidSettingsAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return true;
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            return false;
        }
    }
}
