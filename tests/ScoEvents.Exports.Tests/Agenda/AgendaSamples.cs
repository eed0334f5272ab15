using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Exports.Agenda;

namespace ScoEvents.Exports.Tests.Agenda;

/// <summary>Agendas in the five languages, with texts that break careless writers.</summary>
internal static class AgendaSamples
{
    public static readonly string[] Languages = ["en", "ru", "zh", "hi", "ur"];

    public static readonly Guid EventId = Guid.Parse("01990000-0000-7000-8000-000000000001");

    public static readonly Guid TrackId = Guid.Parse("01990000-0000-7000-8000-0000000000c1");

    public static readonly Guid RoomId = Guid.Parse("01990000-0000-7000-8000-0000000000b1");

    public static readonly Guid SideId = Guid.Parse("01990000-0000-7000-8000-0000000000d1");

    public static readonly Guid SpeakerId = Guid.Parse("01990000-0000-7000-8000-0000000000e1");

    private static readonly DateTimeOffset _published = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);

    public static AgendaDocument For(string language)
    {
        var words = Words(language);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        return new AgendaDocument
        {
            EventId = EventId,
            Language = language,
            Direction = language == "ur" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Title = words.Title,
            Subtitle = words.Subtitle,
            AuthorityLines = words.Authority,
            Place = words.Place,
            FirstDay = new DateOnly(2026, 12, 7),
            LastDay = new DateOnly(2026, 12, 8),
            DatesInWords = words.Dates,
            TimeZone = zone,
            TimeZoneInWords = words.Zone,
            Classification = Classification.Green,
            Release = new AgendaRelease(2, null, _published, words.Published),
            Address = new Uri("https://events.example.org/events/new-delhi-seminar-2026"),
            Labels = words.Labels,
            Days =
            [
                new AgendaDay(new DateOnly(2026, 12, 7), words.DayOne, [Opening(words), Break(words), Thematic(words)]),
                new AgendaDay(new DateOnly(2026, 12, 8), words.DayTwo, [Withdrawn(words), Reception(words)]),
            ],
        };
    }

    /// <summary>The agenda in two languages side by side.</summary>
    public static AgendaDocument Both(string language, string second) => For(language) with { Beside = For(second) };

    /// <summary>One entry in a document of the given zone.</summary>
    public static AgendaDocument With(string zone, params AgendaEntry[] entries) => For("en") with
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        Days = [new AgendaDay(new DateOnly(2026, 12, 7), "Day", entries)],
    };

    public static AgendaEntry Entry(string start, string end, string title = "Session") => new()
    {
        SessionId = Guid.Parse("01990000-0000-7000-8000-0000000000aa"),
        Start = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
        End = DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
        Room = "Hall 1",
        TypeLabel = "Plenary",
        Title = title,
        Sequence = 0,
        LastModified = _published,
    };

    /// <summary>Sessions spread over five days and five rooms.</summary>
    public static AgendaDocument Large(string language, int sessions)
    {
        var sample = For(language);
        var pattern = sample.Days[0].Entries[2];
        var days = Enumerable.Range(0, 5).Select(day => new AgendaDay(
            sample.FirstDay.AddDays(day),
            sample.Days[0].Heading,
            [
                .. Enumerable.Range(0, sessions / 5).Select(number => pattern with
                {
                    SessionId = new Guid(day, (short)number, 0, [0x80, 0, 0, 0, 0, 0, 0, 1]),
                    Start = pattern.Start.AddDays(day).AddMinutes(15 * number),
                    End = pattern.End.AddDays(day).AddMinutes(15 * number),
                }),
            ]));
        return sample with { Days = [.. days] };
    }

    private static AgendaEntry Opening(AgendaWords words) => Entry("2026-12-07T10:00+05:30", "2026-12-07T11:00+05:30", words.Opening) with
    {
        SessionId = Guid.Parse("01990000-0000-7000-8000-000000000011"),
        Code = "S1",
        Room = words.Room,
        TypeLabel = words.OpeningType,
        Chair = words.Chair,
        Sequence = 1,
    };

    private static AgendaEntry Break(AgendaWords words) => Entry("2026-12-07T11:00+05:30", "2026-12-07T11:30+05:30", words.Break) with
    {
        SessionId = Guid.Parse("01990000-0000-7000-8000-000000000012"),
        TypeLabel = words.Break,
        IsPause = true,
        Room = null,
    };

    private static AgendaEntry Thematic(AgendaWords words) => Entry("2026-12-07T11:30+05:30", "2026-12-07T13:00+05:30", words.Thematic) with
    {
        SessionId = Guid.Parse("01990000-0000-7000-8000-000000000013"),
        Code = "S2",
        Room = words.Room,
        RoomId = RoomId,
        TypeLabel = words.ThematicType,
        Abstract = words.Abstract,
        Chair = words.Chair,
        Speakers =
        [
            new AgendaPerson("Aleksei Ivanov", words.Function, "Россия", "Алексей Иванов", "ru"),
            new AgendaPerson("Li Wei", words.Function, "中国", "李伟", "zh") { Id = SpeakerId, SideId = SideId, Minutes = 20 },
            new AgendaPerson("Ayesha Khan", words.Function, "پاکستان", "عائشہ خان", "ur"),
            new AgendaPerson("Rajesh Kumar", words.Function, "भारत", "राजेश कुमार", "hi", words.Topic),
        ],
        Access = SessionAccess.DelegationsOnly,
        AccessLabel = words.Access,
        Classification = Classification.Green,
        TrackId = TrackId,
        Track = words.Track,
        Interpretation = words.Interpretation,
        Points = [new AgendaPoint(words.Points[0], "Li Wei", 20), new AgendaPoint(words.Points[1])],
    };

    private static AgendaEntry Withdrawn(AgendaWords words) => Entry("2026-12-08T10:00+05:30", "2026-12-08T11:00+05:30", words.Thematic) with
    {
        SessionId = Guid.Parse("01990000-0000-7000-8000-000000000014"),
        TypeLabel = words.ThematicType,
        Room = words.Room,
        IsCancelled = true,
        Sequence = 3,
    };

    private static AgendaEntry Reception(AgendaWords words) => Entry("2026-12-08T21:00+05:30", "2026-12-09T00:30+05:30", words.Reception) with
    {
        SessionId = Guid.Parse("01990000-0000-7000-8000-000000000015"),
        TypeLabel = words.Reception,
        Room = words.Room,
    };

    public static AgendaWords Words(string language) => language switch
    {
        "ru" => AgendaWords.Russian,
        "zh" => AgendaWords.Chinese,
        "hi" => AgendaWords.Hindi,
        "ur" => AgendaWords.Urdu,
        _ => AgendaWords.English,
    };
}
