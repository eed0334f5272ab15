using System.Globalization;
using CsvHelper;
using ScoEvents.Exports.Participants;

namespace ScoEvents.Exports.Csv;

/// <summary>Writes a list of participants as comma-separated values that spreadsheets open without harm.</summary>
/// <remarks>
/// RFC 4180 with CRLF; UTF-8 with a byte order mark, without which Excel reads other alphabets as Latin-1.
/// Every cell is one line. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
/// </remarks>
public static class ParticipantCsvWriter
{
    /// <summary>Writes row by row and leaves the stream open; only asynchronous writes reach the stream.</summary>
    /// <param name="list">The list, rows in the order to write.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="cancellationToken">Checked before every row; what was written until then stays in the stream.</param>
    public static async Task WriteAsync(ParticipantList list, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(output);

        var csv = CsvWriter.Create(output, CsvCell.Options, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            await WriteRecordAsync(csv, Heads(list.Labels), cancellationToken).ConfigureAwait(false);
            foreach (var row in list.Rows)
            {
                await WriteRecordAsync(csv, Cells(row), cancellationToken).ConfigureAwait(false);
            }

            await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static ValueTask WriteRecordAsync(CsvWriter csv, string?[] cells, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CsvCell.Of(cells[i]);
        }

        return csv.WriteRecordAsync(cells!, cancellationToken);
    }

    private static string?[] Heads(ParticipantLabels labels) =>
    [
        labels.Number, labels.Side, labels.Capacity, labels.Role, labels.Name, labels.NativeName,
        labels.Function, labels.Body, labels.Status,
    ];

    private static string?[] Cells(ParticipantRow row) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), row.Side, row.Capacity, row.Role, row.Name, row.NativeName,
        row.Function, row.Body, row.Status,
    ];
}
