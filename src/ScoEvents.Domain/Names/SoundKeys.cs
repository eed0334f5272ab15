using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Names;

/// <summary>What names that may sound alike have in common, short enough to be looked up: which names are worth <see cref="PersonNames.Finds(string?, LocalizedText)"/>.</summary>
/// <remarks>A key is the classes of the first two consonants of a word (<see cref="Sounds.Skeleton"/>), the same from every script. It finds too much and is never an answer by itself.</remarks>
public static class SoundKeys
{
    private const int FewConsonants = 2;
    private const string Classes = "pstklmnr";

    /// <summary>The keys of all words of all spellings of a name, each once, in order; empty for a name without a consonant.</summary>
    public static IReadOnlyList<string> Of(params IEnumerable<LocalizedText> names) =>
        [.. names.SelectMany(name => SpokenName.Of(name).Forms).SelectMany(words => words).SelectMany(word => word.Beginnings)
            .Where(key => key.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Keys of which every name has at least one that what was typed can find by its sound; empty where that cannot be said, such as for a vowel.</summary>
    /// <param name="typed">A name or the beginning of one, in any script.</param>
    public static IReadOnlyList<string> Typed(string typed)
    {
        // The word that says most leaves the fewest names.
        var telling = SpokenName.OfScripts(typed).Forms.SelectMany(words => words).OrderByDescending(word => word.Beginnings.Min(key => key.Length)).ThenByDescending(word => word.Weight).FirstOrDefault();
        return telling is null || telling.Beginnings.Any(key => key.Length == 0)
            ? []
            : [.. telling.Beginnings.SelectMany(Continued).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Continued(string key) => key.Length < FewConsonants ? Classes.Select(next => $"{key}{next}").Prepend(key) : [key];
}
