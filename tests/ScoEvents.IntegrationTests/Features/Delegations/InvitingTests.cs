using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.States;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

public sealed class InvitingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task All_members_except_two_are_invited_in_one_act_and_listed_in_protocol_order()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(new DateOnly(2021, 12, 7));
        var except = new[] { await database.SideAsync("CN"), await database.SideAsync("PK") };

        var invited = await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, [StateStatus.Member], except), default);

        Assert.Equal(new InviteOutcome(6, 0), invited.Value);
        Assert.Equal("IN KZ KG RU TJ UZ", await ListedAsync(organiser, eventId));
    }

    [Theory]
    [InlineData("2021-12-07", StateStatus.DialoguePartner, Capacity.DialoguePartner, 6)]
    [InlineData("2021-12-07", StateStatus.Observer, Capacity.Observer, 4)]
    [InlineData("2025-10-25", StateStatus.Partner, Capacity.Partner, 17)]
    [InlineData("2025-10-25", StateStatus.Member, Capacity.Member, 10)]
    public async Task The_capacity_is_the_status_on_the_first_day(string day, StateStatus status, Capacity expected, int count)
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), quota: 7);

        await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, [status]), default);

        var rows = (await _desk.InvitationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value.Invitations;
        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Equal((expected, InvitationStatus.Issued, 7), (row.Capacity, row.Status, row.Quota)));
    }

    [Fact]
    public async Task Guests_come_after_states_with_a_status_and_organisations_last()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(new DateOnly(2026, 12, 7));
        var guests = new[] { await database.SideAsync("un"), await database.SideAsync("sco-rats-ec"), await database.SideAsync("VN"), await database.SideAsync("uz-isrs") };

        await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, [StateStatus.Member], guests: guests), default);

        var rows = (await _desk.InvitationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value.Invitations;
        Assert.Equal("BY IN IR KZ CN KG PK RU TJ UZ VN", string.Join(' ', rows.Where(row => row.Side.Code is not null).Select(row => row.Side.Code)));
        Assert.Equal(
            [Capacity.Guest, Capacity.SCOBody, Capacity.Guest, Capacity.InternationalOrganisation],
            rows.Skip(10).Select(row => row.Capacity));
        Assert.Equal("United Nations", rows[^1].Side.Names["en"]);
    }

    [Fact]
    public async Task Inviting_takes_the_event_on_to_its_next_step()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();

        await _desk.InviteAsync(organiser, eventId, "KZ");

        await using var context = await database.OpenAsync(organiser);
        Assert.Equal(EventStatus.Invited, (await context.Events.SingleAsync(planned => planned.Id == eventId)).Status);
    }

    [Fact]
    public async Task Who_is_invited_already_is_skipped()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(new DateOnly(2021, 12, 7));
        await _desk.InviteAsync(organiser, eventId, "KZ", "VN");

        var again = await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, [StateStatus.Member]), default);

        Assert.Equal(new InviteOutcome(7, 1), again.Value);
        await using var context = await database.OpenAsync(organiser);
        Assert.Equal(9, await context.Invitations.CountAsync(invitation => invitation.EventId == eventId));
    }

    [Fact]
    public async Task A_side_whose_invitation_was_taken_back_can_be_invited_again()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];
        Assert.True((await _desk.Invitations.WithdrawAsync(organiser, eventId, invitationId, default)).IsSuccess);
        Assert.Equal("invitation.not-answerable", (await _desk.Invitations.WithdrawAsync(organiser, eventId, invitationId, default)).Error!.Code);

        var again = await _desk.InviteAsync(organiser, eventId, "KZ");

        Assert.Equal(invitationId, again[0]);
        await using var context = await database.OpenAsync(organiser);
        Assert.Equal(InvitationStatus.Issued, (await context.Invitations.SingleAsync(invitation => invitation.Id == invitationId)).Status);
    }

    [Fact]
    public async Task Two_organisers_who_invite_at_once_invite_every_side_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var organiser = await database.OrganiserAsync();
            var other = await database.OrganiserAsync();
            var eventId = await _desk.EventAsync(new DateOnly(2021, 12, 7));
            var form = await _desk.FormAsync(eventId, [StateStatus.Member, StateStatus.Observer]);

            var outcomes = await Task.WhenAll(
                Task.Run(() => _desk.Invitations.InviteAsync(organiser, eventId, form, default)),
                Task.Run(() => _desk.Invitations.InviteAsync(other, eventId, form, default)));

            Assert.Equal([0, 12], outcomes.Select(outcome => outcome.Value.Invited).Order());
            Assert.Equal(12L, await database.ScalarAsync($"SELECT count(*) FROM invitations WHERE event_id = '{eventId}'"));
        }
    }

    [Fact]
    public async Task The_database_refuses_a_second_invitation_of_a_side()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.ScalarAsync(
            $"INSERT INTO invitations (id, event_id, side_id, capacity, status, quota) SELECT gen_random_uuid(), event_id, side_id, capacity, status, quota FROM invitations WHERE id = '{invitationId}'"));

        Assert.Equal("invitations_side_once", refused.ConstraintName);
    }

    [Fact]
    public async Task Nobody_is_invited_where_no_state_holds_the_status_or_nothing_is_chosen()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(new DateOnly(2026, 12, 7));

        var noObservers = await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, [StateStatus.Observer]), default);
        var nothing = await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId), default);
        var neverOffered = await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, guests: [Guid.NewGuid()]), default);
        var noStatus = await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, [(StateStatus)99]), default);

        Assert.Equal(["invitation.nobody", "invitation.nobody", "invitation.nobody", "not-found"],
            new[] { noObservers, nothing, neverOffered, noStatus }.Select(refused => refused.Error!.Code));
    }

    [Fact]
    public async Task An_invitation_by_the_roster_of_another_day_is_stale()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(new DateOnly(2026, 12, 7));
        var form = await _desk.FormAsync(eventId, [StateStatus.Member]);
        form.FirstDay = new DateOnly(2021, 12, 7);

        var refused = await _desk.Invitations.InviteAsync(organiser, eventId, form, default);

        Assert.Equal("stale", refused.Error!.Code);
    }

    [Fact]
    public async Task Nobody_is_invited_to_an_event_whose_registration_is_closed()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        await database.ScalarAsync($"UPDATE events SET status = 'RegistrationClosed' WHERE id = '{eventId}'");

        var refused = await _desk.Invitations.InviteAsync(organiser, eventId, await _desk.FormAsync(eventId, [StateStatus.Member]), default);

        Assert.Equal("event.closed", refused.Error!.Code);
    }

    [Fact]
    public async Task Only_an_organiser_of_the_event_invites_takes_back_and_sets_quotas()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];
        var expected = new Dictionary<Actor, string>
        {
            [Actor.Public] = "not-found",
            [await database.PersonAsync()] = "not-found",
            [await database.OrganiserAsync("sco-rats-ec")] = "not-found",
            [await database.FocalPointAsync("KZ")] = "not-found",
            [await database.PersonAsync(Role.Administrator, GrantScope.Portal)] = "not-found",
            [await database.PersonAsync(Role.Staff, GrantScope.Event(eventId))] = "forbidden",
            [await database.PersonAsync(Role.Registrar, GrantScope.Secretariat(await database.SecretariatAsync()))] = "forbidden",
        };

        foreach (var (actor, code) in expected)
        {
            Assert.Equal(code, (await _desk.Invitations.InviteAsync(actor, eventId, await _desk.FormAsync(eventId, [StateStatus.Member]), default)).Error!.Code);
            Assert.Equal(code, (await _desk.Invitations.WithdrawAsync(actor, eventId, invitationId, default)).Error!.Code);
            Assert.Equal(code, (await _desk.Invitations.ChangeQuotaAsync(actor, eventId, invitationId, new QuotaForm { Quota = 3 }, default)).Error!.Code);
            Assert.Equal(code, (await _desk.InvitationQueries.OfEventAsync(actor, eventId, DelegationsDesk.RussianOrder, default)).Error!.Code);
        }
    }

    [Fact]
    public async Task An_invitation_is_found_only_under_its_own_event()
    {
        var organiser = await database.OrganiserAsync();
        var invitationId = (await _desk.InviteAsync(organiser, await _desk.EventAsync(), "KZ"))[0];
        var other = await _desk.EventAsync();

        Assert.Equal("not-found", (await _desk.Invitations.WithdrawAsync(organiser, other, invitationId, default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.Invitations.ChangeQuotaAsync(organiser, other, invitationId, new QuotaForm { Quota = 3 }, default)).Error!.Code);
    }

    [Fact]
    public async Task The_host_state_is_marked_and_invited_only_on_purpose()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(host: "IN");

        var choices = (await _desk.InvitationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value;

        var hosts = choices.Statuses.SelectMany(status => status.Sides).Where(side => side.IsHost).Select(side => side.Side.Code);
        Assert.Equal(["IN"], hosts);
        Assert.Single(await _desk.InviteAsync(organiser, eventId, "IN"));
    }

    [Fact]
    public async Task A_quota_follows_its_invitation_and_never_falls_below_who_is_registered()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(quota: 5);
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("One"), default);
        await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Two"), default);

        var raised = await SetQuotaAsync(organiser, eventId, invitationId, 20);
        var tooLow = await SetQuotaAsync(organiser, eventId, invitationId, 1);
        var none = await SetQuotaAsync(organiser, eventId, invitationId, 0);
        var huge = await SetQuotaAsync(organiser, eventId, invitationId, ScoEvent.MaxDelegationQuota + 1);
        var exact = await SetQuotaAsync(organiser, eventId, invitationId, 2);

        Assert.Equal([null, "invitation.quota-below-registered", "event.quota-out-of-range", "event.quota-out-of-range", null],
            new[] { raised, tooLow, none, huge, exact }.Select(code => code));
        Assert.Equal(2, await database.ScalarAsync($"SELECT quota FROM delegations WHERE invitation_id = '{invitationId}'"));
        Assert.Equal("delegation.quota-reached", (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Three"), default)).Error!.Code);
    }

    [Fact]
    public async Task A_quota_set_from_an_old_copy_is_stale()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];
        var seen = (await _desk.InvitationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value.Invitations[0];
        await SetQuotaAsync(organiser, eventId, invitationId, 3);

        var refused = await _desk.Invitations.ChangeQuotaAsync(organiser, eventId, invitationId, new QuotaForm { Quota = 9, Version = seen.Version }, default);

        Assert.Equal("stale", refused.Error!.Code);
        Assert.Equal(3, await database.ScalarAsync($"SELECT quota FROM invitations WHERE id = '{invitationId}'"));
    }

    [Fact]
    public async Task The_page_of_invitations_takes_the_same_commands_for_one_side_and_for_many()
    {
        var organiser = await database.OrganiserAsync();
        var one = await _desk.EventAsync();
        await _desk.InviteAsync(organiser, one, "KZ");
        var many = await _desk.EventAsync();
        await _desk.InviteAsync(organiser, many, "KZ", "UZ", "VN");

        var ofOne = await DelegationsDesk.CommandsOfAsync(() => _desk.InvitationQueries.OfEventAsync(organiser, one, DelegationsDesk.RussianOrder, default));
        var ofMany = await DelegationsDesk.CommandsOfAsync(() => _desk.InvitationQueries.OfEventAsync(organiser, many, DelegationsDesk.RussianOrder, default));

        Assert.Equal((7, 7), (ofOne, ofMany));
    }

    private async Task<string?> SetQuotaAsync(Actor organiser, Guid eventId, Guid invitationId, int quota)
    {
        var seen = (await _desk.InvitationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value.Invitations.Single(row => row.Id == invitationId);
        return (await _desk.Invitations.ChangeQuotaAsync(organiser, eventId, invitationId, new QuotaForm { Quota = quota, Version = seen.Version }, default)).Error?.Code;
    }

    private async Task<string> ListedAsync(Actor organiser, Guid eventId)
    {
        var listed = await _desk.InvitationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default);
        return string.Join(' ', listed.Value.Invitations.Select(row => row.Side.Code));
    }
}
