using System.Text;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;
using static ScoEvents.Exports.Tests.ScheduleFormat.ScheduleSamples;
using Codes = ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

public sealed class ScheduleJsonReaderTests
{
    [Fact]
    public async Task A_good_file_is_read_without_a_word()
    {
        var reading = await Json(JsonOf(Event(1), Event(2, "10:30")));

        Assert.Empty(reading.Problems);
        Assert.Equal([At(7, 10, 0), At(7, 10, 30)], reading.Document!.Events.Select(one => one.Start));
        Assert.Equal([1, 2], reading.Document.Events.Select(one => one.Row!.Value));
        Assert.Equal("Hall", Assert.Single(reading.Document.Rooms).Name.Text);
    }

    [Fact]
    public async Task Numbers_as_text_and_texts_as_numbers_are_read_and_told()
    {
        var reading = await Json(JsonOf(Event(1, fields: """ "id":"1","duration":45,"title":2026,"do_not_record":"true" """)));

        var one = Assert.Single(reading.Document!.Events);
        Assert.Equal((1L, TimeSpan.FromMinutes(45), "2026", true), (one.Id!.Value, one.Duration, one.Title.Text, one.DoNotRecord));
        Assert.Equal(["id", "duration", "title", "do_not_record"], reading.Problems.Where(p => p.Code == Codes.WrongType).Select(p => p.Arguments[0]).OrderBy(name => Array.IndexOf(["id", "duration", "title", "do_not_record"], name)));
        Assert.All(reading.Problems, problem => Assert.Equal((ScheduleSeverity.Repaired, 1), (problem.Severity, problem.Row!.Value)));
    }

    [Theory]
    [InlineData(""" "guid":null """, "id/1")]
    [InlineData(""" "guid":"" """, "id/1")]
    [InlineData(""" "guid":"00000000-0000-0000-0000-000000000000" """, "id/1")]
    [InlineData(""" "guid":"talk-17" """, "guid/talk-17")]
    [InlineData(""" "guid":null,"id":null,"code":"AB" """, "code/AB")]
    [InlineData(""" "guid":null,"id":null """, "slug/seminar2026-1-talk")]
    [InlineData(""" "guid":null,"id":null,"slug":null """, "title/Talk 1")]
    public async Task A_missing_or_foreign_guid_is_derived_and_the_same_at_every_import(string fields, string from)
    {
        var first = await Json(JsonOf(Event(1, fields: fields)));
        var second = await Json(JsonOf(Event(5, "12:00"), Event(1, "16:00", fields)));

        var guid = Assert.Single(first.Document!.Events).Guid;
        Assert.Equal(guid, second.Document!.Events[1].Guid);
        Assert.Equal(5, guid.Version);
        Assert.Equal(["event", from], first.Only(Codes.GuidDerived).Arguments);
    }

    [Fact]
    public async Task A_repeated_guid_gets_its_own_and_a_repeated_session_is_refused()
    {
        var reading = await Json(JsonOf(Event(1), Event(1, "15:00"), Event(1)));

        Assert.Equal(2, reading.Document!.Events.DistinctBy(one => one.Guid).Count());
        Assert.Equal(2, reading.Only(Codes.GuidDuplicate).Row);
        var refused = reading.Only(Codes.EventRepeated);
        Assert.Equal((ScheduleSeverity.Refused, 3, """days[0].rooms["Hall"][2]"""), (refused.Severity, refused.Row!.Value, refused.Path));
        Assert.Null(reading.Document.Events[1].Id);
    }

    [Fact]
    public async Task Overlaps_in_a_room_are_told_with_the_other_session()
    {
        var reading = await Json(JsonOf(Event(1), Event(2, "10:15"), Event(3, "10:45")));

        var overlap = reading.Only(Codes.RoomOverlap);
        Assert.Equal((2, "Hall", "Talk 1"), (overlap.Row!.Value, overlap.Arguments[0], overlap.Arguments[1]));
        Assert.Equal(3, reading.Document!.Events.Count);
    }

