using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

public sealed class SessionTableTemplateTests
{
    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task A_template_in_every_language_is_read_without_a_word(string language)
    {
        foreach (var template in new[] { SessionTableTemplate.Csv(language, new DateOnly(2026, 12, 7)), SessionTableTemplate.Workbook(language, new DateOnly(2026, 12, 7)) })
        {
            var head = await SessionTableReader.ReadHeadAsync(new MemoryStream(template));
            var mapping = SessionTableMapping.Guess(head.Headings)!;

            var reading = await SessionTableReader.ReadAsync(new MemoryStream(template), mapping, ScheduleSamples.Options);

            Assert.Equal([ScheduleProblemCodes.GuidDerived, ScheduleProblemCodes.GuidDerived], reading.Problems.Select(problem => problem.Code));
            Assert.Equal(["Opening ceremony", "Protection of networks"], reading.Document!.Events.Select(one => one.Title.Text));
            Assert.All(reading.Document.Events, one => Assert.Equal(Languages.All, one.Title.Translations.Available));
            Assert.Equal([60, 90], reading.Document.Events.Select(one => (int)one.Duration.TotalMinutes));
            Assert.Equal(["Hall A", "Hall A"], reading.Document.Events.Select(one => one.Room));
            Assert.Equal("Law", reading.Document.Events[1].Track);
            Assert.Equal("Experience of the last year", reading.Document.Events[1].Abstract.Text);
            Assert.Equal(["Li Wei", "Анна Орлова"], reading.Document.Events[0].Persons.Select(person => person.Name.Text));
        }
    }

    [Fact]
    public void A_heading_has_one_meaning_and_a_meaning_one_heading()
    {
        var guess = SessionTableHeadings.Guess(["Time", "Start", "Description", "Title", "Title (ru)", "عنوان", "Nonsense", "TITLE", "Пользователь"]);

        Assert.Equal(
            [("Title", "title.en"), ("Title (ru)", "title.ru"), ("عنوان", "title.ur"), ("Description", "abstract.en"), ("Start", "start")],
            guess.Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public void A_mapping_needs_a_title_and_a_start()
    {
        Assert.Null(SessionTableMapping.From([new("A", "title.ru")]));
        Assert.Null(SessionTableMapping.From([new("A", "start"), new("B", "day")]));
        Assert.Equal(("A", "B"), SessionTableMapping.From([new("A", "title.ru"), new("B", "start"), new("C", "start")]) is { } mapping ? (mapping.Titles["ru"], mapping.Start) : default);
    }
}
