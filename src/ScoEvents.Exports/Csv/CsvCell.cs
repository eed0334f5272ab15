using System.Globalization;
using CsvHelper;

namespace ScoEvents.Exports.Csv;

/// <summary>How every list is written as comma-separated values, and how a cell is made harmless.</summary>
internal static class CsvCell
{
    /// <summary>RFC 4180 with CRLF, and the mark without which Excel reads other alphabets as Latin-1.</summary>
    public static CsvWriterOptions Options { get; } = new()
    {
        Separator = ',',
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        ValidateFieldCount = true,
        BufferSize = 16 * 1024,
    };

    /// <summary>The text on one line, with an apostrophe in front where a spreadsheet would take it for a formula.</summary>
    public static string Of(string? text)
    {
        var cell = ExportText.CleanLine(text);
        return IsFormula(cell) ? "'" + cell : cell;
    }

    /// <summary>Whether a spreadsheet that is given the text as if typed would calculate it.</summary>
    /// <remarks>
    /// The library's own guard knows ASCII characters only; spreadsheets in East Asian locales take the full-width
    /// forms for operators as well, and some skip invisible characters before they look.
    /// </remarks>
    public static bool IsFormula(string cell)
    {
        foreach (var character in cell)
        {
            if (character is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')
            {
                return true;
            }

            if (!char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                return false;
            }
        }

        return false;
    }
}
