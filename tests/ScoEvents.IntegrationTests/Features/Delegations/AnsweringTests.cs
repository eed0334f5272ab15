using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

public sealed class AnsweringTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task A_side_that_accepts_gets_a_delegation_with_the_quota_of_its_invitation()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(quota: 9);
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, "KZ");

        var own = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value;

        Assert.NotNull(own.DelegationId);
        Assert.Equal((InvitationStatus.Accepted, 9, 0, true), (own.Invitation.Status, own.Invitation.Quota, own.Invitation.Registered, own.IsOpen));
        Assert.Equal(database.Clock.GetUtcNow(), own.Invitation.AnsweredAt);
    }

    [Fact]
    public async Task Two_people_of_a_side_who_accept_at_once_make_one_delegation()
    {
        for (var round = 0; round < 10; round++)
        {
            var organiser = await database.OrganiserAsync();
            var eventId = await _desk.EventAsync();
            var (first, second) = (await database.FocalPointAsync("KZ"), await database.FocalPointAsync("KZ"));
            var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];

            var outcomes = await Task.WhenAll(
                Task.Run(() => _desk.Invitations.AcceptAsync(first, invitationId, default)),
                Task.Run(() => _desk.Invitations.AcceptAsync(second, invitationId, default)));

            Assert.Equal([null, "invitation.not-answerable"], outcomes.Select(outcome => outcome.Error?.Code).Order());
            Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM delegations WHERE invitation_id = '{invitationId}'"));
        }
    }

    [Fact]
    public async Task A_side_that_declined_can_come_after_all_with_the_same_delegation()
    {
        var organiser = await database.OrganiserAsync();
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, await _desk.EventAsync(), "KZ");
        var before = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value.DelegationId;
        Assert.True((await _desk.Invitations.DeclineAsync(focalPoint, invitationId, default)).IsSuccess);

        var again = await _desk.Invitations.AcceptAsync(focalPoint, invitationId, default);

        Assert.Equal(before, again.Value);
    }

    [Fact]
    public async Task A_side_cannot_decline_while_persons_are_registered()
    {
        var organiser = await database.OrganiserAsync();
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, await _desk.EventAsync(), "KZ");
        var person = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);

        var refused = await _desk.Invitations.DeclineAsync(focalPoint, invitationId, default);
        await _desk.Delegations.WithdrawAsync(focalPoint, invitationId, person.Value, default);
        var done = await _desk.Invitations.DeclineAsync(focalPoint, invitationId, default);

        Assert.Equal("invitation.persons-registered", refused.Error!.Code);
        Assert.True(done.IsSuccess);
    }

    [Fact]
    public async Task Declining_and_registering_at_once_never_leaves_a_person_in_a_delegation_that_does_not_come()
    {
        for (var round = 0; round < 15; round++)
        {
            var organiser = await database.OrganiserAsync();
            var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, await _desk.EventAsync(), "KZ");

            var declining = Task.Run(() => _desk.Invitations.DeclineAsync(focalPoint, invitationId, default));
            var registering = Task.Run(() => _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default));
            await Task.WhenAll(declining, registering);

            Assert.NotEqual((await declining).IsSuccess, (await registering).IsSuccess);
        }
    }

    [Fact]
    public async Task An_invitation_taken_back_is_neither_listed_nor_answered()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var focalPoint = await database.FocalPointAsync("MN");
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "MN"))[0];
        await _desk.Invitations.WithdrawAsync(organiser, eventId, invitationId, default);

        var mine = await _desk.InvitationQueries.MineAsync(focalPoint, default);

        Assert.DoesNotContain(mine, invitation => invitation.Id == invitationId);
        Assert.Equal("invitation.not-answerable", (await _desk.Invitations.AcceptAsync(focalPoint, invitationId, default)).Error!.Code);
        Assert.Equal("invitation.not-answerable", (await _desk.Invitations.DeclineAsync(focalPoint, invitationId, default)).Error!.Code);
    }

    [Theory]
    [InlineData("RegistrationClosed", "delegation.registration-closed", null)]
    [InlineData("InProgress", "delegation.registration-closed", null)]
    [InlineData("Concluded", "delegation.registration-closed", "event.closed")]
    [InlineData("Cancelled", "delegation.registration-closed", "event.closed")]
    public async Task When_registration_is_over_a_side_can_only_decline_and_when_the_event_is_over_not_even_that(string status, string accept, string? decline)
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var focalPoint = await database.FocalPointAsync("KZ");
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];
        await database.ScalarAsync($"UPDATE events SET status = '{status}' WHERE id = '{eventId}'");

        Assert.Equal(accept, (await _desk.Invitations.AcceptAsync(focalPoint, invitationId, default)).Error!.Code);
        Assert.Equal(decline, (await _desk.Invitations.DeclineAsync(focalPoint, invitationId, default)).Error?.Code);
    }

    [Fact]
    public async Task Only_a_focal_point_of_the_side_answers()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var other = await _desk.EventAsync();
        var kazakhstan = await database.SideAsync("KZ");
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];
        var revoked = await database.FocalPointAsync("KZ");
        await database.RevokeAllAsync(revoked);
        var expected = new Dictionary<Actor, string>
        {
            [Actor.Public] = "not-found",
            [await database.PersonAsync()] = "not-found",
            [revoked] = "not-found",
            [await database.FocalPointAsync("UZ")] = "not-found",
            [await database.PersonAsync(Role.FocalPoint, new GrantScope(EventId: other, SideId: kazakhstan))] = "not-found",
            [await database.PersonAsync(Role.Administrator, GrantScope.Portal)] = "not-found",
            [await database.OrganiserAsync("uz-isrs")] = "not-found",
            [organiser] = "forbidden",
            [await database.PersonAsync(Role.Staff, GrantScope.Event(eventId))] = "forbidden",
        };

        foreach (var (actor, code) in expected)
        {
            Assert.Equal(code, (await _desk.Invitations.AcceptAsync(actor, invitationId, default)).Error!.Code);
            Assert.Equal(code, (await _desk.Invitations.DeclineAsync(actor, invitationId, default)).Error!.Code);
            Assert.Equal("not-found", (await _desk.DelegationQueries.OwnAsync(actor, invitationId, default)).Error!.Code);
            Assert.Empty(await _desk.InvitationQueries.MineAsync(actor, default) is var mine && actor == organiser ? mine : mine.Where(own => own.Id == invitationId));
        }

        var bound = await database.PersonAsync(Role.FocalPoint, new GrantScope(EventId: eventId, SideId: kazakhstan));
        Assert.Equal([invitationId], (await _desk.InvitationQueries.MineAsync(bound, default)).Select(own => own.Id));
        Assert.True((await _desk.Invitations.AcceptAsync(bound, invitationId, default)).IsSuccess);
    }

    [Fact]
    public async Task My_invitations_come_in_order_of_the_days_and_in_as_many_commands_for_one_as_for_three()
    {
        var organiser = await database.OrganiserAsync();
        var focalPoint = await database.FocalPointAsync("AM");
        async Task<int> CountAsync() => await DelegationsDesk.CommandsOfAsync(() => _desk.InvitationQueries.MineAsync(focalPoint, default));
        await _desk.InviteAsync(organiser, await _desk.EventAsync(new DateOnly(2027, 5, 1)), "AM");
        var ofOne = await CountAsync();
        await _desk.InviteAsync(organiser, await _desk.EventAsync(new DateOnly(2027, 1, 1)), "AM");
        await _desk.InviteAsync(organiser, await _desk.EventAsync(new DateOnly(2027, 3, 1)), "AM");

        var ofThree = await CountAsync();
        var mine = await _desk.InvitationQueries.MineAsync(focalPoint, default);

        Assert.Equal([1, 3, 5], mine.Select(invitation => invitation.Event.StartsOn!.Value.Month));
        Assert.Equal((5, 5), (ofOne, ofThree));
    }
}
