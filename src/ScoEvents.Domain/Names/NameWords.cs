using System.Globalization;
using System.Text;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Names;

/// <summary>Takes a written name apart into the words that tell people apart.</summary>
internal static class NameWords
{
    private const int LongestFamilyAndGivenName = 4;

    // Joining words and forms of address are written or left out at will.
    private static readonly HashSet<string> _idle =
    [
        "al", "el", "bin", "ibn", "bint", "ogly", "ogli", "oglu", "uulu", "uly", "kyzy", "kizi", "qizi", "оглы", "огли", "углы", "уулу", "улы", "кызы", "кизи", "ибн", "бин",
        "mr", "mrs", "ms", "dr", "prof", "shri", "smt", "г", "гн", "госпожа", "господин", "др", "проф", "श्री", "श्रीमती", "डॉ", "जनाब", "جناب", "ڈاکٹر", "سید", "بن", "先生", "女士", "博士",
    ];

    private static readonly HashSet<string> _articles = ["al", "el", "аль", "эль"];

    // Ends of the word before them: Zia ur Rehman is Ziaur Rehman.
    private static readonly HashSet<string> _endings = ["ul", "ur", "us", "ud", "уль", "ур"];

    // Family names of two characters.
    private static readonly HashSet<string> _longFamilyNames =
        ["欧阳", "司马", "上官", "诸葛", "夏侯", "尉迟", "皇甫", "慕容", "令狐", "宇文", "长孙", "司徒", "司空", "公孙", "东方", "南宫", "端木", "轩辕", "呼延", "百里"];

    /// <summary>One way to write what looks alike: compatibility forms, case, kinds of space, apostrophes, invisible joiners, Arabic letter variants and vowel marks.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in PlainText.Clean(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            if (IsSilent(rune))
            {
                continue;
            }

            plain.Append(rune.Value switch
            {
                0x0643 => "ک", // Arabic kaf
                0x064A or 0x0649 => "ی", // Arabic yeh, alef maksura
                0x0647 or 0x06D5 or 0x06C0 or 0x06C2 => "ہ", // Arabic heh and its kin
                0x0629 => "ہ", // teh marbuta
                0x0623 or 0x0625 or 0x0671 => "ا",
                0x0624 => "و",
                0x0626 => "ی",
                _ => Rune.IsWhiteSpace(rune) ? " " : rune.ToString(),
            });
        }

        return plain.ToString();
    }

    /// <summary>The words of a name, without those that say nothing of who it is.</summary>
    public static IReadOnlyList<NameWord> Of(string name)
    {
        var words = new List<NameWord>();
        var parts = Split(name);
        foreach (var part in parts)
        {
            words.AddRange(part.Any(Pinyin.IsHan) ? Chinese(part, isWhole: parts.Count == 1) : [NameWord.Of(part)]);
        }

        return [.. words.Where(word => !word.IsSilent)];
    }

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Plain(name).EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetter(rune) || IsMark(rune))
            {
                word.Append(rune.ToString());
            }
            else if (rune.Value is '-' or 0x2010 or 0x2011 && !_articles.Contains(word.ToString()))
            {
                // The two halves of a given name: with a hyphen, without it, or as one word.
            }
            else if (word.Length > 0)
            {
                if (words.Count > 0 && _endings.Contains(word.ToString()))
                {
                    words[^1] += word.ToString();
                }
                else
                {
                    words.Add(word.ToString());
                }

                word.Clear();
            }
        }

        var telling = words.Where(candidate => !_idle.Contains(candidate)).ToList();
        return telling.Count > 0 ? telling : words;
    }

    private static IEnumerable<NameWord> Chinese(string written, bool isWhole)
    {
        if (written.Any(character => !Pinyin.Knows(character)))
        {
            return [];
        }

        var family = FamilyNameLength(written);
        return isWhole && written.Length is > 1 and <= LongestFamilyAndGivenName
            ? [NameWord.OfPinyin(Pinyin.OfFamilyName(written[..family])), NameWord.OfPinyin(Pinyin.Of(written[family..]))]
            : [NameWord.OfPinyin(Pinyin.Of(written))];
    }

    /// <summary>How many characters of a Chinese name that is written in one are the family name, 1 or 2.</summary>
    public static int FamilyNameLength(string characters) => characters.Length > 2 && _longFamilyNames.Contains(characters[..2]) ? 2 : 1;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsSilent(Rune rune) => rune.Value is '\'' or '`' or 0x00B4 or 0x02B9 or 0x02BA or 0x02BB or 0x02BC or 0x02BE or 0x02BF or 0x2018 or 0x2019 or 0x201B
        or 0x200C or 0x200D or 0x0640 or (>= 0x064B and <= 0x0652) or 0x0670;
}
