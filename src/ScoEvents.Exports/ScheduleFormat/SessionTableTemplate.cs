using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Tables to fill in, whose headings the reader of tables knows, with two rows that show how.</summary>
public static class SessionTableTemplate
{
    private static readonly string[] _columns =
        ["id", .. Languages.All.Select(language => $"title.{language}"), "day", "start", "end", "room", "type", "track", "speakers", "abstract.en"];

    /// <summary>As text for every program.</summary>
    /// <param name="language">Language of the headings, one of <see cref="Languages.All"/>.</param>
    /// <param name="firstDay">Day of the examples.</param>
    public static byte[] Csv(string language, DateOnly firstDay)
    {
        var text = new StringBuilder();
        foreach (var row in Rows(language, firstDay))
        {
            text.AppendJoin(',', row.Select(cell => cell.AsSpan().IndexOfAny(",;\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        }

        // Without the mark, spreadsheets take UTF-8 for a code page of theirs.
        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>As a workbook.</summary>
    /// <param name="language">Language of the headings, one of <see cref="Languages.All"/>.</param>
    /// <param name="firstDay">Day of the examples.</param>
    public static byte[] Workbook(string language, DateOnly firstDay)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            var view = new SheetView { WorkbookViewId = 0, RightToLeft = language == Languages.Urdu };
            view.AppendChild(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
            part.Worksheet = new Worksheet(
                new SheetViews(view),
                new Columns(new Column { Min = 1, Max = (uint)_columns.Length, Width = 24, CustomWidth = true }),
                new SheetData(Rows(language, firstDay).Select(row => new Row(row.Select(Cell)))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "Sessions" }));
        }

        return bytes.ToArray();
    }

    // Texts throughout: a program that makes a day of "2026-12-07" does so when the cell is edited, and both are read.
    private static Cell Cell(string text) => new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };

    private static IEnumerable<IReadOnlyList<string>> Rows(string language, DateOnly firstDay)
    {
        var day = firstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return [.. _columns.Select(column => SessionTableHeadings.Of(column, language))];
        yield return ["1", "Opening ceremony", "Церемония открытия", "开幕式", "उद्घाटन समारोह", "افتتاحی تقریب", day, "09:30", "10:30", "Hall A", "Opening ceremony", "", "Li Wei; Анна Орлова", ""];
        yield return ["2", "Protection of networks", "Защита сетей", "网络保护", "नेटवर्क की सुरक्षा", "نیٹ ورک کا تحفظ", day, "11:00", "12:30", "Hall A", "Panel", "Law", "Meera Iyer", "Experience of the last year"];
    }
}
