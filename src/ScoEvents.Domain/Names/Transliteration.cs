using System.Globalization;
using System.Text;

namespace ScoEvents.Domain.Names;

/// <summary>From letters to <see cref="Sounds"/>.</summary>
/// <remarks>
/// Cyrillic as in the schemes of passports (ICAO Doc 9303), of libraries and of the press at once; Chinese by pinyin and by Palladius; Devanagari with its inherent vowel except at the
/// end; Arabic script as Urdu and Persian read it, long vowels only.
/// </remarks>
internal static partial class Transliteration
{
    private static readonly (string Letters, string Sounds)[] _latin = ByLength(
        ("shch", "S"), ("tsch", "c"), ("sch", "S"), ("tch", "c"), ("dzh", "Z"), ("zh", "Z"), ("sh", "S"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
        ("bh", "b"), ("jh", "Z"), ("ck", "k"), ("dj", "Z"), ("ts", "c"), ("tz", "c"), ("oo", "u"), ("ee", "i"), ("ou", "u"), ("yu", "iu"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
        ("a", "a"), ("b", "b"), ("d", "d"), ("e", "e"), ("f", "f"), ("g", "g"), ("h", "h"), ("i", "i"), ("k", "k"), ("l", "l"), ("m", "m"), ("n", "n"), ("o", "o"), ("p", "p"), ("r", "r"),
        ("s", "s"), ("t", "t"), ("u", "u"), ("v", "v"), ("z", "z"), ("j", "Z"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("y", "i"),
        ("ş", "S"), ("š", "S"), ("ś", "S"), ("ç", "c"), ("č", "c"), ("ć", "c"), ("ž", "Z"), ("ğ", "g"), ("ı", "i"), ("ł", "l"), ("ø", "o"), ("æ", "ae"), ("ß", "s"), ("đ", "d"));

    private static readonly (string Letters, string Sounds)[] _cyrillic = ByLength(
        ("чж", "Z"), ("цз", "z"), ("дж", "Z"), ("дз", "z"), ("кх", "h"), ("юй", "iu"), ("уэй", "ui"),
        ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "io"), ("ж", "Z"), ("з", "z"), ("и", "i"), ("й", "i"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"),
        ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "h"), ("ц", "c"), ("ч", "c"), ("ш", "S"), ("щ", "S"), ("ъ", ""), ("ы", "i"), ("ь", ""),
        ("э", "e"), ("ю", "iu"), ("я", "ia"), ("ә", "a"), ("ғ", "g"), ("қ", "k"), ("ң", "n"), ("ө", "o"), ("ұ", "u"), ("ү", "u"), ("һ", "h"), ("і", "i"), ("ў", "u"), ("ҳ", "h"), ("ӣ", "i"),
        ("ӯ", "u"), ("ҷ", "Z"), ("є", "ie"), ("ї", "i"), ("ґ", "g"));

    /// <summary>The script of the first letter.</summary>
    public static Script ScriptOf(string written) => written.FirstOrDefault(char.IsLetter) switch
    {
        (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        _ => Script.Other,
    };

    /// <summary>Latin letters without their marks, all others as they are: a mark on a letter of another script makes it another letter.</summary>
    public static string WithoutMarksOnLatin(string written) => string.Concat(written.Select(letter => letter is >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF'
        ? WithoutMarks(letter.ToString()) : letter.ToString()));

    /// <summary>Latin letters without their marks.</summary>
    public static string WithoutMarks(string written) =>
        string.Concat(written.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark));

    /// <summary>The ways to say a word, the usual one first; at least one.</summary>
    public static IReadOnlyList<string> Readings(string written, Script script) => script switch
    {
        Script.Latin or Script.Han => Latin(written),
        Script.Cyrillic => [Map(written, _cyrillic)],
        Script.Arabic => WithSoftEnd([.. Arabic(written), .. WithoutArticle(written)]),
        Script.Devanagari => WithSoftEnd([Devanagari(written)]),
        Script.Other => [written],
    };

    private static IReadOnlyList<string> Latin(string written)
    {
        var usual = written.StartsWith('x') ? string.Concat("s", written.AsSpan(1)) : written;
        var readings = new List<string> { Map(usual, _latin) };
        // German and library schemes write j for y; the Uzbek alphabet writes x for kh.
        if (written.Contains('j', StringComparison.Ordinal))
        {
            readings.Add(Map(usual.Replace('j', 'y'), _latin));
        }

        if (written.Contains('x', StringComparison.Ordinal))
        {
            readings.Add(Map(written.Replace('x', 'h'), _latin));
        }

        return readings;
    }

    // The sound that pinyin writes ng and Palladius н.
    private static IReadOnlyList<string> WithSoftEnd(IReadOnlyList<string> readings) =>
        readings[0].EndsWith("ng", StringComparison.Ordinal) ? [.. readings, readings[0][..^1]] : readings;

    private static string Map(string written, (string Letters, string Sounds)[] table)
    {
        var sounds = new StringBuilder();
        for (var index = 0; index < written.Length;)
        {
            var rest = written.AsSpan(index);
            var found = false;
            foreach (var (letters, sound) in table)
            {
                if (rest.StartsWith(letters, StringComparison.Ordinal))
                {
                    sounds.Append(sound);
                    index += letters.Length;
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                sounds.Append(WithoutMarks(written[index].ToString()) is [>= 'a' and <= 'z' and var plain, ..] ? Map(plain.ToString(), _latin) : "");
                index++;
            }
        }

        return Sounds.Collapse(sounds.ToString());
    }

    private static (string Letters, string Sounds)[] ByLength(params (string Letters, string Sounds)[] table) =>
        [.. table.OrderByDescending(row => row.Letters.Length)];
}
