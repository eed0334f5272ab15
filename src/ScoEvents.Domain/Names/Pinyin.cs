using System.Collections.Frozen;

namespace ScoEvents.Domain.Names;

/// <summary>How the characters of Chinese names are read, without tones.</summary>
/// <remarks>Pinyin.txt holds the 6,763 characters of GB 2312 by their syllable, as Unicode's CLDR transliterates them (Han-Latin; © Unicode, Inc., Unicode License v3); u stands for ü as well.</remarks>
internal static class Pinyin
{
    private const int LongestSyllable = 6;

    // Read otherwise when they are a family name.
    private static readonly FrozenDictionary<char, string> _familyNames = new Dictionary<char, string>
    {
        ['单'] = "shan",
        ['曾'] = "zeng",
        ['解'] = "xie",
        ['仇'] = "qiu",
        ['区'] = "ou",
        ['查'] = "zha",
        ['朴'] = "piao",
        ['任'] = "ren",
        ['盖'] = "ge",
        ['乐'] = "yue",
        ['翟'] = "zhai",
        ['覃'] = "qin",
        ['冼'] = "xian",
        ['洗'] = "xian",
        ['缪'] = "miao",
        ['燕'] = "yan",
        ['纪'] = "ji",
        ['宁'] = "ning",
        ['华'] = "hua",
        ['那'] = "na",
        ['召'] = "shao",
        ['员'] = "yun",
        ['繁'] = "po",
        ['种'] = "chong",
        ['秘'] = "bi",
        ['折'] = "she",
        ['尉'] = "yu",
    }.ToFrozenDictionary();

    private static readonly (FrozenDictionary<char, string> Characters, FrozenSet<string> Syllables) _table = Read();

    /// <summary>Whether a character is a Chinese one.</summary>
    public static bool IsHan(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>Whether the reading of a character is known.</summary>
    public static bool Knows(char character) => _table.Characters.ContainsKey(character);

    /// <summary>The reading of characters that are all known.</summary>
    public static string Of(string characters) => string.Concat(characters.Select(character => _table.Characters[character]));

    /// <summary>The reading of a family name whose characters are all known.</summary>
    public static string OfFamilyName(string characters) =>
        string.Concat(characters.Select((character, index) => index == 0 && _familyNames.TryGetValue(character, out var reading) ? reading : _table.Characters[character]));

    /// <summary>The syllables of Latin letters that are pinyin from the first to the last, or null.</summary>
    public static IReadOnlyList<string>? Syllables(string letters)
    {
        if (letters.Length == 0)
        {
            return [];
        }

        for (var length = Math.Min(LongestSyllable, letters.Length); length > 0; length--)
        {
            if (_table.Syllables.Contains(letters[..length]) && Syllables(letters[length..]) is { } rest)
            {
                return [letters[..length], .. rest];
            }
        }

        return null;
    }

    private static (FrozenDictionary<char, string> Characters, FrozenSet<string> Syllables) Read()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("ScoEvents.Domain.Names.Pinyin.txt")!;
        using var reader = new StreamReader(stream);
        var characters = new Dictionary<char, string>();
        var syllables = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            syllables.Add(line[..space]);
            foreach (var character in line.AsSpan(space + 1))
            {
                characters[character] = line[..space];
            }
        }

        return (characters.ToFrozenDictionary(), syllables.ToFrozenSet());
    }
}
