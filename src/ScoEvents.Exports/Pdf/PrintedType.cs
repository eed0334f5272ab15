using System.Globalization;
using System.Text;

namespace ScoEvents.Exports.Pdf;

/// <summary>Fonts, leading and running lines of everything that is printed, in every script.</summary>
internal static class PrintedType
{
    /// <summary>The faces of the Urdu script.</summary>
    // Debian's bold Nastaliq says of itself that it is of regular weight, so the family alone yields either file.
    // Only the full names tell them apart.
    public const string NastaliqFaces = """
        @font-face{font-family:"Nastaliq";font-weight:400;src:local("Noto Nastaliq Urdu Regular"),local("NotoNastaliqUrdu-Regular"),local("Noto Nastaliq Urdu"),local("NotoNastaliqUrdu")}
        @font-face{font-family:"Nastaliq";font-weight:700;src:local("Noto Nastaliq Urdu Bold"),local("NotoNastaliqUrdu-Bold")}

        """;

    /// <summary>The fonts of a language, and what stands in for names in other scripts.</summary>
    // The first family sets the figures and the rhythm; the others fill in names in other scripts.
    public static string FontStack(string language) => language.Split('-')[0] switch
    {
        "zh" => "\"Noto Sans CJK SC\",\"Noto Sans\",\"Noto Sans Devanagari\",\"Nastaliq\",\"Noto Nastaliq Urdu\",sans-serif",
        "hi" => "\"Noto Sans Devanagari\",\"Noto Sans\",\"Noto Sans CJK SC\",\"Nastaliq\",\"Noto Nastaliq Urdu\",sans-serif",
        "ur" => "\"Nastaliq\",\"Noto Nastaliq Urdu\",\"Noto Sans\",\"Noto Sans CJK SC\",\"Noto Sans Devanagari\",sans-serif",
        _ => "\"Noto Sans\",\"Noto Sans CJK SC\",\"Noto Sans Devanagari\",\"Nastaliq\",\"Noto Nastaliq Urdu\",sans-serif",
    };

    /// <summary>Height of a line, as a multiple of the size.</summary>
    // Nastaliq steps down along the line and needs twice the height.
    public static string Leading(string language) => language.Split('-')[0] switch
    {
        "ur" => "2.3",
        "hi" or "zh" => "1.6",
        _ => "1.45",
    };

    /// <summary>A rule for a box in the margin of every page.</summary>
    public static string MarginBox(
        string edge, string side, bool isRightToLeft, string language, string look, string content) =>
        $"@{edge}-{side}{{content:{content};font-family:{FontStack(language)};font-size:8pt;color:#55606b;"
        + $"direction:{(isRightToLeft ? "rtl" : "ltr")};text-align:{side};line-height:{Leading(language)};{look}}}\n";

    /// <summary>What stands before, between and after the two numbers.</summary>
    public static (string Before, string Between, string After) PageOfPages(string pattern)
    {
        var page = pattern.IndexOf("{0}", StringComparison.Ordinal);
        var pages = pattern.IndexOf("{1}", StringComparison.Ordinal);
        return page < 0 || pages < page
            ? throw new ArgumentException("PageOfPages must name {0} and then {1}.", nameof(pattern))
            : (pattern[..page], pattern[(page + 3)..pages], pattern[(pages + 3)..]);
    }

    /// <summary>A CSS string in which neither quote, backslash nor an angle bracket survives as itself.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in ExportText.Clean(text).Replace('\n', ' '))
        {
            if (character >= 0x80 || char.IsAsciiLetterOrDigit(character) || character is ' ' or '.' or ',' or ':' or '-' or '(' or ')')
            {
                quoted.Append(character);
            }
            else
            {
                quoted.Append('\\').Append(((int)character).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
            }
        }

        return quoted.Append('"').ToString();
    }
}
