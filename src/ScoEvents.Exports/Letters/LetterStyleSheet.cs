using System.Globalization;
using System.Text;
using ScoEvents.Domain.Documents;
using static ScoEvents.Exports.Pdf.PrintedType;

namespace ScoEvents.Exports.Letters;

/// <summary>The look of letters on paper; every letter has named pages of its own, because their margins speak its language.</summary>
internal static class LetterStyleSheet
{
    private const string Body = """
        html{color:#16191d;font-variant-numeric:lining-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body,p,h1,dl,dd,ul{margin:0}
        article{font-size:11.5pt}
        article+article{break-before:page}
        header{text-align:center;border-block-end:1.5pt solid #1f4e79;padding-block-end:3mm;margin-block-end:8mm}
        .office{font-size:15pt;font-weight:700;color:#1f4e79;text-wrap:balance}
        .office-line{color:#55606b;font-size:10pt}
        .reference{display:flex;justify-content:space-between;gap:10mm;margin-block-end:8mm}
        .addressee{font-weight:700;margin-block-end:8mm}
        h1{font-size:14pt;font-weight:700;text-align:center;margin-block-end:7mm;break-after:avoid}
        .body,.closing{white-space:pre-line;margin-block-end:4mm;orphans:2;widows:2;text-wrap:pretty;overflow-wrap:break-word}
        .closing{margin-block-start:2mm;break-inside:avoid}
        ul{margin-block-end:4mm;padding-inline-start:7mm;list-style:"–  "}
        li{margin-block-end:1.5mm;break-inside:avoid}
        dl{display:grid;grid-template-columns:minmax(45mm,max-content) 1fr;column-gap:6mm;row-gap:1.2mm;margin-block-end:5mm}
        dt{color:#55606b}
        dd{font-weight:700}
        .emphasis{font-size:19pt;font-weight:700;text-align:center;margin-block:4mm 6mm;overflow-wrap:break-word}
        .signature{margin-block-start:14mm;margin-inline-start:50%;break-inside:avoid}
        .watermark{position:fixed;inset:0;display:grid;place-items:center;font-size:96pt;font-weight:700;
          color:#b3261e;opacity:.13;rotate:-35deg;z-index:1;pointer-events:none;line-height:1.5}
        .letter:lang(zh) .body,.letter:lang(zh) .closing{text-indent:2em}
        .letter:lang(ru) .body,.letter:lang(ru) .closing{text-indent:1.25cm}
        .certificate{border:2pt solid #1f4e79;outline:.5pt solid #1f4e79;outline-offset:-5pt;padding:9mm 22mm;text-align:center;
          min-block-size:164mm;box-sizing:border-box;display:flex;flex-direction:column;justify-content:center}
        .certificate header{border:0;margin-block-end:2mm}
        .certificate h1{font-size:24pt;color:#1f4e79;margin-block-end:4mm;line-height:1.5}
        .certificate .emphasis{font-size:24pt;margin-block:1mm 4mm}
        .certificate .addressee{margin-block-end:4mm}
        .certificate .signature{margin-block-start:8mm;margin-inline-start:0}
        .certificate .reference{margin-block:0 4mm}
        .certificate:lang(ur) h1,.certificate:lang(ur) .emphasis{font-size:20pt;line-height:2.2}

        """;

    /// <summary>The sheet for letters; texts of the margin boxes stand in it as escaped CSS strings.</summary>
    /// <param name="letters">The letters.</param>
    /// <param name="pages">How many pages each has; not looked at where there is one letter only.</param>
    public static string For(IReadOnlyList<LetterDocument> letters, IReadOnlyList<int> pages)
    {
        var sheet = new StringBuilder(NastaliqFaces).Append(Body);
        for (var i = 0; i < letters.Count; i++)
        {
            Pages(sheet, letters[i], LetterHtmlWriter.NameOf(i), letters.Count == 1 ? null : pages[i]);
        }

        return sheet.ToString();
    }

    private static void Pages(StringBuilder sheet, LetterDocument letter, string name, int? count)
    {
        var isRightToLeft = letter.Direction == TextDirection.RightToLeft;
        // Margin boxes are named by physical side, so the mirrored page swaps their names.
        var (start, end) = isRightToLeft ? ("right", "left") : ("left", "right");
        var marking = Quote(letter.Classification.Marking());
        var markingLook = "font-weight:700;color:#000;font-family:\"Noto Sans\",sans-serif;direction:ltr";
        var isCertificate = letter.Layout == LetterLayout.Certificate;
        sheet.Append('.').Append(name).Append("{page:").Append(name).Append(";font-family:").Append(FontStack(letter.Language))
            .Append(";line-height:").Append(Leading(letter.Language)).Append("}\n")
            .Append("@page ").Append(name).Append("{size:A4 ").Append(isCertificate ? "landscape;margin:18mm 16mm" : "portrait;margin:24mm 25mm 22mm").Append("}\n")
            .Append("@page ").Append(name).Append('{')
            .Append(MarginBox("top", end, isRightToLeft, letter.Language, markingLook, Quote(letter.RunningMarking)))
            .Append(MarginBox("bottom", start, isRightToLeft, letter.Language, "width:40%", Quote(letter.Number ?? "")))
            .Append(MarginBox("bottom", "center", isRightToLeft, letter.Language, "width:20%;" + markingLook, marking));
        // The browser's own counters are of the whole file: among others a letter has one that only its pages move, and its count as a text.
        var (before, between, after) = PageOfPages(letter.PageOfPages);
        var (page, total) = count is null ? ("counter(page)", "counter(pages)") : ($"counter({name})", Quote(count.Value.ToString(CultureInfo.InvariantCulture)));
        sheet.Append(MarginBox("bottom", end, isRightToLeft, letter.Language, "width:40%", $"{Quote(before)} {page} {Quote(between)} {total} {Quote(after)}"))
            .Append(count is null ? "}\n" : $"counter-increment:{name}}}\n");
    }
}
