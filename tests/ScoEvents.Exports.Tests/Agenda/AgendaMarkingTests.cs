using System.Text;
using ScoEvents.Domain.Documents;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Markdown;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Tests.Office;
using ScoEvents.Exports.Tests.Pdf;
using ScoEvents.Exports.Xlsx;
using Xunit;

namespace ScoEvents.Exports.Tests.Agenda;

/// <summary>What holds for all formats alike: the marking on every page, and two languages side by side.</summary>
public sealed class AgendaMarkingTests : IDisposable
{
    private readonly ChromiumPdfEngine _engine = new(new ChromiumPdfOptions { TimeLimit = TimeSpan.FromMinutes(2) });

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task The_marking_stands_on_every_page_of_what_is_printed_and_on_top_of_what_is_not()
    {
        var agenda = AgendaSamples.Large("en", 60) with { Classification = Classification.AmberStrict };
        var printed = await LibreOffice.ToPdfAsync(new Dictionary<string, byte[]> { ["a.docx"] = AgendaDocxWriter.Write(agenda), ["b.xlsx"] = AgendaXlsxWriter.Write(agenda) });

        foreach (var (name, pdf) in new[] { ("docx", printed["a.docx"]), ("xlsx", printed["b.xlsx"]), ("pdf", await _engine.PrintAsync(AgendaHtmlWriter.Print(agenda))) })
        {
            var pages = (await Poppler.TextAsync(pdf)).TrimEnd('\f').Split('\f');
            Assert.True(pages.Length > 2, name);
            Assert.All(pages, page => Assert.Contains("TLP:AMBER+STRICT", page, StringComparison.Ordinal));
        }

        Assert.StartsWith("TLP:AMBER+STRICT\n", AgendaMarkdownWriter.Write(agenda), StringComparison.Ordinal);
        // A page for the screen has no running head: there the marking is among the facts on its cover.
        var html = AgendaHtmlWriter.Write(agenda);
        Assert.Contains("TLP:AMBER+STRICT", html[html.IndexOf("<body", StringComparison.Ordinal)..html.IndexOf("</header>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "ru")]
    [InlineData("ur", "en")]
    [InlineData("zh", "hi")]
    public async Task Two_languages_stand_side_by_side_in_every_document(string first, string second)
    {
        var agenda = AgendaSamples.Both(first, second);
        using var csv = new MemoryStream();
        await AgendaCsvWriter.WriteAsync(agenda, csv);
        var office = await LibreOffice.ToCsvAsync(new Dictionary<string, byte[]> { ["both.xlsx"] = AgendaXlsxWriter.Write(agenda) });
        var word = await LibreOffice.ToPdfAsync(new Dictionary<string, byte[]> { ["both.docx"] = AgendaDocxWriter.Write(agenda) });
        var pdf = await _engine.PrintAsync(AgendaHtmlWriter.Print(agenda));

        var texts = new Dictionary<string, string>
        {
            ["csv"] = Encoding.UTF8.GetString(csv.ToArray()),
            ["html"] = AgendaHtmlWriter.Write(agenda),
            ["md"] = AgendaMarkdownWriter.Write(agenda),
            ["xlsx"] = Encoding.UTF8.GetString(office["both.xlsx"]),
            ["docx"] = await Poppler.TextAsync(word["both.docx"]),
            ["pdf"] = await Poppler.TextAsync(pdf),
        };

        foreach (var (format, text) in texts)
        {
            // Nastaliq that was printed comes out in pieces; that it is right has tests of its own, by painting it.
            foreach (var language in new[] { first, second }.Where(language => language != "ur" || format is not ("docx" or "pdf")))
            {
                Assert.True(WithoutSpaces(text).Contains(WithoutSpaces(AgendaSamples.Words(language).Opening), StringComparison.Ordinal), $"{format} lacks {language}");
            }
        }

        Assert.Contains($"lang=\"{second}\"", texts["html"], StringComparison.Ordinal);
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Normalize(NormalizationForm.FormC);
}
