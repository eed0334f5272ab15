using System.Globalization;
using System.IO.Compression;
using ScoEvents.Exports.ScheduleFormat;
using static ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.DelegateImport;

/// <summary>Reads a list of persons: comma-, semicolon- or tab-separated text, or a workbook (XLSX).</summary>
/// <remarks>Text is UTF-8 with or without byte order mark, or UTF-16 with one. Workbooks are unpacked within bounds; those with macros are refused, formulas are never calculated.</remarks>
public static class DelegateTableReader
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Most rows below the heading.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Longest cell, in UTF-16 units.</summary>
    public const int MaxCellLength = 1_000;

    /// <summary>Code of a refusal: the workbook carries a program.</summary>
    public const string HasMacros = "delegate-import.macros";

    /// <summary>Code of a refusal: more rows than <see cref="MaxRows"/>.</summary>
    public const string TooManyRows = "delegate-import.too-many-rows";

    /// <summary>Code of a refusal: a cell longer than <see cref="MaxCellLength"/>.</summary>
    public const string CellTooLong = "delegate-import.cell-too-long";

    /// <summary>Code of a refusal: the quotes of a row do not close.</summary>
    public const string BadRow = "delegate-import.bad-row";

    /// <summary>Code of a refusal: no row below the heading.</summary>
    public const string NoRows = "delegate-import.no-rows";

    /// <summary>Code of a refusal: too large.</summary>
    public const string TooLarge = "delegate-import.too-large";

    /// <summary>Code of a refusal: an encoding other than UTF-8 or UTF-16, or no text at all.</summary>
    public const string Encoding = "delegate-import.encoding";

    /// <summary>Code of a refusal: the file is no table.</summary>
    public const string Unreadable = "delegate-import.unreadable";

    /// <summary>Reads all of a table; what is wrong with it is in the answer and never an exception.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellationToken">Checked while reading.</param>
    public static async Task<DelegateTable> ReadAsync(byte[] bytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);

        if (bytes.Length > MaxBytes)
        {
            return Refuse(TooLarge, MaxBytes / 1024 / 1024);
        }

        if (ScheduleFile.IsWorkbook(bytes) && CarriesProgram(bytes))
        {
            return Refuse(HasMacros);
        }

        // What begins as another kind of file and is no workbook would be read as one long garbled line.
        if (bytes.AsSpan().StartsWith("%PDF-"u8) || bytes.AsSpan().StartsWith("MZ"u8))
        {
            return Refuse(Unreadable);
        }

        var problems = new ScheduleProblems();
        using var input = new MemoryStream(bytes, writable: false);
        using var table = await SessionTable.OpenAsync(input, problems, cancellationToken).ConfigureAwait(false);
        if (table is null)
        {
            return problems.Finish(null).Problems.Select(problem => problem.Code).FirstOrDefault() switch
            {
                FileEncoding => Refuse(Encoding),
                FileEmpty => Refuse(NoRows),
                WorkbookTooLarge or FileTooLarge => Refuse(TooLarge, MaxBytes / 1024 / 1024),
                _ => Refuse(Unreadable),
            };
        }

        return Rows(table, cancellationToken);
    }

    private static DelegateTable Rows(SessionTable table, CancellationToken cancellationToken)
    {
        var rows = new List<DelegateTableRow>();
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.IsMalformed)
            {
                return Refuse(BadRow, row.Number);
            }

            if (row.Cells.TrueForAll(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (row.Cells.Exists(cell => cell.Length > MaxCellLength))
            {
                return Refuse(CellTooLong, row.Number, MaxCellLength);
            }

            if (rows.Count == MaxRows)
            {
                return Refuse(TooManyRows, MaxRows);
            }

            rows.Add(new DelegateTableRow(row.Number, [.. row.Cells.Select(cell => cell.Trim())]));
        }

        if (table.Headings.Exists(heading => heading.Length > MaxCellLength))
        {
            return Refuse(CellTooLong, 1, MaxCellLength);
        }

        return rows.Count == 0 ? Refuse(NoRows) : new DelegateTable(table.Headings, rows, null, []);
    }

    // Whatever the file is called: a workbook with a program in it has this part.
    private static bool CarriesProgram(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            return archive.Entries.Any(part => part.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || part.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase)
                || part.FullName.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
                || part.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static DelegateTable Refuse(string code, params int[] arguments) =>
        new([], [], code, [.. arguments.Select(argument => argument.ToString(CultureInfo.InvariantCulture))]);
}

/// <summary>A list of persons as its file has it.</summary>
/// <param name="Headings">Cells of the first row.</param>
/// <param name="Rows">The rows below that hold anything.</param>
/// <param name="Problem">Code of what it is refused for; null where it was read.</param>
/// <param name="Arguments">What the words of the refusal name.</param>
public sealed record DelegateTable(IReadOnlyList<string> Headings, IReadOnlyList<DelegateTableRow> Rows, string? Problem, IReadOnlyList<string> Arguments);

/// <summary>A row of the list.</summary>
/// <param name="Number">The number that people see, the heading being row 1.</param>
/// <param name="Cells">As many as the row has.</param>
public sealed record DelegateTableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column; empty where the row is shorter.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
