using Microsoft.Extensions.Options;
using MimeKit;

namespace ScoEvents.Web.Features.Mail;

/// <summary>How the line to the mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>By STARTTLS before anything is said; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>From the first byte on, as on port 465.</summary>
    Tls,

    /// <summary>Not at all: for a relay on this machine or on a line that is safe by other means.</summary>
    None,
}

/// <summary>Settings of the section <c>Portal:Mail</c>: the server that takes the portal's mails.</summary>
public sealed class MailOptions
{
    public const string Section = "Portal:Mail";

    /// <summary>Name or address of the server. Null means that mails wait in the outbox.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Whom the portal signs in as, or null where the server asks for nobody.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Address of the sender, such as <c>events@secretariat.example</c>.</summary>
    public string? From { get; set; }

    /// <summary>Name of the sender.</summary>
    public string FromName { get; set; } = "ScoEvents";

    /// <summary>Whether a server's certificate is refused that was revoked, or of which that cannot be found out; false only where the network does not reach the certificate's issuer.</summary>
    public bool ChecksRevocation { get; set; } = true;

    /// <summary>Seconds until a connection must stand, its encryption and sign-in included; 1 to 120.</summary>
    public int ConnectTimeoutSeconds { get; set; } = 20;

    /// <summary>Seconds for handing over one mail; 1 to 600.</summary>
    public int SendTimeoutSeconds { get; set; } = 120;

    /// <summary>Whether mails can be sent.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}

/// <summary>Finds out at start what would only be found out by the first mail.</summary>
internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!options.IsConfigured)
        {
            return string.IsNullOrEmpty(options.From) && string.IsNullOrEmpty(options.User) && string.IsNullOrEmpty(options.Password)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Portal:Mail:Host is not set, but other settings of Portal:Mail are. Name the mail server, or leave all of them out.");
        }

        var failures = new List<string>();
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown)
        {
            failures.Add($"Portal:Mail:Host is '{options.Host}', which is neither a host name nor an IP address.");
        }

        if (options.Port is < 1 or > 65_535)
        {
            failures.Add("Portal:Mail:Port must be 1 to 65535.");
        }

        if (!MailboxAddress.TryParse(options.From, out var from) || from.Address != options.From || !options.From.Contains('@', StringComparison.Ordinal))
        {
            failures.Add("Portal:Mail:From must be a mail address such as events@secretariat.example.");
        }

        if (options.FromName.Any(char.IsControl))
        {
            failures.Add("Portal:Mail:FromName must be one line.");
        }

        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password))
        {
            failures.Add("Portal:Mail:User and Portal:Mail:Password belong together: set both or neither.");
        }

        if (options.Security == MailSecurity.None && !string.IsNullOrEmpty(options.User) && !IsLoopback(options.Host!))
        {
            failures.Add("Portal:Mail:Security is None, so the password would travel in clear. Use StartTls or Tls.");
        }

        if (options.ConnectTimeoutSeconds is < 1 or > 120)
        {
            failures.Add("Portal:Mail:ConnectTimeoutSeconds must be 1 to 120.");
        }

        if (options.SendTimeoutSeconds is < 1 or > 600)
        {
            failures.Add("Portal:Mail:SendTimeoutSeconds must be 1 to 600.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address);
}
