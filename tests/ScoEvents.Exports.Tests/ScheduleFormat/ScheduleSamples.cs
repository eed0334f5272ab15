using System.Text;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;
using Xunit;

namespace ScoEvents.Exports.Tests.ScheduleFormat;

/// <summary>Schedules of our own, good and bad, and short ways to read and write them.</summary>
internal static class ScheduleSamples
{
    public static readonly ScheduleReadingOptions Options = new() { AssumedTimeZone = "Asia/Kolkata", AssumedAcronym = "seminar2026" };

    public static async Task<ScheduleReading> Json(string json, ScheduleReadingOptions? options = null) => await Json(Encoding.UTF8.GetBytes(json), options);

    public static async Task<ScheduleReading> Json(byte[] json, ScheduleReadingOptions? options = null)
    {
        using var stream = new MemoryStream(json);
        return await ScheduleJsonReader.ReadAsync(stream, options ?? Options);
    }

    public static async Task<ScheduleReading> Xml(string xml, ScheduleReadingOptions? options = null) => await Xml(Encoding.UTF8.GetBytes(xml), options);

    public static async Task<ScheduleReading> Xml(byte[] xml, ScheduleReadingOptions? options = null)
    {
        using var stream = new MemoryStream(xml);
        return await ScheduleXmlReader.ReadAsync(stream, options ?? Options);
    }

    public static async Task<ScheduleReading> Table(string text, SessionTableMapping mapping) => await Table(Encoding.UTF8.GetBytes(text), mapping);

    public static async Task<ScheduleReading> Table(byte[] text, SessionTableMapping mapping)
    {
        using var stream = new MemoryStream(text);
        return await SessionTableReader.ReadAsync(stream, mapping, Options);
    }

    public static async Task<byte[]> WriteJson(ScheduleDocument document)
    {
        using var stream = new MemoryStream();
        await ScheduleJsonWriter.WriteAsync(document, stream);
        return stream.ToArray();
    }

    public static async Task<byte[]> WriteXml(ScheduleDocument document)
    {
        using var stream = new MemoryStream();
        await ScheduleXmlWriter.WriteAsync(document, stream);
        return stream.ToArray();
    }

    /// <summary>A conference of one day, 09:00 to 04:00 of the next, with the given sessions in one room.</summary>
    public static string JsonOf(params string[] events) => $$$$"""
        {"schedule":{"version":"1","base_url":"https://events.example.org/s/","conference":{"acronym":"seminar2026","title":"Seminar",
        "start":"2026-12-07","end":"2026-12-07","daysCount":1,"timeslot_duration":"00:05","time_zone_name":"Asia/Kolkata",
        "days":[{"index":1,"date":"2026-12-07","day_start":"2026-12-07T09:00:00+05:30","day_end":"2026-12-08T04:00:00+05:30",
        "rooms":{"Hall":[{{{{string.Join(",", events)}}}}]}}]}}}
        """;

    /// <summary>A good session; fields given as <c>"name":value</c> come after the good ones, and the last of a name counts.</summary>
    public static string Event(int number, string start = "10:00", string fields = "") => $$"""
        {"guid":"00000000-0000-4000-8000-{{number:000000000000}}","id":{{number}},"date":"2026-12-07T{{start}}:00+05:30","start":"{{start}}","duration":"00:30",
        "room":"Hall","slug":"seminar2026-{{number}}-talk","url":"https://events.example.org/{{number}}","title":"Talk {{number}}","subtitle":"","track":null,
        "type":"talk","language":"en","abstract":"","description":"","persons":[],"links":[],"attachments":[]{{(fields.Length > 0 ? "," + fields : "")}}}
        """;

    public static string XmlOf(string inDay, string prolog = "") => $"""
        <?xml version="1.0" encoding="utf-8"?>{prolog}
        <schedule><version>1</version><conference><title>Seminar</title><acronym>seminar2026</acronym><start>2026-12-07</start><end>2026-12-07</end>
        <days>1</days><timeslot_duration>00:05</timeslot_duration><time_zone_name>Asia/Kolkata</time_zone_name></conference>
        <day index="1" date="2026-12-07" start="2026-12-07T09:00:00+05:30" end="2026-12-08T04:00:00+05:30">{inDay}</day></schedule>
        """;

