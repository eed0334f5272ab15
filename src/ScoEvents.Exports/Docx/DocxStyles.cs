using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScoEvents.Exports.Docx;

/// <summary>The styles of an agenda; a secretary changes the look of all sessions by changing one of them.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Day = "Heading1";
    public const string SecondLanguage = "SecondLanguage";
    public const string Session = "Heading2";
    public const string SessionBeside = "SessionBeside";
    public const string ContentsHeading = "TOCHeading";
    public const string Contents = "TOC1";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Fact = "Fact";
    public const string Kind = "SessionType";
    public const string Time = "SessionTime";
    public const string People = "People";
    public const string Abstract = "Abstract";
    public const string Marking = "Marking";
    public const string Term = "Term";
    public const string Cancelled = "Cancelled";
    public const string Table = "AgendaTable";
    public const string Body = "Normal";

    public const string Accent = "1F4E79";
    public const string Muted = "55606B";

    /// <summary>All styles; the text direction and the language of the document are their defaults.</summary>
    public static Styles For(DocxScript main, bool isRightToLeft)
    {
        // Nastaliq steps down along the line: it needs more height, and letters of the same size look smaller.
        var size = isRightToLeft ? 22 : 19;
        var styles = new Styles(Defaults(main, size));
        styles.Append(
            Paragraph(Body, "Normal", null, Block(0, 40), isRightToLeft ? new BiDi() : null),
            Paragraph(Title, "Title", Body, Block(0, 80), Look(40, Accent, isBold: true)),
            Paragraph(Subtitle, "Subtitle", Body, Block(0, 120), Look(24, Muted)),
            Paragraph(Day, "heading 1", Body, Block(240, 80), new KeepNext(), new OutlineLevel { Val = 0 }, Look(26, Accent, isBold: true)),
            Paragraph(Session, "heading 2", Body, Block(0, 20), new KeepNext(), new OutlineLevel { Val = 1 }, Look(size + 2, "16191D", isBold: true)),
            Paragraph(SecondLanguage, "Second Language", Body, Block(0, 80), new KeepNext(), Look(size, Muted)),
            Paragraph(SessionBeside, "Session Beside", Body, Block(0, 20), Look(size + 2, "16191D", isBold: true)),
            Paragraph(ContentsHeading, "TOC Heading", Body, Block(240, 60), Look(size, Accent, isBold: true)),
            Paragraph(Contents, "toc 1", Body, Block(0, 60)),
            Paragraph(Header, "header", Body, Block(0, 0), Look(16, Muted)),
            Paragraph(Footer, "footer", Body, Block(0, 0), Look(16, Muted)),
            Paragraph(Fact, "Fact", Body, Block(0, 20)),
            Paragraph(Kind, "Session Type", Body, Block(0, 0), new KeepNext(), Look(size - 2, Accent)),
            Paragraph(Time, "Session Time", Body, Block(0, 0), Look(size, "16191D", isBold: true)),
            Paragraph(People, "People", Body, Block(20, 0)),
            Paragraph(Abstract, "Abstract", Body, Block(20, 0)),
            Character(Term, "Term", Look(null, Muted)),
            Character(Marking, "Marking", Look(null, "000000", isBold: true)),
            Character(Cancelled, "Cancelled", Look(null, "B3261E", isBold: true)),
            TableStyle());
        return styles;
    }

    /// <summary>Fonts, size in half points and languages of whatever says nothing else.</summary>
    public static DocDefaults Defaults(DocxScript main, int size) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts
            {
                Ascii = DocxFonts.Latin,
                HighAnsi = DocxFonts.Latin,
                EastAsia = DocxFonts.EastAsian,
                ComplexScript = main == DocxScript.Arabic ? DocxFonts.Nastaliq : DocxFonts.Devanagari,
            },
            new FontSize { Val = Text(size) },
            new FontSizeComplexScript { Val = Text(size) },
            new Languages
            {
                Val = main == DocxScript.Cyrillic ? "ru-RU" : "en-GB",
                EastAsia = "zh-CN",
                Bidi = main == DocxScript.Arabic ? "ur-PK" : "hi-IN",
            })),
        new ParagraphPropertiesDefault());

    /// <summary>A style of paragraphs: its parts are properties of paragraphs, and one of runs at most.</summary>
    public static Style Paragraph(string id, string name, string? parent, params OpenXmlElement?[] parts)
    {
        var paragraph = new StyleParagraphProperties();
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = id == Body ? true : null, StyleName = new StyleName { Val = name } };
        if (parent is not null)
        {
            style.BasedOn = new BasedOn { Val = parent };
            style.NextParagraphStyle = new NextParagraphStyle { Val = parent };
        }

        style.PrimaryStyle = new PrimaryStyle();
        foreach (var part in parts.OfType<OpenXmlElement>())
        {
            if (part is StyleRunProperties run)
            {
                style.StyleRunProperties = run;
            }
            else
            {
                paragraph.AddChild(part, throwOnError: true);
            }
        }

        style.StyleParagraphProperties = paragraph;
        return style;
    }

    /// <summary>A style of runs.</summary>
    public static Style Character(string id, string name, StyleRunProperties look) => new()
    {
        Type = StyleValues.Character,
        StyleId = id,
        CustomStyle = true,
        StyleName = new StyleName { Val = name },
        PrimaryStyle = new PrimaryStyle(),
        StyleRunProperties = look,
    };

    private static Style TableStyle()
    {
        static T Line<T>(uint size, string color)
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = size, Color = color, Space = 0 };
        var style = new Style
        {
            Type = StyleValues.Table,
            StyleId = Table,
            CustomStyle = true,
            StyleName = new StyleName { Val = "Agenda Table" },
            StyleTableProperties = new StyleTableProperties(
                new TableBorders(Line<BottomBorder>(4, "C9D1D9"), Line<InsideHorizontalBorder>(4, "C9D1D9")),
                new TableCellMarginDefault(
                    new TopMargin { Width = "60", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "60", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
        };
        style.Append(new TableStyleProperties(
            new RunPropertiesBaseStyle(new Bold(), new BoldComplexScript(), new Color { Val = Muted }),
            new TableStyleConditionalFormattingTableCellProperties(new TableCellBorders(Line<BottomBorder>(6, Accent))))
        {
            Type = TableStyleOverrideValues.FirstRow,
        });
        return style;
    }

    /// <summary>Space before and after, in twentieths of a point.</summary>
    public static SpacingBetweenLines Block(int before, int after) => new() { Before = Text(before), After = Text(after) };

    /// <summary>Size in half points, color and weight.</summary>
    public static StyleRunProperties Look(int? size, string color, bool isBold = false)
    {
        var look = new StyleRunProperties();
        if (isBold)
        {
            look.Append(new Bold(), new BoldComplexScript());
        }

        look.Append(new Color { Val = color });
        if (size is { } known)
        {
            look.Append(new FontSize { Val = Text(known) }, new FontSizeComplexScript { Val = Text(known) });
        }

        return look;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
