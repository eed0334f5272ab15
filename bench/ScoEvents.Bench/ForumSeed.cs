using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Bench;

/// <summary>An event of today, of the demonstration's secretariat, with 1,500 persons of 27 sides.</summary>
internal static class ForumSeed
{
    private const int Sides = 27;
    private const int Persons = 1500;

    /// <summary>A context that writes what people would have done one by one, and audits nothing.</summary>
    /// <param name="source">Of the superuser.</param>
    public static ScoEventsDbContext Context(Npgsql.NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        return new ScoEventsDbContext(options.Options) { Auditing = false };
    }

    /// <summary>Adds the event and its people; saving is the caller's, together with what becomes of the people.</summary>
    /// <param name="context">From <see cref="Context"/>.</param>
    /// <param name="slug">Begins the event's address.</param>
    /// <param name="factsOf">Side and person, each from 0, to what is known of the person.</param>
    /// <param name="user">Who accepted for all sides.</param>
    /// <param name="now">UTC.</param>
    public static async Task<(ScoEvent Event, IReadOnlyList<Delegate> People)> AddAsync(ScoEventsDbContext context, string slug, Func<int, int, DelegateFacts> factsOf, Guid user, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var secretariat = await context.Secretariats.Where(host => host.Slug == "in-nscs").Select(host => host.Id).SingleAsync();
        var planned = ScoEvent.Plan(
            secretariat, $"{slug}-{Guid.NewGuid():N}"[..24],
            new EventFacts(
                EventType.Forum, EventFormat.InPerson, LocalizedText.Of(en: "Forum with 1,500 persons"), today.AddDays(-1), today.AddDays(1), "Asia/Kolkata",
                LocalizedText.Of(en: "New Delhi"), null, 60),
            now).Value;
        context.Add(planned);
        var people = new List<Delegate>();
        var sides = await context.Sides.OrderBy(side => side.Id).Take(Sides).Select(side => side.Id).ToListAsync();
        for (var index = 0; index < sides.Count; index++)
        {
            var invitation = Invitation.Issue(planned.Id, sides[index], Capacity.Guest, 60, now);
            var delegation = invitation.Accept(user, now).Value;
            context.AddRange(invitation, delegation);
            for (var person = 0; person < (Persons / Sides) + (index < Persons % Sides ? 1 : 0); person++)
            {
                people.Add(delegation.Register(factsOf(index, person), now).Value);
            }
        }

        return (planned, people);
    }
}
