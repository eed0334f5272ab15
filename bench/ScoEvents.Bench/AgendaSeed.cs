using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Bench;

/// <summary>Publishes a three-day event with as many sessions as are asked for, in English and Russian, each with a chair and three speakers.</summary>
internal static class AgendaSeed
{
    private const int Days = 3;
    private const int Minutes = 30;
    private const int SlotsOfDay = 18;

    private static readonly string[] _subjects = ["Ransomware", "Digital forensics", "Critical infrastructure", "Supply chains", "Incident response", "Cyber terrorism"];

    private static readonly FrozenTrack[] _tracks =
        [.. _subjects.Select((subject, index) => new FrozenTrack(new Guid(index + 1, 1, 0, new byte[8]), LocalizedText.Of(en: subject), (TrackColor)index))];

    public static async Task<int> RunAsync(string connectionString, string slug, int count)
    {
        await using var source = DataModule.DataSource(connectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        await using var context = new ScoEventsDbContext(options.Options);
        if (await context.Events.AnyAsync(planned => planned.Slug == slug))
        {
            return 0;
        }

        var now = TimeProvider.System.GetUtcNow();
        var start = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60);
        // The demonstration has staff there, who can make files of the event.
        var secretariat = await context.Secretariats.Where(host => host.Slug == "in-nscs").Select(host => host.Id).SingleAsync();
        var country = await context.States.Where(state => state.Iso2 == "IN").Select(state => state.Id).SingleAsync();
        var side = await context.Sides.Where(host => host.StateId == country).Select(host => host.Id).SingleAsync();
        var planned = ScoEvent.Plan(
            secretariat, slug,
            new EventFacts(
                EventType.Seminar, EventFormat.InPerson,
                LocalizedText.Of(en: $"Practical seminar with {count} sessions", ru: $"Практический семинар из {count} заседаний"),
                start, start.AddDays(Days - 1), "Asia/Kolkata", LocalizedText.Of(en: "New Delhi", ru: "Нью-Дели"), country, 12),
            now).Value;
        planned.SetParties(OrganisationRole.Host, [side]);
        planned.Announce(now);
        var release = Release.Publish(
            new ReleaseLabel("Final programme", null), planned.Id, [.. Enumerable.Range(0, count).Select(index => Session(index, start))], null, Guid.CreateVersion7(), now).Value;
        context.Auditing = false;
        context.Events.Add(planned);
        context.Releases.Add(release);
        await context.SaveChangesAsync();
        return 0;
    }

    /// <summary>The event that was published under a slug.</summary>
    public static async Task<Guid> FindAsync(string folder, string slug)
    {
        await using var source = DataModule.DataSource(PortalDatabaseFolder.ConnectionString(folder, "Superuser"));
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        await using var context = new ScoEventsDbContext(options.Options);
        return await context.Events.Where(planned => planned.Slug == slug).Select(planned => planned.Id).SingleAsync();
    }

    private static FrozenSession Session(int index, DateOnly start)
    {
        var zone = EventZone.Find("Asia/Kolkata")!;
        var day = index / SlotsOfDay % Days;
        var room = index / (SlotsOfDay * Days);
        var begins = zone.ToInstant(start.AddDays(day), new TimeOnly(9, 0).AddMinutes(index % SlotsOfDay * Minutes))!.Value;
        var subject = _subjects[index % _subjects.Length];
        return new FrozenSession(
            Guid.CreateVersion7(), (SessionType)(index % 6), SessionAccess.Open,
            LocalizedText.Of(en: $"{subject}: experience of member states, part {index + 1}", ru: $"{subject}: опыт государств-членов, часть {index + 1}"),
            LocalizedText.Of(en: $"What was learned in {2000 + index}, which measures held, and what the states of the organisation can do together about {subject.ToLowerInvariant()} next."),
            new Guid(room + 1, 0, 0, new byte[8]), LocalizedText.Of(en: $"Hall {room + 1}", ru: $"Зал {room + 1}"), room,
            new TimeInterval(begins, begins.AddMinutes(Minutes)),
            [.. Enumerable.Range(0, 4).Select(person => Person(index, person))])
        {
            Track = _tracks[index % _tracks.Length],
            InterpretedInto = index % 2 == 0 ? ["ru", "zh"] : ["ru"],
            VenueName = LocalizedText.Of(en: "Vigyan Bhawan"),
        };
    }

    private static FrozenSpeaker Person(int index, int person) => new(
        Guid.CreateVersion7(), person == 0 ? SpeakerRole.Chair : SpeakerRole.Speaker,
        LocalizedText.Of(en: $"Speaker {index}.{person}", ru: $"Докладчик {index}.{person}"),
        LocalizedText.Of(en: "Head of the department for information security"),
        LocalizedText.Of(en: "Kazakhstan", ru: "Казахстан"));
}
