using System.Text;

namespace ScoEvents.Domain.Names;

internal static partial class Transliteration
{
    private static readonly Dictionary<char, string> _devanagariConsonants = new()
    {
        ['क'] = "k",
        ['ख'] = "h",
        ['ग'] = "g",
        ['घ'] = "g",
        ['ङ'] = "n",
        ['च'] = "c",
        ['छ'] = "c",
        ['ज'] = "Z",
        ['झ'] = "Z",
        ['ञ'] = "n",
        ['ट'] = "t",
        ['ठ'] = "t",
        ['ड'] = "d",
        ['ढ'] = "d",
        ['ण'] = "n",
        ['त'] = "t",
        ['थ'] = "t",
        ['द'] = "d",
        ['ध'] = "d",
        ['न'] = "n",
        ['प'] = "p",
        ['फ'] = "f",
        ['ब'] = "b",
        ['भ'] = "b",
        ['म'] = "m",
        ['य'] = "i",
        ['र'] = "r",
        ['ल'] = "l",
        ['व'] = "v",
        ['श'] = "S",
        ['ष'] = "S",
        ['स'] = "s",
        ['ह'] = "h",
        ['ळ'] = "l",
    };

    private static readonly Dictionary<char, string> _devanagariVowels = new()
    {
        ['अ'] = "a",
        ['आ'] = "a",
        ['इ'] = "i",
        ['ई'] = "i",
        ['उ'] = "u",
        ['ऊ'] = "u",
        ['ऋ'] = "ri",
        ['ए'] = "e",
        ['ऐ'] = "ai",
        ['ओ'] = "o",
        ['औ'] = "au",
        ['ऑ'] = "o",
        ['ऍ'] = "e",
        ['ा'] = "a",
        ['ि'] = "i",
        ['ी'] = "i",
        ['ु'] = "u",
        ['ू'] = "u",
        ['ृ'] = "ri",
        ['े'] = "e",
        ['ै'] = "ai",
        ['ो'] = "o",
        ['ौ'] = "au",
        ['ॉ'] = "o",
        ['ॅ'] = "e",
    };

    private static string Devanagari(string written)
    {
        var sounds = new StringBuilder();
        var hasInherentVowel = false;
        foreach (var letter in written.Normalize(NormalizationForm.FormD))
        {
            if (_devanagariConsonants.TryGetValue(letter, out var consonant))
            {
                sounds.Append(hasInherentVowel ? "a" : "").Append(consonant);
                hasInherentVowel = true;
            }
            else if (letter == '\u093C')
            {
                // The nukta makes a letter of Persian words of the one before it.
                sounds[^1] = sounds[^1] switch { 'Z' => 'z', 'd' => 'r', var same => same };
            }
            else if (_devanagariVowels.TryGetValue(letter, out var vowel))
            {
                sounds.Append(hasInherentVowel && letter is 'अ' ? "a" : "").Append(vowel);
                hasInherentVowel = false;
            }
            else if (letter is '\u0902' or '\u0901')
            {
                sounds.Append(hasInherentVowel ? "an" : "n");
                hasInherentVowel = false;
            }
            else
            {
                hasInherentVowel = false;
            }
        }

        return Sounds.Collapse(sounds.ToString());
    }
}
