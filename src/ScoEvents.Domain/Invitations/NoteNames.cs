using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Invitations;

/// <summary>Formal names of states as they stand behind "of" in a note.</summary>
public static class NoteNames
{
    // Formal names that English uses without an article.
    private static readonly string[] _withoutArticle = ["Mongolia", "Turkmenistan"];

    // The word by which a formal name is declined; what stands behind it does not change.
    private static readonly Dictionary<string, string> _heads = new(StringComparer.Ordinal)
    {
        ["Республика"] = "Республики",
        ["Федерация"] = "Федерации",
        ["Королевство"] = "Королевства",
        ["Государство"] = "Государства",
        ["Эмираты"] = "Эмиратов",
        ["Монголия"] = "Монголии",
        ["Туркменистан"] = "Туркменистана",
    };

    /// <summary>"the Islamic Republic of Iran", "Исламской Республики Иран"; the name itself in languages that add nothing to it.</summary>
    /// <param name="formalName">The formal name in the language.</param>
    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    public static string Of(string formalName, string language) => language switch
    {
        Languages.English => _withoutArticle.Contains(formalName) ? formalName : "the " + formalName,
        Languages.Russian => RussianGenitive(formalName),
        _ => formalName,
    };

    private static string RussianGenitive(string formalName)
    {
        var words = formalName.Split(' ');
        var head = Array.FindIndex(words, _heads.ContainsKey);
        if (head < 0)
        {
            return formalName;
        }

        for (var i = 0; i < head; i++)
        {
            words[i] = Adjective(words[i]);
        }

        words[head] = _heads[words[head]];
        return string.Join(' ', words);
    }

    private static string Adjective(string word) => word switch
    {
        _ when word.EndsWith("ая", StringComparison.Ordinal) => word[..^2] + "ой",
        _ when word.EndsWith("ые", StringComparison.Ordinal) => word[..^1] + "х",
        _ when word.EndsWith("ие", StringComparison.Ordinal) => word[..^1] + "х",
        _ => word,
    };
}

/// <summary>The language in which a side is written to where nobody chose one.</summary>
public static class NoteLanguages
{
    // Where Russian is the language of work with the neighbors; of the SCO's own it is one of two.
    private static readonly string[] _russian = ["AM", "AZ", "BY", "KG", "KZ", "RU", "TJ", "TM", "UZ"];

    /// <summary>Russian and Chinese as the official languages of the SCO, Hindi for India, Urdu for Pakistan, English for the others and for organizations.</summary>
    /// <param name="iso2">Code of the state, or null for an organization.</param>
    public static string Of(string? iso2) => iso2 switch
    {
        "CN" => Languages.Chinese,
        "IN" => Languages.Hindi,
        "PK" => Languages.Urdu,
        not null when _russian.Contains(iso2) => Languages.Russian,
        _ => Languages.English,
    };
}
