using System.Collections.Frozen;
using System.Text;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Names;

/// <summary>Latin spellings offered for names that were written in Cyrillic letters or Chinese characters. Offered only: a person looks at them and takes them over or not.</summary>
/// <remarks>
/// <para>Cyrillic by ICAO Doc 9303, part 3, section 6, table B, the one that machine-readable passports follow (so also the passports of Russia since 2014). Where the table gives states a choice, its
/// main column holds: Г is G, also in names of Belarus. A letter that the table does not have, such as those of Kazakh and Tajik, leaves the name without an offer.</para>
/// <para>Chinese by the readings of family and given names, family name first, given names in one word, as the passports of China print them. A character whose reading is not known leaves the name without an offer.</para>
/// </remarks>
public static class LatinNames
{
    private static readonly FrozenDictionary<char, string> _letters = new Dictionary<char, string>
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l",
        ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh",
        ['щ'] = "shch", ['ъ'] = "ie", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia",
        ['і'] = "i", ['ї'] = "i", ['є'] = "ie", ['ґ'] = "g", ['ў'] = "u", ['ѓ'] = "g", ['ђ'] = "d", ['ѕ'] = "dz", ['ј'] = "j", ['љ'] = "lj", ['њ'] = "nj", ['ћ'] = "c", ['ќ'] = "k", ['џ'] = "dz",
    }.ToFrozenDictionary();

    private const int LongestChineseName = 4;

    /// <summary>The Latin spelling to offer for a name, or null where there is nothing to offer: the name is Latin already, or has a letter without a safe rule.</summary>
    /// <param name="written">A name in one script.</param>
    public static string? Offer(string? written)
    {
        var name = PlainText.Clean(written);
        return name.Length == 0 ? null : name.Any(Pinyin.IsHan) ? OfChinese(name) : OfCyrillic(name);
    }

    /// <summary>The Latin spelling to offer for a name that has none, from the form in Cyrillic, else from the one in Chinese; null where there is nothing to offer.</summary>
    public static string? OfferFor(LocalizedText name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name[Languages.English] is not null ? null : Offer(name[Languages.Russian]) ?? Offer(name[Languages.Chinese]);
    }

    private static string? OfCyrillic(string name)
    {
        var latin = new StringBuilder(name.Length + 8);
        var hasLetter = false;
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            if (!char.IsLetter(letter))
            {
                if (char.IsSurrogate(letter) || char.IsDigit(letter))
                {
                    return null;
                }

                latin.Append(letter);
                continue;
            }

            if (!_letters.TryGetValue(char.ToLowerInvariant(letter), out var written))
            {
                return null;
            }

            hasLetter = true;
            latin.Append(char.IsUpper(letter) ? Raised(written, IsAmongCapitals(name, index)) : written);
        }

        return hasLetter ? latin.ToString() : null;
    }

    // Щукин is Shchukin, ЩУКИН is SHCHUKIN; a lone Щ, as an initial, is Shch.
    private static bool IsAmongCapitals(string name, int index) =>
        (index + 1 < name.Length && char.IsUpper(name[index + 1])) || (index > 0 && char.IsUpper(name[index - 1]));

    private static string Raised(string written, bool whole) =>
        written.Length == 0 ? "" : whole ? written.ToUpperInvariant() : char.ToUpperInvariant(written[0]) + written[1..];

    private static string? OfChinese(string name)
    {
        var parts = name.Split([' ', '·', '　'], StringSplitOptions.RemoveEmptyEntries);
        var characters = string.Concat(parts);
        // A foreign name that was written in characters by its sound has its own Latin form, which nobody can know from them.
        if (name.Contains('·', StringComparison.Ordinal) || parts.Length > 2 || characters.Length is < 2 or > LongestChineseName || !characters.All(Pinyin.Knows))
        {
            return null;
        }

        // Lu and Lü, Nu and Nü are one syllable in the table and two in a passport.
        if (characters.Any(character => Pinyin.Of(character.ToString()) is "lu" or "nu" or "lue" or "nue"))
        {
            return null;
        }

        var family = parts.Length == 2 ? parts[0].Length : NameWords.FamilyNameLength(characters);
        return family >= characters.Length ? null : $"{Capital(Pinyin.OfFamilyName(characters[..family]))} {Capital(Pinyin.Of(characters[family..]))}";
    }

    private static string Capital(string syllables) => char.ToUpperInvariant(syllables[0]) + syllables[1..];
}
