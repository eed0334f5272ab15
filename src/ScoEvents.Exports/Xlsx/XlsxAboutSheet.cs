using DocumentFormat.OpenXml.Spreadsheet;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Xlsx;

/// <summary>The sheet with the facts of the event, in each language of the agenda.</summary>
internal static class XlsxAboutSheet
{
    public static Worksheet Of(AgendaDocument agenda)
    {
        var isRightToLeft = agenda.Direction == TextDirection.RightToLeft;
        var data = new SheetData();
        foreach (var document in new[] { agenda, agenda.Beside }.OfType<AgendaDocument>())
        {
            Append(data, document);
        }

        return new Worksheet(
            new SheetViews(new SheetView { WorkbookViewId = 0, RightToLeft = isRightToLeft ? true : null }),
            XlsxCells.Widths(24, 90),
            data,
            XlsxPage.Margins(),
            XlsxPage.Setup(agenda.Paper, isWide: false),
            XlsxPage.Frame(agenda));
    }

    private static void Append(SheetData data, AgendaDocument agenda)
    {
        var style = agenda.Direction == TextDirection.RightToLeft ? XlsxStyles.RightToLeft : XlsxStyles.LeftToRight;
        Add(data, agenda.Labels.Agenda, agenda.Title, style, XlsxStyles.Title);
        if (agenda.Subtitle is { } subtitle)
        {
            Add(data, null, subtitle, style, style);
        }

        foreach (var line in agenda.AuthorityLines)
        {
            Add(data, null, line, style, style);
        }

        foreach (var (term, text) in AgendaFacts.Of(agenda))
        {
            Add(data, term, text, style, style);
        }

        Add(data, agenda.Labels.Classification, agenda.Classification.Marking(), style, XlsxStyles.LeftToRight);
        if (agenda.IsCancelled || agenda.IsDraft)
        {
            Add(data, agenda.Labels.State, AgendaSpeech.Joined(" · ", agenda.IsCancelled ? agenda.Labels.Cancelled : null, agenda.IsDraft ? agenda.Labels.Draft : null), style, style);
        }

        if (agenda.Address is { } address)
        {
            Add(data, null, address.AbsoluteUri, style, XlsxStyles.LeftToRight);
        }
    }

    private static void Add(SheetData data, string? term, string text, uint termStyle, uint textStyle)
    {
        var row = (uint)data.ChildElements.Count + 1;
        data.Append(new Row(XlsxCells.Text(0, row, term, termStyle), XlsxCells.Text(1, row, text, textStyle)) { RowIndex = row });
    }
}
