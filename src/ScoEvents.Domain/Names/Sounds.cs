using System.Text;

namespace ScoEvents.Domain.Names;

/// <summary>The sounds to which all scripts come down, one character each, and how far apart they are.</summary>
/// <remarks>Vowels a e i o u; consonants p b f v t d k g h l m n r s z c, with S for sh and Z for zh and j; c stands for ch and ts.</remarks>
internal static class Sounds
{
    private const string Vowels = "aeiou";
    private const double VowelWeight = 0.3;

    // Arabic script leaves short vowels out, so they say little where one of the two words is written in it.
    private const double UnwrittenVowelWeight = 0.1;

    // H comes and goes: Fatima and Fatimah, Ahmad and Akhmad.
    private const double WeakWeight = 0.4;

    private static readonly Dictionary<(char, char), double> _near = Both(
        ("fv", 0.2), ("sz", 0.3), ("sS", 0.3), ("zZ", 0.3), ("Zc", 0.3), ("Sc", 0.3), ("cz", 0.3), ("cs", 0.3), ("SZ", 0.4),
        ("td", 0.4), ("kg", 0.4), ("kh", 0.4), ("gh", 0.4), ("pb", 0.4), ("pf", 0.4), ("bv", 0.5),
        ("ei", 0.1), ("ou", 0.1), ("ao", 0.15), ("ae", 0.15));

    /// <summary>How many sounds carry the word: vowels and h do not.</summary>
    public static int Consonants(string sounds) => sounds.Count(sound => WeightOf(sound, hasUnwrittenVowels: false) >= 1);

    /// <summary>How much a word says.</summary>
    public static double Weight(string sounds, bool hasUnwrittenVowels) => sounds.Sum(sound => WeightOf(sound, hasUnwrittenVowels));

    /// <summary>The first consonants, sounds that are taken for each other written alike; vowels and h are left out.</summary>
    public static string Skeleton(string sounds, int length) => string.Concat(sounds
        .Select(sound => sound switch
        {
            'f' or 'v' or 'b' or 'p' => 'p',
            's' or 'z' or 'S' or 'Z' or 'c' => 's',
            't' or 'd' => 't',
            'k' or 'g' => 'k',
            'l' or 'm' or 'n' or 'r' => sound,
            _ => ' ',
        })
        .Where(sound => sound != ' ')
        .Take(length));

    /// <summary>Doubled sounds once: schemes differ in them.</summary>
    public static string Collapse(string sounds)
    {
        var collapsed = new StringBuilder(sounds.Length);
        foreach (var sound in sounds)
        {
            if (collapsed.Length == 0 || collapsed[^1] != sound)
            {
                collapsed.Append(sound);
            }
        }

        return collapsed.ToString();
    }

    /// <summary>1 less the weighted distance over the weight of the weightier word; never below 0.</summary>
    public static double Likeness(string one, string other, bool hasUnwrittenVowels)
    {
        var weight = Math.Max(Weight(one, hasUnwrittenVowels), Weight(other, hasUnwrittenVowels));
        return weight == 0 ? 0 : Math.Max(0, 1 - (Distance(one, other, hasUnwrittenVowels) / weight));
    }

    // Levenshtein's distance, row by row, with a price of its own for every sound.
    private static double Distance(string one, string other, bool hasUnwrittenVowels)
    {
        var row = new double[other.Length + 1];
        for (var column = 1; column < row.Length; column++)
        {
            row[column] = row[column - 1] + WeightOf(other[column - 1], hasUnwrittenVowels);
        }

        foreach (var sound in one)
        {
            var diagonal = row[0];
            row[0] += WeightOf(sound, hasUnwrittenVowels);
            for (var column = 1; column < row.Length; column++)
            {
                var above = row[column];
                row[column] = Math.Min(
                    diagonal + Change(sound, other[column - 1], hasUnwrittenVowels),
                    Math.Min(above + WeightOf(sound, hasUnwrittenVowels), row[column - 1] + WeightOf(other[column - 1], hasUnwrittenVowels)));
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static double Change(char one, char other, bool hasUnwrittenVowels)
    {
        if (one == other)
        {
            return 0;
        }

        if (IsVowel(one) && IsVowel(other))
        {
            return Math.Min(_near.GetValueOrDefault((one, other), VowelWeight), hasUnwrittenVowels ? UnwrittenVowelWeight : VowelWeight);
        }

        // One Arabic letter is u, o and v.
        return (one, other) is ('u' or 'o', 'v' or 'f') or ('v' or 'f', 'u' or 'o')
            ? hasUnwrittenVowels ? 0.3 : 0.7
            : _near.GetValueOrDefault((one, other), Math.Max(WeightOf(one, hasUnwrittenVowels), WeightOf(other, hasUnwrittenVowels)));
    }

    private static double WeightOf(char sound, bool hasUnwrittenVowels) =>
        IsVowel(sound) ? hasUnwrittenVowels ? UnwrittenVowelWeight : VowelWeight : sound == 'h' ? WeakWeight : 1;

    private static bool IsVowel(char sound) => Vowels.Contains(sound, StringComparison.Ordinal);

    private static Dictionary<(char, char), double> Both(params (string Pair, double Price)[] prices) =>
        prices.SelectMany(price => new[] { ((price.Pair[0], price.Pair[1]), price.Price), ((price.Pair[1], price.Pair[0]), price.Price) })
            .ToDictionary(price => price.Item1, price => price.Price);
}
