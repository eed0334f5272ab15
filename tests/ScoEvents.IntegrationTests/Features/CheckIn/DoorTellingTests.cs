using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Badges;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Features.CheckIn;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.CheckIn;

/// <summary>What devices tell, what they ask for, and who is found by name.</summary>
public sealed class DoorTellingTests(TestDatabase database) : AtTheDoor(database)
{
    [Fact]
    public async Task A_batch_that_is_told_twice_is_noted_once_and_answered_alike()
    {
        var gathering = await Desk.GatheringAsync(persons: 2);
        var batch = new List<ScanForm>();
        foreach (var person in gathering.Persons)
        {
            batch.Add(Scan(await Desk.IssuedAsync(gathering, person)));
        }

        var first = await ScanAsync(gathering, [.. batch]);
        Database.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await ScanAsync(gathering, [.. batch, Scan("nonsense")]);

        Assert.Equal(first, second.Take(2));
        Assert.Equal(3, await CountAsync(gathering));
    }

    [Fact]
    public async Task One_batch_told_by_five_requests_at_once_is_noted_once()
    {
        var gathering = await Desk.GatheringAsync(persons: 3);
        var batch = new List<ScanForm>();
        foreach (var person in gathering.Persons)
        {
            batch.Add(Scan(await Desk.IssuedAsync(gathering, person)));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => ScanAsync(gathering, [.. batch]))));

        Assert.All(answers.SelectMany(answer => answer), answer => Assert.Equal(CheckInOutcome.Admitted, answer.Outcome));
        Assert.Equal(3, await CountAsync(gathering));
    }

    [Fact]
    public async Task Of_two_doors_that_let_the_same_badge_in_at_once_one_hears_of_the_other()
    {
        var gathering = await Desk.GatheringAsync(persons: 6);
        await Desk.Service.IssueManyAsync(gathering.Organiser, gathering.EventId, null, default);
        var badges = new List<Badge>();
        foreach (var person in gathering.Persons)
        {
            badges.Add(await Desk.LiveAsync(gathering, person));
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
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);
        Database.Clock.Advance(TimeSpan.FromHours(1));
        await ScanAsync(gathering, Scan(badge, seconds: -60));

        var late = await ScanAsync(gathering, Scan(badge, seconds: -1800));

        Assert.Equal(CheckInOutcome.Duplicate, Assert.Single(late).Outcome);
    }

    [Fact]
    public async Task A_person_who_was_looked_up_by_name_is_checked_in_without_a_code()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);

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
        var gathering = await Desk.GatheringAsync();
        await Database.ScalarAsync($"UPDATE invitations SET quota = 9 WHERE id = '{gathering.InvitationId}' RETURNING 1");
        await Database.ScalarAsync($"UPDATE delegations SET quota = 9 WHERE invitation_id = '{gathering.InvitationId}' RETURNING 1");
        foreach (var (family, native) in new[] { ("Bekova", "Бекова Айгерим"), ("Li Wei", "李伟"), ("Pant", "राजेश पंत"), ("Rehman", "محمد ضیاء الرحمٰن") })
        {
            await Desk.PersonAsync(gathering, family, native: native);
        }

        await Desk.Service.IssueManyAsync(gathering.Organiser, gathering.EventId, null, default);

        var found = (await Desk.DoorQueries.FindAsync(gathering.Organiser, gathering.EventId, typed, default)).Value;

        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task A_device_gets_the_least_it_needs_and_nothing_of_passports_and_mail()
    {
        var gathering = await Desk.GatheringAsync();
        await Desk.IssuedAsync(gathering, gathering.Persons[0]);

        var state = System.Text.Json.JsonSerializer.Serialize((await Desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value);

        Assert.Contains("PERSONA", state, StringComparison.Ordinal);
        Assert.All(new[] { "N12345678", "mfa.example", "Deputy Director", "SCO1." }, secret => Assert.DoesNotContain(secret, state, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_and_telling_cost_the_same_commands_for_one_badge_and_for_three()
    {
        var (one, three) = (await Desk.GatheringAsync(), await Desk.GatheringAsync(persons: 3));
        var (few, many) = (await BatchAsync(one), await BatchAsync(three));

        Assert.Equal((14, 14), (await CommandsAsync(() => Desk.DoorQueries.StateAsync(one.Organiser, one.EventId, default)), await CommandsAsync(() => Desk.DoorQueries.StateAsync(three.Organiser, three.EventId, default))));
        Assert.Equal(
            await CommandsAsync(() => ScanAsync(one, [.. few.Select(scan => Again(scan))])), await CommandsAsync(() => ScanAsync(three, [.. many.Select(scan => Again(scan))])));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_read_is_refused_whole()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);
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
            Assert.Equal("check-in.batch", (await Desk.Doors.AcceptAsync(gathering.Organiser, gathering.EventId, batch, default)).Error?.Code);
        }

        Assert.Equal(0, await CountAsync(gathering));
    }
}
