using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Where the texts in our other languages travel without breaking a reader or a schema.</summary>
/// <remarks>
/// JSON: an object of this name in <c>conference.meta</c>, which the schema leaves open, and in persons, which it
/// leaves open too; sessions are closed to additions. XML: the schema has no open place for elements or attributes, so
/// processing instructions of this target stand in the element whose text they translate. They carry pseudo-attributes
/// in the way of <c>xml-stylesheet</c> (W3C, Associating Style Sheets with XML documents 1.0, section 3).
/// </remarks>
internal static partial class ScheduleExtension
{
    public const string Name = "x-scoevents";

    /// <summary>The content of a processing instruction.</summary>
    public static string Format(string field, string language, string text) =>
        $"field=\"{Escape(field)}\" lang=\"{Escape(language)}\" text=\"{Escape(text)}\"";

    /// <summary>What <see cref="Format"/> wrote; null for anything else.</summary>
    public static (string Field, string Language, string Text)? Parse(string content) =>
        Content().Match(content) is { Success: true } match
            ? (Read(match, "field"), Read(match, "lang"), Read(match, "text"))
            : null;

    private static string Read(Match match, string group) => WebUtility.HtmlDecode(match.Groups[group].Value);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\n' => escaped.Append("&#10;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    [GeneratedRegex("""\A\s*field="(?<field>[^"<>]*)"\s+lang="(?<lang>[^"<>]*)"\s+text="(?<text>[^"<>]*)"\s*\z""")]
    private static partial Regex Content();
}
