using System.Globalization;
using System.Text;

namespace ScoEvents.Domain.Shared;

/// <summary>What the portal does to every text before it is kept or compared.</summary>
/// <remarks>Domain rule 16: source texts carry no-break spaces, unnormalized nukta letters and invisible characters.</remarks>
public static class PlainText
{
    /// <summary>Normalizes to form C, turns no-break spaces into spaces and trims; null becomes the empty string, and what is no character becomes U+FFFD.</summary>
    public static string Clean(string? text) =>
        text is null ? "" : WellFormed(text).Normalize(NormalizationForm.FormC).Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();

    /// <summary>Whether a text has control characters, bidirectional overrides or other format characters that hide what is really written.</summary>
    /// <param name="text">The text; null and the empty string have none.</param>
    /// <param name="allowLineBreaks">Whether line feeds and carriage returns are allowed, as in an abstract.</param>
    /// <remarks>The zero-width joiner and non-joiner stay allowed: Hindi and Urdu words need them.</remarks>
    public static bool HasForbiddenCharacters(string? text, bool allowLineBreaks = false)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        return text.EnumerateRunes().Any(rune => IsForbidden(rune, allowLineBreaks)) || (text.Any(char.IsSurrogate) && HasLoneSurrogate(text));
    }

    /// <summary>The characters for which <see cref="HasForbiddenCharacters"/> refuses a text, each once, for telling the writer which they are.</summary>
    /// <param name="text">The text; null and the empty string have none.</param>
    /// <param name="allowLineBreaks">Whether line feeds and carriage returns are allowed, as in an abstract.</param>
    public static IReadOnlyList<Rune> ForbiddenCharacters(string? text, bool allowLineBreaks = false) =>
        [.. WellFormed(text ?? "").EnumerateRunes().Where(rune => IsForbidden(rune, allowLineBreaks)).Distinct().OrderBy(rune => rune.Value)];

    /// <summary>The text without them, once its writer agrees: what parts words becomes a space, the rest goes.</summary>
    /// <param name="text">The text; null is the empty string.</param>
    /// <param name="allowLineBreaks">Whether line feeds and carriage returns stay.</param>
    public static string WithoutForbiddenCharacters(string? text, bool allowLineBreaks = false) => string.Concat(WellFormed(text ?? "").EnumerateRunes()
        .Select(rune => !IsForbidden(rune, allowLineBreaks) ? rune.ToString() : Rune.IsWhiteSpace(rune) ? " " : ""));

    /// <summary>Whether a text has at least one character that can be seen: a letter, number, punctuation mark or symbol.</summary>
    public static bool IsVisible(string? text) => text is not null && text.EnumerateRunes()
        .Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));

    /// <summary>Whether a name has at least one letter of any script.</summary>
    public static bool HasLetter(string? text) => text is not null && text.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>Whether every letter of a name is of the Latin script (U+0000 to U+024F, U+1E00 to U+1EFF), as passports are machine-read.</summary>
    public static bool IsLatin(string? text) => text is not null && text.EnumerateRunes()
        .Where(Rune.IsLetter)
        .All(rune => rune.Value is <= 0x024F or (>= 0x1E00 and <= 0x1EFF));

    private static bool IsForbidden(Rune rune, bool allowLineBreaks) => rune.Value switch
    {
        '\n' or '\r' when allowLineBreaks => false,
        0x200C or 0x200D => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned,
    };

    // Normalization throws at a surrogate without its other half and at U+FFFE, and either can be typed.
    private static string WellFormed(string text)
    {
        if (!text.Contains('\uFFFE', StringComparison.Ordinal) && !HasLoneSurrogate(text))
        {
            return text;
        }

        var well = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            well.Append((rune.Value == 0xFFFE ? Rune.ReplacementChar : rune).ToString());
        }

        return well.ToString();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
