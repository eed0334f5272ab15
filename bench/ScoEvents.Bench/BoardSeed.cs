using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Venues;

namespace ScoEvents.Bench;

/// <summary>Drafts an event of five days in ten rooms with 300 sessions, each with a chair and a speaker, of the secretariat of the demonstration's organisers.</summary>
internal static class BoardSeed
{
    private const int Days = 5;
    private const int Rooms = 10;
    private const int SessionsOfRoomAndDay = 6;

    /// <summary>Writes the id of the event.</summary>
    public static async Task<int> RunAsync(string connectionString)
    {
        await using var source = DataModule.DataSource(connectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        await using var context = new ScoEventsDbContext(options.Options) { Auditing = false };
        var now = TimeProvider.System.GetUtcNow();
        var start = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60);
        var secretariat = await context.Secretariats.Where(host => host.Slug == "in-nscs").Select(host => host.Id).SingleAsync();
        var country = await context.States.Where(state => state.Iso2 == "IN").Select(state => state.Id).SingleAsync();
        var planned = ScoEvent.Plan(
            secretariat, $"bench-board-{Guid.NewGuid():N}"[..24],
            new EventFacts(
                EventType.Forum, EventFormat.InPerson, LocalizedText.Of(en: "Forum with 300 sessions", ru: "Форум из 300 заседаний"),
                start, start.AddDays(Days - 1), "Asia/Kolkata", LocalizedText.Of(en: "New Delhi", ru: "Нью-Дели"), country, 12),
            now).Value;
        var venue = Venue.Create(secretariat, LocalizedText.Of(en: $"Congress centre {planned.Slug}")).Value;
        var rooms = Enumerable.Range(1, Rooms).Select(room => venue.AddRoom(LocalizedText.Of(en: $"Hall {room}", ru: $"Зал {room}"), 100 * room).Value).ToList();
        rooms.ForEach(room => planned.UseRoom(room.Id, now));
        var tracks = Enum.GetValues<TrackColor>().Select((color, position) => Track.Create(planned.Id, LocalizedText.Of(en: $"Track {color}"), color, position).Value).ToList();
        context.AddRange(planned, venue);
        context.AddRange(tracks);
        for (var index = 0; index < Days * Rooms * SessionsOfRoomAndDay; index++)
        {
            Add(context, planned, rooms[index / SessionsOfRoomAndDay % Rooms].Id, start, index, tracks[index % tracks.Count].Id, now);
        }

        await context.SaveChangesAsync();
        Console.WriteLine(planned.Id);
        return 0;
    }

    private static void Add(ScoEventsDbContext context, ScoEvent planned, Guid room, DateOnly start, int index, Guid track, DateTimeOffset now)
    {
        var day = start.AddDays(index / (Rooms * SessionsOfRoomAndDay));
        var begins = EventZone.Find("Asia/Kolkata")!.ToInstant(day, new TimeOnly(9 + index % SessionsOfRoomAndDay, 0))!.Value;
        var people = Enumerable.Range(0, 2).Select(person => Speaker.Create(planned.Id, null, LocalizedText.Of(en: $"Speaker {index}.{person}"), LocalizedText.Of(en: "Head of department")).Value).ToList();
        var session = Session.Draft(
            planned.Id,
            new SessionFacts(
                SessionType.ThematicSession, SessionAccess.Open, LocalizedText.Of(en: $"Experience of member states, part {index + 1}", ru: $"Опыт государств-членов, часть {index + 1}"),
                LocalizedText.Of(en: "What was learned, which measures held, and what the states of the organisation can do together next."))
            { TrackId = track },
            index, now).Value;
        session.SetSpeakers(people[0].Id, [people[1].Id], now);
        session.MoveTo(room, new TimeInterval(begins, begins.AddMinutes(45)), planned.Span!.Value, now);
        context.AddRange(people);
        context.Add(session);
    }
}
