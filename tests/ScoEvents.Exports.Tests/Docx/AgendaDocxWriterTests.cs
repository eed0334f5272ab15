using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Tests.Agenda;
using ScoEvents.Exports.Tests.Office;
using ScoEvents.Exports.Tests.Pdf;
using Xunit;

namespace ScoEvents.Exports.Tests.Docx;

public class AgendaDocxWriterTests
{
    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_document_is_valid_and_has_real_headings(string language)
    {
        var words = AgendaSamples.Words(language);

        using var document = Open(AgendaDocxWriter.Write(AgendaSamples.For(language)));

        Assert.Empty(Problems(document));
        Assert.Equal([words.Title], Texts(document, "Title"));
        Assert.Equal([words.DayOne, words.DayTwo], Texts(document, "Heading1"));
        Assert.Equal(
            [words.Opening + " (S1)", words.Break, words.Thematic + " (S2)", words.Thematic, words.Reception],
            Texts(document, "Heading2"));
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);
        Assert.All(
            document.MainDocumentPart.Document!.Descendants<ParagraphStyleId>(), used => Assert.Contains(used.Val!.Value!, styles.Keys));
        Assert.Equal("heading 1", styles["Heading1"].StyleName!.Val!.Value);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_table_repeats_its_head_and_has_a_title_for_screen_readers(string language)
    {
        using var document = Open(AgendaDocxWriter.Write(AgendaSamples.For(language)));

        var tables = document.MainDocumentPart!.Document!.Descendants<Table>().ToList();
        Assert.Equal(2, tables.Count);
        Assert.All(tables, table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(table.Elements<TableRow>().Skip(1), row => Assert.Null(row.TableRowProperties?.GetFirstChild<TableHeader>()));
            Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!);
        });
    }

    [Fact]
    public void An_urdu_document_is_right_to_left_from_the_section_to_the_run()
    {
        using var document = Open(AgendaDocxWriter.Write(AgendaSamples.For("ur")));

        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.NotNull(body.GetFirstChild<SectionProperties>()!.GetFirstChild<BiDi>());
        Assert.All(body.Descendants<TableProperties>(), table => Assert.NotNull(table.BiDiVisual));
        var title = body.Descendants<Paragraph>().Single(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Title");
        Assert.All(title.Descendants<RunProperties>(), run =>
        {
            Assert.NotNull(run.RightToLeftText);
            Assert.Equal("ur-PK", run.Languages!.Bidi!.Value);
        });
        var times = body.Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "SessionTime");
        Assert.All(times, time => Assert.False(time.ParagraphProperties!.BiDi!.Val!.Value));
    }

    [Fact]
    public void Names_in_other_scripts_are_runs_of_their_own_with_their_language()
    {
        using var document = Open(AgendaDocxWriter.Write(AgendaSamples.For("en")));

        var runs = document.MainDocumentPart!.Document!.Descendants<Run>().Where(run => run.RunProperties?.Languages is not null).ToList();
        Assert.Equal("ru-RU", Run("Алексей Иванов").Languages!.Val!.Value);
        Assert.Equal("zh-CN", Run("李伟").Languages!.EastAsia!.Value);
        Assert.Equal("ur-PK", Run("عائشہ خان").Languages!.Bidi!.Value);
        Assert.NotNull(Run("عائشہ خان").RightToLeftText);
        Assert.Equal("hi-IN", Run("राजेश कुमार").Languages!.Bidi!.Value);
        Assert.NotNull(Run("राजेश कुमार").ComplexScript);

        RunProperties Run(string text) => runs.First(run => run.InnerText == text).RunProperties!;
    }

    [Theory]
    [InlineData("بھارتی معیاری وقت (UTC+05:30)", "بھارتی معیاری وقت (|UTC+05:30|)")]
    [InlineData("سیمینار Cyber 2026 میں", "سیمینار |Cyber 2026| میں")]
    [InlineData("7–8 دسمبر 2026", "7–8 دسمبر 2026")]
    public void In_an_urdu_line_signs_go_to_the_side_they_belong_to(string title, string expected)
    {
        using var document = Open(AgendaDocxWriter.Write(AgendaSamples.For("ur") with { Title = title }));

        var paragraph = document.MainDocumentPart!.Document!.Descendants<Paragraph>().Single(part => part.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Title");
        Assert.Equal(expected, string.Join('|', paragraph.Elements<Run>().Select(run => run.InnerText)));
    }

    [Theory]
    [InlineData(PaperSize.A4, false, 11906, 16838)]
    [InlineData(PaperSize.A4, true, 16838, 11906)]
    [InlineData(PaperSize.Letter, false, 12240, 15840)]
    [InlineData(PaperSize.Letter, true, 15840, 12240)]
    public void The_paper_is_the_one_that_was_asked_for(PaperSize size, bool isLandscape, int width, int height)
    {
        using var document = Open(AgendaDocxWriter.Write(AgendaSamples.For("en") with { Paper = new AgendaPaper(size, isLandscape) }));

        var page = document.MainDocumentPart!.Document!.Body!.Descendants<PageSize>().Single();
        Assert.Equal(((uint)width, (uint)height), (page.Width!.Value, page.Height!.Value));
        Assert.Equal(isLandscape, page.Orient?.Value == PageOrientationValues.Landscape);
    }

    [Fact]
    public void A_draft_is_watermarked_and_valid()
    {
        using var document = Open(AgendaDocxWriter.Write(AgendaSamples.For("ru") with { IsDraft = true, Classification = Classification.AmberStrict }));

        Assert.Empty(Problems(document));
        var header = document.MainDocumentPart!.HeaderParts.Single().Header!;
        Assert.Contains("string=\"Проект\"", header.OuterXml, StringComparison.Ordinal);
        Assert.EndsWith("Проект · TLP:AMBER+STRICT", header.GetFirstChild<Paragraph>()!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string hostile = "</w:t><w:br/>\u0000\u0007\u202E\uFFFF & \"x\" <v:textpath>\r\n=1";
        var agenda = AgendaSamples.For("en");
        agenda = agenda with
        {
            Title = hostile,
            IsDraft = true,
            Labels = agenda.Labels with { Draft = hostile },
            Days = [agenda.Days[0] with { Entries = [agenda.Days[0].Entries[2] with { Title = hostile, Abstract = hostile, Room = hostile }] }],
        };

        using var document = Open(AgendaDocxWriter.Write(agenda));

        Assert.Empty(Problems(document));
        Assert.Equal(["</w:t><w:br/> & \"x\" <v:textpath> =1"], Texts(document, "Title"));
    }

    [Fact]
    public async Task LibreOffice_opens_every_language_and_shows_every_text()
    {
        var files = AgendaSamples.Languages.ToDictionary(language => $"{language}.docx", language => AgendaDocxWriter.Write(AgendaSamples.For(language)));
        files["both.docx"] = AgendaDocxWriter.Write(AgendaSamples.Both("en", "zh"));
        files["draft.docx"] = AgendaDocxWriter.Write(AgendaSamples.Large("en", 30) with { IsDraft = true });

        var printed = await LibreOffice.ToPdfAsync(files);

        foreach (var language in AgendaSamples.Languages.Where(language => language != "ur"))
        {
            var words = AgendaSamples.Words(language);
            var text = WithoutSpaces(await Poppler.TextAsync(printed[$"{language}.docx"]));
            Assert.All(
                new[] { words.Title, words.DayTwo, words.Thematic, words.Abstract, words.Labels.Cancelled, "10:00–11:00", "TLP:GREEN", "李伟", "Алексей Иванов" },
                part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
        }

        var urdu = WithoutSpaces(await Poppler.TextAsync(printed["ur.docx"]));
        Assert.All(["سیمینار", "دسمبر", "10:00–11:00"], part => Assert.Contains(part, urdu, StringComparison.Ordinal));
        Assert.Contains(await Poppler.FontsAsync(printed["ur.docx"]), font => font.Contains("NotoNastaliqUrdu", StringComparison.Ordinal));
        var both = WithoutSpaces(await Poppler.TextAsync(printed["both.docx"]));
        Assert.All([AgendaSamples.Words("en").Opening, AgendaSamples.Words("zh").Opening], part => Assert.Contains(WithoutSpaces(part), both, StringComparison.Ordinal));
        // Head of the table, marking and page number stand on every page.
        var pages = (await Poppler.TextAsync(printed["draft.docx"])).TrimEnd('\f').Split('\f');
        Assert.True(pages.Length > 3);
        Assert.All(pages, page => Assert.Contains("Draft · TLP:GREEN", page, StringComparison.Ordinal));
        Assert.All(pages.Skip(1), page => Assert.Contains("Room", page, StringComparison.Ordinal));
        Assert.Contains($"Page {pages.Length} of {pages.Length}", pages[^1], StringComparison.Ordinal);
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static IEnumerable<string> Problems(WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}");

    private static IEnumerable<string> Texts(WordprocessingDocument document, string style) => document.MainDocumentPart!.Document!.Descendants<Paragraph>()
        .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style)
        .Select(paragraph => paragraph.InnerText);

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Normalize(NormalizationForm.FormC);
}
