using System.Buffers;
using System.Globalization;
using System.Text;

namespace ScoEvents.Exports.Ics;

/// <summary>Writes content lines: CRLF, folded by octets, values escaped.</summary>
/// <remarks>RFC 5545, sections 3.1 and 3.3.11.</remarks>
internal sealed class IcsContent
{
    private const int MaxLineOctets = 75;

    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);

    /// <summary>A line whose value is structured already, such as a date.</summary>
    public void Line(string name, string value) => Fold(name + ":" + value);

    /// <summary>A line whose value is free text.</summary>
    public void Text(string name, string? value) => Line(name, Escape(ExportText.Clean(value)));

    /// <summary>A line of free text that says which language it is in; nothing for an empty text.</summary>
    public void Text(string name, string language, string? value)
    {
        if (ExportText.Clean(value) is { Length: > 0 } text)
        {
            Line(name + ";LANGUAGE=" + language, Escape(text));
        }
    }

    /// <summary>A line of several texts; the commas between them are separators and stay bare.</summary>
    public void TextList(string name, string language, IEnumerable<string?> values)
    {
        var texts = values.Select(ExportText.CleanLine).Where(text => text.Length > 0).Select(Escape).ToList();
        if (texts.Count > 0)
        {
            Line(name + ";LANGUAGE=" + language, string.Join(',', texts));
        }
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Local(DateTime local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            switch (character)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(character);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                default:
                    escaped.Append(character);
                    break;
            }
        }

        return escaped.ToString();
    }

    private void Fold(string line)
    {
        // A continuation begins with a space, which counts as one of its 75 octets.
        var room = MaxLineOctets;
        Span<byte> octets = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(octets);
            if (length > room)
            {
                _bytes.Write("\r\n "u8);
                room = MaxLineOctets - 1;
            }

            _bytes.Write(octets[..length]);
            room -= length;
        }

        _bytes.Write("\r\n"u8);
    }
}
