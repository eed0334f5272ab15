using System.Text;

namespace ScoEvents.Exports.Markdown;

/// <summary>Text on its way into Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>One line in which no character means anything but itself.</summary>
    /// <remarks>
    /// CommonMark 0.31, section 2.4: a backslash takes the meaning from any ASCII punctuation. What means something in
    /// the middle of a line is always escaped; what means something only at its beginning, only there.
    /// </remarks>
    public static string Line(string? text)
    {
        var line = ExportText.CleanLine(text);
        var escaped = new StringBuilder(line.Length + 8);
        var digits = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            digits = char.IsAsciiDigit(character) && digits == i ? digits + 1 : digits;
            var isMarker = i == 0 && character is '#' or '+' or '-' or '=' && i == 0;
            // "1." or "1)" at the beginning would start a numbered list.
            var isNumber = character is '.' or ')' && i > 0 && i == digits && (i + 1 == line.Length || line[i + 1] == ' ');
            if (isMarker || isNumber || character is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '|' or '~' or '&' or '$')
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
            // A bare address would become a link in most readers.
            if (character == ':' && i + 2 < line.Length && line[i + 1] == '/' && line[i + 2] == '/')
            {
                escaped.Append('\\');
            }
        }

        return escaped.ToString();
    }
}
