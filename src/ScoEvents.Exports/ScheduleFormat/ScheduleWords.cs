using System.Globalization;
using System.Text;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>The one form in which texts of a schedule are kept: what the domain would refuse is taken out.</summary>
internal static class ScheduleWords
{
    /// <summary>Plain text with line feeds, trimmed; every result comes out of a second pass unchanged.</summary>
    public static string Clean(string? text)
    {
        if (text is null || IsClean(text))
        {
            return text ?? "";
        }

        var clean = PlainText.Clean(ExportText.Clean(text));
        if (!PlainText.HasForbiddenCharacters(clean, allowLineBreaks: true))
        {
            return clean;
        }

        var kept = new StringBuilder(clean.Length);
        foreach (var rune in clean.EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                kept.Append(' ');
            }
            else if (rune.Value is '\n' || !PlainText.HasForbiddenCharacters(rune.ToString()))
            {
                kept.Append(rune.ToString());
            }
        }

        return PlainText.Clean(kept.ToString());
    }

    /// <summary>The same on one line.</summary>
    public static string CleanLine(string? text)
    {
        var clean = Clean(text);
        return clean.Contains('\n', StringComparison.Ordinal) || clean.Contains("  ", StringComparison.Ordinal) ? ExportText.CleanLine(clean) : clean;
    }

    /// <summary>Whether cleaning took away more than white space does not show.</summary>
    public static bool HidesCharacters(string text) => PlainText.HasForbiddenCharacters(text.Replace('\t', ' ').Replace("\uFEFF", "", StringComparison.Ordinal), allowLineBreaks: true);

    /// <summary>Digits of any script as 0 to 9; other characters as they are.</summary>
    public static string AsciiDigits(string text)
    {
        if (!text.Any(character => character > '\u007F' && char.IsDigit(character)))
        {
            return text;
        }

        return string.Concat(text.Select(character => char.IsDigit(character)
            ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character))
            : character));
    }

    // Most texts are clean already, and an export cleans each of them.
    private static bool IsClean(string text) => text.Length == 0
        || (!char.IsWhiteSpace(text[0])
            && !char.IsWhiteSpace(text[^1])
            && text.AsSpan().IndexOfAny('\r', '\u00A0', '\u202F') < 0
            && !PlainText.HasForbiddenCharacters(text, allowLineBreaks: true)
            && text.IsNormalized());
}
