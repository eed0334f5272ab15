using System.Globalization;
using System.Text;

namespace ScoEvents.Web.Features.Search;

/// <summary>The portal's half of <c>search.folded</c>: what looks alike is written one way (domain rule 16). The database finds; this marks what was found and looks through the portal's own words.</summary>
public static class SearchFold
{
    private const string From = "\u064A\u0649\u06D2\u06D3\u0626\u0643\u06AA\u0647\u06D5\u06C0\u06C2\u0629\u06BE\u0622\u0623\u0625\u0671\u0624\u06BA\u0901ё";
    private const string To = "\u06CC\u06CC\u06CC\u06CC\u06CC\u06A9\u06A9\u06C1\u06C1\u06C1\u06C1\u06C1\u06C1\u0627\u0627\u0627\u0627\u0648\u0646\u0902е";

    /// <summary>Words with one space between them, none around.</summary>
    public static string Fold(string text) => Folded.Of(text).Text;

    /// <summary>Whether a text has Chinese characters, of which any run counts as a word.</summary>
    public static bool HasHan(string text) => text.Any(letter => letter is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF'));

    /// <summary>A text cut where what was found in it begins and ends.</summary>
    /// <param name="text">As it is shown.</param>
    /// <param name="words">Folded words.</param>
    public static IReadOnlyList<SearchPiece> Mark(string text, IReadOnlyList<string> words)
    {
        var folded = Folded.Of(text);
        var isMarked = new bool[text.Length];
        foreach (var word in words.Where(word => word.Length > 0))
        {
            for (var at = folded.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || folded.Text[at - 1] == ' ' || SearchText.IsFoundInside(word))
                {
                    var end = at + word.Length < folded.Origins.Count ? folded.Origins[at + word.Length] : text.Length;
                    Array.Fill(isMarked, true, folded.Origins[at], Math.Max(0, end - folded.Origins[at]));
                }
            }
        }

        return Pieces(text, isMarked);
    }

    private static List<SearchPiece> Pieces(string text, bool[] isMarked)
    {
        var pieces = new List<SearchPiece>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && isMarked[end] == isMarked[start])
            {
                end++;
            }

            // The space behind a marked word was folded with it.
            var piece = text[start..end];
            var kept = isMarked[start] ? piece.TrimEnd() : piece;
            pieces.Add(new SearchPiece(kept, isMarked[start]));
            if (kept.Length < piece.Length)
            {
                pieces.Add(new SearchPiece(piece[kept.Length..], false));
            }

            start = end;
        }

        return pieces;
    }

    /// <param name="Text">The folded text.</param>
    /// <param name="Origins">For each of its characters, where it came from.</param>
    private sealed record Folded(string Text, IReadOnlyList<int> Origins)
    {
        public static Folded Of(string text)
        {
            var (folded, origins, at) = (new StringBuilder(text.Length), new List<int>(text.Length), 0);
            foreach (var rune in text.EnumerateRunes())
            {
                foreach (var letter in One(rune))
                {
                    if (letter != ' ' || (folded.Length > 0 && folded[^1] != ' '))
                    {
                        folded.Append(letter);
                        origins.Add(at);
                    }
                }

                at += rune.Utf16SequenceLength;
            }

            var length = folded.Length > 0 && folded[^1] == ' ' ? folded.Length - 1 : folded.Length;
            return new Folded(folded.ToString(0, length), origins);
        }

        private static string One(Rune rune)
        {
            if (IsSilent(rune))
            {
                return "";
            }

            var plain = new StringBuilder();
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
            {
                if (IsSilent(part))
                {
                    continue;
                }

                plain.Append(Letter(part));
            }

            return plain.ToString();
        }

        private static string Letter(Rune rune)
        {
            if (Rune.IsPunctuation(rune) || Rune.IsWhiteSpace(rune) || Rune.IsSymbol(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)
            {
                return " ";
            }

            if (CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0) is >= 0 and var digit)
            {
                return digit.ToString(CultureInfo.InvariantCulture);
            }

            var letter = rune.ToString();
            var index = From.IndexOf(letter, StringComparison.Ordinal);
            return index >= 0 && letter.Length == 1 ? To[index].ToString()
                : rune.Value is (>= 0xC0 and <= 0x24F) or (>= 0x1E00 and <= 0x1EFF) ? string.Concat(letter.Normalize(NormalizationForm.FormD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark))
                : letter;
        }

        // Marks above and below letters, the nukta, vowel marks, joiners, apostrophes.
        private static bool IsSilent(Rune rune) => rune.Value is (>= 0x0300 and <= 0x036F) or 0x093C or (>= 0x064B and <= 0x0655) or 0x0670 or 0x0640 or 0x200C or 0x200D or 0x2060 or 0xFEFF
            or '\'' or '`' or 0xB4 or 0x02B9 or 0x02BA or 0x02BB or 0x02BC or 0x02BE or 0x02BF or 0x2018 or 0x2019 or 0x201B;
    }
}

/// <summary>A part of a text.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsFound">Whether it is what was looked for.</param>
public sealed record SearchPiece(string Text, bool IsFound);
