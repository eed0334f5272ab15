using System.Globalization;
using CsvHelper;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>A table as its file has it, row by row; what program wrote it makes no difference from here on.</summary>
/// <param name="Separator">What separates the cells; null in a workbook.</param>
/// <param name="Headings">Cells of the first row, cleaned.</param>
/// <param name="Rows">The rows below it, read as they are asked for.</param>
internal sealed record SessionTable(char? Separator, List<string> Headings, IEnumerable<SessionTableRow> Rows) : IDisposable
{
    private IDisposable? _source;

    /// <summary>Opens text or a workbook, told apart by its first bytes; null, with word of it, for what is neither.</summary>
    public static async Task<SessionTable?> OpenAsync(Stream input, ScheduleProblems problems, CancellationToken cancellationToken)
    {
        if (await ScheduleInput.ReadAsync(input, cancellationToken).ConfigureAwait(false) is not { } bytes)
        {
            problems.Refused(FileTooLarge, "", null, ScheduleLimits.MaxBytes.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        if (ScheduleFile.IsOldWorkbook(bytes))
        {
            problems.Refused(WorkbookOld, "", null);
            return null;
        }

        return ScheduleFile.IsWorkbook(bytes) ? SessionWorkbook.Read(bytes, problems, cancellationToken) : Text(bytes, problems);
    }

    public void Dispose() => _source?.Dispose();

    private static SessionTable? Text(byte[] bytes, ScheduleProblems problems)
    {
        if (ScheduleInput.ToUtf8(bytes, repair: false, out _) is not { } text)
        {
            problems.Refused(FileEncoding, "", null);
            return null;
        }

        if (text.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problems.Refused(FileEmpty, "", null);
            return null;
        }

        var fault = new Fault();
        var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            // The heading is read as a row: headings may repeat, and the number of a row is the one that people see.
            HasHeader = false,
            Separator = null,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => fault.Reason = record.Reason,
            IncludeValuesInExceptions = false,
        });
        var headings = csv.Read() ? Cells(csv).ConvertAll(ScheduleWords.CleanLine) : [];
        return new SessionTable(csv.Separator, headings, ReadRows(csv, fault)) { _source = csv };
    }

    private static IEnumerable<SessionTableRow> ReadRows(CsvReader csv, Fault fault)
    {
        fault.Reason = null;
        while (csv.Read())
        {
            var isMalformed = fault.Reason is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote;
            yield return new SessionTableRow((int)csv.RowNumber, isMalformed ? [] : Cells(csv), isMalformed);
            fault.Reason = null;
        }
    }

    private static List<string> Cells(CsvReader csv)
    {
        var cells = new List<string>(csv.FieldCount);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            cells.Add(csv.GetString(i));
        }

        return cells;
    }

    private sealed class Fault
    {
        public CsvMalformedReason? Reason { get; set; }
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Number">The number that people see, the heading being row 1.</param>
/// <param name="Cells">As many as the row has.</param>
/// <param name="IsMalformed">Whether its quotes do not close or are followed by text; it then has no cells.</param>
internal sealed record SessionTableRow(int Number, List<string> Cells, bool IsMalformed);
