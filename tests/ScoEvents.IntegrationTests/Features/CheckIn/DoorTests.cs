using System.Security.Cryptography;
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

public sealed class DoorTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly BadgesDesk _desk;

    public DoorTests(TestDatabase database)
    {
        _database = database;
        _desk = new BadgesDesk(database);
        _desk.GoTo(TimeSpan.FromHours(9));
    }

    private long Now => _database.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    public async Task A_person_goes_in_is_known_to_be_in_goes_out_and_comes_again()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answers = await ScanAsync(
            gathering, Scan(badge, seconds: -40), Scan(badge, seconds: -30), Scan(badge, CheckInDirection.Out, seconds: -20), Scan(badge, seconds: -10));

        Assert.Equal(
            [CheckInOutcome.Admitted, CheckInOutcome.Duplicate, CheckInOutcome.Admitted, CheckInOutcome.Admitted], answers.Select(answer => answer.Outcome));
        Assert.Equal(AccreditationState.CheckedIn, await _desk.StateAsync(gathering, gathering.Persons[0]));
        var counts = (await _desk.DoorQueries.BoardAsync(gathering.Organiser, gathering.EventId, false, 1, default)).Value.Counts;
        Assert.Equal((1, 1, 1), (counts.Admitted, counts.Badges, counts.Inside));
    }

    [Fact]
    public async Task Somebody_who_never_came_in_does_not_go_out()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answer = Assert.Single(await ScanAsync(gathering, Scan(badge, CheckInDirection.Out)));

        Assert.Equal(CheckInOutcome.Duplicate, answer.Outcome);
        Assert.Equal(AccreditationState.BadgeIssued, await _desk.StateAsync(gathering, gathering.Persons[0]));
    }

    [Fact]
    public async Task A_code_that_was_changed_or_signed_by_somebody_else_is_refused_as_forged()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var payload = BadgePayload.Read(badge.Payload).Value.Payload;
        var parts = badge.Payload.Split('.');
        var longer = (payload with { ValidUntil = payload.ValidUntil.AddYears(1) }).Sign(foreign);

        var answers = await ScanAsync(
            gathering, Scan(longer), Scan((payload with { KeyId = "Unknown1" }).Sign(foreign)), Scan($"{parts[0]}.{longer.Split('.')[1]}.{parts[2]}"), Scan("https://example.org"), Scan(""));

        Assert.Equal(
            ["check-in.forged", "check-in.forged", "check-in.forged", "check-in.unreadable", "check-in.unreadable"], answers.Select(answer => answer.Reason));
        Assert.Equal(AccreditationState.BadgeIssued, await _desk.StateAsync(gathering, gathering.Persons[0]));
    }

    [Fact]
    public async Task A_badge_of_another_event_is_refused()
    {
        var (gathering, other) = (await _desk.GatheringAsync(), await _desk.GatheringAsync());
        var foreign = await _desk.IssuedAsync(other, other.Persons[0]);

        var answers = await ScanAsync(gathering, Scan(foreign), LookedUp(foreign.Id));

        Assert.Equal(["check-in.other-event", "check-in.unknown"], answers.Select(answer => answer.Reason));
    }

    [Fact]
    public async Task A_badge_that_was_taken_back_is_refused_from_then_on_and_not_before()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        _database.Clock.Advance(TimeSpan.FromMinutes(10));
        await _desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], new RevokeForm { Reason = "Lost" }, default);
        _database.Clock.Advance(TimeSpan.FromMinutes(10));

        var answers = await ScanAsync(gathering, Scan(badge, seconds: -15 * 60), Scan(badge));

        Assert.Equal([(CheckInOutcome.Admitted, null), (CheckInOutcome.Refused, "check-in.revoked")], answers.Select(answer => (answer.Outcome, answer.Reason)));
    }

    [Fact]
    public async Task The_badge_of_a_person_who_was_set_aside_is_refused()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        await _desk.SetAsync(gathering.Persons[0], "Suspended");

        Assert.Equal("check-in.revoked", Assert.Single(await ScanAsync(gathering, Scan(badge))).Reason);
    }

    [Fact]
    public async Task Nobody_is_checked_in_before_the_first_midnight_of_the_event_or_after_its_last()
    {
        var gathering = await _desk.GatheringAsync(firstDay: new DateOnly(2027, 3, 1));
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        _desk.GoTo(TimeSpan.FromHours(49), new DateOnly(2027, 3, 1));
        var opening = new DateTimeOffset(2027, 2, 28, 18, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

        var answers = await ScanAsync(gathering, [.. new[] { -1L, 0, 48 * 3_600_000 }.Select(after => Scan(badge, at: opening + after))]);

        Assert.Equal([("check-in.too-early"), null, "check-in.too-late"], answers.Select(answer => answer.Reason));
        _desk.GoTo(TimeSpan.FromHours(9));
    }

    [Fact]
    public async Task A_device_whose_clock_is_ahead_cannot_tell_of_the_future()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answer = Assert.Single(await ScanAsync(gathering, Scan(badge, seconds: 100 * 3600)));

        Assert.Equal(CheckInOutcome.Admitted, answer.Outcome);
        await using var context = await _database.OpenAsync(gathering.Organiser);
        Assert.Equal(_database.Clock.GetUtcNow(), await context.CheckIns.Where(scan => scan.Id == answer.Id).Select(scan => scan.ScannedAt).SingleAsync());
    }

    [Fact]
    public async Task A_zone_opens_to_those_who_may_enter_and_is_counted_by_itself()
    {
        var gathering = await _desk.GatheringAsync();
        var zones = await _desk.ZonesAsync(gathering, DelegationRole.Member, DelegationRole.Head);
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answers = await ScanAsync(gathering, [Scan(badge, zone: zones[0].Id), Scan(badge, zone: zones[1].Id), Scan(badge, zone: Guid.CreateVersion7()), Scan(badge)]);

        Assert.Equal([null, "check-in.wrong-zone", "check-in.wrong-zone", null], answers.Select(answer => answer.Reason));
        var counts = (await _desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value.Counts;
        Assert.Equal((1, 1), (counts.Inside, counts.Zones[zones[0].Id]));
    }

    [Fact]
    public async Task Whoever_is_inside_with_the_old_badge_is_inside_with_the_new_one()
    {
        var gathering = await _desk.GatheringAsync();
        var old = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        await ScanAsync(gathering, Scan(old));
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.Service.ReissueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);
        var badge = await _desk.LiveAsync(gathering, gathering.Persons[0]);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await ScanAsync(gathering, Scan(old), Scan(badge), Scan(badge, CheckInDirection.Out, seconds: 1));

        Assert.Equal([CheckInOutcome.Refused, CheckInOutcome.Duplicate, CheckInOutcome.Admitted], answers.Select(answer => answer.Outcome));
    }

    [Fact]
    public async Task The_old_badge_of_two_is_told_from_one_that_was_only_taken_back()
    {
        var gathering = await _desk.GatheringAsync(2);
        var (replaced, lost) = (await _desk.IssuedAsync(gathering, gathering.Persons[0]), await _desk.IssuedAsync(gathering, gathering.Persons[1]));
        await _desk.Service.ReissueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);
        await _desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[1], new RevokeForm { Reason = "Lost" }, default);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await ScanAsync(gathering, Scan(replaced), Scan(lost), Scan(await _desk.LiveAsync(gathering, gathering.Persons[0])));

        Assert.Equal(["check-in.replaced", "check-in.revoked", null], answers.Select(answer => answer.Reason));
        var state = (await _desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value;
        Assert.Equal([replaced.Id], state.Replaced);
        Assert.Equal(new[] { replaced.Id, lost.Id }.Order(), state.Revoked.Keys.Order());
        Assert.Equal([replaced.Id], (await _desk.DoorQueries.PulseAsync(gathering.Organiser, gathering.EventId, 0, default)).Value.Replaced);

        // Who is not admitted any more has no badge that is valid, so the old one was not replaced by it.
        await _desk.SetAsync(gathering.Persons[0], "Suspended");
        Assert.Equal("check-in.revoked", (await ScanAsync(gathering, Scan(replaced)))[0].Reason);
        Assert.Empty((await _desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value.Replaced);
    }

    [Fact]
    public async Task A_batch_that_is_told_twice_is_noted_once_and_answered_alike()
    {
        var gathering = await _desk.GatheringAsync(persons: 2);
        var batch = new List<ScanForm>();
        foreach (var person in gathering.Persons)
        {
            batch.Add(Scan(await _desk.IssuedAsync(gathering, person)));
        }

        var first = await ScanAsync(gathering, [.. batch]);
        _database.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await ScanAsync(gathering, [.. batch, Scan("nonsense")]);

        Assert.Equal(first, second.Take(2));
        Assert.Equal(3, await CountAsync(gathering));
    }

    [Fact]
    public async Task One_batch_told_by_five_requests_at_once_is_noted_once()
    {
        var gathering = await _desk.GatheringAsync(persons: 3);
        var batch = new List<ScanForm>();
        foreach (var person in gathering.Persons)
        {
            batch.Add(Scan(await _desk.IssuedAsync(gathering, person)));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => ScanAsync(gathering, [.. batch]))));

        Assert.All(answers.SelectMany(answer => answer), answer => Assert.Equal(CheckInOutcome.Admitted, answer.Outcome));
        Assert.Equal(3, await CountAsync(gathering));
    }

    [Fact]
    public async Task Of_two_doors_that_let_the_same_badge_in_at_once_one_hears_of_the_other()
    {
        var gathering = await _desk.GatheringAsync(persons: 6);
        await _desk.Service.IssueManyAsync(gathering.Organiser, gathering.EventId, null, default);
        var badges = new List<Badge>();
        foreach (var person in gathering.Persons)
        {
            badges.Add(await _desk.LiveAsync(gathering, person));
        }

        // The two tell in opposite order: locks taken in the order of telling would wait for each other in a circle.
        var doors = await Task.WhenAll(
            Task.Run(() => ScanAsync(gathering, [.. badges.Select(badge => Scan(badge))])),
            Task.Run(() => ScanAsync(gathering, [.. badges.AsEnumerable().Reverse().Select(badge => Scan(badge))])));

        foreach (var badge in badges)
        {
            Assert.Equal(
                [CheckInOutcome.Admitted, CheckInOutcome.Duplicate],
                doors.SelectMany(answers => answers).Where(answer => answer.BadgeId == badge.Id).Select(answer => answer.Outcome).Order());
        }
    }

    [Fact]
    public async Task What_a_device_without_a_network_tells_late_is_reported_as_a_repetition()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await ScanAsync(gathering, Scan(badge, seconds: -60));

        var late = await ScanAsync(gathering, Scan(badge, seconds: -1800));

        Assert.Equal(CheckInOutcome.Duplicate, Assert.Single(late).Outcome);
    }

    [Fact]
    public async Task A_person_who_was_looked_up_by_name_is_checked_in_without_a_code()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        Assert.Equal(CheckInOutcome.Admitted, Assert.Single(await ScanAsync(gathering, LookedUp(badge.Id))).Outcome);
    }

    [Theory]
    [InlineData("Айгерим")]
    [InlineData("aigerim")]
    [InlineData("Ли Вэй")]
    [InlineData("राजेश")]
    [InlineData("李伟")]
    [InlineData("ضیاء")]
    public async Task A_name_is_found_in_the_script_it_is_typed_in(string typed)
    {
        var gathering = await _desk.GatheringAsync();
        await _database.ScalarAsync($"UPDATE invitations SET quota = 9 WHERE id = '{gathering.InvitationId}' RETURNING 1");
        await _database.ScalarAsync($"UPDATE delegations SET quota = 9 WHERE invitation_id = '{gathering.InvitationId}' RETURNING 1");
        foreach (var (family, native) in new[] { ("Bekova", "Бекова Айгерим"), ("Li Wei", "李伟"), ("Pant", "राजेश पंत"), ("Rehman", "محمد ضیاء الرحمٰن") })
        {
            await _desk.PersonAsync(gathering, family, native: native);
        }

        await _desk.Service.IssueManyAsync(gathering.Organiser, gathering.EventId, null, default);

        var found = (await _desk.DoorQueries.FindAsync(gathering.Organiser, gathering.EventId, typed, default)).Value;

        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task A_device_gets_the_least_it_needs_and_nothing_of_passports_and_mail()
    {
        var gathering = await _desk.GatheringAsync();
        await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var state = System.Text.Json.JsonSerializer.Serialize((await _desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value);

        Assert.Contains("PERSONA", state, StringComparison.Ordinal);
        Assert.All(new[] { "N12345678", "mfa.example", "Deputy Director", "SCO1." }, secret => Assert.DoesNotContain(secret, state, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_and_telling_cost_the_same_commands_for_one_badge_and_for_three()
    {
        var (one, three) = (await _desk.GatheringAsync(), await _desk.GatheringAsync(persons: 3));
        var (few, many) = (await BatchAsync(one), await BatchAsync(three));

        Assert.Equal((14, 14), (await CommandsAsync(() => _desk.DoorQueries.StateAsync(one.Organiser, one.EventId, default)), await CommandsAsync(() => _desk.DoorQueries.StateAsync(three.Organiser, three.EventId, default))));
        Assert.Equal(
            await CommandsAsync(() => ScanAsync(one, [.. few.Select(scan => Again(scan))])), await CommandsAsync(() => ScanAsync(three, [.. many.Select(scan => Again(scan))])));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_read_is_refused_whole()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        var scan = Scan(badge);
        ScanBatchForm[] batches =
        [
            new(), new() { Device = "Door", Scans = [] }, new() { Device = "", Scans = [scan] }, new() { Device = new string('x', 81), Scans = [scan] },
            new() { Device = "Door\u202E", Scans = [scan] }, new() { Device = "Door", Scans = [scan, scan] }, new() { Device = "Door", Scans = [null!] },
            new() { Device = "Door", Scans = [.. Enumerable.Range(0, ScanBatchForm.MaxScans + 1).Select(_ => Scan(badge))] },
            new() { Device = "Door", Scans = [Scan(badge, at: -1)] }, new() { Device = "Door", Scans = [Scan(badge, at: long.MaxValue)] },
            new() { Device = "Door", Scans = [new ScanForm { ScannedAt = Now }] }, new() { Device = "Door", Scans = [Scan(badge, (CheckInDirection)7)] },
        ];

        foreach (var batch in batches)
        {
            Assert.Equal("check-in.batch", (await _desk.Doors.AcceptAsync(gathering.Organiser, gathering.EventId, batch, default)).Error?.Code);
        }

        Assert.Equal(0, await CountAsync(gathering));
    }

    private static Task<int> CommandsAsync(Func<Task> operation) => DelegationsDesk.CommandsOfAsync(operation);

    private async Task<List<ScanForm>> BatchAsync(Gathering gathering)
    {
        var batch = new List<ScanForm>();
        foreach (var person in gathering.Persons)
        {
            batch.Add(Scan(await _desk.IssuedAsync(gathering, person)));
        }

        await ScanAsync(gathering, [.. batch]);
        return batch;
    }

    private async Task<IReadOnlyList<ScanAnswer>> ScanAsync(Gathering gathering, params ScanForm[] scans)
    {
        var accepted = await _desk.Doors.AcceptAsync(gathering.Organiser, gathering.EventId, new ScanBatchForm { Device = "Main door", Scans = scans }, default);
        Assert.True(accepted.IsSuccess, accepted.Error?.Code);
        return accepted.Value.Results;
    }

    private async Task<int> CountAsync(Gathering gathering)
    {
        await using var context = await _database.OpenAsync(gathering.Organiser);
        return await context.CheckIns.CountAsync(scan => scan.EventId == gathering.EventId);
    }

    private ScanForm Scan(Badge badge, CheckInDirection direction = CheckInDirection.In, Guid? zone = null, int seconds = 0, long? at = null) => new()
    {
        Id = Guid.NewGuid(),
        Payload = badge.Payload,
        ZoneId = zone,
        Direction = direction,
        ScannedAt = at ?? Now + (seconds * 1000L),
    };

    private static ScanForm Again(ScanForm scan) => new() { Id = Guid.NewGuid(), Payload = scan.Payload, Direction = scan.Direction, ScannedAt = scan.ScannedAt };

    private ScanForm Scan(string payload) => new() { Id = Guid.NewGuid(), Payload = payload, ScannedAt = Now };

    private ScanForm LookedUp(Guid badgeId) => new() { Id = Guid.NewGuid(), BadgeId = badgeId, ScannedAt = Now };
}
