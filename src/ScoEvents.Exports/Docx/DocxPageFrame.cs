using System.Security;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Docx;

/// <summary>What stands on every page: title and marking above, release and page below, the watermark of a draft behind.</summary>
internal static class DocxPageFrame
{
    /// <summary>Margin at both sides, in twentieths of a point: 18 mm.</summary>
    public const int SideMargin = 1_020;

    /// <summary>The section, which Word mirrors as a whole for a right-to-left document.</summary>
    public static SectionProperties Section(AgendaDocument agenda, string headerId, string footerId)
    {
        var paper = agenda.Paper;
        var section = new SectionProperties(
            new HeaderReference { Id = headerId, Type = HeaderFooterValues.Default },
            new FooterReference { Id = footerId, Type = HeaderFooterValues.Default },
            new PageSize
            {
                Width = (uint)paper.WidthInTwips,
                Height = (uint)paper.HeightInTwips,
                Orient = paper.IsLandscape ? PageOrientationValues.Landscape : null,
            },
            new PageMargin { Top = 1_360, Bottom = 1_240, Left = SideMargin, Right = SideMargin, Header = 620, Footer = 620, Gutter = 0 });
        if (agenda.Direction == TextDirection.RightToLeft)
        {
            section.Append(new BiDi());
        }

        return section;
    }

    public static Header Header(AgendaDocument agenda)
    {
        var text = Text(agenda);
        var line = text.Paragraph(DocxStyles.Header, [.. text.Runs(agenda.Title), Tab(), .. text.Runs(AgendaFacts.RunningMarking(agenda), DocxStyles.Marking)]);
        line.ParagraphProperties!.Tabs = EndTab(agenda);
        var header = new Header(line);
        if (agenda.IsDraft)
        {
            header.Append(Watermark(agenda.Labels.Draft));
        }

        return header;
    }

    public static Footer Footer(AgendaDocument agenda)
    {
        var text = Text(agenda);
        var line = text.Paragraph(DocxStyles.Footer, [.. text.Runs(AgendaFacts.Edition(agenda)), Tab(), .. DocxFile.PageOfPages(agenda.Labels.PageOfPages, text)]);
        line.ParagraphProperties!.Tabs = EndTab(agenda);
        return new Footer(line);
    }

    private static DocxText Text(AgendaDocument agenda) => new(agenda.Language, agenda.Direction == TextDirection.RightToLeft);

    private static Run Tab() => new(new TabChar());

    // In a right-to-left paragraph Word counts tab stops from the right and takes "right" for the end of the line.
    private static Tabs EndTab(AgendaDocument agenda) => new(
        new TabStop { Val = TabStopValues.Right, Position = agenda.Paper.WidthInTwips - (2 * SideMargin) });

    /// <summary>The shape that Word itself makes for "Design, Watermark"; it can be taken out there as well.</summary>
    public static Paragraph Watermark(string word) => new($"""
        <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"><w:pPr><w:pStyle w:val="{DocxStyles.Header}"/></w:pPr><w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:140pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9b3b0" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;{DocxFonts.Latin}&quot;;font-size:1pt" string="{SecurityElement.Escape(ExportText.CleanLine(word))}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r></w:p>
        """);
}
