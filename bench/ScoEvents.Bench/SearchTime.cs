using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.Search;
using ScoEvents.Web.Localization;

namespace ScoEvents.Bench;

/// <summary>How long finding takes among 500 events, 5,000 published sessions with as many speakers, and 1,500 delegates.</summary>
internal static class SearchTime
{
    private const int Events = 500;
    private const int SessionsOfEvent = 10;
    private const int Persons = 1_500;
    private const int Rounds = 30;

    private static readonly string[] _families = ["Liukmanov", "Nazarbekova", "Sharma", "Rahmonzoda", "Zhang", "Khan", "Ivanov", "Toktogulov", "Karimov", "Hosseini", "Lukashevich", "Wang", "Petrova", "Yusupov", "Siddiqui"];
    private static readonly string[] _given = ["Artur", "Aigerim", "Rajesh", "Farrukh", "Wei", "Imran", "Olga", "Bakyt", "Dilshod", "Reza", "Pavel", "Li", "Anna", "Timur", "Fatima"];
    private static readonly string[] _topics = ["Security of supply chains", "Response to incidents", "Evidence in electronic form", "Training of specialists", "Protection of children online", "Cryptography after quantum computers", "Trust in public services"];

    /// <summary>Fills the database of a running portal and measures.</summary>
    /// <param name="folder">The portal's data folder.</param>
    public static async Task<int> RunAsync(string folder)
    {
        await SeedAsync(PortalDatabaseFolder.ConnectionString(folder, "Superuser"));
        await using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(TimeProvider.System)
            .AddScoEventsData(_ => PortalDatabaseFolder.ConnectionString(folder, "App")).AddSingleton<SearchPages>().AddTransient<SearchQueries>().BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<ScoEventsDbContext>>();
        await using var context = await contexts.CreateDbContextAsync();
        var organiser = Actor.Of(await context.Grants.Where(grant => grant.Role == Role.Organiser && grant.RevokedAt == null
            && context.Secretariats.Any(host => host.Id == grant.SecretariatId && host.Slug == "in-nscs")).Select(grant => grant.UserId).FirstAsync());
        var queries = services.GetRequiredService<SearchQueries>();
        Console.WriteLine("| typed | public, median | p90 | organiser, median | p90 |\n|---|---|---|---|---|");
        foreach (var typed in new[] { "Liukmanov", "Люкманов", "لیوکمانوف", "l", "se", "security", "secrity chians", "网络安全", "forum 77", "review forum 77", "zzzzqqqq" })
        {
            var (open, staff) = (await MeasureAsync(queries, Actor.Public, typed), await MeasureAsync(queries, organiser, typed));
            Console.WriteLine(FormattableString.Invariant($"| {typed} | {open.Median:0} ms | {open.P90:0} ms | {staff.Median:0} ms | {staff.P90:0} ms |"));
        }

        return 0;
    }

