using CsvHelper;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Csv;

/// <summary>Writes an agenda as comma-separated values, one line a session, that spreadsheets open without harm.</summary>
/// <remarks>RFC 4180; dates are <c>yyyy-MM-dd</c> and times <c>HH:mm</c> of the place. Every cell is one line of text.</remarks>
public static class AgendaCsvWriter
{
    /// <summary>Writes row by row and leaves the stream open. Equal agendas give equal bytes.</summary>
    /// <param name="agenda">The agenda, as <see cref="AgendaSelection"/> left it.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="cancellationToken">Checked before every row; what was written until then stays in the stream.</param>
    public static async Task WriteAsync(AgendaDocument agenda, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(output);

        var table = AgendaTable.Of(agenda);
        var csv = CsvWriter.Create(output, CsvCell.Options, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            await csv.WriteRecordAsync([.. table.Columns.Select(column => CsvCell.Of(column.Heading))], cancellationToken).ConfigureAwait(false);
            foreach (var row in table.Rows)
            {
                await csv.WriteRecordAsync([.. row.Select(cell => CsvCell.Of(cell.Text))], cancellationToken).ConfigureAwait(false);
            }

            await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