    [Theory]
    [InlineData("\"00:45\"", 45)]
    [InlineData("\"1:30\"", 90)]
    [InlineData("\"01:30:00\"", 90)]
    [InlineData("\"1:02:30:00\"", 26 * 60 + 30)]
    [InlineData("\"0:00:45:00\"", 45)]
    [InlineData("\"45\"", 45)]
    [InlineData("45", 45)]
    [InlineData("45.0", 45)]
    [InlineData("\"PT1H30M\"", 90)]
    [InlineData("\"00:29:30\"", 30)]
    [InlineData("\"४५\"", 45)]
    public async Task Durations_come_in_many_forms(string duration, int minutes)
    {
        var reading = await Json(JsonOf(Event(1, fields: $"\"duration\":{duration}")));

        Assert.Equal(TimeSpan.FromMinutes(minutes), Assert.Single(reading.Document!.Events).Duration);
    }

    [Fact]
    public async Task Without_a_duration_the_end_counts_and_without_both_an_assumption_that_is_told()
    {
        var reading = await Json(JsonOf(
            Event(1, fields: """ "duration":null,"end":"2026-12-07T11:15:00+05:30" """),
            Event(2, "12:00", """ "duration":"soon" """),
            Event(3, "13:00", """ "duration":"100:00" """),
            Event(4, "14:00", """ "duration":{"h":1} """)));

        Assert.Equal([75, 30, 30], reading.Document!.Events.Select(one => (int)one.Duration.TotalMinutes));
        Assert.Equal([2, 4], reading.Problems.Where(problem => problem.Code == Codes.DurationAssumed).Select(problem => problem.Row!.Value));
        Assert.Equal((ScheduleSeverity.Refused, 3), (reading.Only(Codes.DurationTooLong).Severity, reading.Only(Codes.DurationTooLong).Row!.Value));
    }

    [Fact]
    public async Task A_session_after_midnight_belongs_to_the_evening_before()
    {
        var reading = await Json(JsonOf(
            Event(1, "10:00", """ "date":"2026-12-08T00:30:00+05:30","start":"00:30" """),
            Event(2, "10:00", """ "date":"2026-12-07","start":"01:30" """)));

        Assert.Equal([At(8, 0, 30), At(8, 1, 30)], reading.Document!.Events.Select(one => one.Start));
        Assert.All(reading.Document.Events, one => Assert.Equal(1, one.Day));
        Assert.Equal(2, reading.Only(Codes.AfterMidnight).Row);
        Assert.DoesNotContain(Codes.OutsideDay, reading.Codes());
    }

    [Theory]
    [InlineData("\"time_zone_name\":\"Asia/Tashkent\"", "+05:00", null)]
    [InlineData("\"time_zone_name\":\"Central Asia Standard Time\"", "+05:00", Codes.ZoneUnknown)]
    [InlineData("\"time_zone_name\":\"Mars/Olympus\"", "+05:30", Codes.ZoneUnknown)]
    [InlineData("\"time_zone_name\":null", "+05:30", Codes.ZoneMissing)]
    [InlineData("\"time_zone_name\":17", "+05:30", Codes.ZoneUnknown)]
    public async Task Times_without_zone_take_the_files_zone_or_an_assumption_that_is_told(string zone, string offset, string? code)
    {
        var json = JsonOf(Event(1, fields: """ "date":"2026-12-07T10:00:00" """))
            .Replace("\"time_zone_name\":\"Asia/Kolkata\"", zone, StringComparison.Ordinal)
            .Replace("2026-12-07T09:00:00+05:30", "2026-12-07T09:00:00", StringComparison.Ordinal)
            .Replace("2026-12-08T04:00:00+05:30", "2026-12-08T04:00:00", StringComparison.Ordinal);

        var reading = await Json(json);

        var start = Assert.Single(reading.Document!.Events).Start;
        // Central Asia's Windows zone has moved between two offsets with the zone data of machines.
        if (code != Codes.ZoneUnknown || offset == "+05:30")
        {
            Assert.Equal(DateTimeOffset.Parse("2026-12-07T10:00" + offset, System.Globalization.CultureInfo.InvariantCulture), start);
        }

        Assert.Equal(code is not null, reading.Codes().Contains(code));
    }

