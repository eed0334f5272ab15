using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.DelegateImport;

/// <summary>Lists of persons to fill in, with headings that the import knows and one row that shows how.</summary>
public static class DelegateTemplate
{
    private const int LastRow = DelegateTableReader.MaxRows + 1;

    /// <summary>As text for every program.</summary>
    /// <param name="language">Language of the headings, one of <see cref="Languages.All"/>.</param>
    /// <param name="example">The example's cells by meaning.</param>
    public static byte[] Csv(string language, IReadOnlyDictionary<string, string> example)
    {
        ArgumentNullException.ThrowIfNull(example);

        var text = new StringBuilder();
        foreach (var row in Rows(language, example))
        {
            text.AppendJoin(',', row.Select(cell => cell.AsSpan().IndexOfAny(",;\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        }

        // Without the mark, spreadsheets take UTF-8 for a code page of theirs.
        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>As a workbook whose choices are lists to pick from.</summary>
    /// <param name="language">Language of the headings, one of <see cref="Languages.All"/>.</param>
    /// <param name="example">The example's cells by meaning.</param>
    /// <param name="choices">What may stand in a column, by meaning.</param>
    public static byte[] Workbook(string language, IReadOnlyDictionary<string, string> example, IReadOnlyDictionary<string, IReadOnlyList<string>> choices)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(choices);

        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var persons = book.AddNewPart<WorksheetPart>();
            var lists = book.AddNewPart<WorksheetPart>();
            var offered = choices.Where(choice => choice.Value.Count > 0).ToList();
            lists.Worksheet = new Worksheet(new SheetData(ListRows(offered)));
            persons.Worksheet = PersonSheet(language, example, offered);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Id = book.GetIdOfPart(persons), SheetId = 1, Name = "Delegation" },
                // Picked from and never read: the import takes the first sheet that is visible.
                new Sheet { Id = book.GetIdOfPart(lists), SheetId = 2, Name = "Lists", State = SheetStateValues.Hidden }));
        }

        return bytes.ToArray();
    }

    private static Worksheet PersonSheet(string language, IReadOnlyDictionary<string, string> example, List<KeyValuePair<string, IReadOnlyList<string>>> offered)
    {
        var meanings = DelegateHeadings.Meanings;
        var view = new SheetView { WorkbookViewId = 0, RightToLeft = language == Languages.Urdu };
        view.AppendChild(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        var rules = offered.Select((choice, index) => new DataValidation(new Formula1(
            string.Create(CultureInfo.InvariantCulture, $"Lists!${Column(index)}$1:${Column(index)}${choice.Value.Count}")))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue>([Range(meanings.ToList().IndexOf(choice.Key))]),
        });
        return new Worksheet(
            new SheetViews(view),
            new Columns(new Column { Min = 1, Max = (uint)meanings.Count, Width = 24, CustomWidth = true }),
            new SheetData(Rows(language, example).Select(row => new Row(row.Select(Cell)))),
            new DataValidations(rules) { Count = (uint)offered.Count });
    }

    private static IEnumerable<Row> ListRows(List<KeyValuePair<string, IReadOnlyList<string>>> offered)
    {
        for (var row = 0; row < offered.Max(choice => choice.Value.Count); row++)
        {
            yield return new Row(offered.Select((choice, index) => (choice, index)).Where(list => row < list.choice.Value.Count)
                .Select(list =>
                {
                    var cell = Cell(list.choice.Value[row]);
                    cell.CellReference = string.Create(CultureInfo.InvariantCulture, $"{Column(list.index)}{row + 1}");
                    return cell;
                }))
            { RowIndex = (uint)row + 1 };
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string language, IReadOnlyDictionary<string, string> example)
    {
        yield return [.. DelegateHeadings.Meanings.Select(meaning => DelegateHeadings.Of(meaning, language))];
        yield return [.. DelegateHeadings.Meanings.Select(meaning => example.GetValueOrDefault(meaning, ""))];
    }

    private static Cell Cell(string text) => new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };

    private static StringValue Range(int column) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}2:{Column(column)}{LastRow}");

    private static string Column(int index) => index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";
}
