using System.Globalization;
using CsvHelper;
using ScoEvents.Exports.Participants;

namespace ScoEvents.Exports.Csv;

/// <summary>Writes a list of participants, or a difference, as comma-separated values that spreadsheets open without harm.</summary>
/// <remarks>
/// RFC 4180 with CRLF; UTF-8 with a byte order mark, without which Excel reads other alphabets as Latin-1.
/// Every cell is one line. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
/// </remarks>
public static class ParticipantCsvWriter
{
    /// <summary>Writes row by row and leaves the stream open; only asynchronous writes reach the stream.</summary>
    /// <param name="document">What is written.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="cancellationToken">Checked before every row; what was written until then stays in the stream.</param>
    public static async Task WriteAsync(ParticipantDocument document, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);

        var sheet = document.Sheet();
        var csv = CsvWriter.Create(output, CsvCell.Options, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            await csv.WriteRecordAsync([.. sheet.Columns.Select(column => CsvCell.Of(column.Heading))], cancellationToken).ConfigureAwait(false);
            foreach (var row in sheet.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await csv.WriteRecordAsync([.. row.Select(cell => CsvCell.Of(cell.Number?.ToString(CultureInfo.InvariantCulture) ?? cell.Text))], cancellationToken).ConfigureAwait(false);
            }

            await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
