using System.Globalization;
using System.Text;
using static ScoEvents.Exports.Pdf.PrintedType;

namespace ScoEvents.Exports.Participants;

/// <summary>The look of a list of participants on paper: a table a side, its head and the marking on every page.</summary>
internal static class ParticipantStyleSheet
{
    private const int RunningTitleLength = 70;

    private const string Body = """
        html{font-family:var(--text-font);font-size:9pt;line-height:var(--leading);color:#16191d;
          font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{margin:0}
        .cover{border-block-end:1.5pt solid var(--accent);padding-block-end:4mm;margin-block-end:5mm}
        .kicker{color:var(--accent);font-weight:700;margin:0;font-size:11pt}
        h1{font-size:18pt;line-height:var(--heading-leading,1.25);margin:1mm 0 3mm;font-weight:700;text-wrap:balance}
        dl{display:grid;grid-template-columns:max-content 1fr;column-gap:5mm;margin:0}
        dt{color:var(--muted)}
        dd{margin:0}
        section{margin-block-end:5mm}
        h2{font-size:12pt;line-height:var(--heading-leading,1.3);color:var(--accent);margin:0 0 1mm;break-after:avoid}
        .note{font-size:9pt;font-weight:400;color:var(--muted);margin-inline-start:2mm}
        table{border-collapse:collapse;inline-size:100%;table-layout:fixed}
        thead{display:table-header-group}
        th{font-weight:700;text-align:start;color:var(--muted);border-block-end:.75pt solid var(--accent)}
        th,td{padding-block:1mm;padding-inline:0 3mm;vertical-align:top;overflow-wrap:anywhere}
        td{border-block-end:.5pt solid var(--rule)}
        tr{break-inside:avoid}
        .name{font-weight:700}
        .quiet,.empty{color:var(--muted)}
        .marking{font-family:"Noto Sans",sans-serif;direction:ltr}
        :root:lang(ur){--heading-leading:2;font-size:9.5pt}
        :root:lang(hi){--heading-leading:1.6}
        .own[lang=ur]{font-family:"Nastaliq","Noto Nastaliq Urdu",sans-serif;line-height:2.1}

        """;

    /// <summary>The sheet for one document; texts of the margin boxes stand in it as escaped CSS strings.</summary>
    public static string For(ParticipantDocument document, ParticipantPages pages)
    {
        var isRightToLeft = document.Direction == TextDirection.RightToLeft;
        // Margin boxes are named by physical side, so the mirrored page swaps their names.
        var (start, end) = isRightToLeft ? ("right", "left") : ("left", "right");
        var (pageBefore, pageBetween, pageAfter) = PageOfPages(document.Labels.PageOfPages);
        var sheet = new StringBuilder(NastaliqFaces)
            .Append(":root{--text-font:").Append(FontStack(document.Language)).Append(';')
            .Append("--leading:").Append(Leading(document.Language)).Append(";--accent:#1f4e79;--muted:#55606b;--rule:#c9d1d9}\n")
            .Append("@page{size:A4 portrait;margin:24mm 18mm 22mm}\n")
            .Append("@page{").Append(Box("top", start, "width:62%", Quote(Shorten(document.EventTitle))))
            .Append(Box("top", end, $"width:38%;font-weight:700;color:#000;font-family:\"Noto Sans\",{FontStack(document.Language)}", Quote(document.RunningMarking)))
            .Append(Box("bottom", start, "width:62%", Quote(ExportText.CleanLine(document.Edition))))
            .Append(Box("bottom", end, "width:38%", $"{Quote(pageBefore)} counter(page) {Quote(pageBetween)} counter(pages) {Quote(pageAfter)}"))
            .Append("}\n@page :first{@top-").Append(start).Append("{content:none}}\n")
            .Append(Body)
            // Lines stand where the table begins, whatever direction they take.
            .Append("td{text-align:").Append(start).Append(";unicode-bidi:plaintext;white-space:pre-line}\n");
        for (var i = 0; i < pages.Columns.Count; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $".c{i}{{inline-size:{pages.Columns[i].Share}%}}\n");
        }

        return sheet.ToString();

        string Box(string edge, string side, string look, string content) => MarginBox(edge, side, isRightToLeft, document.Language, look, content);
    }

    private static string Shorten(string title)
    {
        var line = ExportText.CleanLine(title);
        var whole = new StringInfo(line);
        return whole.LengthInTextElements <= RunningTitleLength
            ? line
            : whole.SubstringByTextElements(0, RunningTitleLength - 1).TrimEnd() + "…";
    }
}
