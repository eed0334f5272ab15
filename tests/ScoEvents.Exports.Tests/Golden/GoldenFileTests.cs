using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Agenda;
using ScoEvents.Exports.Csv;
using ScoEvents.Exports.Docx;
using ScoEvents.Exports.Ics;
using ScoEvents.Exports.Markdown;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.Exports.Tests.Agenda;
using ScoEvents.Exports.Tests.ScheduleFormat;
using ScoEvents.Exports.Xlsx;
using Xunit;

namespace ScoEvents.Exports.Tests.Golden;

public class GoldenFileTests
{
    public static TheoryData<string> Languages => [.. AgendaSamples.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_calendar_is_the_one_that_was_looked_at(string language) =>
        GoldenFile.AssertEqual($"agenda.{language}.ics", AgendaIcsWriter.Write(AgendaSamples.For(language), new IcsOptions { UidHost = "events.example.org" }));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_page_is_the_one_that_was_looked_at(string language) =>
        GoldenFile.AssertEqual($"agenda.{language}.html", Encoding.UTF8.GetBytes(AgendaHtmlWriter.Write(AgendaSamples.For(language))));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_in_markdown_is_the_one_that_was_looked_at(string language) =>
        GoldenFile.AssertEqual($"agenda.{language}.md", Encoding.UTF8.GetBytes(AgendaMarkdownWriter.Write(AgendaSamples.For(language))));

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_list_is_the_one_that_was_looked_at(string language)
    {
        using var output = new MemoryStream();

        await AgendaCsvWriter.WriteAsync(AgendaSamples.For(language), output);

        GoldenFile.AssertEqual($"agenda.{language}.csv", output.ToArray());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_word_document_is_the_one_that_was_looked_at(string language) =>
        GoldenFile.AssertEqual($"agenda.{language}.docx.xml", Part(AgendaDocxWriter.Write(AgendaSamples.For(language)), "word/document.xml"));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_workbook_is_the_one_that_was_looked_at(string language) =>
        GoldenFile.AssertEqual($"agenda.{language}.xlsx.xml", Part(AgendaXlsxWriter.Write(AgendaSamples.For(language)), "xl/worksheets/sheet1.xml"));

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_schedule_is_the_one_that_was_looked_at(string language)
    {
        var schedule = ScheduleFor(language);

        GoldenFile.AssertEqual($"schedule.{language}.xml", await ScheduleSamples.WriteXml(schedule));
        GoldenFile.AssertEqual($"schedule.{language}.json", await ScheduleSamples.WriteJson(schedule));
    }

    [Fact]
    public void Equal_agendas_give_equal_office_files()
    {
        var agenda = AgendaSamples.Both("ur", "zh");

        Assert.Equal(AgendaDocxWriter.Write(agenda), AgendaDocxWriter.Write(AgendaSamples.Both("ur", "zh")));
        Assert.Equal(AgendaXlsxWriter.Write(agenda), AgendaXlsxWriter.Write(AgendaSamples.Both("ur", "zh")));
    }

    /// <summary>A schedule in all languages, of which every program shows the given one.</summary>
    private static ScheduleDocument ScheduleFor(string language)
    {
        ScheduleText Text(Func<AgendaWords, string> words) =>
            ScheduleText.Of(LocalizedText.From(AgendaSamples.Languages.Select(code => KeyValuePair.Create(code, (string?)words(AgendaSamples.Words(code))))), language);
        var programme = ScheduleSamples.Programme();
        return programme with
        {
            Conference = programme.Conference with { Title = Text(words => words.Title) },
            Events = [.. programme.Events.Select((session, index) => index == 0 ? session with { Title = Text(words => words.Opening), Abstract = Text(words => words.Abstract) } : session)],
        };
    }

    // Indented, so that a difference is a line and not the whole file.
    private static byte[] Part(byte[] package, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var stream = archive.GetEntry(name)!.Open();
        return Encoding.UTF8.GetBytes(XDocument.Load(stream).ToString() + "\n");
    }
}
