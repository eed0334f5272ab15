using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Bench;

/// <summary>An event of today with 1,500 persons of 27 sides, all with badges.</summary>
internal static class DoorSeed
{
    private const string KeyId = "Bench001";

    /// <summary>Writes the id of the event.</summary>
    /// <param name="connectionString">Of the superuser: what people would have done one by one.</param>
    public static async Task<int> RunAsync(string connectionString)
    {
        await using var source = DataModule.DataSource(connectionString);
        await using var context = ForumSeed.Context(source);
        var now = TimeProvider.System.GetUtcNow();
        var user = await context.Users.Select(known => known.Id).FirstAsync();
        var (planned, people) = await ForumSeed.AddAsync(context, "bench-door", Facts, user, now);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var days = EventZone.Find("Asia/Kolkata")!.Days(today.AddDays(-1), today.AddDays(1));
        context.Add(BadgeKey.Create(KeyId, key.ExportSubjectPublicKeyInfo(), "bench", now));
        var serial = 0;
        foreach (var person in people)
        {
            var accreditation = AccreditationCase.Open(person, null, now);
            var id = Guid.CreateVersion7();
            var payload = new BadgePayload(KeyId, planned.Id, id, days.Start, days.End, []).Sign(key);
            context.AddRange(accreditation, Badge.Issue(accreditation, new BadgeFacts(id, ++serial, KeyId, payload, days.Start, days.End), user, now));
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
        await using var context = ForumSeed.Context(source);
        return await context.Badges.Where(badge => badge.EventId == eventId).OrderBy(badge => badge.Serial).Select(badge => badge.Payload).ToListAsync();
    }

    private static DelegateFacts Facts(int side, int person) => new(
        person == 0 ? DelegationRole.Head : DelegationRole.Member, $"Person{(char)('A' + side)}{(char)('A' + (person / 26))}{(char)('A' + (person % 26))}", "Bench", null,
        LocalizedText.Of(en: "Counsellor"), LocalizedText.Empty, "bench@mfa.example", new ProtectedText("v1.bench.bench", "***"));
}
