using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Bench;

/// <summary>A schedule of five days and ten rooms in five languages.</summary>
internal static class ScheduleSample
{
    private const int Days = 5;
    private const int Rooms = 10;

    /// <summary>The schedule, of which every program shows the given language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="words">A text in each language.</param>
    /// <param name="sessions">How many sessions.</param>
    public static ScheduleDocument Of(string language, IReadOnlyDictionary<string, string> words, int sessions)
    {
        var first = new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.FromHours(5.5));
        ScheduleText Text(string about) => ScheduleText.Of(LocalizedText.From(words.Select(word => KeyValuePair.Create(word.Key, (string?)$"{word.Value} {about}"))), language);
        ScheduleText Abstract() => ScheduleText.Of(LocalizedText.From(words.Select(word => KeyValuePair.Create(word.Key, (string?)string.Concat(Enumerable.Repeat(word.Value + ". ", 4))))), language);
        return new ScheduleDocument
        {
            Version = "3",
            Conference = new ScheduleConference
            {
                Acronym = "bench", Title = Text(""), Start = new DateOnly(2026, 12, 7), End = new DateOnly(2026, 12, 7).AddDays(Days - 1), TimeZoneName = "Asia/Kolkata",
            },
            Rooms = [.. Enumerable.Range(0, Rooms).Select(room => new ScheduleRoom { Name = ScheduleText.Of($"Hall {room}"), Guid = new Guid(room + 1, 1, 0, new byte[8]) })],
            Tracks = [new ScheduleTrack { Name = ScheduleText.Of("Evidence"), Slug = "evidence", Color = "#1a2b3c" }],
            Days = [.. Enumerable.Range(0, Days).Select(day => new ScheduleDay(day + 1, new DateOnly(2026, 12, 7).AddDays(day), first.AddDays(day), first.AddDays(day).AddHours(19)))],
            Events =
            [
                .. Enumerable.Range(0, sessions).Select(number => new ScheduleEvent
                {
                    Guid = new Guid(number + 1, 2, 0, new byte[8]),
                    Day = (number % Days) + 1,
                    Room = $"Hall {number / Days % Rooms}",
                    Track = "Evidence",
                    Title = Text($"{number}"),
                    Abstract = Abstract(),
                    Language = "en",
                    Type = "Plenary",
                    Start = first.AddDays(number % Days).AddHours(number / Days / Rooms),
                    Duration = TimeSpan.FromMinutes(45),
                    Persons = [.. Enumerable.Range(0, 5).Select(person => new SchedulePerson { Name = Text($"{person}"), Guid = new Guid((number * 10) + person, 3, 0, new byte[8]) })],
                }),
            ],
        };
    }
}
