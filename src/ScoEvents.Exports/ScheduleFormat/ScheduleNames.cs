using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>The names that the two schemas ask for, each in the one form that both take.</summary>
internal static partial class ScheduleNames
{
    // Greater numbers are no longer exact in JavaScript.
    private const long GreatestId = 9_007_199_254_740_991;

    private static readonly string[] _linkTypes = ["slides", "paper", "web", "blog", "article", "media", "related", "activitypub"];

    /// <summary>a-z, 0-9 and underscore, four characters or more; a last part of year and word may follow hyphens.</summary>
    public static string Acronym(string text)
    {
        var lower = ScheduleWords.CleanLine(text).ToLowerInvariant();
        if (GoodAcronym().IsMatch(lower))
        {
            return lower;
        }

        var simple = Simple(lower, '_');
        return simple.Length >= 4 ? simple : simple.PadRight(4, '_');
    }

    /// <summary>A slug that both schemas take: the given one where it fits, otherwise one from acronym, number and title.</summary>
    public static string Slug(string? given, string acronym, long id, string title)
    {
        var lower = given?.ToLowerInvariant() ?? "";
        if (GoodSlug().IsMatch(lower))
        {
            return lower;
        }

        var words = Simple(title.ToLowerInvariant(), '-').Trim('-', '_');
        var head = Simple(acronym, '_').PadRight(4, '_');
        return string.Create(CultureInfo.InvariantCulture, $"{head}-{id:0000}-{(words.Length == 0 ? "session" : words[..Math.Min(words.Length, 60)].TrimEnd('-', '_'))}");
    }

    /// <summary>A track's slug that both schemas take; null where the given one does not fit.</summary>
    public static string? TrackSlug(string? given) => given is not null && GoodTrackSlug().IsMatch(given) ? given : null;

    /// <summary><c>#rrggbb</c> in lower case from it or from <c>#rgb</c>; null for anything else.</summary>
    public static string? Color(string? text)
    {
        var lower = text?.Trim().ToLowerInvariant() ?? "";
        return !HexColor().IsMatch(lower) ? null
            : lower.Length == 7 ? lower
            : string.Concat("#", string.Concat(lower[1..].Select(digit => new string(digit, 2))));
    }

    /// <summary>A positive whole number; null for anything else.</summary>
    public static long? Id(string? text) =>
        long.TryParse(ScheduleWords.AsciiDigits(text?.Trim() ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and <= GreatestId ? id : null;

    /// <summary>One of the kinds of link that the format knows; null for anything else.</summary>
    public static string? LinkType(string? text) => Array.Find(_linkTypes, type => string.Equals(type, text?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a code is one that JSON takes.</summary>
    public static bool IsCode(string? code) => code is not null && GoodCode().IsMatch(code);

    /// <summary>Whether a code is one that XML takes: six characters.</summary>
    public static bool IsShortCode(string? code) => code is { Length: 6 } && IsCode(code);

    /// <summary>Whether a zone's name is one that JSON takes.</summary>
    public static bool IsZone(string? zone) => zone is not null && (zone == "UTC" || GoodZone().IsMatch(zone));

    private static string Simple(string text, char filler)
    {
        var simple = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
            {
                simple.Append(character);
            }
            else if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && simple.Length > 0 && simple[^1] != filler)
            {
                simple.Append(filler);
            }
        }

        return simple.ToString().TrimEnd(filler);
    }

    [GeneratedRegex(@"\A[a-z0-9_][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?\z")]
    private static partial Regex GoodAcronym();

    [GeneratedRegex(@"\A[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]\z")]
    private static partial Regex GoodSlug();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*[a-z0-9]\z")]
    private static partial Regex GoodTrackSlug();

    [GeneratedRegex(@"\A#(?:[0-9a-f]{3}|[0-9a-f]{6})\z")]
    private static partial Regex HexColor();

    [GeneratedRegex(@"\A[A-Z0-9]+\z")]
    private static partial Regex GoodCode();

    [GeneratedRegex(@"\A[A-Z][a-z]+/[A-Z][a-z]+")]
    private static partial Regex GoodZone();
}
