using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;
using static ScoEvents.Exports.Tests.ScheduleFormat.ScheduleSamples;
using Codes = ScoEvents.Exports.ScheduleFormat.ScheduleProblemCodes;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

public sealed class ScheduleWriterTests
{
    [Fact]
    public async Task Json_read_and_written_again_gives_the_same_bytes_and_loses_nothing()
    {
        var first = await WriteJson(Programme());
        var reading = await Json(first);
        var second = await WriteJson(reading.Document!);

        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(second));
        var opening = reading.Document!.Events.Single(one => one.Code == "AB12CD");
        Assert.Equal(Programme().Events[0].Title, opening.Title);
        Assert.Equal(Programme().Events[0].Abstract, opening.Abstract);
        Assert.Equal(Programme().Events[0].Persons[0], opening.Persons.Single(person => person.Guid is not null));
        Assert.Equal(Programme().Rooms, reading.Document.Rooms);
        Assert.Equal(Programme().Tracks, reading.Document.Tracks);
        Assert.Equal(Programme().Conference, reading.Document.Conference);
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == ScheduleSeverity.Refused);
    }

    [Fact]
    public async Task Xml_read_and_written_again_gives_the_same_bytes()
    {
        var first = await WriteXml(Programme());
        var reading = await Xml(first);
        var second = await WriteXml(reading.Document!);

        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(second));
        Assert.Equal(Programme().Events[0].Abstract, reading.Document!.Events.Single(one => one.Code == "AB12CD").Abstract);
        Assert.Equal(["Hall 1", "Room <B> & \"C\"", "Empty room"], reading.Document.Rooms.Select(room => room.Name.Text));
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == ScheduleSeverity.Refused);
    }

    [Fact]
    public async Task Json_has_the_shape_that_the_schema_asks_for()
    {
        using var json = JsonDocument.Parse(await WriteJson(Programme()));

        var conference = json.RootElement.GetProperty("schedule").GetProperty("conference");
        Assert.Equal(["acronym", "title", "start", "end", "daysCount", "timeslot_duration", "time_zone_name", "url", "tracks", "rooms", "meta", "days"], Names(conference));
        var day = conference.GetProperty("days")[0];
        Assert.Equal(["Hall 1", ""], Names(day.GetProperty("rooms")));
        var opening = day.GetProperty("rooms").GetProperty("Hall 1")[0];
        Assert.Equal(
            [
                "guid", "id", "code", "date", "start", "end", "duration", "room", "slug", "url", "title", "subtitle", "track", "type", "language",
                "abstract", "description", "recording_license", "do_not_record", "persons", "links", "attachments",
            ],
            Names(opening));
        Assert.Equal(("2026-12-07T10:00:00+05:30", "10:00", "00:45"), (opening.GetProperty("date").GetString(), opening.GetProperty("start").GetString(), opening.GetProperty("duration").GetString()));
        Assert.Equal("Открытие — «съезд»", conference.GetProperty("meta").GetProperty("x-scoevents").GetProperty("events").GetProperty("0199cccc-0000-7000-8000-000000000001").GetProperty("title").GetProperty("ru").GetString());
        Assert.Equal("2026-12-08T00:30:00+05:30", day.GetProperty("rooms").GetProperty("Hall 1")[1].GetProperty("date").GetString());
    }

    [Fact]
    public async Task Xml_has_translations_only_where_readers_do_not_look()
    {
        var xml = XDocument.Parse(Encoding.UTF8.GetString(await WriteXml(Programme())));

        Assert.All(xml.Descendants(), element => Assert.Equal("", element.Name.NamespaceName));
        Assert.All(xml.Descendants().Attributes(), attribute => Assert.Equal("", attribute.Name.NamespaceName));
        var opening = xml.Descendants("event").Single(one => one.Attribute("code")?.Value == "AB12CD");
        Assert.Equal(5 + 5 + 5, opening.DescendantNodes().OfType<XProcessingInstruction>().Count());
        Assert.Equal("Opening: \"=1+1\"", opening.Element("title")!.Value);
        Assert.Equal(2, opening.Element("persons")!.Elements().Count());
    }

    [Fact]
    public async Task The_order_of_sessions_does_not_change_the_bytes()
    {
        var programme = Programme() with { Tracks = [.. Programme().Tracks] };
        var turned = programme with { Events = [.. programme.Events.Reverse()] };

        Assert.Equal(await WriteJson(programme), await WriteJson(turned));
        Assert.Equal(await WriteXml(programme), await WriteXml(turned));
    }

    [Fact]
    public async Task A_schedule_without_days_rooms_and_sessions_is_written_and_read()
    {
        var empty = new ScheduleDocument
        {
            Conference = new ScheduleConference { Acronym = "X Y", Title = ScheduleText.Of("Empty"), Start = new DateOnly(2026, 12, 7), End = new DateOnly(2026, 12, 8) },
        };

        var json = await WriteJson(empty);
        var xml = await WriteXml(empty);

        Assert.Equal(json, await WriteJson((await Json(json)).Document!));
        Assert.Equal(xml, await WriteXml((await Xml(xml)).Document!));
        Assert.Equal("x_y_", (await Json(json)).Document!.Conference.Acronym);
    }

    [Fact]
    public async Task Numbers_codes_and_slugs_that_two_sessions_share_are_made_different()
    {
        var programme = Programme();
        var one = programme.Events[1] with { Id = 5, Code = "ABCDEF", Slug = "Foreign Slug" };
        var shared = programme with { Events = [one, one with { Guid = Guid.Parse("0199cccc-0000-7000-8000-000000000099"), Start = one.Start.AddHours(2) }] };

        var xml = XDocument.Parse(Encoding.UTF8.GetString(await WriteXml(shared)));
        var events = xml.Descendants("event").ToList();

        Assert.Equal(2, events.Select(element => element.Attribute("id")!.Value).Distinct().Count());
        Assert.Equal(2, events.Select(element => element.Element("slug")!.Value).Distinct().Count());
        Assert.Single(events.Attributes("code"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Texts_of_any_kind_survive_every_round(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var programme = ScheduleTexts(random);

            var json = await WriteJson(programme);
            var fromJson = (await Json(json)).Document!;
            var xml = await WriteXml(fromJson);
            var fromXml = (await Xml(xml)).Document!;

            Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(await WriteJson(fromJson)));
            Assert.Equal(Encoding.UTF8.GetString(xml), Encoding.UTF8.GetString(await WriteXml(fromXml)));
            Assert.Equal(fromJson.Events.Select(one => (one.Guid, one.Title, one.Abstract, one.Start, one.Duration, one.Day)), fromXml.Events.Select(one => (one.Guid, one.Title, one.Abstract, one.Start, one.Duration, one.Day)));
        }
    }

    [Fact]
    public async Task What_pages_would_run_is_escaped_in_json()
    {
        var programme = Programme() with { Version = "</script><b>" };

        var json = Encoding.UTF8.GetString(await WriteJson(programme));

        Assert.DoesNotContain('<', json);
        Assert.Contains("Открытие", json, StringComparison.Ordinal);
        Assert.Equal("</script><b>", (await Json(json)).Document!.Version);
        Assert.Contains(Codes.RoomMissing, (await Json(json)).Codes());
    }

    private static ScheduleDocument ScheduleTexts(Random random)
    {
        string[] bricks =
        [
            "Безопасность", "网络安全", "सुरक्षा", "سلامتی", "security", " ", "\n", "<b>", "</p>", "&amp;", "&lt;", "&", "<", ">", "<script>", "a<b", "vector<int>",
            "\u202E", "\u0000", "\u200C", "\u200D", "\u200B", "😀", "\uD83D", "]]>", "?>", "--", "\"", "'", "{{", "=1+1", "é", "e\u0301", "ی", "https://example.org/?a=1&copy=2", "\t", "\u00A0", "&#x202E;", "\r\n",
        ];
        string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => bricks[random.Next(bricks.Length)]));
        ScheduleText Words() => new(Text(), Domain.Shared.LocalizedText.From(
            Domain.Shared.Languages.All.Where(_ => random.Next(2) == 0).Select(language => KeyValuePair.Create(language, (string?)Text()))));
        var programme = Programme();
        return programme with
        {
            Version = Text(),
            Conference = programme.Conference with { Title = Words() },
            Events =
            [
                .. Enumerable.Range(1, 6).Select(number => Session(number, random.Next(1, 3), At(7, 9, 0).AddMinutes(random.Next(0, 2000))) with
                {
                    Title = Words(),
                    Subtitle = Words(),
                    Abstract = Words(),
                    Description = Words(),
                    Room = random.Next(4) == 0 ? null : Text(),
                    Track = random.Next(4) == 0 ? null : Text(),
                    Type = Text(),
                    Persons = [new SchedulePerson { Name = Words(), Id = random.Next(2) == 0 ? null : number }],
                    Links = [new ScheduleLink(new Uri("https://example.org/" + Uri.EscapeDataString("ж" + number)), Text())],
                }),
            ],
        };
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
