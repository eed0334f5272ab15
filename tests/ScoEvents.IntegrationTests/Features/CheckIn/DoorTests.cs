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

/// <summary>What a door answers.</summary>
public sealed class DoorTests(TestDatabase database) : AtTheDoor(database)
{
    [Fact]
    public async Task A_person_goes_in_is_known_to_be_in_goes_out_and_comes_again()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answers = await ScanAsync(
            gathering, Scan(badge, seconds: -40), Scan(badge, seconds: -30), Scan(badge, CheckInDirection.Out, seconds: -20), Scan(badge, seconds: -10));

        Assert.Equal(
            [CheckInOutcome.Admitted, CheckInOutcome.Duplicate, CheckInOutcome.Admitted, CheckInOutcome.Admitted], answers.Select(answer => answer.Outcome));
        Assert.Equal(AccreditationState.CheckedIn, await Desk.StateAsync(gathering, gathering.Persons[0]));
        var counts = (await Desk.DoorQueries.BoardAsync(gathering.Organiser, gathering.EventId, false, 1, default)).Value.Counts;
        Assert.Equal((1, 1, 1), (counts.Admitted, counts.Badges, counts.Inside));
    }

    [Fact]
    public async Task Somebody_who_never_came_in_does_not_go_out()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answer = Assert.Single(await ScanAsync(gathering, Scan(badge, CheckInDirection.Out)));

        Assert.Equal(CheckInOutcome.Duplicate, answer.Outcome);
        Assert.Equal(AccreditationState.BadgeIssued, await Desk.StateAsync(gathering, gathering.Persons[0]));
    }

    [Fact]
    public async Task A_code_that_was_changed_or_signed_by_somebody_else_is_refused_as_forged()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var payload = BadgePayload.Read(badge.Payload).Value.Payload;
        var parts = badge.Payload.Split('.');
        var longer = (payload with { ValidUntil = payload.ValidUntil.AddYears(1) }).Sign(foreign);

        var answers = await ScanAsync(
            gathering, Scan(longer), Scan((payload with { KeyId = "Unknown1" }).Sign(foreign)), Scan($"{parts[0]}.{longer.Split('.')[1]}.{parts[2]}"), Scan("https://example.org"), Scan(""));

        Assert.Equal(
            ["check-in.forged", "check-in.forged", "check-in.forged", "check-in.unreadable", "check-in.unreadable"], answers.Select(answer => answer.Reason));
        Assert.Equal(AccreditationState.BadgeIssued, await Desk.StateAsync(gathering, gathering.Persons[0]));
    }

    [Fact]
    public async Task A_badge_of_another_event_is_refused()
    {
        var (gathering, other) = (await Desk.GatheringAsync(), await Desk.GatheringAsync());
        var foreign = await Desk.IssuedAsync(other, other.Persons[0]);

        var answers = await ScanAsync(gathering, Scan(foreign), LookedUp(foreign.Id));

        Assert.Equal(["check-in.other-event", "check-in.unknown"], answers.Select(answer => answer.Reason));
    }

    [Fact]
    public async Task A_badge_that_was_taken_back_is_refused_from_then_on_and_not_before()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);
        Database.Clock.Advance(TimeSpan.FromMinutes(10));
        await Desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], new RevokeForm { Reason = "Lost" }, default);
        Database.Clock.Advance(TimeSpan.FromMinutes(10));

        var answers = await ScanAsync(gathering, Scan(badge, seconds: -15 * 60), Scan(badge));

        Assert.Equal([(CheckInOutcome.Admitted, null), (CheckInOutcome.Refused, "check-in.revoked")], answers.Select(answer => (answer.Outcome, answer.Reason)));
    }

    [Fact]
    public async Task The_badge_of_a_person_who_was_set_aside_is_refused()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);
        await Desk.SetAsync(gathering.Persons[0], "Suspended");

        Assert.Equal("check-in.revoked", Assert.Single(await ScanAsync(gathering, Scan(badge))).Reason);
    }

    [Fact]
    public async Task Nobody_is_checked_in_before_the_first_midnight_of_the_event_or_after_its_last()
    {
        var gathering = await Desk.GatheringAsync(firstDay: new DateOnly(2027, 3, 1));
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);
        Desk.GoTo(TimeSpan.FromHours(49), new DateOnly(2027, 3, 1));
        var opening = new DateTimeOffset(2027, 2, 28, 18, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

        var answers = await ScanAsync(gathering, [.. new[] { -1L, 0, 48 * 3_600_000 }.Select(after => Scan(badge, at: opening + after))]);

        Assert.Equal([("check-in.too-early"), null, "check-in.too-late"], answers.Select(answer => answer.Reason));
        Desk.GoTo(TimeSpan.FromHours(9));
    }

    [Fact]
    public async Task A_device_whose_clock_is_ahead_cannot_tell_of_the_future()
    {
        var gathering = await Desk.GatheringAsync();
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answer = Assert.Single(await ScanAsync(gathering, Scan(badge, seconds: 100 * 3600)));

        Assert.Equal(CheckInOutcome.Admitted, answer.Outcome);
        await using var context = await Database.OpenAsync(gathering.Organiser);
        Assert.Equal(Database.Clock.GetUtcNow(), await context.CheckIns.Where(scan => scan.Id == answer.Id).Select(scan => scan.ScannedAt).SingleAsync());
    }

    [Fact]
    public async Task A_zone_opens_to_those_who_may_enter_and_is_counted_by_itself()
    {
        var gathering = await Desk.GatheringAsync();
        var zones = await Desk.ZonesAsync(gathering, DelegationRole.Member, DelegationRole.Head);
        var badge = await Desk.IssuedAsync(gathering, gathering.Persons[0]);

        var answers = await ScanAsync(gathering, [Scan(badge, zone: zones[0].Id), Scan(badge, zone: zones[1].Id), Scan(badge, zone: Guid.CreateVersion7()), Scan(badge)]);

        Assert.Equal([null, "check-in.wrong-zone", "check-in.wrong-zone", null], answers.Select(answer => answer.Reason));
        var counts = (await Desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value.Counts;
        Assert.Equal((1, 1), (counts.Inside, counts.Zones[zones[0].Id]));
    }

    [Fact]
    public async Task Whoever_is_inside_with_the_old_badge_is_inside_with_the_new_one()
    {
        var gathering = await Desk.GatheringAsync();
        var old = await Desk.IssuedAsync(gathering, gathering.Persons[0]);
        await ScanAsync(gathering, Scan(old));
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await Desk.Service.ReissueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);
        var badge = await Desk.LiveAsync(gathering, gathering.Persons[0]);
        Database.Clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await ScanAsync(gathering, Scan(old), Scan(badge), Scan(badge, CheckInDirection.Out, seconds: 1));

        Assert.Equal([CheckInOutcome.Refused, CheckInOutcome.Duplicate, CheckInOutcome.Admitted], answers.Select(answer => answer.Outcome));
    }

    [Fact]
    public async Task The_old_badge_of_two_is_told_from_one_that_was_only_taken_back()
    {
        var gathering = await Desk.GatheringAsync(2);
        var (replaced, lost) = (await Desk.IssuedAsync(gathering, gathering.Persons[0]), await Desk.IssuedAsync(gathering, gathering.Persons[1]));
        await Desk.Service.ReissueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);
        await Desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[1], new RevokeForm { Reason = "Lost" }, default);
        Database.Clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await ScanAsync(gathering, Scan(replaced), Scan(lost), Scan(await Desk.LiveAsync(gathering, gathering.Persons[0])));

        Assert.Equal(["check-in.replaced", "check-in.revoked", null], answers.Select(answer => answer.Reason));
        var state = (await Desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value;
        Assert.Equal([replaced.Id], state.Replaced);
        Assert.Equal(new[] { replaced.Id, lost.Id }.Order(), state.Revoked.Keys.Order());
        Assert.Equal([replaced.Id], (await Desk.DoorQueries.PulseAsync(gathering.Organiser, gathering.EventId, 0, default)).Value.Replaced);

        // Who is not admitted any more has no badge that is valid, so the old one was not replaced by it.
        await Desk.SetAsync(gathering.Persons[0], "Suspended");
        Assert.Equal("check-in.revoked", (await ScanAsync(gathering, Scan(replaced)))[0].Reason);
        Assert.Empty((await Desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value.Replaced);
    }
}
