using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Exports.Badges;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Badges;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Badges;

public sealed class IssuingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly BadgesDesk _desk = new(database);

    [Fact]
    public async Task An_admitted_person_gets_a_badge_that_the_portal_has_signed_for_the_days_of_the_event()
    {
        var gathering = await _desk.GatheringAsync();

        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var signed = BadgePayload.Read(badge.Payload).Value;
        await using var context = await database.OpenAsync(gathering.Organiser);
        var key = await context.BadgeKeys.SingleAsync(known => known.Id == badge.KeyId);
        Assert.True(signed.IsSignedBy(key.PublicKey));
        Assert.Equal(
            new BadgePayload(
                key.Id, gathering.EventId, badge.Id, new DateTimeOffset(2026, 12, 6, 18, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 8, 18, 30, 0, TimeSpan.Zero), []),
            signed.Payload);
        Assert.Equal(1, badge.Serial);
        Assert.Equal(AccreditationState.BadgeIssued, await _desk.StateAsync(gathering, gathering.Persons[0]));
        Assert.Equal(
            1, await context.AccreditationSteps.CountAsync(step => step.To == AccreditationState.BadgeIssued && step.By == gathering.Organiser.UserId && step.EventId == gathering.EventId));
    }

    [Fact]
    public async Task A_badge_opens_the_zones_of_its_bearers_role()
    {
        var gathering = await _desk.GatheringAsync();
        var zones = await _desk.ZonesAsync(gathering, Domain.Delegations.DelegationRole.Member, Domain.Delegations.DelegationRole.Head);

        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        Assert.Equal([BadgePayload.ZoneMark(zones[0].Id)], BadgePayload.Read(badge.Payload).Value.Payload.Zones);
    }

    [Theory]
    [InlineData("Draft")]
    [InlineData("Submitted")]
    [InlineData("Refused")]
    [InlineData("Suspended")]
    [InlineData("Withdrawn")]
    public async Task Nobody_else_gets_one(string state)
    {
        var gathering = await _desk.GatheringAsync();
        await _desk.SetAsync(gathering.Persons[0], state);

        var one = await _desk.Service.IssueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);
        var many = await _desk.Service.IssueManyAsync(gathering.Organiser, gathering.EventId, null, default);

        Assert.Equal("badge.not-approved", one.Error?.Code);
        Assert.Equal(0, many.Value);
    }

    [Fact]
    public async Task Nobody_gets_a_second_one()
    {
        var gathering = await _desk.GatheringAsync();
        await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var again = await _desk.Service.IssueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);

        Assert.Equal("badge.already-live", again.Error?.Code);
    }

    [Fact]
    public async Task A_person_of_another_event_is_not_found()
    {
        var (gathering, other) = (await _desk.GatheringAsync(), await _desk.GatheringAsync());

        var issued = await _desk.Service.IssueAsync(gathering.Organiser, gathering.EventId, other.Persons[0], default);

        Assert.Equal("not-found", issued.Error?.Code);
    }

    [Fact]
    public async Task Two_registrars_who_issue_all_missing_badges_at_once_issue_each_once()
    {
        var gathering = await _desk.GatheringAsync(persons: 12);
        var registrar = await database.PersonAsync(Role.Registrar, GrantScope.Event(gathering.EventId));

        var issued = await Task.WhenAll(
            new[] { gathering.Organiser, registrar, gathering.Organiser, registrar }.Select(actor => Task.Run(() => _desk.Service.IssueManyAsync(actor, gathering.EventId, null, default))));

        Assert.Equal(12, issued.Sum(one => one.Value));
        await using var context = await database.OpenAsync(gathering.Organiser);
        Assert.Equal(Enumerable.Range(1, 12), await context.Badges.Where(badge => badge.EventId == gathering.EventId).Select(badge => badge.Serial).Order().ToListAsync());
    }

    [Fact]
    public async Task The_database_itself_lets_nobody_have_two_valid_badges()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.ScalarAsync(
            $"""
            INSERT INTO badges (id, case_id, delegate_id, event_id, side_id, serial, key_id, payload, issued_at, issued_by, valid_from, valid_until)
            SELECT gen_random_uuid(), case_id, delegate_id, event_id, side_id, 99, key_id, payload, issued_at, issued_by, valid_from, valid_until FROM badges WHERE id = '{badge.Id}' RETURNING 1
            """));

        Assert.Equal("badges_one_live", refused.ConstraintName);
    }

    [Fact]
    public async Task A_badge_that_is_issued_anew_has_another_number_and_the_old_one_opens_nothing()
    {
        var gathering = await _desk.GatheringAsync();
        var old = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var again = await _desk.Service.ReissueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);

        Assert.Equal(2, again.Value);
        Assert.Equal([old.Id], (await _desk.Queries.RevokedAsync(gathering.Organiser, gathering.EventId, default)).Value.Select(badge => badge.BadgeId));
        Assert.Equal(2, (await _desk.LiveAsync(gathering, gathering.Persons[0])).Serial);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("left\u202Eright")]
    public async Task A_badge_is_not_taken_back_without_a_reason_that_can_be_read(string? reason)
    {
        var gathering = await _desk.GatheringAsync();
        await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var revoked = await _desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], new RevokeForm { Reason = reason }, default);

        Assert.Equal(("badge.reason-missing", "Reason"), (revoked.Error?.Code, revoked.Error?.Field));
    }

    [Fact]
    public async Task Who_has_lost_a_badge_gets_another_after_it_was_taken_back()
    {
        var gathering = await _desk.GatheringAsync();
        await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var revoked = await _desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], new RevokeForm { Reason = "Lost in the metro" }, default);
        var twice = await _desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], new RevokeForm { Reason = "Lost" }, default);
        var issued = await _desk.Service.IssueAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], default);

        Assert.True(revoked.IsSuccess);
        Assert.Equal("badge.none-live", twice.Error?.Code);
        Assert.Equal(2, issued.Value);
    }

    [Theory]
    [InlineData("Suspended")]
    [InlineData("Revoked")]
    [InlineData("Withdrawn")]
    [InlineData("Replaced")]
    public async Task The_badge_of_a_person_who_is_not_admitted_any_more_is_on_the_list_of_those_that_open_nothing(string state)
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        await _desk.SetAsync(gathering.Persons[0], state);

        Assert.Equal([badge.Id], (await _desk.Queries.RevokedAsync(gathering.Organiser, gathering.EventId, default)).Value.Select(revoked => revoked.BadgeId));
    }

    [Fact]
    public async Task A_new_key_signs_new_badges_and_old_badges_stay_genuine()
    {
        var gathering = await _desk.GatheringAsync(persons: 2);
        var before = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var rotated = await _desk.Service.RotateKeyAsync(gathering.Organiser, gathering.EventId, default);
        var after = await _desk.IssuedAsync(gathering, gathering.Persons[1]);

        Assert.Equal(rotated.Value, after.KeyId);
        Assert.NotEqual(before.KeyId, after.KeyId);
        var state = (await _desk.DoorQueries.StateAsync(gathering.Organiser, gathering.EventId, default)).Value;
        Assert.All(new[] { before, after }, badge => Assert.True(BadgePayload.Read(badge.Payload).Value.IsSignedBy(Convert.FromBase64String(state.Keys[badge.KeyId]))));
    }

    [Fact]
    public async Task The_private_key_is_nowhere_in_the_database_as_it_is()
    {
        var gathering = await _desk.GatheringAsync();
        await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var envelopes = await database.ScalarAsync("SELECT string_agg(private_envelope, ' ') FROM badge_keys");
        var trail = await database.ScalarAsync("SELECT string_agg(changes::text, ' ') FROM audit_entries WHERE entity IN ('BadgeKey', 'Badge')");

        // Every private key of P-256 begins so, in base64 of PKCS #8.
        Assert.DoesNotContain("MIGHAgEA", (string)envelopes!, StringComparison.Ordinal);
        Assert.DoesNotContain("v1.", (string)trail!, StringComparison.Ordinal);
        Assert.DoesNotContain(BadgePayload.Version + ".", (string)trail!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_whose_master_keys_do_not_open_the_key_signs_with_another()
    {
        var gathering = await _desk.GatheringAsync(persons: 2);
        var before = await _desk.IssuedAsync(gathering, gathering.Persons[0]);

        var elsewhere = new BadgesDesk(database);
        var after = await elsewhere.IssuedAsync(gathering, gathering.Persons[1]);

        Assert.NotEqual(before.KeyId, after.KeyId);
    }

    [Fact]
    public async Task The_page_costs_the_same_commands_for_one_person_and_for_three()
    {
        var (one, three) = (await _desk.GatheringAsync(), await _desk.GatheringAsync(persons: 3));
        await _desk.Service.IssueManyAsync(three.Organiser, three.EventId, null, default);
        var filter = new BadgeFilter(BadgeShelf.All, null, 1, "en");

        var few = await DelegationsDesk.CommandsOfAsync(() => _desk.Queries.BoardAsync(one.Organiser, one.EventId, filter, default));
        var more = await DelegationsDesk.CommandsOfAsync(() => _desk.Queries.BoardAsync(three.Organiser, three.EventId, filter, default));

        Assert.Equal((8, 8), (few, more));
    }

    [Fact]
    public async Task The_page_says_who_waits_whose_badge_is_out_of_date_and_why_one_was_taken_back()
    {
        var gathering = await _desk.GatheringAsync(persons: 4);
        foreach (var person in gathering.Persons.Skip(1))
        {
            await _desk.IssuedAsync(gathering, person);
        }

        await _desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[1], new RevokeForm { Reason = "Lost" }, default);
        await _desk.SetAsync(gathering.Persons[2], "Suspended");
        await database.ScalarAsync($"UPDATE events SET ends_on = '2026-12-09' WHERE id = '{gathering.EventId}' RETURNING 1");

        var board = (await _desk.Queries.BoardAsync(gathering.Organiser, gathering.EventId, new BadgeFilter(BadgeShelf.All, null, 1, "en"), default)).Value;

        Assert.Equal(
            [BadgeStanding.Waiting, BadgeStanding.Revoked, BadgeStanding.Suspended, BadgeStanding.Stale],
            gathering.Persons.Select(person => board.Rows.Single(row => row.DelegateId == person).Standing));
        Assert.Equal("Lost", board.Rows.Single(row => row.DelegateId == gathering.Persons[1]).RevokedReason);
        Assert.Equal((4, 2, 2, 1), (board.Counts[BadgeShelf.All], board.Counts[BadgeShelf.Waiting], board.Counts[BadgeShelf.Live], board.Counts[BadgeShelf.Revoked]));
    }

    [Fact]
    public async Task Only_valid_badges_are_printed_in_the_language_that_was_chosen()
    {
        var gathering = await _desk.GatheringAsync(persons: 3);
        await _desk.Service.IssueManyAsync(gathering.Organiser, gathering.EventId, null, default);
        await _desk.Service.RevokeAsync(gathering.Organiser, gathering.EventId, gathering.Persons[0], new RevokeForm { Reason = "Lost" }, default);
        await using var context = await database.OpenAsync(gathering.Organiser);

        var document = await _desk.Documents.ReadAsync(context, gathering.EventId, new BadgePrintForm { Layout = BadgeLayout.Single }, PortalLanguages.Russian, default);

        Assert.Equal("Семинар", document!.Event.Title);
        Assert.Equal(["PersonB", "PersonC"], document.Cards.Select(card => card.FamilyName));
        Assert.All(document.Cards, card => Assert.Equal(("Казахстан", "Член делегации"), (card.Side, card.Role)));
    }
}