    /// <summary>A programme in five languages over two days, with texts that break careless writers.</summary>
    public static ScheduleDocument Programme() => new()
    {
        Version = "Release 2",
        Conference = new ScheduleConference
        {
            Acronym = "seminar2026",
            Title = Five("Seminar", "Семинар", "研讨会", "संगोष्ठी", "سیمینار"),
            Start = new DateOnly(2026, 12, 7),
            End = new DateOnly(2026, 12, 8),
            TimeslotDuration = TimeSpan.FromMinutes(15),
            TimeZoneName = "Asia/Kolkata",
            BaseUrl = new Uri("https://events.example.org/"),
            Url = new Uri("https://events.example.org/events/seminar-2026"),
        },
        Rooms =
        [
            new ScheduleRoom
            {
                Name = Five("Hall 1", "Зал 1", "一号厅", "कक्ष 1", "ہال 1"),
                Guid = Guid.Parse("0199aaaa-0000-7000-8000-000000000001"),
                Capacity = 300,
                Description = ScheduleText.Of("Ground floor"),
            },
            new ScheduleRoom { Name = ScheduleText.Of("Room <B> & \"C\""), Guid = Guid.Parse("0199aaaa-0000-7000-8000-000000000002") },
            new ScheduleRoom { Name = ScheduleText.Of("Empty room"), Guid = Guid.Parse("0199aaaa-0000-7000-8000-000000000003") },
        ],
        Tracks = [new ScheduleTrack { Name = Five("Law & order", "Право", "法律", "कानून", "قانون"), Color = "#1a2b3c", Slug = "law" }],
        Days =
        [
            new ScheduleDay(1, new DateOnly(2026, 12, 7), At(7, 9, 0), At(8, 4, 0)),
            new ScheduleDay(2, new DateOnly(2026, 12, 8), At(8, 9, 0), At(9, 4, 0)),
        ],
        Events =
        [
            Session(1, 1, At(7, 10, 0)) with
            {
                Title = Five("Opening: \"=1+1\"", "Открытие — «съезд»", "开幕式", "उद्घाटन क्ष्म", "افتتاح می‌ہے"),
                Abstract = Five("Line one\n\nLine <script>alert(1)</script> & &amp; two ]]> ?>", "Строка", "摘要\n第二行", "सारांश", "خلاصہ"),
                Room = "Hall 1",
                Track = "Law & order",
                Code = "AB12CD",
                Persons =
                [
                    new SchedulePerson
                    {
                        Name = Five("Aleksei Ivanov", "Алексей Иванов", "伊万诺夫", "इवानोव", "ایوانوف"),
                        Guid = Guid.Parse("0199bbbb-0000-7000-8000-000000000001"),
                        Biography = ScheduleText.Of("Works."),
                    },
                    new SchedulePerson { Name = ScheduleText.Of("李伟"), Id = 7, Code = "XYZ" },
                ],
                Links = [new ScheduleLink(new Uri("https://example.org/a?b=1&c=2"), "Page <1>", "web")],
                Attachments = [new ScheduleLink(new Uri("https://example.org/пример.pdf"), "", "slides")],
                Url = new Uri("https://events.example.org/sessions/1"),
            },
            Session(2, 2, At(8, 10, 0)) with { Room = "Room <B> & \"C\"", DoNotRecord = true, RecordingLicense = "CC BY 4.0" },
            Session(3, 1, At(8, 0, 30)) with { Room = "Hall 1", Title = ScheduleText.Of("After midnight"), Duration = TimeSpan.FromMinutes(125) },
            Session(4, 1, At(7, 10, 0)) with { Title = ScheduleText.Of("No room, vector<int>, a < b && c > d") },
        ],
    };

    public static ScheduleEvent Session(int number, int day, DateTimeOffset start) => new()
    {
        Guid = Guid.Parse($"0199cccc-0000-7000-8000-{number:000000000000}"),
        Day = day,
        Title = ScheduleText.Of($"Session {number}"),
        Language = "en",
        Type = "Plenary",
        Start = start,
        Duration = TimeSpan.FromMinutes(45),
    };

    public static ScheduleText Five(string en, string ru, string zh, string hi, string ur) => ScheduleText.Of(LocalizedText.Of(en, ru, zh, hi, ur), "en");

    public static DateTimeOffset At(int day, int hour, int minute) => new(2026, 12, day, hour, minute, 0, TimeSpan.FromHours(5.5));

    public static IEnumerable<string> Codes(this ScheduleReading reading) => reading.Problems.Select(problem => problem.Code).Distinct();

    public static ScheduleProblem Only(this ScheduleReading reading, string code) => Assert.Single(reading.Problems, problem => problem.Code == code);
}
