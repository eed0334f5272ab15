using DocumentFormat.OpenXml.Spreadsheet;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Xlsx;

/// <summary>How a sheet lies on paper and what stands on every page of it.</summary>
internal static class XlsxPage
{
    // Excel cuts what is longer than 255 characters, codes included.
    private const int LongestPart = 100;

    public static PageMargins Margins() => new() { Left = 0.5, Right = 0.5, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 };

    /// <summary>As wide as the page; a wide table lies across whatever was asked, for nobody could read it else.</summary>
    public static PageSetup Setup(AgendaPaper paper, bool isWide) => new()
    {
        PaperSize = paper.Size == PaperSize.A4 ? 9u : 1u,
        Orientation = isWide || paper.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
        FitToWidth = 1,
        FitToHeight = 0,
    };

    /// <summary>Title and marking above, release and page below.</summary>
    public static HeaderFooter Frame(AgendaDocument agenda) =>
        Frame(agenda.Title, AgendaFacts.RunningMarking(agenda), AgendaFacts.Edition(agenda), agenda.Labels.PageOfPages);

    /// <summary>Title and marking above, edition and page below.</summary>
    public static HeaderFooter Frame(string title, string marking, string edition, string pageOfPages)
    {
        var pages = Plain(pageOfPages).Replace("{0}", "&P", StringComparison.Ordinal).Replace("{1}", "&N", StringComparison.Ordinal);
        return new HeaderFooter(
            new OddHeader($"&L{Plain(title)}&R&\"-,Bold\"{Plain(marking)}"),
            new OddFooter($"&L{Plain(edition)}&R{pages}"));
    }

    // The ampersand begins a code.
    private static string Plain(string text)
    {
        var whole = new System.Globalization.StringInfo(ExportText.CleanLine(text));
        var cut = whole.LengthInTextElements > LongestPart ? whole.SubstringByTextElements(0, LongestPart - 1) + "…" : whole.String;
        return cut.Replace("&", "&&", StringComparison.Ordinal);
    }
}
