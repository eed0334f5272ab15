using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ScoEvents.Exports.Csv;

namespace ScoEvents.Exports.Xlsx;

/// <summary>Cells and columns of a sheet.</summary>
internal static class XlsxCells
{
    // What Excel refuses to load: a longer text would make it offer a repair.
    private const int LongestText = 32_767;

    private const double HighestRow = 409;

    /// <summary>A text, marked where it looks like a formula; line breaks stay.</summary>
    public static Cell Text(int column, uint row, string? text, uint style)
    {
        var clean = ExportText.Clean(text).Trim();
        if (clean.Length > LongestText)
        {
            clean = clean[..(LongestText - 1)].TrimEnd('\uD800', '\uDBFF') + "…";
        }

        return new Cell
        {
            CellReference = Reference(column, row),
            StyleIndex = CsvCell.IsFormula(clean) ? style + XlsxStyles.Quoted : style,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(clean) { Space = SpaceProcessingModeValues.Preserve }),
        };
    }

    /// <summary>A whole number.</summary>
    public static Cell Number(int column, uint row, int value, uint style) => new()
    {
        CellReference = Reference(column, row),
        StyleIndex = style,
        CellValue = new CellValue(value),
    };

    /// <summary>A day or a time as the number of days since the end of 1899.</summary>
    public static Cell Moment(int column, uint row, DateTime value, uint style) => new()
    {
        CellReference = Reference(column, row),
        StyleIndex = style,
        CellValue = new CellValue(value.ToOADate().ToString("R", CultureInfo.InvariantCulture)),
    };

    /// <summary>Widths of the columns, in digits.</summary>
    public static Columns Widths(params int[] widths) => new(widths.Select((width, index) => new Column
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = width,
        CustomWidth = true,
    }));

    /// <summary>A height at which wrapped texts are seen whole, points; a guess, since only the reader knows the fonts.</summary>
    public static double Height(IEnumerable<(string? Text, int Width)> cells, double lineHeight)
    {
        var lines = cells.Max(cell => (cell.Text ?? string.Empty).Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(TextWidth(line) * 1.1 / cell.Width))));
        return Math.Min(HighestRow, 2 + (lines * lineHeight));
    }

    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    // Ideographs are twice as wide as digits; marks that stand above or below others take no room.
    private static int TextWidth(string line) => line.EnumerateRunes().Sum(rune => rune.Value >= 0x2E80 ? 2
        : System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : 1);

    private static string Reference(int column, uint row) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);
}
