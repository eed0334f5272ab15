using System.Globalization;
using System.Text;

namespace ScoEvents.Exports.Docx;

/// <summary>The scripts that Word sets by rules of their own.</summary>
internal enum DocxScript
{
    Latin,
    Cyrillic,
    EastAsian,
    Devanagari,
    Arabic,
}

/// <summary>A piece of a text in one script.</summary>
internal readonly record struct DocxPiece(string Text, DocxScript Script);

/// <summary>Cuts a text where its script changes: Word takes font, size and direction from the run, not from the letter.</summary>
/// <remarks>
/// Signs and digits between two pieces go to the piece they belong to by direction, as in UAX #9, rules W7 and N1 to N2:
/// a bracket that closes a Latin name in an Urdu line would else stand at the wrong end.
/// </remarks>
internal static class DocxScripts
{
    /// <summary>The script in which a language is written; what a text without letters is set in.</summary>
    public static DocxScript Of(string language) => language.Split('-')[0] switch
    {
        "ru" => DocxScript.Cyrillic,
        "zh" => DocxScript.EastAsian,
        "hi" => DocxScript.Devanagari,
        "ur" => DocxScript.Arabic,
        _ => DocxScript.Latin,
    };

    /// <summary>The pieces in order; together they are the text.</summary>
    public static IEnumerable<DocxPiece> Cut(string text, DocxScript main)
    {
        var runes = text.EnumerateRunes().ToArray();
        var scripts = Resolve(runes, main);
        var piece = new StringBuilder();
        for (var i = 0; i < runes.Length; i++)
        {
            if (i > 0 && scripts[i] != scripts[i - 1])
            {
                yield return new DocxPiece(piece.ToString(), scripts[i - 1]);
                piece.Clear();
            }

            piece.Append(runes[i].ToString());
        }

        if (piece.Length > 0)
        {
            yield return new DocxPiece(piece.ToString(), scripts[^1]);
        }
    }

    private static DocxScript[] Resolve(Rune[] runes, DocxScript main)
    {
        var strong = new DocxScript?[runes.Length];
        DocxScript? last = null;
        for (var i = 0; i < runes.Length; i++)
        {
            strong[i] = Strong(runes[i]);
            if (strong[i] is null && Rune.IsDigit(runes[i]) && last is { } before && before != DocxScript.Arabic)
            {
                strong[i] = before;
            }

            last = strong[i] ?? last;
        }

        var resolved = new DocxScript[runes.Length];
        var next = new DocxScript?[runes.Length];
        DocxScript? following = null;
        for (var i = runes.Length - 1; i >= 0; i--)
        {
            following = strong[i] ?? following;
            next[i] = following;
        }

        DocxScript? previous = null;
        for (var i = 0; i < runes.Length; i++)
        {
            previous = strong[i] ?? previous;
            resolved[i] = strong[i] ?? Between(previous, next[i], main);
        }

        return resolved;
    }

    private static DocxScript Between(DocxScript? previous, DocxScript? next, DocxScript main)
    {
        if (previous == next)
        {
            return previous ?? main;
        }

        var isMain = previous == main || next == main || previous == DocxScript.Arabic || next == DocxScript.Arabic || main == DocxScript.Arabic;
        return isMain ? main : previous ?? next ?? main;
    }

    private static DocxScript? Strong(Rune rune) => rune.Value switch
    {
        // Signs of ideographic text are as wide as its letters and must come from its font.
        >= 0x3000 and <= 0x303F or >= 0xFF00 and <= 0xFFEF => DocxScript.EastAsian,
        >= 0x2E80 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => DocxScript.EastAsian,
        >= 0x0900 and <= 0x097F or >= 0xA8E0 and <= 0xA8FF => DocxScript.Devanagari,
        >= 0x0660 and <= 0x0669 or >= 0x06F0 and <= 0x06F9 => DocxScript.Arabic,
        >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F or >= 0x08A0 and <= 0x08FF or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFE => DocxScript.Arabic,
        >= 0x0400 and <= 0x052F => DocxScript.Cyrillic,
        _ => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark ? DocxScript.Latin : null,
    };
}
