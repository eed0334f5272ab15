using System.Globalization;
using System.Text;

namespace ScoEvents.Exports;

/// <summary>Takes out of a text what no export may carry: control characters, bidirectional overrides, broken UTF-16.</summary>
public static class ExportText
{
    /// <summary>
    /// The text in NFC with line breaks as LF; tabs and no-break spaces survive, the joiners that Urdu and Hindi need
    /// (U+200C, U+200D) and the direction marks (U+200E, U+200F, U+061C) too. Null gives the empty string.
    /// </summary>
    /// <remarks>
    /// Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) can make a name read as another one
    /// and spill over the end of their cell; writers isolate by markup instead. See UTS #55.
    /// </remarks>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    kept.Append('\n');
                }
            }
            else if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(character).Append(text[++i]);
            }
            else if (character is '\u0085' or '\u2028' or '\u2029')
            {
                kept.Append('\n');
            }
            else if (IsKept(character))
            {
                kept.Append(character);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The cleaned text on one line: every run of white space becomes one space, the ends are trimmed.</summary>
    public static string CleanLine(string? text)
    {
        var clean = Clean(text);
        var line = new StringBuilder(clean.Length);
        foreach (var character in clean)
        {
            if (character is ' ' or '\n' or '\t')
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else
            {
                line.Append(character);
            }
        }

        return line.ToString().Trim();
    }

    private static bool IsKept(char character) => character switch
    {
        '\n' or '\t' => true,
        >= '\u202A' and <= '\u202E' => false,
        >= '\u2066' and <= '\u2069' => false,
        '\uFEFF' or '\uFFFE' or '\uFFFF' => false,
        >= '\uFDD0' and <= '\uFDEF' => false,
        _ => char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate),
    };
}
