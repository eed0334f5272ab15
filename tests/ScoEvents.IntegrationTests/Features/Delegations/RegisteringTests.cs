using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

public sealed class RegisteringTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task A_registered_person_is_kept_as_told_and_the_head_stands_first()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Adviser", DelegationRole.Adviser), default);
        await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Bekova", DelegationRole.Head, "n 1234-5678"), default);

        var own = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value;

        var head = own.Persons[0];
        Assert.Equal(
            (DelegationRole.Head, "Bekova", "Aigerim", "Бекова Айгерим", "Deputy Director", "Ministry of Digital Development", "a.bekova@mfa.example", "•••••••78"),
            (head.Role, head.FamilyName, head.GivenNames, head.NativeName, head.Function.In("en"), head.Body.In("en"), head.Email, head.PassportMasked));
        Assert.Equal("Aigerim BEKOVA", head.DisplayName);
        Assert.Equal((2, 2, true), (own.Persons.Count, own.Invitation.Registered, own.HasPlace));
    }

    [Fact]
    public async Task The_thirteenth_of_twelve_is_refused_and_a_place_given_back_is_free_again()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ", quota: 12);
        var first = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);
        for (var i = 2; i <= 12; i++)
        {
            Assert.True((await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).IsSuccess);
        }

        var thirteenth = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);
        await _desk.Delegations.WithdrawAsync(focalPoint, invitationId, first.Value, default);
        var replacement = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);

        Assert.Equal(("delegation.quota-reached", 12), (thirteenth.Error!.Code, thirteenth.Error.Arguments[0]));
        Assert.True(replacement.IsSuccess);
        Assert.Equal(12L, await LiveAsync(invitationId));
    }

    [Fact]
    public async Task Of_two_who_race_for_the_last_place_one_is_refused()
    {
        for (var round = 0; round < 25; round++)
        {
            var (focalPoint, invitationId) = await AcceptedAsync("KZ", quota: 1);
            var colleague = await database.FocalPointAsync("KZ");

            var outcomes = await Task.WhenAll(
                Task.Run(() => _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)),
                Task.Run(() => _desk.Delegations.RegisterAsync(colleague, invitationId, DelegationsDesk.Person(), default)));

            Assert.Equal([null, "delegation.quota-reached"], outcomes.Select(outcome => outcome.Error?.Code).Order());
            Assert.Equal(1L, await LiveAsync(invitationId));
        }
    }

    [Fact]
    public async Task Thirty_at_once_for_twelve_places_leave_exactly_twelve()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ", quota: 12);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() =>
            _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default))));

        Assert.Equal((12, 18), (outcomes.Count(outcome => outcome.IsSuccess), outcomes.Count(outcome => outcome.Error?.Code == "delegation.quota-reached")));
        Assert.Equal(12L, await LiveAsync(invitationId));
    }

    [Fact]
    public async Task A_second_head_is_refused_beside_the_role_when_registered_and_when_corrected()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("First", DelegationRole.Head), default);
        var member = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Second"), default);

        var registered = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Third", DelegationRole.Head), default);
        var promoted = await _desk.Delegations.CorrectAsync(focalPoint, invitationId, member.Value, await FormOfAsync(focalPoint, invitationId, member.Value, form => form.Role = DelegationRole.Head), default);

        Assert.Equal(("delegation.second-head", "Role"), (registered.Error!.Code, registered.Error.Field));
        Assert.Equal(("delegation.second-head", "Role"), (promoted.Error!.Code, promoted.Error.Field));
    }

    [Fact]
    public async Task Of_two_heads_registered_at_once_one_is_refused()
    {
        for (var round = 0; round < 15; round++)
        {
            var (focalPoint, invitationId) = await AcceptedAsync("KZ");

            var outcomes = await Task.WhenAll(
                Task.Run(() => _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("One", DelegationRole.Head), default)),
                Task.Run(() => _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Two", DelegationRole.Head), default)));

            Assert.Equal([null, "delegation.second-head"], outcomes.Select(outcome => outcome.Error?.Code).Order());
        }
    }

    [Fact]
    public async Task The_database_refuses_a_second_living_head_whatever_the_portal_thinks()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("One", DelegationRole.Head), default);
        var member = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Two"), default);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.ScalarAsync($"UPDATE delegates SET role = 'Head' WHERE id = '{member.Value}'"));

        Assert.Equal("delegates_one_head", refused.ConstraintName);
    }

    [Fact]
    public async Task Bad_input_is_refused_beside_its_field_and_nothing_is_kept()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        var cases = new (Action<DelegateForm> Spoil, string Field, string Code)[]
        {
            (form => form.Role = null, "Role", "required"),
            (form => form.Role = (DelegationRole)77, "Role", "required"),
            (form => form.FamilyName = " ", "FamilyName", "delegate.name-missing"),
            (form => form.FamilyName = "Бекова", "FamilyName", "delegate.name-latin"),
            (form => form.GivenNames = new string('A', 121), "GivenNames", "delegate.text-too-long"),
            (form => form.GivenNames = "Aige\u202Erim", "GivenNames", "delegate.name-characters"),
            (form => form.NativeName = "Бек\u0000ова", "NativeName", "delegate.name-characters"),
            (form => form.Function.En = null, "Function.En", "delegate.function-missing"),
            (form => form.Body.En = new string('x', 121), "Body.En", "delegate.text-too-long"),
            (form => form.Email = "bekova@", "Email", "delegate.email-form"),
            (form => form.Email = "a@mfa.example\r\nBcc: x@y.example", "Email", "delegate.email-form"),
            (form => form.Passport = "1234", "Passport", "delegate.passport-form"),
            (form => form.Passport = "№12345678", "Passport", "delegate.passport-form"),
        };

        foreach (var (spoil, field, code) in cases)
        {
            var form = DelegationsDesk.Person();
            spoil(form);
            var refused = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, form, default);
            Assert.Equal([(field, code)], refused.Errors.Select(error => (error.Field, error.Code)));
        }

        Assert.Equal(0L, await LiveAsync(invitationId));
    }

    [Fact]
    public async Task The_passport_is_kept_encrypted_for_its_own_row_and_stays_unless_typed_anew()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        var person = (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(passport: "KZ7654321"), default)).Value;

        await _desk.Delegations.CorrectAsync(focalPoint, invitationId, person, await FormOfAsync(focalPoint, invitationId, person, form => form.Function.En = "Director"), default);
        Assert.Equal("KZ7654321", await RevealAsync(focalPoint, person));

        await _desk.Delegations.CorrectAsync(focalPoint, invitationId, person, await FormOfAsync(focalPoint, invitationId, person, form => form.Passport = "KZ0000001"), default);
        Assert.Equal("KZ0000001", await RevealAsync(focalPoint, person));
    }

    [Fact]
    public async Task The_trail_says_that_the_passport_changed_and_not_to_what()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        var person = (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(passport: "CANARY77001"), default)).Value;

        var changes = (string)(await database.ScalarAsync($"SELECT changes::text FROM audit_entries WHERE entity = 'Delegate' AND entity_id = '{person}'"))!;

        Assert.Contains("\"Passport.Envelope\": [null, \"***\"]", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY77001", changes, StringComparison.Ordinal);
        Assert.Equal(focalPoint.UserId, await database.ScalarAsync($"SELECT actor_id FROM audit_entries WHERE entity = 'Delegate' AND entity_id = '{person}'"));
    }

    [Fact]
    public async Task A_stale_correction_changes_nothing()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        var person = (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).Value;
        var old = await FormOfAsync(focalPoint, invitationId, person, form => form.Function.En = "Mine");
        await _desk.Delegations.CorrectAsync(focalPoint, invitationId, person, await FormOfAsync(focalPoint, invitationId, person, form => form.Function.En = "Theirs"), default);

        var refused = await _desk.Delegations.CorrectAsync(focalPoint, invitationId, person, old, default);

        Assert.Equal("stale", refused.Error!.Code);
        Assert.Equal("Theirs", (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value.Persons[0].Function.In("en"));
    }

    [Fact]
    public async Task Persons_are_registered_only_for_an_accepted_invitation_while_registration_is_open()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var focalPoint = await database.FocalPointAsync("KZ");
        var invitationId = (await _desk.InviteAsync(organiser, eventId, "KZ"))[0];
        var early = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);
        await _desk.Invitations.AcceptAsync(focalPoint, invitationId, default);
        var person = (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).Value;

        await database.ScalarAsync($"UPDATE events SET status = 'RegistrationClosed' WHERE id = '{eventId}'");
        var late = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);
        var lateCorrection = await _desk.Delegations.CorrectAsync(focalPoint, invitationId, person, await FormOfAsync(focalPoint, invitationId, person, form => form.Function.En = "Director"), default);
        await database.ScalarAsync($"UPDATE events SET status = 'Concluded' WHERE id = '{eventId}'");
        var withdrawalAfterwards = await _desk.Delegations.WithdrawAsync(focalPoint, invitationId, person, default);
        await database.ScalarAsync($"UPDATE events SET status = 'Invited' WHERE id = '{eventId}'");
        await _desk.Invitations.WithdrawAsync(organiser, eventId, invitationId, default);
        var uninvited = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default);

        Assert.True(lateCorrection.IsSuccess);
        Assert.Equal(
            ["delegation.not-accepted", "delegation.registration-closed", "delegation.registration-closed", "delegation.not-accepted"],
            new[] { early.Error!, late.Error!, withdrawalAfterwards.Error!, uninvited.Error! }.Select(error => error.Code));
    }

    [Fact]
    public async Task Only_a_focal_point_of_the_side_registers_corrects_and_withdraws()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        var person = (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).Value;
        var expected = new Dictionary<Actor, string>
        {
            [Actor.Public] = "not-found",
            [await database.PersonAsync()] = "not-found",
            [await database.FocalPointAsync("UZ")] = "not-found",
            [await database.OrganiserAsync("uz-isrs")] = "not-found",
            [await database.PersonAsync(Role.Auditor, GrantScope.Portal)] = "not-found",
            [organiser] = "forbidden",
            [await database.PersonAsync(Role.Registrar, GrantScope.Event(eventId))] = "forbidden",
        };

        foreach (var (actor, code) in expected)
        {
            Assert.Equal(code, (await _desk.Delegations.RegisterAsync(actor, invitationId, DelegationsDesk.Person(), default)).Error!.Code);
            Assert.Equal(code, (await _desk.Delegations.CorrectAsync(actor, invitationId, person, DelegationsDesk.Person(), default)).Error!.Code);
            Assert.Equal(code, (await _desk.Delegations.WithdrawAsync(actor, invitationId, person, default)).Error!.Code);
        }

        Assert.Equal(1L, await LiveAsync(invitationId));
    }

    [Fact]
    public async Task A_person_of_another_delegation_is_not_found_even_by_an_actor_who_speaks_for_both()
    {
        var (focalPoint, invitationId) = await AcceptedAsync("KZ");
        var (other, otherInvitation) = await AcceptedAsync("KZ");
        var person = (await _desk.Delegations.RegisterAsync(other, otherInvitation, DelegationsDesk.Person(), default)).Value;

        Assert.Equal("not-found", (await _desk.Delegations.WithdrawAsync(focalPoint, invitationId, person, default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.Delegations.CorrectAsync(focalPoint, invitationId, person, DelegationsDesk.Person(), default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.Delegations.WithdrawAsync(focalPoint, Guid.NewGuid(), person, default)).Error!.Code);
    }

    private async Task<(Actor FocalPoint, Guid InvitationId)> AcceptedAsync(string code, int quota = 12) =>
        await _desk.AcceptedAsync(await database.OrganiserAsync(), await _desk.EventAsync(quota: quota), code);

    private async Task<object?> LiveAsync(Guid invitationId) => await database.ScalarAsync(
        $"SELECT count(*) FROM delegates p JOIN delegations d ON d.id = p.delegation_id WHERE d.invitation_id = '{invitationId}' AND p.withdrawn_at IS NULL");

    private async Task<string> RevealAsync(Actor actor, Guid person)
    {
        await using var context = await database.OpenAsync(actor);
        var kept = await context.Delegates.SingleAsync(found => found.Id == person);
        return _desk.Cipher.Reveal(kept.Passport, person);
    }

    private async Task<DelegateForm> FormOfAsync(Actor actor, Guid invitationId, Guid person, Action<DelegateForm> change)
    {
        var known = (await _desk.DelegationQueries.OwnAsync(actor, invitationId, default)).Value.Persons.Single(found => found.Id == person);
        var form = new DelegateForm
        {
            Role = known.Role,
            FamilyName = known.FamilyName,
            GivenNames = known.GivenNames,
            NativeName = known.NativeName,
            Function = known.Function.ToInput(),
            Body = known.Body.ToInput(),
            Email = known.Email,
            Version = known.Version,
        };
        change(form);
        return form;
    }
}
