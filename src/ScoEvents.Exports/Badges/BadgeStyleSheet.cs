using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Badges;

/// <summary>The look of badges: 90 by 130 millimeters, a band in the category's color at the head and the foot.</summary>
internal static class BadgeStyleSheet
{
    // Debian's bold Nastaliq says of itself that it is of regular weight; only the full names tell the files apart.
    private const string Body = """
        @font-face{font-family:"Nastaliq";font-weight:400;src:local("Noto Nastaliq Urdu Regular"),local("NotoNastaliqUrdu-Regular"),local("Noto Nastaliq Urdu"),local("NotoNastaliqUrdu")}
        @font-face{font-family:"Nastaliq";font-weight:700;src:local("Noto Nastaliq Urdu Bold"),local("NotoNastaliqUrdu-Bold")}
        :root{--fonts:"Noto Sans","Noto Sans CJK SC","Noto Sans Devanagari","Noto Naskh Arabic","Nastaliq","Noto Nastaliq Urdu",sans-serif}
        html{font:8pt/1.3 var(--fonts);color:#14171a;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body,h2,p,ul{margin:0;padding:0}
        ul{list-style:none}
        .page{position:relative;overflow:hidden;break-after:page}
        .page:last-child{break-after:auto}
        .card{box-sizing:border-box;position:absolute;inline-size:90mm;block-size:130mm;overflow:hidden;display:flex;flex-direction:column;background:#fff}
        .band{background:var(--tone);color:#fff;padding:6mm 5mm 3mm;min-block-size:20mm;box-sizing:border-box}
        .band .event{font-size:10pt;font-weight:700;line-height:1.25;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
        .band .when{margin-block-start:.8mm}
        .pictures{display:flex;justify-content:space-between;align-items:center;gap:4mm;padding:3mm 5mm 0;block-size:38mm;flex:none}
        .photo{inline-size:28.5mm;block-size:38mm;object-fit:cover;border:.2mm solid #9aa4ad;box-sizing:border-box}
        .code{display:block;inline-size:37mm;block-size:37mm;margin-inline-start:auto}
        .person{flex:1;line-height:1.35;padding:2mm 5mm 1mm;display:flex;flex-direction:column;justify-content:center;min-block-size:0;overflow-wrap:anywhere}
        .given{font-size:13pt;line-height:1.15}
        .family{font-size:21pt;font-weight:700;line-height:1.12;letter-spacing:.01em}
        .native{font-size:14pt;line-height:1.3;margin-block-start:.8mm}
        .function{font-size:9pt;margin-block-start:1.5mm}
        .body{color:#444c54}
        .w2 .family{font-size:15pt}.w2 .native{font-size:11pt}
        .w3 .family{font-size:11pt}.w3 .given{font-size:10pt}.w3 .native{font-size:9.5pt}.w3 .function{font-size:7.5pt}.w3{line-height:1.2}
        .w4 .family,.w4 .given{font-size:8pt}.w4 .native{font-size:7.5pt}.w4 .function,.w4 .body{font-size:6.5pt}.w4{line-height:1.15}
        .foot{background:var(--tone);color:#fff;padding:2mm 5mm;display:flex;justify-content:space-between;align-items:center;gap:3mm;min-block-size:15mm;box-sizing:border-box;flex:none}
        .foot .side{font-size:13pt;font-weight:700;line-height:1.15}
        .foot .side.long{font-size:8.5pt}
        .foot .part{text-align:end;flex:none;max-inline-size:34mm}
        .foot .role{font-size:10pt;font-weight:700;display:block}
        .foot .number{font-variant-numeric:tabular-nums}
        .back{padding:8mm 5mm 5mm;border-block-start:4mm solid var(--tone);text-align:center;gap:2.5mm;align-items:center}
        .back .event{font-size:10pt;font-weight:700}
        .back .code{inline-size:48mm;block-size:48mm;margin:0 auto}
        .back .zones{font-size:8.5pt}
        .back .zones b{display:block}
        .back .zones li{display:inline-block;border:.3mm solid #14171a;border-radius:1mm;padding:.3mm 1.6mm;margin:.5mm}
        .back .notice{margin-block-start:auto;font-size:7.5pt;color:#444c54}
        .Head{--tone:#7a1f3d}.Delegate{--tone:#1f4e79}.Support{--tone:#27613a}.Security{--tone:#2f343a}.Press{--tone:#8a4b00}
        .cut{position:absolute;background:#000}
        .cut.v{inline-size:.15mm;block-size:5mm}
        .cut.h{inline-size:5mm;block-size:.15mm}
        [lang=ur]{font-family:"Nastaliq","Noto Nastaliq Urdu",var(--fonts);line-height:2}
        :lang(ur) .band .event,:lang(ur) .foot .side,:lang(ur) .back .event{line-height:1.75}
        .native [lang=ur]{line-height:1.9}
        [lang=fa],[lang=ar]{font-family:"Noto Naskh Arabic",var(--fonts)}
        [lang=hi]{font-family:"Noto Sans Devanagari",var(--fonts)}
        [lang=zh],[lang=zh-Hans]{font-family:"Noto Sans CJK SC",var(--fonts)}
        [lang=und-Latn]{font-family:"Noto Sans",sans-serif;line-height:1.15}
        @media screen{body{background:#e6e9ec}.page{background:#fff;margin:1rem auto;box-shadow:0 0 .5rem #0003}}

        """;

    /// <summary>The sheet for one document.</summary>
    public static string For(BadgeDocument document)
    {
        var (size, width, height) = document.Layout switch
        {
            BadgeLayout.Single => ("90mm 130mm", "90mm", "130mm"),
            BadgeLayout.Sheet when document.Paper == PaperSize.Letter => ("letter", "215.9mm", "279.4mm"),
            BadgeLayout.Sheet => ("A4", "210mm", "297mm"),
            _ => throw new ArgumentOutOfRangeException(nameof(document), document.Layout, "No such layout."),
        };
        // A hair less than the paper, else rounding makes an empty page of the rest.
        return $"@page{{size:{size};margin:0}}\n.page{{inline-size:{width};block-size:calc({height} - .1mm)}}\n{Body}{Places(document)}";
    }

    // Physical directions: paper is cut and turned over in any language alike.
    private static string Places(BadgeDocument document)
    {
        if (document.Layout == BadgeLayout.Single)
        {
            return ".p0{left:0;top:0}\n";
        }

        var (left, top) = document.Paper == PaperSize.Letter ? ("17.95mm", "9.7mm") : ("15mm", "18.5mm");
        return $$"""
            .p0,.p2{left:{{left}}}.p1,.p3{left:calc({{left}} + 90mm)}.p0,.p1{top:{{top}}}.p2,.p3{top:calc({{top}} + 130mm)}
            .x0{left:calc({{left}} - .075mm)}.x1{left:calc({{left}} + 89.925mm)}.x2{left:calc({{left}} + 179.925mm)}
            .y0{top:calc({{top}} - .075mm)}.y1{top:calc({{top}} + 129.925mm)}.y2{top:calc({{top}} + 259.925mm)}
            .cut.above{top:calc({{top}} - 7mm)}.cut.below{top:calc({{top}} + 262mm)}.cut.before{left:calc({{left}} - 7mm)}.cut.after{left:calc({{left}} + 182mm)}

            """;
    }
}
