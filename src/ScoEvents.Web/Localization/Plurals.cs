using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ScoEvents.Web.Localization;

/// <summary>Sentences with a number, in the form that the number asks for in the reader's language.</summary>
/// <remarks>CLDR plural rules for whole numbers. A text has the keys <c>Key.One</c>, <c>Key.Few</c> and <c>Key.Many</c> in every language; where a language has fewer forms, two are alike.</remarks>
public static class Plurals
{
    /// <summary>The text of the key with the number as {0}.</summary>
    public static string Counted(this IStringLocalizer texts, string key, int count) => texts[$"{key}.{FormOf(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, count)}", count];

    /// <summary>One, Few or Many.</summary>
    public static string FormOf(string language, int count) => language switch
    {
        "ru" => (count % 10, count % 100) switch
        {
            (1, not 11) => "One",
            ( >= 2 and <= 4, < 12 or > 14) => "Few",
            _ => "Many",
        },
        "zh" => "Many",
        "hi" => count is 0 or 1 ? "One" : "Many",
        _ => count == 1 ? "One" : "Many",
    };
}
