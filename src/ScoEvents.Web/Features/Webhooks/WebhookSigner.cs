using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScoEvents.Web.Features.Webhooks;

/// <summary>Signs messages, so that a receiver knows whose they are and that nobody changed or repeated them.</summary>
/// <remarks>Standard Webhooks 1.0: HMAC-SHA-256 over <c>id.timestamp.body</c>, in the headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>.</remarks>
public static class WebhookSigner
{
    /// <summary>How every secret begins.</summary>
    public const string Beginning = "whsec_";

    private const int SecretLength = 32;

    /// <summary>A new secret.</summary>
    public static string NewSecret() => Beginning + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength));

    /// <summary>Value of <c>webhook-signature</c>.</summary>
    /// <param name="secret">As the receiver has it.</param>
    /// <param name="messageId">Value of <c>webhook-id</c>.</param>
    /// <param name="at">UTC; its whole seconds since 1970 are the value of <c>webhook-timestamp</c>.</param>
    /// <param name="body">To the byte.</param>
    public static string Sign(string secret, Guid messageId, DateTimeOffset at, string body)
    {
        var key = Convert.FromBase64String(secret[Beginning.Length..]);
        var content = string.Create(CultureInfo.InvariantCulture, $"{messageId}.{at.ToUnixTimeSeconds()}.{body}");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)))}";
    }
}
