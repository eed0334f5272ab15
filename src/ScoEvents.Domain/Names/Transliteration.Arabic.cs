using System.Text;

namespace ScoEvents.Domain.Names;

internal static partial class Transliteration
{
    // Vav and yeh are told apart as vowel and consonant by what stands around them.
    private static readonly Dictionary<char, string> _arabic = new()
    {
        ['ا'] = "a",
        ['آ'] = "a",
        ['ب'] = "b",
        ['پ'] = "p",
        ['ت'] = "t",
        ['ٹ'] = "t",
        ['ط'] = "t",
        ['ث'] = "s",
        ['س'] = "s",
        ['ص'] = "s",
        ['ج'] = "Z",
        ['چ'] = "c",
        ['ح'] = "h",
        ['ہ'] = "h",
        ['خ'] = "h",
        ['د'] = "d",
        ['ڈ'] = "d",
        ['ذ'] = "z",
        ['ز'] = "z",
        ['ظ'] = "z",
        ['ض'] = "z",
        ['ر'] = "r",
        ['ڑ'] = "r",
        ['ژ'] = "Z",
        ['ش'] = "S",
        ['ع'] = "",
        ['غ'] = "g",
        ['ف'] = "f",
        ['ق'] = "k",
        ['ک'] = "k",
        ['گ'] = "g",
        ['ل'] = "l",
        ['م'] = "m",
        ['ن'] = "n",
        ['ں'] = "n",
        ['ی'] = "i",
        ['ے'] = "e",
        ['ھ'] = "",
    };

    private static IEnumerable<string> Arabic(string written)
    {
        var sounds = new StringBuilder();
        for (var index = 0; index < written.Length; index++)
        {
            var (letter, next) = (written[index], index + 1 < written.Length ? written[index + 1] : '\0');
            var isLast = next == '\0';
            sounds.Append(letter switch
            {
                'و' => index == 0 || next is 'ا' or 'ی' or 'ے' or 'آ' ? "v" : "u",
                // At the end it stands for a vowel, as in Fatima, unless one comes before it, as in Shah.
                'ہ' when isLast && index > 0 && written[index - 1] is not 'ا' => "a",
                'ک' when next is 'ھ' => "h",
                _ => _arabic.GetValueOrDefault(letter, ""),
            });
        }

        yield return Sounds.Collapse(sounds.ToString());
    }

    private static IEnumerable<string> WithoutArticle(string written) =>
        written.StartsWith("ال", StringComparison.Ordinal) && written.Length > 4 ? Arabic(written[2..]) : [];
}
