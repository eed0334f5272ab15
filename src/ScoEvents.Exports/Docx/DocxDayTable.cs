using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Docx;

/// <summary>One day as a table whose first row stands again on every page.</summary>
internal sealed class DocxDayTable(AgendaDocument agenda, DocxText text, DocxText? besideText)
{
    private const int TimeWidth = 1_420;
    private const int RoomWidth = 1_900;

    private readonly Dictionary<Guid, AgendaEntry> _beside = agenda.Beside?.Days
        .SelectMany(day => day.Entries).ToDictionary(entry => entry.SessionId) ?? [];

    private readonly int _contentWidth =
        (agenda.Paper.WidthInTwips - (2 * DocxPageFrame.SideMargin) - TimeWidth - RoomWidth) / (agenda.Beside is null ? 1 : 2);

    public Table Of(AgendaDay day)
    {
        int[] widths = agenda.Beside is null ? [TimeWidth, _contentWidth, RoomWidth] : [TimeWidth, _contentWidth, _contentWidth, RoomWidth];
        var properties = new TableProperties
        {
            TableStyle = new TableStyle { Val = DocxStyles.Table },
            TableWidth = new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            TableLook = new TableLook { FirstRow = true, NoVerticalBand = true, NoHorizontalBand = true },
            TableCaption = new TableCaption { Val = ExportText.CleanLine(day.Heading) },
        };
        if (agenda.Direction == TextDirection.RightToLeft)
        {
            properties.BiDiVisual = new BiDiVisual();
        }

        return new Table(
        [
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })),
            Head(widths),
            .. day.Entries.Select(entry => Row(entry, widths)),
        ]);
    }

    private TableRow Head(int[] widths)
    {
        var labels = agenda.Labels;
        List<Paragraph> heads = [text.Paragraph(DocxStyles.Body, labels.Time), text.Paragraph(DocxStyles.Body, labels.Session)];
        if (agenda.Beside is { } beside)
        {
            heads.Add(besideText!.Paragraph(DocxStyles.Body, beside.Labels.Session));
        }

        heads.Add(text.Paragraph(DocxStyles.Body, labels.Room));
        return new TableRow(
        [
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. heads.Select((head, index) => Cell(widths[index], null, head)),
        ]);
    }

    private TableRow Row(AgendaEntry entry, int[] widths)
    {
        var shade = entry.IsPause ? "F3F5F7" : null;
        var rooms = new List<Paragraph> { text.Paragraph(DocxStyles.Body, entry.Room) };
        List<TableCell> cells = [Cell(widths[0], shade, [.. Times(entry)]), Cell(widths[1], shade, [.. Lines(agenda, entry, text, DocxStyles.Session)])];
        if (agenda.Beside is { } beside && _beside.TryGetValue(entry.SessionId, out var other))
        {
            cells.Add(Cell(widths[2], shade, [.. Lines(beside, other, besideText!, DocxStyles.SessionBeside)]));
            if (other.Room is not null && other.Room != entry.Room)
            {
                rooms.Add(besideText!.Paragraph(DocxStyles.Body, other.Room));
            }
        }

        cells.Add(Cell(widths[^1], shade, [.. rooms]));
        return IsShort(entry) ? new TableRow([new TableRowProperties(new CantSplit()), .. cells]) : new TableRow(cells);
    }

    // A row that may not break across pages leaves a gap as high as itself.
    private bool IsShort(AgendaEntry entry)
    {
        var share = agenda.Beside is null ? 1 : 2;
        return (entry.Speakers.Count + entry.Points.Count) * share <= 8 && (entry.Abstract?.Length ?? 0) * share <= 600;
    }

    private IEnumerable<Paragraph> Times(AgendaEntry entry)
    {
        var zone = agenda.TimeZone;
        yield return DocxText.LeftToRight(
            DocxStyles.Time, $"{AgendaTimes.Clock(entry.Start, zone)}–{AgendaTimes.Clock(entry.End, zone)}", text.IsRightToLeft);
        if (AgendaTimes.EndsOnLaterDay(entry, zone))
        {
            yield return text.Paragraph(DocxStyles.Body, agenda.Labels.NextDay);
        }
    }

    private static IEnumerable<Paragraph> Lines(AgendaDocument document, AgendaEntry entry, DocxText text, string headingStyle)
    {
        var labels = document.Labels;
        if (!entry.IsPause)
        {
            yield return text.Paragraph(DocxStyles.Kind, AgendaSpeech.Joined(" · ", entry.TypeLabel, entry.Track));
        }

        yield return text.Paragraph(headingStyle, AgendaSpeech.Joined(" ", entry.Title, entry.Code is { Length: > 0 } code ? $"({code})" : null));
        if (entry.IsCancelled)
        {
            yield return text.Paragraph(DocxStyles.People, [.. text.Runs(labels.Cancelled, DocxStyles.Cancelled)]);
        }

        foreach (var line in ExportText.Clean(entry.Abstract).Split('\n').Where(line => line.Trim().Length > 0))
        {
            yield return text.Paragraph(DocxStyles.Abstract, line);
        }

        for (var i = 0; i < entry.Points.Count; i++)
        {
            yield return text.Paragraph(DocxStyles.People, AgendaSpeech.Point(document, entry.Points[i], i));
        }

        var colon = AgendaPunctuation.For(document.Language).Colon;
        if (entry.Chair is { } chair)
        {
            yield return Noted(labels.Chair, AgendaSpeech.Person(document, chair));
        }

        if (entry.Speakers.Count > 0)
        {
            yield return text.Paragraph(DocxStyles.People, [.. text.Runs(labels.Speakers + colon.TrimEnd(), DocxStyles.Term)]);
            foreach (var speaker in entry.Speakers)
            {
                yield return text.Paragraph(DocxStyles.People, AgendaSpeech.Person(document, speaker));
            }
        }

        if (AgendaSpeech.Interpretation(document, entry) is { Length: > 0 } interpretation)
        {
            yield return Noted(labels.Interpretation, interpretation);
        }

        if (ExportText.CleanLine(entry.AccessLabel) is { Length: > 0 } access)
        {
            yield return Noted(labels.Access, access);
        }

        if (entry.Classification != Classification.Clear)
        {
            yield return Noted(labels.Classification, entry.Classification.Marking(), DocxStyles.Marking);
        }

        Paragraph Noted(string term, string line, string? style = null) => text.Paragraph(
            DocxStyles.People, [.. text.Runs(term, DocxStyles.Term), text.Raw(colon, DocxStyles.Term), .. text.Runs(line, style)]);
    }

    private static TableCell Cell(int width, string? shade, params Paragraph[] lines)
    {
        var properties = new TableCellProperties { TableCellWidth = new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa } };
        if (shade is not null)
        {
            properties.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade };
        }

        return new TableCell([properties, .. lines]);
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
