using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Invitations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Invitations;

public sealed class DeliveryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly InvitationsDesk _desk = new(database);

    [Fact]
    public async Task Delivery_is_noted_of_many_at_once_with_who_and_when()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ", "IR");
        await _desk.Delegations.Invitations.WithdrawAsync(organiser, eventId, ids[2], default);

        var first = await _desk.Delivery.MarkDeliveredAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default);
        var again = await _desk.Delivery.MarkDeliveredAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default);

        Assert.Equal((new BulkOutcome(2, 1), new BulkOutcome(0, 3)), (first.Value, again.Value));
        var row = await _desk.RowAsync(organiser, eventId, ids[0]);
        Assert.Equal((InvitationStatus.Delivered, database.Clock.GetUtcNow()), (row.Status, row.DeliveredAt));
        Assert.Equal($"Person {organiser.UserId:N}", row.DeliveredBy);
    }

    [Fact]
    public async Task No_reply_is_noted_by_hand_and_the_side_can_still_answer()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");

        Assert.Equal(new BulkOutcome(1, 0), (await _desk.Delivery.MarkNoReplyAsync(organiser, eventId, InvitationsDesk.Chosen(ids), default)).Value);

        Assert.Equal([ScoEvents.Domain.Invitations.MissingPoint.Answer], (await _desk.RowAsync(organiser, eventId, ids[0])).Missing.Select(missing => missing.Point));
        Assert.True((await _desk.Delegations.Invitations.AcceptAsync(await database.FocalPointAsync("KZ"), ids[0], default)).IsSuccess);
    }

    [Fact]
    public async Task A_day_that_passed_at_the_place_of_the_event_is_noted_by_the_portal_itself()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ", "TJ", "IR");
        await _desk.Delegations.Invitations.AcceptAsync(await database.FocalPointAsync("UZ"), ids[1], default);
        var own = await _desk.RowAsync(organiser, eventId, ids[2]);
        await _desk.Delivery.EditAsync(organiser, eventId, ids[2], new InvitationForm { AnswerBy = new DateOnly(2026, 12, 1), Version = own.Version }, default);
        // In New Delhi the 20th of November ends at 18:30 UTC.
        Set(new DateTimeOffset(2026, 11, 20, 18, 29, 0, TimeSpan.Zero));
        await _desk.Deadlines.PassAsync(default);
        Assert.Equal(InvitationStatus.Issued, (await _desk.RowAsync(organiser, eventId, ids[0])).Status);

        Set(new DateTimeOffset(2026, 11, 20, 18, 31, 0, TimeSpan.Zero));
        var passed = await Task.WhenAll(Task.Run(() => _desk.Deadlines.PassAsync(default)), Task.Run(() => _desk.Deadlines.PassAsync(default)));

        Assert.True(passed.Max() >= 2);
        Assert.Equal(
            [InvitationStatus.NoReply, InvitationStatus.Accepted, InvitationStatus.Issued, InvitationStatus.NoReply],
            await StatusesAsync(organiser, eventId, ids));

        // A later day has the side waited for again.
        await _desk.AnswerByAsync(organiser, eventId, new DateOnly(2026, 12, 2));
        Assert.Equal(
            [InvitationStatus.Issued, InvitationStatus.Accepted, InvitationStatus.Issued, InvitationStatus.Issued],
            await StatusesAsync(organiser, eventId, ids));
    }

    [Fact]
    public async Task A_day_to_answer_by_is_not_after_the_first_day_and_not_set_over_anothers()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
        var desk = await _desk.OfEventAsync(organiser, eventId);

        Assert.Equal("invitation.deadline-late", (await _desk.Delivery.SetDeadlineAsync(
            organiser, eventId, new DeadlineForm { AnswerBy = new DateOnly(2026, 12, 8), Version = desk.SettingsVersion }, default)).Error!.Code);
        Assert.Equal("stale", (await _desk.Delivery.SetDeadlineAsync(organiser, eventId, new DeadlineForm { AnswerBy = null, Version = 0 }, default)).Error!.Code);
        Assert.Equal("stale", (await _desk.Delivery.EditAsync(organiser, eventId, ids[0], new InvitationForm { AnswerBy = new DateOnly(2026, 11, 1), Version = 1 }, default)).Error!.Code);
    }

    [Fact]
    public async Task An_answer_on_paper_is_noted_by_the_organiser_with_its_remark()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ");
        var accepted = await RecordAsync(organiser, eventId, ids[0], true, "Note 5 of 3 October");
        var declined = await RecordAsync(organiser, eventId, ids[1], false, "With regret");

        Assert.True(accepted.IsSuccess, accepted.Error?.Code);
        Assert.True(declined.IsSuccess, declined.Error?.Code);
        var rows = (await _desk.OfEventAsync(organiser, eventId)).Rows.ToDictionary(row => row.Id);
        Assert.Equal((InvitationStatus.Accepted, "Note 5 of 3 October"), (rows[ids[0]].Status, rows[ids[0]].Remark));
        Assert.Equal((InvitationStatus.Declined, "With regret"), (rows[ids[1]].Status, rows[ids[1]].Remark));
        Assert.Empty(rows[ids[1]].Missing);
        // The side goes on in the delegation that its organiser opened.
        Assert.True((await _desk.Delegations.Delegations.RegisterAsync(await database.FocalPointAsync("KZ"), ids[0], DelegationsDesk.Person(), default)).IsSuccess);
        Assert.Equal("invitation.answer-missing", (await RecordAsync(organiser, eventId, ids[1], null, "")).Error!.Code);
        Assert.Equal("note.remark-too-long", (await RecordAsync(organiser, eventId, ids[1], true, new string('x', 1001))).Error!.Code);
    }

    [Fact]
    public async Task A_side_that_calls_off_after_registration_leaves_with_everybody()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
        var focalPoint = await database.FocalPointAsync("KZ");
        await _desk.Delegations.Invitations.AcceptAsync(focalPoint, ids[0], default);
        await _desk.Delegations.Delegations.RegisterAsync(focalPoint, ids[0], DelegationsDesk.Person("Head", DelegationRole.Head), default);
        await _desk.Delegations.Delegations.RegisterAsync(focalPoint, ids[0], DelegationsDesk.Person("Member"), default);
        Assert.Equal("invitation.persons-registered", (await _desk.Delegations.Invitations.DeclineAsync(focalPoint, ids[0], default)).Error!.Code);

        await BadgesAsync(organiser, eventId);

        var off = await _desk.Delivery.CallOffAsync(focalPoint, ids[0], "Other duties", default);

        Assert.True(off.IsSuccess, off.Error?.Code);
        Assert.Equal((2L, 0L), (await CountBadgesAsync(eventId, "true"), await CountBadgesAsync(eventId, "revoked_at IS NULL")));
        var row = await _desk.RowAsync(organiser, eventId, ids[0]);
        Assert.Equal((InvitationStatus.Declined, 0, "Other duties"), (row.Status, row.Registered, row.Remark));
        await using var context = await database.OpenAsync(organiser);
        Assert.All(await context.Accreditations.Where(found => found.EventId == eventId).ToListAsync(), found => Assert.Equal(AccreditationState.Withdrawn, found.State));
        Assert.All(await context.Delegates.Where(person => person.EventId == eventId).ToListAsync(), person => Assert.False(person.IsLive));
        Assert.Equal("not-found", (await _desk.Delivery.CallOffAsync(await database.FocalPointAsync("UZ"), ids[0], null, default)).Error!.Code);
        Assert.Equal("invitation.not-answerable", (await _desk.Delivery.CallOffAsync(focalPoint, ids[0], null, default)).Error!.Code);
    }

    [Fact]
    public async Task A_side_whose_invitation_is_withdrawn_keeps_its_persons_and_loses_its_badges()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
        var focalPoint = await database.FocalPointAsync("KZ");
        await _desk.Delegations.Invitations.AcceptAsync(focalPoint, ids[0], default);
        await _desk.Delegations.Delegations.RegisterAsync(focalPoint, ids[0], DelegationsDesk.Person(), default);
        await BadgesAsync(organiser, eventId);

        Assert.True((await _desk.Delegations.Invitations.WithdrawAsync(organiser, eventId, ids[0], default)).IsSuccess);

        Assert.Equal((1L, 0L), (await CountBadgesAsync(eventId, "true"), await CountBadgesAsync(eventId, "revoked_at IS NULL")));
        Assert.Equal(1, (await _desk.RowAsync(organiser, eventId, ids[0])).Registered);
    }

    [Fact]
    public async Task Of_a_side_that_registers_and_an_organiser_who_notes_that_it_does_not_come_both_are_heard_in_turn()
    {
        for (var round = 0; round < 5; round++)
        {
            var organiser = await database.OrganiserAsync();
            var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ");
            var focalPoint = await database.FocalPointAsync("KZ");
            await _desk.Delegations.Invitations.AcceptAsync(focalPoint, ids[0], default);
            var version = (await _desk.RowAsync(organiser, eventId, ids[0])).Version;

            await Task.WhenAll(
                Task.Run(() => _desk.Delegations.Delegations.RegisterAsync(focalPoint, ids[0], DelegationsDesk.Person(), default)),
                Task.Run(() => _desk.Delivery.RecordAnswerAsync(organiser, eventId, ids[0], new AnswerForm { IsComing = false, Version = version }, default)));

            Assert.Equal(0L, await database.ScalarAsync(
                $"SELECT count(*) FROM delegates d JOIN invitations i USING (event_id, side_id) WHERE d.event_id = '{eventId}' AND d.withdrawn_at IS NULL AND i.status = 'Declined'"));
        }
    }

    [Fact]
    public async Task The_desk_takes_as_many_commands_for_three_sides_as_for_one()
    {
        var organiser = await database.OrganiserAsync();
        var (one, _) = await _desk.InvitedAsync(organiser, "KZ");
        var (three, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ", "IR");
        await _desk.Notes.IssueAsync(organiser, three, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default);

        var few = await DelegationsDesk.CommandsOfAsync(() => _desk.OfEventAsync(organiser, one));
        var many = await DelegationsDesk.CommandsOfAsync(() => _desk.OfEventAsync(organiser, three));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 12);
    }

    private async Task<IEnumerable<InvitationStatus>> StatusesAsync(ScoEvents.Domain.Access.Actor organiser, Guid eventId, Guid[] ids)
    {
        var rows = (await _desk.OfEventAsync(organiser, eventId)).Rows.ToDictionary(row => row.Id, row => row.Status);
        return ids.Select(id => rows[id]);
    }

    private async Task<ScoEvents.Domain.Shared.Result> RecordAsync(ScoEvents.Domain.Access.Actor organiser, Guid eventId, Guid id, bool? isComing, string remark) =>
        await _desk.Delivery.RecordAnswerAsync(
            organiser, eventId, id, new AnswerForm { IsComing = isComing, Remark = remark, Version = (await _desk.RowAsync(organiser, eventId, id)).Version }, default);

    private async Task BadgesAsync(ScoEvents.Domain.Access.Actor organiser, Guid eventId)
    {
        var key = Guid.NewGuid().ToString("N")[..8];
        await database.ScalarAsync($"INSERT INTO badge_keys (id, public_key, private_envelope, created_at) VALUES ('{key}', 'x', 'x', now())");
        await database.ScalarAsync(
            $"INSERT INTO badges (id, case_id, delegate_id, event_id, side_id, serial, key_id, payload, issued_at, issued_by, valid_from, valid_until) "
            + $"SELECT gen_random_uuid(), id, delegate_id, event_id, side_id, row_number() OVER (), '{key}', id, now(), '{organiser.UserId}', now(), now() FROM accreditations WHERE event_id = '{eventId}'");
    }

    private async Task<long> CountBadgesAsync(Guid eventId, string which) => (long)(await database.ScalarAsync($"SELECT count(*) FROM badges WHERE event_id = '{eventId}' AND {which}"))!;

    private void Set(DateTimeOffset now) => database.Clock.Advance(now - database.Clock.GetUtcNow());
}
