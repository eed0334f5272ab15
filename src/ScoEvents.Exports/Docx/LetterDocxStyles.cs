using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Exports.Letters;
using static ScoEvents.Exports.Docx.DocxStyles;

namespace ScoEvents.Exports.Docx;

/// <summary>The styles of a letter; a secretary changes the look of all paragraphs of a kind by changing one of them.</summary>
internal static class LetterDocxStyles
{
    public const string Office = "LetterOffice";
    public const string OfficeLine = "LetterOfficeLine";
    public const string Reference = "LetterReference";
    public const string Addressee = "LetterAddressee";
    public const string Heading = "Heading1";
    public const string BodyText = "BodyText";
    public const string Emphasis = "LetterEmphasis";
    public const string Point = "ListBullet";
    public const string Closing = "Closing";
    public const string Signature = "Signature";
    public const string SignatureLine = "SignatureLine";
    public const string Fact = "LetterFact";

    private const string Ink = "16191D";
    private const int ListId = 1;

    /// <summary>All styles; direction and language of the letter are their defaults.</summary>
    public static Styles For(LetterDocument letter)
    {
        var main = DocxScripts.Of(letter.Language);
        var isCentered = letter.Layout == LetterLayout.Certificate;
        // Nastaliq steps down along the line: it needs more height, and letters of the same size look smaller.
        var size = main == DocxScript.Arabic ? 25 : 23;
        var styles = new Styles(Defaults(main, size));
        styles.Append(
            Paragraph(DocxStyles.Body, "Normal", null, Block(0, 40), letter.Direction == TextDirection.RightToLeft ? new BiDi() : null, isCentered ? Center() : null),
            Paragraph(Office, "Letter Office", DocxStyles.Body, Block(0, 60), Center(), Look(30, Accent, isBold: true)),
            Paragraph(OfficeLine, "Letter Office Line", DocxStyles.Body, Block(0, 20), Center(), Look(20, Muted)),
            Paragraph(Reference, "Letter Reference", DocxStyles.Body, Rule(), Block(160, 400), ToEnd(letter)),
            Paragraph(Addressee, "Letter Addressee", DocxStyles.Body, Block(0, 360), new ContextualSpacing(), Look(size, Ink, isBold: true)),
            Paragraph(Heading, "heading 1", DocxStyles.Body, Block(120, 320), Center(), new KeepNext(), new OutlineLevel { Val = 0 }, Look(isCentered ? 48 : 28, isCentered ? Accent : Ink, isBold: true)),
            Paragraph(BodyText, "Body Text", DocxStyles.Body, Block(0, 200), Indent(main, isCentered)),
            Paragraph(Emphasis, "Letter Emphasis", DocxStyles.Body, Block(120, 240), Center(), Look(isCentered ? 48 : 38, Ink, isBold: true)),
            Paragraph(Point, "List Bullet", DocxStyles.Body, Block(0, 200), new ContextualSpacing(), Numbered(), new Indentation { Left = "480", Hanging = "320" }),
            Paragraph(Closing, "Closing", DocxStyles.Body, Block(120, 200), new KeepLines(), Indent(main, isCentered)),
            Paragraph(Signature, "Signature", DocxStyles.Body, Block(720, 0), new KeepLines(), isCentered ? null : new Indentation { Left = "4400" }),
            Paragraph(SignatureLine, "Signature Line", DocxStyles.Body, Block(0, 0), new KeepLines(), isCentered ? null : new Indentation { Left = "4400" }),
            Paragraph(Fact, "Letter Fact", DocxStyles.Body, Block(0, 40)),
            Paragraph(DocxStyles.Header, "header", DocxStyles.Body, Block(0, 0), Look(16, Muted)),
            Paragraph(DocxStyles.Footer, "footer", DocxStyles.Body, Block(0, 0), Look(16, Muted)),
            Character(Term, "Term", Look(null, Muted)),
            Character(Marking, "Marking", Look(null, "000000", isBold: true)));
        return styles;
    }

    /// <summary>The one kind of list there is, for the style of its points.</summary>
    public static Numbering Points() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "–" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "480", Hanging = "320" }))
            {
                LevelIndex = 0,
            })
        {
            AbstractNumberId = 0,
        },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = ListId });

    private static Justification Center() => new() { Val = JustificationValues.Center };

    private static NumberingProperties Numbered() => new(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = ListId });

    // Stands above number and date, so that it is there however many lines the head has.
    private static ParagraphBorders Rule() => new(new TopBorder { Val = BorderValues.Single, Size = 12, Color = Accent, Space = 6 });

    private static Tabs? ToEnd(LetterDocument letter) => new(new TabStop { Val = TabStopValues.Right, Position = LetterDocxFrame.LineWidth(letter) });

    // Russian and Chinese letters begin a paragraph by an indent, the others by the space above.
    private static Indentation? Indent(DocxScript script, bool isCentered) => (script, isCentered) switch
    {
        (DocxScript.Cyrillic, false) => new Indentation { FirstLine = "709" },
        (DocxScript.EastAsian, false) => new Indentation { FirstLine = "460", FirstLineChars = 200 },
        _ => null,
    };
}
