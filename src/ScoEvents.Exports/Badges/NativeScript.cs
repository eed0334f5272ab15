using System.Text;

namespace ScoEvents.Exports.Badges;

/// <summary>The language a name in its own script is most likely in, so that a browser chooses the right letters and direction.</summary>
public static class NativeScript
{
    /// <summary>A BCP 47 tag by the first letter that is not Latin: Arabic letters are drawn in Nastaliq for Pakistan and India, in Naskh for everybody else; Chinese characters in the forms of the mainland. Null where all letters are Latin or of a script that needs no help.</summary>
    /// <param name="name">The name.</param>
    /// <param name="stateCode">ISO code of the person's side, or null.</param>
    public static string? LanguageOf(string? name, string? stateCode)
    {
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF:
                    return stateCode switch { "PK" or "IN" => "ur", "IR" or "AF" => "fa", _ => "ar" };
                case >= 0x0900 and <= 0x097F:
                    return "hi";
                case >= 0x2E80 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF:
                    return "zh-Hans";
                case >= 0x0400 and <= 0x052F:
                    return "ru";
            }
        }

        return null;
    }

    /// <summary>Whether a language runs from right to left.</summary>
    public static bool IsRightToLeft(string? language) => language is "ur" or "fa" or "ar";
}
