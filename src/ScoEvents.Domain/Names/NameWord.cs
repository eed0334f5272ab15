namespace ScoEvents.Domain.Names;

/// <summary>One word of a name as sounds; letters that schemes of transliteration read in several ways give several readings.</summary>
internal sealed class NameWord
{
    private const int FewConsonants = 2;
    private const double ExactThreshold = 0.95;
    private const double ShortThreshold = 0.85;

    // A woman's family name is not her brother's.
    private const double OtherGender = 0.5;

    private static readonly (string Man, string Woman)[] _genders = [("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("ski", "skaia"), ("oi", "aia"), ("i", "aia")];

    private readonly Script _script;
    private readonly IReadOnlyList<string> _readings;
    private readonly string? _pinyin;

    private NameWord(Script script, IReadOnlyList<string> readings, string? pinyin)
    {
        (_script, _readings, _pinyin) = (script, readings, pinyin);
        Weight = Sounds.Weight(readings[0], HasUnwrittenVowels);
        IsInitial = script is not Script.Han && readings[0].Length == 1 && pinyin is null;
    }

    /// <summary>How much the word says: about one for each consonant.</summary>
    public double Weight { get; }

    /// <summary>Whether it is one letter that stands for a name.</summary>
    public bool IsInitial { get; }

    /// <summary>Whether nothing of it can be heard.</summary>
    public bool IsSilent => _readings[0].Length == 0;

    private bool HasUnwrittenVowels => _script is Script.Arabic;

    /// <summary>A word in any script but Chinese.</summary>
    public static NameWord Of(string written)
    {
        var script = Transliteration.ScriptOf(written);
        var isLetter = written.EnumerateRunes().Count(System.Text.Rune.IsLetter) == 1;
        var pinyin = script is Script.Latin && !isLetter && Pinyin.Syllables(Transliteration.WithoutMarks(written)) is { } ? Transliteration.WithoutMarks(written) : null;
        return new NameWord(script, Transliteration.Readings(written, script), pinyin);
    }

    /// <summary>A word that was written in Chinese characters.</summary>
    public static NameWord OfPinyin(string pinyin) => new(Script.Han, Transliteration.Readings(pinyin, Script.Han), pinyin);

    /// <summary>Several words said as one.</summary>
    public static NameWord Join(IEnumerable<NameWord> words)
    {
        var all = words.ToList();
        var pinyin = all.TrueForAll(word => word._pinyin is not null) ? string.Concat(all.Select(word => word._pinyin)) : null;
        return new NameWord(all[0]._script, [Sounds.Collapse(string.Concat(all.Select(word => word._readings[0])))], pinyin);
    }

    /// <summary>What words that are alike begin with, in every reading: the classes of the first two consonants.</summary>
    public IEnumerable<string> Beginnings =>
        (_pinyin is null ? _readings : _readings.Append(Transliteration.SoundsOfPinyin(_pinyin))).Select(reading => Sounds.Skeleton(reading, FewConsonants)).Distinct();

    /// <summary>How alike two words sound, 0 to 1.</summary>
    public double LikenessTo(NameWord other)
    {
        if (_pinyin is { } mineLetters && other._pinyin is { } theirLetters)
        {
            return mineLetters == theirLetters ? 1 : Sounds.Likeness(mineLetters, theirLetters, hasUnwrittenVowels: false);
        }

        var hasUnwritten = HasUnwrittenVowels || other.HasUnwrittenVowels;
        var readings = ReadingsFor(other).SelectMany(_ => other.ReadingsFor(this), (mine, theirs) => (mine, theirs)).ToList();
        return readings.Exists(pair => pair.mine == pair.theirs) ? 1
            : readings.Max(pair => AreOfTwoGenders(pair.mine, pair.theirs) ? OtherGender : Sounds.Likeness(pair.mine, pair.theirs, hasUnwritten));
    }

    /// <summary>The likeness from which on two words may be one: the shorter they are, the more exact.</summary>
    public double ThresholdWith(NameWord other)
    {
        var consonants = Math.Min(Sounds.Consonants(_readings[0]), Sounds.Consonants(other._readings[0]));
        return consonants < FewConsonants || (_pinyin is not null && other._pinyin is not null) ? ExactThreshold
            : consonants == FewConsonants ? ShortThreshold
            : PersonNames.Threshold;
    }

    /// <summary>Whether both begin alike, as an initial does with its name.</summary>
    public bool SharesFirstSoundWith(NameWord other) => ReadingsFor(other).Any(mine => other.ReadingsFor(this).Any(theirs => mine[0] == theirs[0]));

    /// <summary>Whether it begins as a typed word sounds.</summary>
    public bool Begins(NameWord typed)
    {
        if (_pinyin is not null && typed._pinyin is not null && _pinyin.StartsWith(typed._pinyin, StringComparison.Ordinal))
        {
            return true;
        }

        var hasUnwritten = HasUnwrittenVowels || typed.HasUnwrittenVowels;
        return ReadingsFor(typed).Any(mine => typed.ReadingsFor(this).Any(theirs =>
            mine.StartsWith(theirs, StringComparison.Ordinal)
            || Sounds.Likeness(mine[..Math.Min(mine.Length, theirs.Length)], theirs, hasUnwritten) >= ThresholdWith(typed)
            || Sounds.Likeness(mine, theirs, hasUnwritten) >= ThresholdWith(typed)));
    }

    // Two words in Latin letters are compared as they are spelt; what pinyin sounds like matters to other scripts only.
    private IEnumerable<string> ReadingsFor(NameWord other) =>
        _pinyin is not null && other._script is not (Script.Latin or Script.Han) ? _readings.Append(Transliteration.SoundsOfPinyin(_pinyin)) : _readings;

    private static bool AreOfTwoGenders(string one, string other) =>
        _genders.Any(gender => Differ(one, other, gender) || Differ(other, one, gender));

    private static bool Differ(string man, string woman, (string Man, string Woman) ending) =>
        man.EndsWith(ending.Man, StringComparison.Ordinal) && woman.EndsWith(ending.Woman, StringComparison.Ordinal)
        && man.Length > ending.Man.Length && man[..^ending.Man.Length] == woman[..^ending.Woman.Length];
}

/// <summary>The scripts in which names are written here.</summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Han,
    Other,
}
