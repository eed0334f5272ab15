using DocumentFormat.OpenXml.Spreadsheet;

namespace ScoEvents.Exports.Xlsx;

/// <summary>The formats that cells refer to by number.</summary>
internal static class XlsxStyles
{
    public const uint Head = 1;
    public const uint Date = 2;
    public const uint Time = 3;
    public const uint DateTime = 4;
    public const uint LeftToRight = 5;
    public const uint RightToLeft = 6;
    public const uint Title = 7;

    /// <summary>Added to the number of a text format: the same with the mark that keeps a text from becoming a formula.</summary>
    public const uint Quoted = 7;

    private const uint DateFormat = 164;
    private const uint TimeFormat = 165;
    private const uint DateTimeFormat = 166;

    /// <summary>The style sheet of a workbook.</summary>
    public static Stylesheet Sheet()
    {
        List<CellFormat> plain =
        [
            Format(0, isHead: false, null),
            Format(0, isHead: true, null),
            Format(DateFormat, isHead: false, null),
            Format(TimeFormat, isHead: false, null),
            Format(DateTimeFormat, isHead: false, null),
            Format(0, isHead: false, 1),
            Format(0, isHead: false, 2),
            Titled(),
        ];
        var formats = new CellFormats(plain);
        // Numbers 8 and on: every format from Head on once more, marked.
        formats.Append(plain.Skip(1).Select(format =>
        {
            var marked = (CellFormat)format.CloneNode(true);
            marked.QuotePrefix = true;
            return marked;
        }));
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" },
                new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "hh:mm" },
                new NumberingFormat { NumberFormatId = DateTimeFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" }),
            new Fonts(
                new Font(new FontSize { Val = 10 }, new FontName { Val = "Arial" }),
                new Font(new Bold(), new FontSize { Val = 10 }, new Color { Rgb = "FFFFFFFF" }, new FontName { Val = "Arial" }),
                new Font(new Bold(), new FontSize { Val = 14 }, new Color { Rgb = "FF1F4E79" }, new FontName { Val = "Arial" })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FF1F4E79" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            formats,
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    private static CellFormat Format(uint number, bool isHead, uint? readingOrder)
    {
        var alignment = new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = number == 0, Horizontal = number == 0 ? null : HorizontalAlignmentValues.Center };
        if (readingOrder is { } order)
        {
            alignment.ReadingOrder = order;
        }

        return new CellFormat(alignment)
        {
            FormatId = 0,
            NumberFormatId = number,
            ApplyNumberFormat = number != 0,
            FontId = isHead ? 1u : 0u,
            ApplyFont = isHead,
            FillId = isHead ? 2u : 0u,
            ApplyFill = isHead,
            BorderId = 0,
            ApplyAlignment = true,
        };
    }

    private static CellFormat Titled() => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
    {
        FormatId = 0,
        FontId = 2,
        ApplyFont = true,
        ApplyAlignment = true,
    };
}
