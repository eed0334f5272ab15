using System.Text;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;
using static ScoEvents.Exports.Tests.ScheduleFormat.ScheduleSamples;
using Codes = ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

public sealed class SessionTableReaderTests
{
    private static readonly SessionTableMapping _mapping = new()
    {
        Titles = new Dictionary<string, string> { ["en"] = "Title", ["ru"] = "Название" },
        Day = "Day",
        Start = "Start",
        End = "End",
        Room = "Room",
        Type = "Type",
        Speakers = "Speakers",
        Id = "No",
    };

    private const string Good =
        "No,Title,Название,Day,Start,End,Room,Type,Speakers\r\n"
        + "1,Opening,Открытие,2026-12-07,10:00,11:00,Hall,Opening,\"Li Wei; Анна\"\r\n"
        + "2,\"Talk, \"\"one\"\"\",Доклад,,11:00,11:45,Hall,Talk,\r\n"
        + "3,Reception,Приём,08.12.2026,23:30,00:30,,Reception,'=Omar\r\n";

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Sessions_are_read_with_the_separator_found(char separator)
    {
        var text = Good.Replace("Talk, ", "Talk ", StringComparison.Ordinal).Replace("Li Wei; ", "Li Wei؛ ", StringComparison.Ordinal).Replace(',', separator);

        var reading = await Table(text, _mapping);

        Assert.Equal([At(7, 10, 0), At(7, 11, 0), At(8, 23, 30)], reading.Document!.Events.Select(one => one.Start));
        Assert.Equal([60, 45, 60], reading.Document.Events.Select(one => (int)one.Duration.TotalMinutes));
        Assert.Equal([1, 1, 2], reading.Document.Events.Select(one => one.Day));
        Assert.Equal(["Li Wei", "Анна"], reading.Document.Events[0].Persons.Select(person => person.Name.Text));
        Assert.Equal(("Opening", "Открытие"), (reading.Document.Events[0].Title.Text, reading.Document.Events[0].Title.Translations["ru"]));
        Assert.Equal("=Omar", Assert.Single(reading.Document.Events[2].Persons).Name.Text);
        Assert.Equal((3, "2026-12-07"), (reading.Only(Codes.DayCarried).Row!.Value, reading.Only(Codes.DayCarried).Arguments[0]));
    }

    [Fact]
    public async Task Encodings_with_a_mark_are_read_and_others_refused()
    {
        var utf8 = await Table([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)], _mapping);
        var little = await Table([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)], _mapping);
        var big = await Table([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Good)], _mapping);
        var latin = await Table(Encoding.Latin1.GetBytes("Title,Start\nCafé,10:00\n"), _mapping);

        Assert.All([utf8, little, big], reading => Assert.Equal("Открытие", reading.Document!.Events[0].Title.Translations["ru"]));
        Assert.Equal(Codes.FileEncoding, Assert.Single(latin.Problems).Code);
    }

    [Fact]
    public async Task A_bad_row_is_refused_alone_and_named_by_its_number()
    {
        var reading = await Table(
            "No,Title,Название,Day,Start,End,Room,Type,Speakers\n1,A,А,2026-12-07,noon,11:00,H,T,\n2,B,Б,2026-13-41,10:00,11:00,H,T,\n3,\"C\"x,В,2026-12-07,10:00,11:00,H,T,\n"
            + "4,D,Г,2026-12-07,12:00\n5,E,Д,७.१२.2026,１３:00,14:00,H,T,,more\n,,,,,,,,\n6,F,Е,2026-12-07,15:00,\"open\n",
            _mapping);

        Assert.Equal(["D", "E"], reading.Document!.Events.Select(one => one.Title.Text));
        Assert.Equal([(5, 30), (6, 60)], reading.Document.Events.Select(one => (one.Row!.Value, (int)one.Duration.TotalMinutes)));
        Assert.Equal([2, 3], reading.Problems.Where(problem => problem.Code == Codes.StartUnreadable).Select(problem => problem.Row!.Value));
        Assert.Equal([4, 8], reading.Problems.Where(problem => problem.Code == Codes.RowMalformed).Select(problem => problem.Row!.Value));
        Assert.Equal([5, 6], reading.Problems.Where(problem => problem.Code == Codes.RowLength).Select(problem => problem.Row!.Value));
        Assert.Equal(("Day", 3), (reading.Only(Codes.ValueUnreadable).Path, reading.Only(Codes.ValueUnreadable).Row!.Value));
    }

    [Fact]
    public async Task A_heading_that_is_not_there_is_named()
    {
        var reading = await Table("Title,Start\nA,10:00\n", _mapping with { Titles = new Dictionary<string, string> { ["en"] = "Title" } });

        Assert.Null(reading.Document);
        Assert.Equal(["Day", "End", "Room", "Type", "Speakers", "No"], reading.Problems.Where(problem => problem.Code == Codes.ColumnMissing).Select(problem => problem.Arguments[0]));
    }

    [Fact]
    public async Task A_moved_session_keeps_its_guid()
    {
        var mapping = new SessionTableMapping { Titles = new Dictionary<string, string> { ["en"] = "Title" }, Start = "Start" };

        var before = await Table("Title,Start\nBreak,2026-12-07 11:00\nTalk,2026-12-07 12:00\nBreak,2026-12-07 15:00\n", mapping);
        var after = await Table("Title,Start\nBreak,2026-12-07 11:30\nTalk,2026-12-08T09:00\nBreak,2026-12-07 16:00\n", mapping);

        Assert.Equal(before.Document!.Events.Select(one => one.Guid), after.Document!.Events.Select(one => one.Guid));
        Assert.Equal(3, before.Document.Events.DistinctBy(one => one.Guid).Count());
    }

    [Fact]
    public async Task The_head_shows_what_to_map_and_guesses_it()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("Название;Title (zh);Дата;Начало;Зал\nОткрытие;开幕;07.12.2026;10:00;Зал 1\n"));

        var head = await SessionTableReader.ReadHeadAsync(stream);
        var guess = SessionTableMapping.Guess(head.Headings);

        Assert.Equal(';', head.Separator);
        Assert.Equal(["Открытие", "开幕", "07.12.2026", "10:00", "Зал 1"], Assert.Single(head.Samples));
        Assert.Equal(("Название", "Title (zh)", "Дата", "Начало", "Зал"), (guess!.Titles["ru"], guess.Titles["zh"], guess.Day, guess.Start, guess.Room));
        Assert.Null(SessionTableMapping.Guess(["a", "b"]));
    }

    [Fact]
    public async Task More_rows_than_allowed_are_refused()
    {
        var mapping = new SessionTableMapping { Titles = new Dictionary<string, string> { ["en"] = "Title" }, Start = "Start" };

        var reading = await Table("Title,Start\n" + string.Concat(Enumerable.Repeat("A,2026-12-07 11:00\n", ScheduleLimits.MaxEvents + 1)), mapping);

        Assert.Null(reading.Document);
        Assert.Equal(Codes.TooManyEvents, reading.Problems[^1].Code);
    }
}
