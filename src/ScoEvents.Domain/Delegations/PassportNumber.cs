using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Delegations;

/// <summary>The number of a passport: 5 to 20 Latin capital letters and digits, without spaces.</summary>
/// <remarks>Sensitive: <see cref="ToString"/> and a debugger show asterisks, so that it never reaches a log by accident. ICAO Doc 9303 allows letters and digits of the Latin script; national numbers of more than nine characters exist, so the bound is wider.</remarks>
[System.Diagnostics.DebuggerDisplay("***")]
public sealed class PassportNumber
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 5;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 20;

    private PassportNumber(string value) => Value = value;

    /// <summary>The number itself; call only to encrypt it or to show it to someone whose right was checked.</summary>
    public string Value { get; }

    /// <summary>The last two characters behind asterisks, as lists show it.</summary>
    public string Masked => new string('•', Value.Length - 2) + Value[^2..];

    /// <summary>Reads a number as people type it: spaces and hyphens are dropped, letters made capital. Refused: <c>delegate.passport-form</c>.</summary>
    public static Result<PassportNumber> Parse(string? typed)
    {
        var clean = new string([.. PlainText.Clean(typed).ToUpperInvariant().Where(letter => letter is not (' ' or '-'))]);
        return clean.Length is >= MinLength and <= MaxLength && clean.All(char.IsAsciiLetterOrDigit) && clean.Any(char.IsAsciiDigit)
            ? new PassportNumber(clean)
            : Error.Invalid("Passport", "delegate.passport-form", MinLength, MaxLength);
    }

    /// <inheritdoc/>
    public override string ToString() => "***";
}

/// <summary>A field's value as it is kept: encrypted, with the id of the key, bound to its row.</summary>
/// <param name="Envelope">Key id and ciphertext, printable.</param>
/// <param name="Masked">What lists show in its stead.</param>
/// <param name="Mark">Keyed hash that equal values share under one key, for finding the same value twice without reading it; null where none was made.</param>
public sealed record ProtectedText(string Envelope, string Masked, string? Mark = null)
{
    /// <inheritdoc/>
    public override string ToString() => "***";
}
