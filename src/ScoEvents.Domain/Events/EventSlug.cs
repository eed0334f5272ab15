using System.Globalization;
using System.Text;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Domain.Events;

/// <summary>Names for addresses, made from titles.</summary>
public static class EventSlug
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>A lower-case name with hyphens from the English form of a title and the year; <c>event-YEAR</c> where no Latin letter is left.</summary>
    /// <param name="title">The title.</param>
    /// <param name="startsOn">The first day, whose year ends the name.</param>
    /// <param name="attempt">From 1; from 2 on it is appended, to make a taken name free.</param>
    public static string From(LocalizedText title, DateOnly startsOn, int attempt = 1)
    {
        var words = new StringBuilder();
        foreach (var letter in title.In(Languages.English).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                words.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        var name = words.ToString().Trim('-');
        name = name.Length == 0 ? "event" : name.Length > 60 ? name[..60].TrimEnd('-') : name;
        var year = startsOn.Year.ToString(CultureInfo.InvariantCulture);
        var dated = name.EndsWith(year, StringComparison.Ordinal) ? name : $"{name}-{year}";
        return attempt == 1 ? dated : string.Create(CultureInfo.InvariantCulture, $"{dated}-{attempt}");
    }
}
