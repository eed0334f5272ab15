using System.Globalization;
using CsvHelper;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Reads a list of sessions from comma-, semicolon- or tab-separated text whose columns somebody mapped.</summary>
/// <remarks>UTF-8 with or without byte order mark, or UTF-16 with one; anything else is refused, as guessing an encoding ruins names.</remarks>
public static class SessionTableReader
{
    private const int SampleRows = 5;

    /// <summary>Reads the headings and a few rows, so that a person can map the columns.</summary>
    /// <param name="input">The table; read to its end, never past <see cref="ScheduleLimits.MaxBytes"/>, and left open.</param>
    /// <param name="cancellationToken">Checked while reading.</param>
    public static async Task<SessionTableHead> ReadHeadAsync(Stream input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);

        var problems = new ScheduleProblems();
        if (await OpenAsync(input, problems, _ => { }, cancellationToken).ConfigureAwait(false) is not { } csv)
        {
            return new SessionTableHead(',', [], [], problems.Finish(null).Problems);
        }

        using (csv)
        {
            var headings = csv.Read() ? Cells(csv) : [];
            var samples = new List<IReadOnlyList<string>>();
            while (samples.Count < SampleRows && csv.Read())
            {
                samples.Add(Cells(csv));
            }

            return new SessionTableHead(csv.Separator, headings, samples, []);
        }
    }

    /// <summary>Reads a table within <see cref="ScheduleLimits"/>; what is wrong with it is in the answer and never an exception.</summary>
    /// <param name="input">The table; read to its end, never past the limit, and left open.</param>
    /// <param name="mapping">Which column holds what.</param>
    /// <param name="options">The acronym that guids are derived with, the zone of the times, the length of sessions without one; null assumes the defaults.</param>
    /// <param name="cancellationToken">Checked while reading and at each row.</param>
    public static async Task<ScheduleReading> ReadAsync(
        Stream input, SessionTableMapping mapping, ScheduleReadingOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(mapping);

        var problems = new ScheduleProblems();
        var assumed = options ?? new ScheduleReadingOptions();
        CsvMalformedReason? fault = null;
        if (await OpenAsync(input, problems, record => fault = record.Reason, cancellationToken).ConfigureAwait(false) is not { } csv)
        {
            return problems.Finish(null);
        }

        using (csv)
        {
            var headings = csv.Read() ? Cells(csv) : [];
            if (SessionTableColumns.Find(mapping, headings, problems) is not { } columns)
            {
                return problems.Finish(null);
            }

            var rows = new SessionTableRows(columns, assumed, problems);
            while (Next(csv, ref fault))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var row = (int)csv.RowNumber;
                if (fault is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote)
                {
                    problems.Refused(RowMalformed, "", row);
                    continue;
                }

                if (csv.FieldCount != headings.Count)
                {
                    problems.Note(RowLength, "", row, csv.FieldCount.ToString(CultureInfo.InvariantCulture), headings.Count.ToString(CultureInfo.InvariantCulture));
                }

                rows.Add(row, Cells(csv, clean: false));
                if (rows.Raw.Events.Count > ScheduleLimits.MaxEvents)
                {
                    break;
                }
            }

            return ScheduleAssembler.Assemble(rows.Raw, problems, assumed, cancellationToken);
        }
    }

    private static bool Next(CsvReader csv, ref CsvMalformedReason? fault)
    {
        fault = null;
        return csv.Read();
    }

    private static async Task<CsvReader?> OpenAsync(Stream input, ScheduleProblems problems, Action<CsvMalformedRecord> onMalformed, CancellationToken cancellationToken)
    {
        if (await ScheduleInput.ReadAsync(input, cancellationToken).ConfigureAwait(false) is not { } bytes)
        {
            problems.Refused(FileTooLarge, "", null, ScheduleLimits.MaxBytes.ToString(CultureInfo.InvariantCulture));
            return null;
        }

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

        return CsvReader.Create(text, new CsvReaderOptions
        {
            // The heading is read as a row: headings may repeat, and the number of a row is the one that people see.
            HasHeader = false,
            Separator = null,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = onMalformed,
            IncludeValuesInExceptions = false,
        });
    }

    private static List<string> Cells(CsvReader csv, bool clean = true)
    {
        var cells = new List<string>(csv.FieldCount);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            cells.Add(clean ? ScheduleWords.CleanLine(csv.GetString(i)) : csv.GetString(i));
        }

        return cells;
    }
}
