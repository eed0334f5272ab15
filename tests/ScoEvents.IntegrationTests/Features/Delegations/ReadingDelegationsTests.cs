using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

public sealed class ReadingDelegationsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly SideOrder _english = new(ProtocolAlphabet.English, Languages.English);
    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task Staff_sees_all_sides_in_the_order_asked_for_with_their_heads_and_numbers()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        await _desk.InviteAsync(organiser, eventId, "UZ", "BY", "CN", "un");
        var (kazakhstan, ofKazakhstan) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        var (kyrgyzstan, ofKyrgyzstan) = await _desk.AcceptedAsync(organiser, eventId, "KG");
        await _desk.Delegations.RegisterAsync(kazakhstan, ofKazakhstan, DelegationsDesk.Person("Member"), default);
        await _desk.Delegations.RegisterAsync(kazakhstan, ofKazakhstan, DelegationsDesk.Person("Head", DelegationRole.Head), default);
        var gone = await _desk.Delegations.RegisterAsync(kazakhstan, ofKazakhstan, DelegationsDesk.Person("Gone"), default);
        await _desk.Delegations.WithdrawAsync(kazakhstan, ofKazakhstan, gone.Value, default);
        await _desk.Invitations.DeclineAsync(kyrgyzstan, ofKyrgyzstan, default);
        var staff = await database.PersonAsync(Role.Staff, GrantScope.Event(eventId));

        var russian = (await _desk.DelegationQueries.OfEventAsync(staff, eventId, DelegationsDesk.RussianOrder, default)).Value;
        var english = (await _desk.DelegationQueries.OfEventAsync(staff, eventId, _english, default)).Value;

        Assert.Equal(["BY", "KZ", "CN", "KG", "UZ", null], russian.Rows.Select(row => row.Side.Code));
        Assert.Equal(["BY", "CN", "KZ", "KG", "UZ", null], english.Rows.Select(row => row.Side.Code));
        Assert.Equal((6, 1, 1, 2), (russian.Invited, russian.Accepted, russian.Declined, russian.Persons));
        Assert.Equal(("Aigerim HEAD", 2, 12), (russian.Rows[1].HeadName, russian.Rows[1].Registered, russian.Rows[1].Quota));
        Assert.Null(russian.Rows[0].DelegationId);
    }

    [Fact]
    public async Task A_delegation_shows_its_persons_by_role_to_staff()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        foreach (var role in new[] { DelegationRole.Press, DelegationRole.Expert, DelegationRole.Head, DelegationRole.Adviser, DelegationRole.Member, DelegationRole.DeputyHead })
        {
            await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Person", role), default);
        }

        var delegationId = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value.DelegationId!.Value;
        var details = (await _desk.DelegationQueries.DetailsAsync(organiser, eventId, delegationId, default)).Value;

        Assert.Equal(
            [DelegationRole.Head, DelegationRole.DeputyHead, DelegationRole.Member, DelegationRole.Adviser, DelegationRole.Expert, DelegationRole.Press],
            details.Persons.Select(person => person.Role));
        Assert.All(details.Persons, person => Assert.Equal("•••••••78", person.PassportMasked));
    }

    [Fact]
    public async Task The_list_of_participants_has_those_who_come_by_protocol_order_then_role()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var (uzbekistan, ofUzbekistan) = await _desk.AcceptedAsync(organiser, eventId, "UZ");
        var (kazakhstan, ofKazakhstan) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        var (china, ofChina) = await _desk.AcceptedAsync(organiser, eventId, "CN");
        await _desk.Delegations.RegisterAsync(uzbekistan, ofUzbekistan, DelegationsDesk.Person("Karimov", DelegationRole.Head), default);
        await _desk.Delegations.RegisterAsync(kazakhstan, ofKazakhstan, DelegationsDesk.Person("Security", DelegationRole.Security), default);
        await _desk.Delegations.RegisterAsync(kazakhstan, ofKazakhstan, DelegationsDesk.Person("Bekova", DelegationRole.Head), default);
        await _desk.Delegations.RegisterAsync(china, ofChina, DelegationsDesk.Person("Wang", DelegationRole.Head), default);
        var invitationOfChina = (await _desk.InvitationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value.Invitations.Single(row => row.Side.Code == "CN");
        await _desk.Invitations.WithdrawAsync(organiser, eventId, invitationOfChina.Id, default);

        var list = (await _desk.DelegationQueries.ParticipantsAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value;

        Assert.Equal(
            ["KZ Head Aigerim BEKOVA", "KZ Security Aigerim SECURITY", "UZ Head Aigerim KARIMOV"],
            list.Participants.Select(person => $"{person.Side.Code} {person.Role} {person.DisplayName}"));
    }

    [Fact]
    public async Task Sides_bear_the_name_they_had_on_the_first_day()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync(new DateOnly(2022, 4, 14));
        await database.ScalarAsync(
            """
            UPDATE states SET name_history = '[{"From": null, "To": "2023-01-01", "Names": {"en": "Earlier name"}, "FormalNames": {}, "Source": null}]' WHERE iso2 = 'TM'
            """);
        var later = await _desk.EventAsync(new DateOnly(2026, 12, 7));
        await _desk.InviteAsync(organiser, eventId, "TM");
        await _desk.InviteAsync(organiser, later, "TM");

        var then = (await _desk.DelegationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value;
        var now = (await _desk.DelegationQueries.OfEventAsync(organiser, later, DelegationsDesk.RussianOrder, default)).Value;

        Assert.Equal(("Earlier name", "Turkmenistan"), (then.Rows[0].Side.Names["en"], now.Rows[0].Side.Names["en"]));
    }

    [Fact]
    public async Task Only_staff_of_the_event_reads_its_delegations()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        var delegationId = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value.DelegationId!.Value;
        Actor[] strangers =
        [
            Actor.Public, focalPoint, await database.PersonAsync(), await database.FocalPointAsync("UZ"), await database.OrganiserAsync("sco-rats-ec"),
            await database.PersonAsync(Role.Staff, GrantScope.Event(await _desk.EventAsync())),
            await database.PersonAsync(Role.Administrator, GrantScope.Portal), await database.PersonAsync(Role.Auditor, GrantScope.Portal),
        ];
        Actor[] staff = [organiser, await database.PersonAsync(Role.Registrar, GrantScope.Event(eventId)), await database.PersonAsync(Role.Staff, GrantScope.Secretariat(await database.SecretariatAsync()))];

        foreach (var actor in strangers)
        {
            Assert.All(await CodesAsync(actor, eventId, delegationId), code => Assert.Equal("not-found", code));
        }

        foreach (var actor in staff)
        {
            Assert.All(await CodesAsync(actor, eventId, delegationId), Assert.Null);
        }
    }

    [Fact]
    public async Task A_delegation_is_found_only_under_its_own_event()
    {
        var organiser = await database.OrganiserAsync();
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, await _desk.EventAsync(), "KZ");
        var delegationId = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value.DelegationId!.Value;

        var elsewhere = await _desk.DelegationQueries.DetailsAsync(organiser, await _desk.EventAsync(), delegationId, default);

        Assert.Equal("not-found", elsewhere.Error!.Code);
    }

    [Fact]
    public async Task Lists_take_the_same_commands_for_one_side_and_for_three()
    {
        var organiser = await database.OrganiserAsync();
        var one = await _desk.EventAsync();
        await FillAsync(organiser, one, "KZ");
        var three = await _desk.EventAsync();
        await FillAsync(organiser, three, "KZ", "UZ", "KG");

        async Task<(int, int)> CountAsync(Guid eventId) => (
            await DelegationsDesk.CommandsOfAsync(() => _desk.DelegationQueries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)),
            await DelegationsDesk.CommandsOfAsync(() => _desk.DelegationQueries.ParticipantsAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)));

        Assert.Equal((5, 5), await CountAsync(one));
        Assert.Equal((5, 5), await CountAsync(three));
    }

    private async Task FillAsync(Actor organiser, Guid eventId, params string[] codes)
    {
        foreach (var code in codes)
        {
            var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, code);
            await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);
        }
    }

    private async Task<string?[]> CodesAsync(Actor actor, Guid eventId, Guid delegationId) =>
    [
        (await _desk.DelegationQueries.OfEventAsync(actor, eventId, DelegationsDesk.RussianOrder, default)).Error?.Code,
        (await _desk.DelegationQueries.DetailsAsync(actor, eventId, delegationId, default)).Error?.Code,
        (await _desk.DelegationQueries.ParticipantsAsync(actor, eventId, DelegationsDesk.RussianOrder, default)).Error?.Code,
        (await _desk.DelegationQueries.EventAsync(actor, eventId, default)).Error?.Code,
    ];
}
