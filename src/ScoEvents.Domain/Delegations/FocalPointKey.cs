using System.Buffers.Text;
using System.Security.Cryptography;

namespace ScoEvents.Domain.Delegations;

/// <summary>The secret of a link, 256 random bits: known to whoever got the mail and to nobody else.</summary>
public sealed class FocalPointKey
{
    /// <summary>Bytes of the secret.</summary>
    public const int Length = 32;

    private FocalPointKey(byte[] secret) => Secret = secret;

    /// <summary>What the database keeps: SHA-256 of the secret.</summary>
    public byte[] Hash => SHA256.HashData(Secret);

    private byte[] Secret { get; }

    /// <summary>Makes one.</summary>
    public static FocalPointKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads one from an address; null where that holds none.</summary>
    public static FocalPointKey? Parse(string? text)
    {
        if (text?.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text))
        {
            return null;
        }

        var secret = Base64Url.DecodeFromChars(text);
        return secret.Length == Length ? new FocalPointKey(secret) : null;
    }

    /// <summary>As an address holds it.</summary>
    public string ToAddress() => Base64Url.EncodeToString(Secret);

    /// <summary>As row-level security is told of it: only who knows the secret reaches the link's row.</summary>
    public string ToTask() => $"focal-link:{Convert.ToHexStringLower(Secret)}";

    /// <summary>Says nothing of the secret.</summary>
    public override string ToString() => "***";
}
