using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>Brings the texts of a file, which knows one form of each, into the languages of the portal.</summary>
public static class ImportWords
{
    private const char Ellipsis = '…';

    /// <summary>The forms of a text. The one form of a text without translations goes to the language of its script: names and titles often are in another language than the session.</summary>
    public static LocalizedText Forms(ScheduleText text)
    {
        if (text.Text.Length == 0 || text.Translations.Any(form => form.Value == text.Text))
        {
            return text.Translations;
        }

        var language = LanguageOf(text.Text);
        return text.Translations[language] is null ? text.Translations.With(language, text.Text) : text.Translations;
    }

    /// <summary>Several texts one below the other, language by language; what repeats another is left out.</summary>
    public static LocalizedText Join(params ReadOnlySpan<LocalizedText> texts)
    {
        var parts = texts.ToArray();
        return LocalizedText.From(Languages.All.Select(language => KeyValuePair.Create(
            language,
            (string?)string.Join("\n\n", parts.Select(part => part[language]).Where(part => part is not null).Distinct()))));
    }

    /// <summary>The same no longer than allowed in any language, cut behind a word where that is possible.</summary>
    public static LocalizedText Cut(LocalizedText text, int length, out bool wasCut)
    {
        wasCut = text.LongestLength > length;
        return wasCut ? LocalizedText.From(text.Select(form => KeyValuePair.Create(form.Key, (string?)Cut(form.Value, length)))) : text;
    }

    /// <summary>The text with the forms of the file in place of its own; what the file does not have stays.</summary>
    public static LocalizedText Over(LocalizedText known, LocalizedText file) =>
        LocalizedText.From(Languages.All.Select(language => KeyValuePair.Create(language, file[language] ?? known[language])));

    /// <summary>What differs between two texts, language by language.</summary>
    public static IEnumerable<ImportChange> Changes(string field, LocalizedText before, LocalizedText after) => Languages.All
        .Where(language => before[language] != after[language])
        .Select(language => new ImportChange(field, language, before[language] ?? "", after[language] ?? ""));

    /// <summary>A name as it is compared: case, white space and order of accents make no difference.</summary>
    public static string Fold(string name) =>
        string.Join(' ', PlainText.Clean(name).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The language of the portal that is written in the script of most letters; English for all others.</summary>
    public static string LanguageOf(string text)
    {
        Span<int> counts = stackalloc int[Languages.All.Count];
        foreach (var letter in text.Where(char.IsLetter))
        {
            counts[Index(letter)]++;
        }

        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return Languages.All[most];
    }

    // Positions in Languages.All.
    private static int Index(char letter) => letter switch
    {
        >= '\u0400' and <= '\u052F' => 1,
        >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => 2,
        >= '\u0900' and <= '\u097F' => 3,
        >= '\u0600' and <= '\u077F' or >= '\u08A0' and <= '\u08FF' or >= '\uFB50' and <= '\uFEFC' => 4,
        _ => 0,
    };

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var head = text[..(length - 1)];
        var word = head.LastIndexOfAny([' ', '\n']);
        var end = word > length / 2 ? word : char.IsHighSurrogate(head[^1]) ? head.Length - 1 : head.Length;
        return head[..end].TrimEnd() + Ellipsis;
    }
}
