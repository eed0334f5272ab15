using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Reads the first visible sheet of a workbook that has anything in it, as the texts that a person would type.</summary>
/// <remarks>Formulas are not calculated: the value that was saved beside them counts. Nothing outside of the sheet is looked at, and nothing is fetched.</remarks>
internal static class SessionWorkbook
{
    private const long MaxUnpackedBytes = 64L * 1024 * 1024;

    private const int MaxParts = 2_000;

    // What follows the last session in a sheet is formatting at most.
    private const int MaxRows = ScheduleLimits.MaxEvents * 2;

    private const int MaxColumns = 256;

    /// <summary>All rows; null, with word of it, where the archive is damaged, too large or no workbook.</summary>
    public static SessionTable? Read(byte[] bytes, ScheduleProblems problems, CancellationToken cancellationToken)
    {
        if (Unpacked(bytes, problems, cancellationToken) is not true)
        {
            return null;
        }

        try
        {
            using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
            return Rows(workbook, problems, cancellationToken);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            problems.Refused(WorkbookUnreadable, "", null);
            return null;
        }
    }

    // An archive may promise less than it holds, so that every part is unpacked once to count what really comes out.
    private static bool Unpacked(byte[] bytes, ScheduleProblems problems, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            var left = archive.Entries.Count > MaxParts ? -1 : MaxUnpackedBytes;
            var chunk = new byte[64 * 1024];
            foreach (var part in archive.Entries)
            {
                using var unpacked = left < part.Length ? null : part.Open();
                int count;
                while (unpacked is not null && (count = unpacked.Read(chunk)) > 0 && left >= 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    left -= count;
                }

                if (unpacked is null || left < 0)
                {
                    problems.Refused(WorkbookTooLarge, "", null, MaxUnpackedBytes.ToString(CultureInfo.InvariantCulture));
                    return false;
                }
            }

            return true;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            problems.Refused(WorkbookUnreadable, "", null);
            return false;
        }
    }

    // Archive and sheets come from outside, and the library names each fault of theirs by another exception.
    private static bool IsFault(Exception exception) => exception is
        InvalidDataException or ExcelReaderException or XmlException or IOException or FormatException or OverflowException or ArgumentException
        or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException or InvalidCastException or NotSupportedException;

    private static SessionTable? Rows(IExcelDataReader workbook, ScheduleProblems problems, CancellationToken cancellationToken)
    {
        do
        {
            if (workbook.VisibleState != "visible")
            {
                continue;
            }

            if (workbook.FieldCount > MaxColumns)
            {
                problems.Refused(WorkbookTooLarge, workbook.Name, null, MaxColumns.ToString(CultureInfo.InvariantCulture));
                return null;
            }

            var rows = Sheet(workbook, cancellationToken);
            if (rows.FindIndex(row => row.Cells.Exists(cell => cell.Length > 0)) is >= 0 and var first)
            {
                if (workbook.ResultsCount > 1)
                {
                    problems.Note(WorkbookSheet, "", null, workbook.Name);
                }

                return new SessionTable(null, rows[first].Cells.ConvertAll(ScheduleWords.CleanLine), rows.Skip(first + 1));
            }
        }
        while (workbook.NextResult());

        problems.Refused(FileEmpty, "", null);
        return null;
    }

    private static List<SessionTableRow> Sheet(IExcelDataReader workbook, CancellationToken cancellationToken)
    {
        var rows = new List<SessionTableRow>();
        for (var number = 1; number <= MaxRows && workbook.Read(); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = new List<string>(workbook.FieldCount);
            for (var column = 0; column < workbook.FieldCount; column++)
            {
                cells.Add(Words(workbook.GetValue(column)));
            }

            rows.Add(new SessionTableRow(number, cells, false));
        }

        // Formatted cells to the right of the table are no cells of it.
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.FindLastIndex(cell => cell.Length > 0) + 1);
        foreach (var row in rows)
        {
            row.Cells.RemoveRange(width, row.Cells.Count - width);
        }

        return rows;
    }

    // Days and times as the readers of text know them. A time alone is a day before any calendar to a spreadsheet.
    private static string Words(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime moment when moment.Year < 1901 => moment.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment when moment.TimeOfDay == TimeSpan.Zero => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => Rounded(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeSpan span when span < TimeSpan.FromDays(1) => span.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        TimeSpan span => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span.Minutes:00}"),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Half a second off: days are kept as fractions of a number.
    private static DateTime Rounded(DateTime moment) => new((moment.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
}