    [Fact]
    public async Task A_local_time_that_the_clocks_skip_moves_behind_the_gap()
    {
        var json = JsonOf(Event(1, fields: """ "date":"2026-03-29T02:30:00","start":"02:30" """)).Replace("Asia/Kolkata", "Europe/Berlin", StringComparison.Ordinal);

        var reading = await Json(json);

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(2)), Assert.Single(reading.Document!.Events).Start);
        Assert.Equal(["02:30", "03:00"], reading.Only(Codes.TimeSkipped).Arguments);
    }

    [Fact]
    public async Task Offsets_that_are_not_the_zones_are_told_once_and_decide()
    {
        var reading = await Json(JsonOf(Event(1), Event(2, "11:00")).Replace("Asia/Kolkata", "UTC", StringComparison.Ordinal));

        Assert.Equal(At(7, 10, 0), reading.Document!.Events[0].Start);
        Assert.Equal(["UTC", "+05:30", "2"], reading.Only(Codes.ZoneOffsetDiffers).Arguments);
    }

    [Fact]
    public async Task Rooms_are_found_wherever_they_are_named()
    {
        var json = JsonOf(Event(1), Event(2, "11:00", """ "room":"Other" """))
            .Replace("\"days\":", """ "rooms":[{"name":"A","guid":"no guid","capacity":"120"},{"name":"A"},{"guid":null},null,"B"],"days": """, StringComparison.Ordinal)
            .Replace("\"rooms\":{\"Hall\":", "\"rooms\":{\"\":[" + Event(3, "12:00", """ "room":null """) + "],\"Hall\":", StringComparison.Ordinal);

        var reading = await Json(json);

        Assert.Equal(["A", "B", "Hall"], reading.Document!.Rooms.Select(room => room.Name.Text));
        Assert.Equal(120, reading.Document.Rooms[0].Capacity);
        Assert.Equal([null, "Hall", "Hall"], reading.Document.Events.Select(one => one.Room));
        Assert.Superset(
            new HashSet<string> { Codes.RoomMissing, Codes.RoomDiffers, Codes.RoomAdded, Codes.RoomDropped, Codes.GuidDerived },
            reading.Codes().ToHashSet());
    }

    [Fact]
    public async Task Persons_may_be_null_texts_or_objects_of_any_kind()
    {
        const string Persons = """
            "persons":[null,"Li Wei",{"public_name":"Anna","id":"5","guid":"p-5"},{"name":"Omar","guid":"0199bbbb-0000-7000-8000-000000000001"},{"id":9},7,[],
            {"public_name":null,"name":"Zoya"},{"public_name":"Anna again","id":5}]
            """;

        var reading = await Json(JsonOf(Event(1, fields: Persons), Event(2, "11:00", "\"persons\":null"), Event(3, "12:00", "\"persons\":\"Zoya\""), Event(4, "13:00", "\"persons\":{\"0\":{\"name\":\"Ivan\"}}")));

        Assert.Equal(["Li Wei", "Anna", "Omar", "7", "Zoya"], reading.Document!.Events[0].Persons.Select(person => person.Name.Text));
        Assert.Equal(5, reading.Document.Events[0].Persons[1].Guid!.Value.Version);
        Assert.Empty(reading.Document.Events[1].Persons);
        Assert.Empty(reading.Document.Events[2].Persons);
        Assert.Equal("Ivan", Assert.Single(reading.Document.Events[3].Persons).Name.Text);
        Assert.Equal(4, reading.Problems.Count(problem => problem.Code == Codes.PersonDropped));
    }

    [Fact]
    public async Task Html_becomes_plain_text_and_never_stays()
    {
        const string Abstract = """ "abstract":"<p onclick=\"x()\">One &amp; two</p><script>alert(1)</script><ul><li>three</li><li><a href=\"https://example.org/x\">four</a></li></ul><img src=x onerror=alert(1)><svg/onload=alert(2)>five" """;

        var reading = await Json(JsonOf(Event(1, fields: Abstract + """,  "title":"<b>Bold</b> &lt;i&gt;","persons":[{"name":"<i>Anna</i>","id":1}] """)));

        var one = Assert.Single(reading.Document!.Events);
        Assert.Equal("One & two\n\n• three\n\n• four (https://example.org/x)\n\nfive", one.Abstract.Text);
        Assert.Equal("Bold <i>", one.Title.Text);
        Assert.Equal("Anna", one.Persons[0].Name.Text);
        Assert.Equal(3, reading.Problems.Count(problem => problem.Code == Codes.TextMarkup));
    }

    [Fact]
    public async Task Characters_that_hide_what_is_written_are_taken_out_and_told()
    {
        var reading = await Json(JsonOf(Event(1, fields: """ "title":"Pay\u202Eload\u0000\u200B\u00AD \u06CC\u200C\u06C1" """)));

        Assert.Equal("Payload ی\u200Cہ", Assert.Single(reading.Document!.Events).Title.Text);
        Assert.Equal(["title"], reading.Only(Codes.TextCharacters).Arguments);
    }

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("https://user:secret@example.org/", null)]
    [InlineData("two words", null)]
    [InlineData("/slides/a.pdf?1", "https://events.example.org/slides/a.pdf?1")]
    [InlineData("//evil.example.org/x", "https://evil.example.org/x")]
    [InlineData("example.org/a", "https://example.org/a")]
    [InlineData("HTTP://Example.org", "http://example.org/")]
    public async Task Links_are_web_addresses_or_are_refused(string url, string? taken)
    {
        var reading = await Json(JsonOf(Event(1, fields: $$""" "links":[{"url":"{{url}}","title":"t"},null,5] """)));

        Assert.Equal(taken is null ? [] : [taken], Assert.Single(reading.Document!.Events).Links.Select(link => link.Url.AbsoluteUri));
        Assert.Equal(taken is null, reading.Problems.Any(problem => problem.Code == Codes.LinkRefused && problem.Arguments[0] == url));
    }

    [Fact]
    public async Task A_row_without_a_start_is_refused_alone()
    {
        var reading = await Json(JsonOf(Event(1, fields: """ "date":"soon","start":"later" """), Event(2), "17", "null", "[]", Event(3, "12:00", """ "date":null,"start":null """)));

        Assert.Equal([2], reading.Document!.Events.Select(one => one.Row!.Value));
        Assert.Equal([1, 6], reading.Problems.Where(problem => problem.Code == Codes.StartUnreadable).Select(problem => problem.Row!.Value));
        Assert.Equal(3, reading.Problems.Count(problem => problem.Code == Codes.ValueUnreadable));
    }

    [Theory]
    [InlineData("\"conference\":7")]
    [InlineData("\"conference\":{}")]
    [InlineData("\"conference\":{\"days\":{}}")]
    [InlineData("\"conference\":{\"days\":[null,1,\"x\",[],{}]}")]
    [InlineData("\"conference\":{\"start\":[],\"days\":[{\"rooms\":[]},{\"rooms\":7},{\"rooms\":{\"A\":null,\"B\":{},\"C\":[{}]}}],\"rooms\":\"x\",\"tracks\":{\"a\":1}}")]
    public async Task Wrong_types_anywhere_end_in_an_answer(string inside)
    {
        var reading = await Json("{\"schedule\":{\"version\":[]," + inside + "}}");

        Assert.Null(reading.Document);
        Assert.Contains(reading.Problems, problem => problem is { Code: Codes.FileNotASchedule, Severity: ScheduleSeverity.Refused, Row: null });
    }

    [Theory]
    [InlineData("", Codes.FileEmpty)]
    [InlineData(" \n", Codes.FileEmpty)]
    [InlineData("[]", Codes.FileNotASchedule)]
    [InlineData("null", Codes.FileNotASchedule)]
    [InlineData("{\"schedule\":", Codes.FileSyntax)]
    [InlineData("<schedule/>", Codes.FileSyntax)]
    public async Task What_is_no_schedule_is_refused_with_its_reason(string json, string code)
    {
        var reading = await Json(json);

        Assert.Null(reading.Document);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task Fifty_thousand_levels_are_refused_quickly()
    {
        var arrays = await Json("{\"schedule\":" + new string('[', 50_000) + new string(']', 50_000) + "}");
        var objects = await Json(string.Concat(Enumerable.Repeat("{\"a\":", 50_000)));

        Assert.Equal(Codes.FileTooDeep, Assert.Single(arrays.Problems).Code);
        Assert.Equal(Codes.FileTooDeep, Assert.Single(objects.Problems).Code);
    }

    [Fact]
    public async Task A_text_of_fifty_thousand_open_elements_costs_no_stack()
    {
        var reading = await Json(JsonOf(Event(1, fields: $"\"abstract\":\"{string.Concat(Enumerable.Repeat("<div><b>", 50_000))}x\"")));

        Assert.Equal("x", Assert.Single(reading.Document!.Events).Abstract.Text);
    }

    [Fact]
    public async Task More_bytes_than_allowed_are_refused_without_reading_on()
    {
        using var endless = new EndlessStream();

        var reading = await ScheduleJsonReader.ReadAsync(endless, Options);

        Assert.Equal(Codes.FileTooLarge, Assert.Single(reading.Problems).Code);
        Assert.InRange(endless.Given, ScheduleLimits.MaxBytes, ScheduleLimits.MaxBytes + 1024 * 1024);
    }

    [Fact]
    public async Task Five_thousand_sessions_are_read_and_one_more_is_refused()
    {
        var events = Enumerable.Range(1, ScheduleLimits.MaxEvents + 1).Select(number => Event(number)).ToArray();

        var full = await Json(JsonOf(events[..^1]));
        var over = await Json(JsonOf(events));

        Assert.Equal(ScheduleLimits.MaxEvents, full.Document!.Events.Count);
        Assert.Null(over.Document);
        Assert.Equal(Codes.TooManyEvents, Assert.Single(over.Problems).Code);
    }

    [Fact]
    public async Task Problems_are_counted_where_they_can_no_longer_be_listed()
    {
        var reading = await Json(JsonOf(Event(1, fields: $"\"persons\":[{string.Join(',', Enumerable.Repeat("null", 20_000))}]")));

        Assert.Equal(ScheduleLimits.MaxProblems + 1, reading.Problems.Count);
        Assert.Equal((Codes.MoreProblems, "10000"), (reading.Problems[^1].Code, reading.Problems[^1].Arguments[0]));
    }

    [Fact]
    public async Task Broken_encodings_are_repaired_and_told()
    {
        var utf8 = Encoding.UTF8.GetBytes(JsonOf(Event(1, fields: """ "title":"a\ud800b \ud83d\ude00 Ж","room":"\udc00","abstract":"X" """)));
        utf8[Array.LastIndexOf(utf8, (byte)'X')] = 0xFF;

        var reading = await Json(utf8);
        var marked = await Json([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(JsonOf(Event(1)))]);
        var utf16 = await Json([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(JsonOf(Event(1)))]);

        Assert.Equal("a\uFFFDb 😀 Ж", Assert.Single(reading.Document!.Events).Title.Text);
        Assert.Contains(Codes.FileEncodingRepaired, reading.Codes());
        Assert.Empty(marked.Problems);
        Assert.Empty(utf16.Problems);
    }

    [Fact]
    public async Task Translations_are_taken_from_the_format_and_from_the_extension()
    {
        var json = JsonOf(Event(1, fields: """ "title":{"de":"Eröffnung","en":"Opening","ru":"Открытие"} """), Event(2, "11:00"))
            .Replace("\"days\":", """ "meta":{"x-scoevents":{"events":{"00000000-0000-4000-8000-000000000002":{"title":{"ur":"افتتاح","zh-Hans":"开幕","xx":1}}}}},"days": """, StringComparison.Ordinal);

        var reading = await Json(json);

        Assert.Equal(("Opening", "Открытие"), (reading.Document!.Events[0].Title.Text, reading.Document.Events[0].Title.Translations["ru"]));
        Assert.Equal(("افتتاح", "开幕"), (reading.Document.Events[1].Title.Translations["ur"], reading.Document.Events[1].Title.Translations["zh"]));
        Assert.Equal(["title", "de"], reading.Only(Codes.TextLanguage).Arguments);
    }

    [Fact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(JsonOf(Event(1))));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScheduleJsonReader.ReadAsync(stream, Options, new CancellationToken(canceled: true)));
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous reads are expected.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
