using System.Globalization;
using System.Text;
using ScoEvents.Domain.Names;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Search;

/// <summary>What somebody typed to find something, made ready for comparing.</summary>
public sealed class SearchText
{
    /// <summary>The most characters that are looked for.</summary>
    public const int MaxLength = 100;

    private const int MaxWords = 8;

    // Shorter words are looked for at the beginning of words only: two letters stand in the middle of everything.
    private const int LongInside = 3;

    // Below this length a misspelling is another word.
    private const int LongFuzzy = 4;

    private SearchText(string typed, string folded)
    {
        (Typed, Folded) = (typed, folded);
        Words = [.. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords)];
        Spoken = SpokenName.OfScripts(typed);
        SoundKeys = [.. Domain.Names.SoundKeys.Typed(typed)];
    }

    /// <summary>Nothing.</summary>
    public static SearchText Nothing { get; } = new("", "");

    /// <summary>As it was typed, without characters that cannot be seen.</summary>
    public string Typed { get; }

    /// <summary>As <c>search.folded</c> writes it.</summary>
    public string Folded { get; }

    /// <summary>Its words, folded, eight at most.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => Words.Count == 0;

    internal SpokenName Spoken { get; }

    internal string[] SoundKeys { get; }

    internal string Exact => $"%| {Folded} |%";

    internal string Prefix => $"%| {Folded}%";

    internal string Longest => Inside(Words.MaxBy(word => word.Length) ?? "");

    internal string[] Begins => [.. Words.Select(word => $"% {word}%")];

    internal string[] All => [.. Words.Select(Inside)];

    internal string? Fuzzy => Folded.Length >= LongFuzzy && !SearchFold.HasHan(Folded) ? Folded : null;

    /// <summary>A query for words by their stems; a run of Chinese characters is a phrase of them.</summary>
    internal string Stems => string.Join(" & ", Words.Select(OnlyLetters).Where(word => word.Length > 0)
        .Select(word => SearchFold.HasHan(word) ? $"({string.Join(" <-> ", word.EnumerateRunes())})" : $"{word}:*"));

    /// <summary>Whether more was typed than is looked for.</summary>
    public static bool IsTooLong(string? typed) => PlainText.Clean(typed).Length > MaxLength;

    /// <summary>What is left of typed characters that can be looked for: controls, marks of direction and what is no character become spaces, and what is too long is cut.</summary>
    public static string Visible(string? typed)
    {
        var clean = PlainText.Clean(typed);
        var visible = new StringBuilder(clean.Length);
        foreach (var rune in clean.EnumerateRunes())
        {
            visible.Append(rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate) ? rune.ToString() : " ");
        }

        var text = visible.ToString().Trim();
        var end = Math.Min(text.Length, MaxLength);
        return text[..(end < text.Length && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd();
    }

    /// <summary>Whether a folded word is found inside of longer words.</summary>
    public static bool IsFoundInside(string word) => word.Length >= LongInside || SearchFold.HasHan(word);

    /// <summary>Makes it ready.</summary>
    /// <param name="visible">See <see cref="Visible"/>.</param>
    /// <param name="folded">The same as the database folds it.</param>
    internal static SearchText Of(string visible, string folded) => new(visible, folded);

    /// <summary>How well a name fits: 0 exactly, 1 as its beginning, 2 as beginnings of its words, 3 inside, 4 by its sound; null where it does not fit.</summary>
    internal int? RankOf(LocalizedText name)
    {
        var written = name.Select(form => SearchFold.Fold(form.Value)).ToList();
        return written.Contains(Folded) ? SearchRank.Exact
            : written.Exists(form => form.StartsWith(Folded, StringComparison.Ordinal)) ? SearchRank.Prefix
            : written.Exists(form => Words.All(word => $" {form}".Contains($" {word}", StringComparison.Ordinal))) ? SearchRank.Word
            : written.Exists(form => Words.All(word => IsFoundInside(word) && form.Contains(word, StringComparison.Ordinal))) ? SearchRank.Inside
            : SoundKeys.Length > 0 && PersonNames.Finds(Spoken, SpokenName.Of(name)) ? SearchRank.Elsewhere
            : null;
    }

    private static string Inside(string word) => IsFoundInside(word) ? $"%{word}%" : $"% {word}%";

    // Nothing that the query language of full text could take for an operator.
    private static string OnlyLetters(string word) => string.Concat(word.EnumerateRunes().Where(rune =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
}

/// <summary>How well something fits, the best first.</summary>
internal static class SearchRank
{
    public const int Exact = 0;
    public const int Prefix = 1;
    public const int Word = 2;
    public const int Inside = 3;

    /// <summary>In a text behind the title, or by the sound of a name.</summary>
    public const int Elsewhere = 4;

    /// <summary>Misspelt.</summary>
    public const int Fuzzy = 5;
}
