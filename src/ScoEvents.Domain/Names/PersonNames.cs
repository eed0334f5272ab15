using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Names;

/// <summary>Whether two spellings may be the name of one person, whatever script, scheme of transliteration and order of family and given name they use.</summary>
/// <remarks>
/// <para>Domain rules 14 and 16: a person holds several spellings of one name, and texts are normalized before they are compared.</para>
/// <para>A name becomes words, a word becomes sounds (<see cref="NameWord"/>), sounds are compared by a weighted distance (<see cref="Sounds"/>). Every word of the shorter name
/// must find a word of its own in the longer one; a middle name or patronymic may be missing, an initial stands for a word. What is found is offered to a person and never merged by itself.</para>
/// </remarks>
public static class PersonNames
{
    /// <summary>From this likeness on two names are offered as one person's; below it they are not.</summary>
    public const double Threshold = 0.8;

    // What one word that only the longer name has costs: a patronymic is nothing, four words more are another name.
    private const double MissingWord = 0.04;
    private const double InitialLikeness = 0.8;
    private const double JoinedThreshold = 0.9;

    // A family name alone may be somebody whose given name is known elsewhere, where it is long enough to be rare.
    private const double LoneWordWeight = 4;
    private const double LoneWordLikeness = 0.85;
    private const double LoneWordThreshold = 0.9;

    /// <summary>How alike two names are, 0 to 1: the best of all pairs of their forms.</summary>
    /// <remarks>0 where both are written in Chinese characters and those differ: many people share a sound.</remarks>
    public static double Likeness(LocalizedText first, LocalizedText second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Likeness(SpokenName.Of(first), SpokenName.Of(second));
    }

    /// <summary>Whether the likeness reaches <see cref="Threshold"/>.</summary>
    public static bool MayBeOne(LocalizedText first, LocalizedText second) => Likeness(first, second) >= Threshold;

    /// <summary>How alike names are that were prepared once for many comparisons, 0 to 1.</summary>
    public static double Likeness(SpokenName first, SpokenName second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Characters is { } ours && second.Characters is { } theirs && ours != theirs)
        {
            return 0;
        }

        return first.Forms.SelectMany(_ => second.Forms, (one, other) => Likeness(one, other)).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether what was typed into a search box finds the name: as a part of some spelling, or by the sound of every typed word.</summary>
    /// <param name="typed">What was typed; blank finds everybody.</param>
    /// <param name="name">The name.</param>
    public static bool Finds(string? typed, LocalizedText name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = NameWords.Plain(typed ?? "").Trim();
        if (plain.Length == 0 || name.Any(form => NameWords.Plain(form.Value).Contains(plain, StringComparison.Ordinal)))
        {
            return true;
        }

        return Finds(NameWords.Of(plain), SpokenName.Of(name));
    }

    /// <summary>A spelling without what looks different and is not: case, kinds of space, letter variants, marks on Latin letters.</summary>
    public static string PlainForm(string? spelling) => Transliteration.WithoutMarksOnLatin(NameWords.Plain(spelling ?? "").Trim());

