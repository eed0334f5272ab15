namespace ScoEvents.Domain.Names;

internal static partial class Transliteration
{
    /// <summary>How Chinese syllables sound, the way Palladius writes them in Cyrillic.</summary>
    public static string SoundsOfPinyin(string letters) => Sounds.Collapse(string.Concat(Pinyin.Syllables(letters)!.Select(Syllable)));

    private static string Syllable(string syllable)
    {
        var initialLength = syllable.Length > 1 && syllable[1] == 'h' ? 2 : "bpmfdtnlgkhjqxzcsrwy".Contains(syllable[0], StringComparison.Ordinal) ? 1 : 0;
        var (initial, final) = (syllable[..initialLength], syllable[initialLength..]);
        var consonant = initial switch
        {
            "zh" or "r" => "Z",
            "ch" or "q" or "c" => "c",
            "sh" => "S",
            "x" => "s",
            "j" => "z",
            "w" => final == "u" ? "" : "v",
            "y" => final is "e" ? "" : "i",
            _ => initial,
        };
        var isSoft = initial is "j" or "q" or "x";
        var vowels = final.Replace("ng", "n", StringComparison.Ordinal) switch
        {
            "on" => "un",
            "ion" => "iun",
            "uo" => "o",
            "ie" => "e",
            "ou" when initial == "y" => "u",
            var plain when isSoft && plain.StartsWith('u') => "i" + plain,
            var plain => plain,
        };
        return consonant + vowels;
    }
}
