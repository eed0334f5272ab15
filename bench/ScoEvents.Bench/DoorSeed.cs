using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Bench;

/// <summary>An event of today with 1,500 persons of 27 sides, all with badges.</summary>
internal static class DoorSeed
{
    private const int Sides = 27;
    private const int Persons = 1500;
    private const string KeyId = "Bench001";

    /// <summary>Writes the id of the event.</summary>
    /// <param name="connectionString">Of the superuser: what people would have done one by one.</param>
    public static async Task<int> RunAsync(string connectionString)
    {
        await using var source = DataModule.DataSource(connectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        await using var context = new ScoEventsDbContext(options.Options) { Auditing = false };
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var secretariat = await context.Secretariats.Where(host => host.Slug == "in-nscs").Select(host => host.Id).SingleAsync();
        var planned = ScoEvent.Plan(
            secretariat, $"bench-door-{Guid.NewGuid():N}"[..24],
            new EventFacts(
                EventType.Forum, EventFormat.InPerson, LocalizedText.Of(en: "Forum with 1,500 persons"), today.AddDays(-1), today.AddDays(1), "Asia/Kolkata",
                LocalizedText.Of(en: "New Delhi"), null, 60),
            now).Value;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var days = EventZone.Find("Asia/Kolkata")!.Days(today.AddDays(-1), today.AddDays(1));
        var user = await context.Users.Select(known => known.Id).FirstAsync();
        context.Add(planned);
        context.Add(BadgeKey.Create(KeyId, key.ExportSubjectPublicKeyInfo(), "bench", now));
        await context.SaveChangesAsync();

        var sides = await context.Sides.OrderBy(side => side.Id).Take(Sides).Select(side => side.Id).ToListAsync();
        var serial = 0;
        foreach (var (sideId, index) in sides.Select((sideId, index) => (sideId, index)))
        {
            var invitation = Invitation.Issue(planned.Id, sideId, Capacity.Guest, 60, now);
            var delegation = invitation.Accept(user, now).Value;
            context.AddRange(invitation, delegation);
            for (var person = 0; person < (Persons / Sides) + (index < Persons % Sides ? 1 : 0); person++)
            {
                var registered = delegation.Register(
                    new DelegateFacts(
                        person == 0 ? DelegationRole.Head : DelegationRole.Member, $"Person{(char)('A' + index)}{(char)('A' + (person / 26))}{(char)('A' + (person % 26))}", "Bench", null,
                        LocalizedText.Of(en: "Counsellor"), LocalizedText.Empty, "bench@mfa.example", new ProtectedText("v1.bench.bench", "***")),
                    now).Value;
                var accreditation = AccreditationCase.Open(registered, null, now);
                var id = Guid.CreateVersion7();
                var payload = new BadgePayload(KeyId, planned.Id, id, days.Start, days.End, []).Sign(key);
                context.AddRange(accreditation, Badge.Issue(accreditation, new BadgeFacts(id, ++serial, KeyId, payload, days.Start, days.End), user, now));
            }
        }

        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlAsync($"UPDATE accreditations SET state = 'BadgeIssued' WHERE event_id = {planned.Id}");
        Console.WriteLine(planned.Id);
        return 0;
    }

    /// <summary>The signed texts of an event's badges.</summary>
    public static async Task<IReadOnlyList<string>> PayloadsAsync(string connectionString, Guid eventId)
    {
        await using var source = DataModule.DataSource(connectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        await using var context = new ScoEventsDbContext(options.Options) { Auditing = false };
        return await context.Badges.Where(badge => badge.EventId == eventId).OrderBy(badge => badge.Serial).Select(badge => badge.Payload).ToListAsync();
    }
}
