using System.Net;
using Microsoft.Extensions.Options;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Settings of the section <c>Portal:Webhooks</c>: where the portal may send messages to.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Portal:Webhooks";

    /// <summary>Whether messages are sent at all; off, they wait.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Private addresses or networks (<c>10.1.0.0/16</c>) to which messages may go all the same, such as that of the host's own message bus.</summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>Whether receivers on this machine may be named, also without https; for development and tests.</summary>
    public bool AllowsLoopback { get; set; }

    /// <summary>Seconds that a receiver has to answer; 1 to 60.</summary>
    public int TimeoutSeconds { get; set; } = 10;
}

internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var failures = options.AllowedNetworks
            .Where(network => !IPNetwork.TryParse(network, out _) && !IPAddress.TryParse(network, out _))
            .Select(network => $"Portal:Webhooks:AllowedNetworks holds '{network}', which is neither an IP address nor a network such as 10.1.0.0/16.")
            .ToList();
        if (options.TimeoutSeconds is < 1 or > 60)
        {
            failures.Add("Portal:Webhooks:TimeoutSeconds must be 1 to 60.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
