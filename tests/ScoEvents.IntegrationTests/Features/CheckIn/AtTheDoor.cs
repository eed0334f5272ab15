using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Badges;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.CheckIn;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.CheckIn;

/// <summary>What tests at the door share: badges, scans, and a clock that stands at nine on the first morning.</summary>
public abstract class AtTheDoor : IClassFixture<TestDatabase>
{
    private protected TestDatabase Database { get; }

    private protected BadgesDesk Desk { get; }

    protected AtTheDoor(TestDatabase database)
    {
        Database = database;
        Desk = new BadgesDesk(database);
        Desk.GoTo(TimeSpan.FromHours(9));
    }

    private protected long Now => Database.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private protected static Task<int> CommandsAsync(Func<Task> operation) => DelegationsDesk.CommandsOfAsync(operation);

    private protected async Task<List<ScanForm>> BatchAsync(Gathering gathering)
    {
        var batch = new List<ScanForm>();
        foreach (var person in gathering.Persons)
        {
            batch.Add(Scan(await Desk.IssuedAsync(gathering, person)));
        }

        await ScanAsync(gathering, [.. batch]);
        return batch;
    }

    private protected async Task<IReadOnlyList<ScanAnswer>> ScanAsync(Gathering gathering, params ScanForm[] scans)
    {
        var accepted = await Desk.Doors.AcceptAsync(gathering.Organiser, gathering.EventId, new ScanBatchForm { Device = "Main door", Scans = scans }, default);
        Assert.True(accepted.IsSuccess, accepted.Error?.Code);
        return accepted.Value.Results;
    }

    private protected async Task<int> CountAsync(Gathering gathering)
    {
        await using var context = await Database.OpenAsync(gathering.Organiser);
        return await context.CheckIns.CountAsync(scan => scan.EventId == gathering.EventId);
    }

    private protected ScanForm Scan(Badge badge, CheckInDirection direction = CheckInDirection.In, Guid? zone = null, int seconds = 0, long? at = null) => new()
    {
        Id = Guid.NewGuid(),
        Payload = badge.Payload,
        ZoneId = zone,
        Direction = direction,
        ScannedAt = at ?? Now + (seconds * 1000L),
    };

    private protected static ScanForm Again(ScanForm scan) => new() { Id = Guid.NewGuid(), Payload = scan.Payload, Direction = scan.Direction, ScannedAt = scan.ScannedAt };

    private protected ScanForm Scan(string payload) => new() { Id = Guid.NewGuid(), Payload = payload, ScannedAt = Now };

    private protected ScanForm LookedUp(Guid badgeId) => new() { Id = Guid.NewGuid(), BadgeId = badgeId, ScannedAt = Now };
}
