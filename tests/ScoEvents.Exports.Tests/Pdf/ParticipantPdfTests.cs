using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using ScoEvents.Exports.Participants;
using ScoEvents.Exports.Pdf;
using ScoEvents.Exports.Tests.Participants;
using Xunit;

namespace ScoEvents.Exports.Tests.Pdf;

[SupportedOSPlatform("linux")]
public sealed class ParticipantPdfTests : IDisposable
{
    private readonly ChromiumPdfEngine _engine = new(new ChromiumPdfOptions());

    public static TheoryData<string> Languages => [.. ParticipantSamples.Languages];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_list_is_tagged_titled_dated_and_can_be_read_back(string language)
    {
        var words = ParticipantWords.In(language);

        var pdf = await PrintAsync(ParticipantSamples.For(language));

        var properties = await Poppler.PropertiesAsync(pdf);
        Assert.Equal($"{words.Event} – {words.Heading}", properties["Title"]);
        Assert.Equal("yes", properties["Tagged"]);
        Assert.Equal("Sat Dec  5 04:30:00 2026 UTC", properties["CreationDate"]);
        var text = WithoutSpaces(await Poppler.TextAsync(pdf));
        string[] expected = language == "ur"
            ? ["RajeshKUMAR", "سیمینار", "राजेश", "李伟", "TLP:AMBER"]
            : [words.Event, words.Heading, words.India, words.Member, words.Director, words.Ministry, words.Head, "Rajesh KUMAR", "राजेश कुमार", "李伟", "Алексей Иванов", "=1+1", "TLP:AMBER", words.Edition];
        Assert.All(expected, part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
        Assert.Contains(await Poppler.FontsAsync(pdf), font => font.Contains("NotoNastaliqUrdu", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_difference_names_both_lines(string language)
    {
        var words = ParticipantWords.In(language);

        var text = WithoutSpaces(await Poppler.TextAsync(await PrintAsync(ParticipantSamples.DifferenceFor(language))));

        string[] expected = language == "ur" ? ["WeiLI", "AlexeyIVANOV"] : [words.Added, words.Replaced, words.Withdrawn, words.Changed, "Wei LI", "Alexey IVANOV", $"{words.Labels.Role}: {words.Adviser}"];
        Assert.All(expected.Append("TLP:AMBER+STRICT"), part => Assert.Contains(WithoutSpaces(part), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_marking_and_the_head_of_the_table_stand_on_every_page()
    {
        var pages = (await Poppler.TextAsync(await PrintAsync(ParticipantSamples.Large("en", 4, 40) with { Standing = "Provisional" }))).TrimEnd('\f').Split('\f');

        Assert.True(pages.Length > 4);
        Assert.All(pages, page => Assert.Contains("Provisional · TLP:AMBER", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("Function and body", page, StringComparison.Ordinal));
        Assert.Contains($"Page {pages.Length} of {pages.Length}", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_a_cell_is_one_element_of_the_tagged_file_and_a_head_is_tagged_once()
    {
        var list = ParticipantSamples.Large("en", 1, 40);
        var lines = list.Sides.Single().Persons.Sum(person =>
            1 + new[] { person.Name, person.NativeName, person.Function, person.Body, person.Role, person.Category, person.Status }.Count(text => !string.IsNullOrEmpty(text)));

        var elements = (await Poppler.StructureAsync(await PrintAsync(list))).Split('\n').Select(line => line.Trim().Split(' ', ':')[0]).ToList();

        var table = elements[elements.IndexOf("Table")..];
        Assert.Equal((41, 160, 4), (table.Count(name => name == "TR"), table.Count(name => name == "TD"), table.Count(name => name == "TH")));
        Assert.Equal(lines + 4, table.Count(name => name is "NonStruct" or "P" or "Div" or "Span"));
    }

    [Fact]
    public async Task Equal_lists_give_equal_files() => Assert.Equal(await PrintAsync(ParticipantSamples.For("ur")), await PrintAsync(ParticipantSamples.For("ur")));

    [Fact]
    public async Task Fifteen_hundred_persons_are_printed_in_reasonable_time()
    {
        var watch = Stopwatch.StartNew();

        var pdf = await PrintAsync(ParticipantSamples.Large("ru", 27, 56));

        // The bar of docs/performance.md is 6 s on a quiet machine; here others work beside it.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.Contains("1512", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_carries_nothing_that_was_typed_as_markup()
    {
        var html = ParticipantHtmlWriter.Write(ParticipantSamples.List("en", [new("<script>alert(1)</script>", "\"'><img src=x>", [])]) with { Edition = "\";}</style><b>" });

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("</style><b>", html, StringComparison.Ordinal);
    }

    private Task<byte[]> PrintAsync(ParticipantDocument document) => _engine.PrintAsync(new PrintablePage(ParticipantHtmlWriter.Write(document), document.IssuedAt));

    private static string WithoutSpaces(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)).Normalize(NormalizationForm.FormC);
}
