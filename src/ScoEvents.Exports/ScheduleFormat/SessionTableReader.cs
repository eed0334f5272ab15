using System.Globalization;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Reads a list of sessions whose columns somebody mapped: comma-, semicolon- or tab-separated text, or a workbook (XLSX).</summary>
/// <remarks>Text is UTF-8 with or without byte order mark, or UTF-16 with one; anything else is refused, as guessing an encoding ruins names.</remarks>
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
        using var table = await SessionTable.OpenAsync(input, problems, cancellationToken).ConfigureAwait(false);
        return table is null
            ? new SessionTableHead(null, [], [], problems.Finish(null).Problems)
            : new SessionTableHead(
                table.Separator,
                table.Headings,
                [.. table.Rows.Take(SampleRows).Select(row => row.Cells.ConvertAll(ScheduleWords.CleanLine))],
                []);
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
        using var table = await SessionTable.OpenAsync(input, problems, cancellationToken).ConfigureAwait(false);
        if (table is null || SessionTableColumns.Find(mapping, table.Headings, problems) is not { } columns)
        {
            return problems.Finish(null);
        }

        var rows = new SessionTableRows(columns, assumed, problems);
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.IsMalformed)
            {
                problems.Refused(RowMalformed, "", row.Number);
                continue;
            }

            if (row.Cells.Count != table.Headings.Count)
            {
                problems.Note(
                    RowLength,
                    "",
                    row.Number,
                    row.Cells.Count.ToString(CultureInfo.InvariantCulture),
                    table.Headings.Count.ToString(CultureInfo.InvariantCulture));
            }

            rows.Add(row.Number, row.Cells);
            if (rows.Raw.Events.Count > ScheduleLimits.MaxEvents)
            {
                break;
            }
        }

        return ScheduleAssembler.Assemble(rows.Raw, problems, assumed, cancellationToken);
    }
}
