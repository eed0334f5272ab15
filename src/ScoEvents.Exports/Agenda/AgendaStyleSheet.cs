using System.Globalization;
using System.Text;
using static ScoEvents.Exports.Pdf.PrintedType;

namespace ScoEvents.Exports.Agenda;

/// <summary>The look of an agenda on paper and screen: one accent color, logical directions, a running header with the marking.</summary>
internal static class AgendaStyleSheet
{
    private const int RunningTitleLength = 70;

    private const string Body = """
        html{font-family:var(--text-font);font-size:9.5pt;line-height:var(--leading);color:#16191d;
          font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{margin:0}
        .cover{border-block-end:1.5pt solid var(--accent);padding-block-end:5mm;margin-block-end:6mm}
        .kicker{color:var(--accent);font-weight:700;margin:0}
        .own-page{break-after:page;border-block-end:0}
        .title{font-size:20pt;line-height:var(--heading-leading,1.25);margin:1mm 0 2mm;font-weight:700;text-wrap:balance}
        .subtitle{font-size:12pt;margin:0 0 3mm;color:var(--muted)}
        .authority{list-style:none;margin:0 0 4mm;padding:0}
        dl{display:grid;grid-template-columns:max-content 1fr;column-gap:5mm;margin:0}
        dt{color:var(--muted)}
        dd{margin:0}
        .state{font-weight:700;border:1pt solid currentcolor;padding:1mm 3mm;display:inline-block;margin:0 0 3mm}
        .day{margin-block-end:7mm}
        h2{font-size:13pt;line-height:var(--heading-leading,1.3);color:var(--accent);margin:0 0 2mm;break-after:avoid}
        table{border-collapse:collapse;inline-size:100%;table-layout:fixed}
        thead{display:table-header-group}
        th{font-weight:700;text-align:start;color:var(--muted);border-block-end:.75pt solid var(--accent);padding:1mm 2mm 1mm 0}
        th,td{padding-block:1.6mm;padding-inline:0 3mm;vertical-align:top}
        td{border-block-end:.5pt solid var(--rule)}
        tr{break-inside:avoid}
        .c-time{inline-size:25mm}
        .c-room{inline-size:34mm}
        .time{font-weight:700}
        .clock,.code,.marking{font-family:"Noto Sans",sans-serif;direction:ltr;unicode-bidi:isolate;white-space:nowrap}
        .later{display:block;font-weight:400;color:var(--muted)}
        .type{color:var(--accent);margin:0}
        .session-title{font-size:10.5pt;line-height:var(--heading-leading,1.3);margin:0;font-weight:700}
        .code{font-weight:400;color:var(--muted)}
        .abstract{margin:1mm 0 0;white-space:pre-line}
        .people,.note{margin:1mm 0 0}
        .people b,.note b{font-weight:400;color:var(--muted)}
        ul.people{list-style:none;padding:0}
        .side{color:var(--muted)}
        .points{margin:1mm 0 0;padding-inline-start:5mm}
        .beside{margin-block-start:6mm;padding-block-start:4mm;border-block-start:.5pt solid var(--rule)}
        .beside .title{font-size:15pt}
        .day-beside{color:var(--muted);margin:-1mm 0 2mm;break-after:avoid}
        .contents{margin-block-start:7mm}
        .contents ol{list-style:none;margin:1mm 0 0;padding:0}
        .contents li{border-block-end:.5pt dotted var(--rule);padding-block:1mm;display:flex;justify-content:space-between;gap:5mm}
        .contents a{color:inherit;text-decoration:none}
        .contents .clock{color:var(--muted)}
        .watermark{position:fixed;inset:0;display:grid;place-items:center;font-size:96pt;font-weight:700;
          color:#b3261e;opacity:.13;rotate:-35deg;z-index:1;pointer-events:none;line-height:1.5}
        .topic{display:block;font-style:italic}
        .pause td{background:#f3f5f7;color:var(--muted);padding-block:1mm}
        .pause .session-title{font-weight:400;font-size:inherit}
        .cancelled .session-title,.cancelled .clock{text-decoration:line-through}
        .empty{color:var(--muted)}
        :root:lang(ur){--leading:2.3;--heading-leading:2;font-size:10pt}
        :root:lang(hi){--heading-leading:1.6}
        [lang=ur]{font-family:"Nastaliq","Noto Nastaliq Urdu","Noto Sans",sans-serif;line-height:2.3}
        @media screen{body{max-inline-size:62rem;margin-inline:auto;padding:1.5rem clamp(1rem,4vw,3rem)}html{font-size:11pt}
          .contents a{color:var(--accent);text-decoration:underline}}
        @media screen and (max-width:40rem){thead{display:none}tr,td{display:block}td{border:0;padding-block:.5mm}
          tr{border-block-end:.5pt solid var(--rule);padding-block:2mm}}
        :lang(ur) .topic,:lang(zh) .topic,:lang(hi) .topic{font-style:normal}

        """;

    /// <summary>
    /// What is added for the PDF engine. The font of a page number is the one of its figures, and its box is wider than
    /// the number will be, so that it may lie over the empty part of the line; it reads from the left in every language.
    /// </summary>
    public const string ForPrinter = """
        @media screen{html{display:none}}
        .contents a{flex:1}
        .contents .page{font-family:"Noto Sans",sans-serif;font-variant-ligatures:none;font-kerning:none;direction:ltr;unicode-bidi:isolate;white-space:nowrap;margin-inline-start:-6ch}
        :root[dir=rtl] .contents .page{margin-inline:0 -6ch}

        """;

    /// <summary>The sheet for one agenda; texts of the margin boxes stand in it as escaped CSS strings.</summary>
    public static string For(AgendaDocument agenda)
    {
        var isRightToLeft = agenda.Direction == TextDirection.RightToLeft;
        // Margin boxes are named by physical side, so the mirrored page swaps their names.
        var (start, end) = isRightToLeft ? ("right", "left") : ("left", "right");
        var (pageBefore, pageBetween, pageAfter) = PageOfPages(agenda.Labels.PageOfPages);
        var paper = agenda.Paper.Size == PaperSize.A4 ? "A4" : "letter";

        return new StringBuilder(NastaliqFaces)
            .Append(":root{--text-font:").Append(FontStack(agenda.Language)).Append(';')
            .Append("--leading:").Append(Leading(agenda.Language)).Append(";--accent:#1f4e79;--muted:#55606b;--rule:#c9d1d9}\n")
            .Append("@page{size:").Append(paper).Append(agenda.Paper.IsLandscape ? " landscape" : " portrait").Append(";margin:24mm 18mm 22mm}\n")
            .Append("@page{").Append(MarginBox("top", start, isRightToLeft, agenda.Language, "width:70%", Quote(Shorten(agenda.Title))))
            .Append(MarginBox("top", end, isRightToLeft, agenda.Language,
                $"width:30%;font-weight:700;color:#000;font-family:\"Noto Sans\",{FontStack(agenda.Language)};direction:ltr", Quote(AgendaFacts.RunningMarking(agenda))))
            .Append(MarginBox("bottom", start, isRightToLeft, agenda.Language, "width:60%", Quote(AgendaFacts.Edition(agenda))))
            .Append(MarginBox("bottom", end, isRightToLeft, agenda.Language, "width:40%",
                $"{Quote(pageBefore)} counter(page) {Quote(pageBetween)} counter(pages) {Quote(pageAfter)}"))
            .Append("}\n@page :first{@top-").Append(start).Append("{content:none}}\n")
            .Append(Body)
            .ToString();
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
