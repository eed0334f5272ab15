using System.Globalization;
using System.Text.RegularExpressions;
using ScoEvents.Data.Encryption;

namespace ScoEvents.Web.Features.Mail;

/// <summary>A secret in a mail that waits: encrypted in the outbox, opened on the way to the mail server, never shown to whoever reads the outbox.</summary>
public static partial class SealedText
{
    /// <summary>What readers of the outbox see instead.</summary>
    public const string Mask = "•••••";

    private const string Table = "focal_point_links";
    private const string Column = "token";

    /// <summary>Seals a secret of one row.</summary>
    public static string Seal(FieldCipher cipher, string secret, Guid rowId) =>
        string.Create(CultureInfo.InvariantCulture, $"⟦{rowId:N}|{cipher.Protect(secret, Table, Column, rowId)}⟧");

    /// <summary>The text as it is sent.</summary>
    public static string Open(FieldCipher cipher, string text) => Sealed().Replace(
        text, found => cipher.Reveal(found.Groups["envelope"].Value, Table, Column, Guid.ParseExact(found.Groups["row"].Value, "N")));

    /// <summary>The text as it is read.</summary>
    public static string Hide(string text) => Sealed().Replace(text, Mask);

    [GeneratedRegex("⟦(?<row>[0-9a-f]{32})\\|(?<envelope>[^⟧\\s]{1,1000})⟧", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sealed();
}