    /// <summary>Whether every word of a typed name sounds like the beginning of a word of a name that was prepared once for many searches.</summary>
    public static bool Finds(SpokenName typed, SpokenName name)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(name);
        return typed.Forms.Any(words => Finds(words, name));
    }

    private static bool Finds(IReadOnlyList<NameWord> words, SpokenName name) =>
        words.Count > 0 && name.Forms.Any(form => words.All(word => form.Any(known => known.Begins(word))));

    private static double Likeness(IReadOnlyList<NameWord> first, IReadOnlyList<NameWord> second)
    {
        var (shorter, longer) = first.Count <= second.Count ? (first, second) : (second, first);
        if (shorter.Count == 0)
        {
            return 0;
        }

        var paired = Paired(shorter, longer);
        return shorter.Count == longer.Count ? paired : Math.Max(paired, Joined(shorter, longer));
    }

    private static double Paired(IReadOnlyList<NameWord> shorter, IReadOnlyList<NameWord> longer)
    {
        if (shorter.Count == 1 && longer.Count > 1)
        {
            var likeness = shorter[0].Weight >= LoneWordWeight ? shorter[0].LikenessTo(longer[^1]) : 0;
            return likeness >= LoneWordThreshold ? likeness * LoneWordLikeness : 0;
        }

        var best = Best(shorter, longer, 0, new bool[longer.Count]);
        return best is { } total ? Math.Max(0, (total / shorter.Count) - (MissingWord * (longer.Count - shorter.Count))) : 0;
    }

    // Names have few words: every way to pair them is tried.
    private static double? Best(IReadOnlyList<NameWord> shorter, IReadOnlyList<NameWord> longer, int index, bool[] taken)
    {
        if (index == shorter.Count)
        {
            return 0;
        }

        double? best = null;
        for (var other = 0; other < longer.Count; other++)
        {
            if (taken[other] || Pair(shorter[index], longer[other]) is not { } likeness)
            {
                continue;
            }

            taken[other] = true;
            if (Best(shorter, longer, index + 1, taken) is { } rest && (best is null || likeness + rest > best))
            {
                best = likeness + rest;
            }

            taken[other] = false;
        }

        return best;
    }

    private static double? Pair(NameWord one, NameWord other)
    {
        if (one.IsInitial || other.IsInitial)
        {
            return one.SharesFirstSoundWith(other) ? InitialLikeness : null;
        }

        var likeness = one.LikenessTo(other);
        return likeness >= one.ThresholdWith(other) ? likeness : null;
    }

    // "Guo Qing Zhang" and "Zhang Guoqing", "Zia ur Rehman" and "Ziaur Rehman": the same sounds cut into words otherwise.
    private static double Joined(IReadOnlyList<NameWord> shorter, IReadOnlyList<NameWord> longer)
    {
        if (shorter.Concat(longer).Any(word => word.IsInitial) || (shorter.Count == 1 && shorter[0].Weight < LoneWordWeight))
        {
            return 0;
        }

        var whole = NameWord.Join(shorter);
        var best = new[] { longer, [longer[^1], .. longer.SkipLast(1)], [.. longer.Skip(1), longer[0]] }.Max(order => NameWord.Join(order).LikenessTo(whole));
        return best >= JoinedThreshold ? best : 0;
    }
}

/// <summary>A name with all its spellings taken apart into words, made once for many comparisons.</summary>
public sealed class SpokenName
{
    private SpokenName(IReadOnlyList<IReadOnlyList<NameWord>> forms, string? characters) => (Forms, Characters) = (forms, characters);

    internal IReadOnlyList<IReadOnlyList<NameWord>> Forms { get; }

    // The Chinese characters of the name, or null where it has none or some of them are not known: those may be traditional forms of the others.
    internal string? Characters { get; }

    // Names that may be one share one of these: the beginnings of two words of a form in any order, of a lone word, or of all words said as one.
    internal IEnumerable<string> Keys => Forms.SelectMany(KeysOf).Distinct();

    /// <summary>Takes a name apart.</summary>
    public static SpokenName Of(LocalizedText name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var chinese = name[Languages.Chinese] is { } written ? string.Concat(written.Where(Pinyin.IsHan)) : "";
        return new SpokenName(
            [.. name.Select(form => NameWords.Of(form.Value)).Where(words => words.Count > 0)],
            chinese.Length > 0 && chinese.All(Pinyin.Knows) ? chinese : null);
    }

    /// <summary>A name whose spellings are in scripts and not said to be of languages, such as that of a passport and that of a mother tongue.</summary>
    /// <param name="spellings">One for each script at most; null and blank ones are left out.</param>
    public static SpokenName OfScripts(params string?[] spellings) => Of(ByScript(spellings));

    /// <summary>Spellings under the language that writes so: the form in which names are compared.</summary>
    public static LocalizedText ByScript(params string?[] spellings) => LocalizedText.From(
        spellings.Where(spelling => !string.IsNullOrWhiteSpace(spelling)).GroupBy(LanguageOf).Select(group => KeyValuePair.Create(group.Key, group.First())));

    private static string LanguageOf(string? spelling) => spelling!.Any(Pinyin.IsHan) ? Languages.Chinese : Transliteration.ScriptOf(NameWords.Plain(spelling!)) switch
    {
        Script.Cyrillic => Languages.Russian,
        Script.Arabic => Languages.Urdu,
        Script.Devanagari => Languages.Hindi,
        _ => Languages.English,
    };

    private static IEnumerable<string> KeysOf(IReadOnlyList<NameWord> words)
    {
        if (words.Count == 1)
        {
            return words[0].Beginnings.Select(key => $"1{key}");
        }

        var pairs = from first in Enumerable.Range(0, words.Count)
                    from second in Enumerable.Range(0, words.Count)
                    where first < second
                    from one in words[first].Beginnings
                    from other in words[second].Beginnings
                    select string.CompareOrdinal(one, other) <= 0 ? $"{one}+{other}" : $"{other}+{one}";
        return pairs.Append($"1{NameWord.Join(words).Beginnings.First()}");
    }
}