    private static async Task<(double Median, double P90)> MeasureAsync(SearchQueries queries, Actor actor, string typed)
    {
        var times = new List<double>();
        for (var round = -3; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await queries.FindAsync(actor, typed, PortalLanguages.English, CancellationToken.None);
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        return (times[times.Count / 2], times[times.Count * 9 / 10]);
    }

    private static async Task SeedAsync(string connectionString)
    {
        await using var source = DataModule.DataSource(connectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        var (now, made) = (TimeProvider.System.GetUtcNow(), 0);
        await using (var known = new ScoEventsDbContext(options.Options))
        {
            if (await known.Events.AnyAsync(planned => planned.Slug == "bench-search-0"))
            {
                return;
            }
        }

        for (var index = 0; index < Events; index++)
        {
            await using var context = new ScoEventsDbContext(options.Options) { Auditing = false };
            var secretariat = await context.Secretariats.Where(host => host.Slug == "in-nscs").Select(host => host.Id).SingleAsync();
            var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(index - (Events / 2));
            var planned = ScoEvent.Plan(secretariat, $"bench-search-{index}", new EventFacts(
                EventType.Forum, EventFormat.InPerson,
                LocalizedText.Of(en: $"Forum {index}: {_topics[index % _topics.Length].ToLowerInvariant()}", ru: $"Форум {index} по безопасности", zh: $"网络安全论坛 {index}", hi: $"सुरक्षा मंच {index}", ur: $"سیکورٹی فورم {index}"),
                day, day.AddDays(1), "Asia/Kolkata", LocalizedText.Of(en: "New Delhi", ru: "Нью-Дели"), null, 100), now).Value;
            planned.Announce(now);
            context.Add(planned);
            context.Add(Release.Publish(new ReleaseLabel(null, null), planned.Id, [.. Enumerable.Range(0, SessionsOfEvent).Select(place => Session(planned, index, place))], null, Guid.CreateVersion7(), now).Value);
            if (index % (Events / 10) == 0)
            {
                made += await DelegationsAsync(context, planned, Persons / 10, now);
            }

            await context.SaveChangesAsync();
        }

        Console.WriteLine(FormattableString.Invariant($"{Events} events, {Events * SessionsOfEvent} sessions, {made} delegates"));
    }

    private static FrozenSession Session(ScoEvent planned, int index, int place)
    {
        var starts = planned.Span!.Value.Start.AddHours(3).AddMinutes(45 * place);
        var name = $"{_given[(index + place) % _given.Length]} {_families[((index * 7) + place) % _families.Length]}{(index % 40 == 0 ? "" : $"{(char)('a' + (index % 26))}{(char)('a' + (place * 2))}")}";
        return new FrozenSession(
            Guid.CreateVersion7(), SessionType.ThematicSession, place % 5 == 4 ? SessionAccess.MembersOnly : SessionAccess.Open,
            LocalizedText.Of(en: $"{_topics[(index + place) % _topics.Length]}, part {place + 1}", ru: $"Опыт государств, часть {place + 1}", zh: $"各国经验第{place + 1}部分"),
            LocalizedText.Of(en: string.Join(' ', Enumerable.Repeat("What was learned, which measures held, and what the states of the organisation can do together next.", 5))),
            Guid.CreateVersion7(), LocalizedText.Of(en: "Hall"), 0, new TimeInterval(starts, starts.AddMinutes(40)),
            [new FrozenSpeaker(Guid.CreateVersion7(), SpeakerRole.Speaker, LocalizedText.Of(en: name), LocalizedText.Of(en: "Head of department"), LocalizedText.Of(en: "India"))])
        {
            Classification = Classification.Clear,
        };
    }

    private static async Task<int> DelegationsAsync(ScoEventsDbContext context, ScoEvent planned, int persons, DateTimeOffset now)
    {
        var user = await context.Users.Select(known => known.Id).FirstAsync();
        var (sides, made) = (await context.Sides.OrderBy(side => side.Id).Take(5).Select(side => side.Id).ToListAsync(), 0);
        foreach (var sideId in sides)
        {
            var invitation = Invitation.Issue(planned.Id, sideId, Capacity.Guest, 60, now);
            var delegation = invitation.Accept(user, now).Value;
            context.AddRange(invitation, delegation);
            for (var person = 0; person < persons / sides.Count; person++, made++)
            {
                var registered = delegation.Register(
                    new DelegateFacts(
                        person == 0 ? DelegationRole.Head : DelegationRole.Member, $"{_families[made % _families.Length]}{(char)('a' + (made / 15 % 26))}", _given[made / 7 % _given.Length], null,
                        LocalizedText.Of(en: "Counsellor"), LocalizedText.Empty, "bench@mfa.example", new ProtectedText("v1.bench.bench", "***")),
                    now).Value;
                context.AddRange(AccreditationCase.Open(registered, null, now));
            }
        }

        return made;
    }
}
