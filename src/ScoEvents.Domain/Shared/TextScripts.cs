using System.Text;

namespace ScoEvents.Domain.Shared;

/// <summary>Scripts that the portal tells apart.</summary>
public enum TextScript
{
    /// <summary>Any that is none of the others.</summary>
    Other,

    /// <summary>English, and passports.</summary>
    Latin,

    /// <summary>Russian and its neighbors.</summary>
    Cyrillic,

    /// <summary>Chinese characters.</summary>
    Han,

    /// <summary>Hindi.</summary>
    Devanagari,

    /// <summary>Urdu and its neighbors.</summary>
    Arabic,
}

/// <summary>What looks wrong about the letters of a text.</summary>
/// <param name="Word">The word that mixes Latin and Cyrillic letters; null where the text as a whole is in another script.</param>
/// <param name="Script">The script in which most of the text, or most of the word, is written.</param>
public sealed record ScriptDoubt(string? Word, TextScript Script);

/// <summary>Finds texts that stand under the wrong language. What is found is said to the writer and never refused: names and abbreviations travel between scripts.</summary>
public static class TextScripts
{
    // Below this many letters a text may well be an abbreviation or a number with its unit.
    private const int MinLetters = 4;
    private const int LongestAbbreviation = 8;

    // One Chinese character says about as much as three letters.
    private const int WeightOfHan = 3;

    // Foreign names in a text are usual; a text with more than this many times as many foreign letters as its own is no text of its language.
    private const int MostlyForeign = 3;

    /// <summary>The script in which a language of the portal is written.</summary>
    public static TextScript Of(string language) => language switch
    {
        Languages.English => TextScript.Latin,
        Languages.Russian => TextScript.Cyrillic,
        Languages.Chinese => TextScript.Han,
        Languages.Hindi => TextScript.Devanagari,
        Languages.Urdu => TextScript.Arabic,
        _ => TextScript.Other,
    };

    /// <summary>The script of one letter; <see cref="TextScript.Other"/> for what is no letter of the five.</summary>
    public static TextScript Of(Rune letter) => letter.Value switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and <= 0x24F and not (0xD7 or 0xF7)) or (>= 0x1E00 and <= 0x1EFF) => TextScript.Latin,
        >= 0x400 and <= 0x52F => TextScript.Cyrillic,
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF) => TextScript.Han,
        >= 0x900 and <= 0x97F => TextScript.Devanagari,
        (>= 0x600 and <= 0x6FF) or (>= 0x750 and <= 0x77F) or (>= 0x8A0 and <= 0x8FF) => TextScript.Arabic,
        _ => TextScript.Other,
    };

    /// <summary>What looks wrong about a text of a language, or null: a word that mixes Latin and Cyrillic letters, or hardly a letter of the language's own script.</summary>
    /// <param name="text">The text; null and the empty string are in order.</param>
    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    public static ScriptDoubt? DoubtOf(string? text, string language)
    {
        var words = Words(text).ToList();
        if (words.Find(word => word.Count(TextScript.Latin) > 0 && word.Count(TextScript.Cyrillic) > 0) is { } mixed)
        {
            return new ScriptDoubt(mixed.Text, mixed.Count(TextScript.Latin) > mixed.Count(TextScript.Cyrillic) ? TextScript.Latin : TextScript.Cyrillic);
        }

        var own = Of(language);
        var ours = words.Sum(word => word.Count(own));
        var foreign = words.Where(word => !word.IsAbbreviation).SelectMany(word => word.Scripts).Where(script => script.Key != own && script.Key != TextScript.Other)
            .GroupBy(script => script.Key, script => script.Value).Select(group => (Script: group.Key, Letters: group.Sum())).ToList();
        var theirs = foreign.Sum(script => script.Letters);
        return theirs >= MinLetters && theirs > MostlyForeign * ours ? new ScriptDoubt(null, foreign.MaxBy(script => script.Letters).Script) : null;
    }

    private static IEnumerable<Word> Words(string? text)
    {
        var word = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Of(rune) != TextScript.Other)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return new Word(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return new Word(word.ToString());
        }
    }

    private sealed record Word(string Text)
    {
        public IReadOnlyDictionary<TextScript, int> Scripts { get; } = Text.EnumerateRunes().GroupBy(Of)
            .ToDictionary(group => group.Key, group => group.Count() * (group.Key == TextScript.Han ? WeightOfHan : 1));

        public bool IsAbbreviation => Text.Length <= LongestAbbreviation && Text.EnumerateRunes().All(Rune.IsUpper);

        public int Count(TextScript script) => Scripts.GetValueOrDefault(script);
    }
}
