using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

public sealed class HandingInTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task Everybody_complete_is_handed_in_and_who_is_not_is_named_with_what_is_missing()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var head = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Head", DelegationRole.Head));
        var without = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Paperless", passport: ""));
        var reserve = await RegisterAsync(focalPoint, invitationId, Reserve());

        var outcome = (await _desk.Delegations.SubmitAllAsync(focalPoint, invitationId, default)).Value;

        Assert.Equal(2, outcome.Submitted);
        Assert.Equal([("delegate.incomplete", "Aigerim PAPERLESS|1|Passport")], outcome.Incomplete.Select(error => (error.Code, string.Join('|', error.Arguments))));
        Assert.Equal((AccreditationState.Submitted, AccreditationState.Draft, AccreditationState.Submitted), (await StateAsync(head), await StateAsync(without), await StateAsync(reserve)));
    }

    [Fact]
    public async Task A_delegation_without_a_head_is_not_handed_in_and_one_by_one_is()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var member = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person());

        Assert.Equal("delegation.no-head", (await _desk.Delegations.SubmitAllAsync(focalPoint, invitationId, default)).Error!.Code);
        Assert.True((await _desk.Delegations.SubmitAsync(focalPoint, invitationId, member, default)).IsSuccess);
        Assert.Equal("accreditation.move", (await _desk.Delegations.SubmitAsync(focalPoint, invitationId, member, default)).Error!.Code);

        await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Head", DelegationRole.Head));
        Assert.Equal(1, (await _desk.Delegations.SubmitAllAsync(focalPoint, invitationId, default)).Value.Submitted);
        Assert.Equal("delegation.nothing-to-submit", (await _desk.Delegations.SubmitAllAsync(focalPoint, invitationId, default)).Error!.Code);
    }

    [Fact]
    public async Task Where_nobody_is_complete_nobody_is_handed_in_and_each_is_named()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var without = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Paperless", DelegationRole.Head, passport: ""));

        Assert.Equal("delegate.incomplete", (await _desk.Delegations.SubmitAsync(focalPoint, invitationId, without, default)).Error!.Code);
        Assert.Equal(["delegate.incomplete"], (await _desk.Delegations.SubmitAllAsync(focalPoint, invitationId, default)).Errors.Select(error => error.Code));
        Assert.Equal(AccreditationState.Draft, await StateAsync(without));
    }

    [Fact]
    public async Task Who_was_returned_is_corrected_keeps_the_comments_and_is_handed_in_again()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var person = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Head", DelegationRole.Head));
        await _desk.Delegations.SubmitAsync(focalPoint, invitationId, person, default);
        await database.ScalarAsync($$"""UPDATE accreditations SET state = 'ReturnedForCorrection', comments = '[{"Field":"FamilyName","Text":"As in the passport, please"}]' WHERE delegate_id = '{{person}}'""");

        Assert.True((await CorrectAsync(focalPoint, invitationId, person, form => form.FamilyName = "Heads")).IsSuccess);
        Assert.Equal((AccreditationState.ReturnedForCorrection, 1), await CaseAsync(person, found => (found.State, found.Comments.Count)));
        Assert.True((await _desk.Delegations.SubmitAsync(focalPoint, invitationId, person, default)).IsSuccess);

        Assert.Equal((AccreditationState.Submitted, 0), await CaseAsync(person, found => (found.State, found.Comments.Count)));
    }

    [Fact]
    public async Task A_correction_of_who_was_handed_in_makes_a_reviewers_copy_stale()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var person = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Head", DelegationRole.Head));
        await _desk.Delegations.SubmitAsync(focalPoint, invitationId, person, default);
        var before = await CaseAsync(person, found => found.Version);

        await CorrectAsync(focalPoint, invitationId, person, form => form.Diet = "vegetarian");
        Assert.Equal(before, await CaseAsync(person, found => found.Version));
        await CorrectAsync(focalPoint, invitationId, person, form => form.FamilyName = "Another");

        Assert.NotEqual(before, await CaseAsync(person, found => found.Version));
        Assert.Equal(3L, await database.ScalarAsync($"SELECT count(*) FROM accreditation_steps s JOIN accreditations a ON a.id = s.case_id WHERE a.delegate_id = '{person}'"));
    }

    [Theory]
    [InlineData("UnderReview")]
    [InlineData("Approved")]
    [InlineData("BadgeIssued")]
    [InlineData("Suspended")]
    [InlineData("Refused")]
    public async Task Of_who_is_reviewed_or_admitted_only_travel_and_stay_are_changed(string state)
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var person = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Head", DelegationRole.Head));
        await database.ScalarAsync($"UPDATE accreditations SET state = '{state}' WHERE delegate_id = '{person}'");

        var other = await CorrectAsync(focalPoint, invitationId, person, form => form.FamilyName = "Another");
        var number = await CorrectAsync(focalPoint, invitationId, person, form => form.Passport = "X9999999");
        var picture = await CorrectAsync(focalPoint, invitationId, person, form => form.Photo = Pictures.Jpeg(600, 800));
        var travel = await CorrectAsync(focalPoint, invitationId, person, form => (form.Arrival, form.Email) = ("KC 907", "new@mfa.example"));

        Assert.Equal(["delegate.under-review", "delegate.under-review", "delegate.under-review"], new[] { other, number, picture }.Select(outcome => outcome.Error!.Code));
        Assert.True(travel.IsSuccess);
        await using var context = await database.OpenAsync(focalPoint);
        Assert.Equal(("Head", "KC 907", "new@mfa.example"), await context.Delegates.Where(found => found.Id == person).Select(found => new ValueTuple<string, string?, string>(found.FamilyName, found.Stay.Arrival, found.Email)).SingleAsync());
    }

    [Fact]
    public async Task Whoever_is_withdrawn_loses_accreditation_and_badge()
    {
        var (focalPoint, invitationId) = await AcceptedAsync();
        var person = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Head", DelegationRole.Head));
        await BadgeAsync(person);

        Assert.True((await _desk.Delegations.WithdrawAsync(focalPoint, invitationId, person, default)).IsSuccess);

        Assert.Equal(AccreditationState.Withdrawn, await StateAsync(person));
        Assert.Equal("Withdrawn", await database.ScalarAsync($"SELECT revoked_reason FROM badges WHERE delegate_id = '{person}' AND revoked_at IS NOT NULL"));
    }

    [Fact]
    public async Task In_one_act_another_head_comes_and_the_old_badge_opens_nothing()
    {
        var (focalPoint, invitationId) = await AcceptedAsync(quota: 1);
        var old = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Old", DelegationRole.Head));
        await BadgeAsync(old);

        var instead = (await _desk.Delegations.SubstituteAsync(focalPoint, invitationId, old, DelegationsDesk.Person("New", DelegationRole.Press), default)).Value;

        Assert.Equal((AccreditationState.Replaced, AccreditationState.Draft), (await StateAsync(old), await StateAsync(instead)));
        Assert.Equal("Replaced", await database.ScalarAsync($"SELECT revoked_reason FROM badges WHERE delegate_id = '{old}' AND revoked_at IS NOT NULL"));
        Assert.Equal($"Head {old}", await database.ScalarAsync($"SELECT role || ' ' || substitutes_id FROM delegates WHERE id = '{instead}'"));
        var own = (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value;
        Assert.Equal(["New"], own.Persons.Select(person => person.FamilyName));
        Assert.Equal("not-found", (await _desk.Delegations.SubstituteAsync(focalPoint, invitationId, old, DelegationsDesk.Person("Newer"), default)).Error!.Code);
    }

    [Fact]
    public async Task A_refused_substitute_leaves_everything_as_it_was()
    {
        var (focalPoint, invitationId) = await AcceptedAsync(quota: 1);
        var old = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Old", DelegationRole.Head));
        await BadgeAsync(old);
        var form = DelegationsDesk.Person("New");
        form.Photo = "GIF89a"u8.ToArray();

        var refused = await _desk.Delegations.SubstituteAsync(focalPoint, invitationId, old, form, default);

        Assert.Equal(("Photo", "photo.not-a-picture"), (refused.Error!.Field, refused.Error.Code));
        Assert.Equal(AccreditationState.BadgeIssued, await StateAsync(old));
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM badges WHERE delegate_id = '{old}' AND revoked_at IS NULL"));
        Assert.Equal(["Old"], (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value.Persons.Select(person => person.FamilyName));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_reserve_steps_in_as_head_whoever_was_registered_first(bool reserveFirst)
    {
        var (focalPoint, invitationId) = await AcceptedAsync(quota: 1);
        var reserve = reserveFirst ? await RegisterAsync(focalPoint, invitationId, Reserve()) : Guid.Empty;
        var head = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Old", DelegationRole.Head));
        reserve = reserveFirst ? reserve : await RegisterAsync(focalPoint, invitationId, Reserve());

        Assert.Equal("delegation.not-in-reserve", (await _desk.Delegations.SubstituteFromReserveAsync(focalPoint, invitationId, reserve, head, default)).Error!.Code);
        Assert.True((await _desk.Delegations.SubstituteFromReserveAsync(focalPoint, invitationId, head, reserve, default)).IsSuccess);

        Assert.Equal("Head false", await database.ScalarAsync($"SELECT role || ' ' || is_reserve FROM delegates WHERE id = '{reserve}'"));
    }

    [Fact]
    public async Task Of_two_who_replace_the_same_person_at_once_one_is_refused()
    {
        for (var round = 0; round < 10; round++)
        {
            var (focalPoint, invitationId) = await AcceptedAsync(quota: 1);
            var old = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Old", DelegationRole.Head));

            var outcomes = await Task.WhenAll(new[] { "One", "Two" }.Select(name => Task.Run(() =>
                _desk.Delegations.SubstituteAsync(focalPoint, invitationId, old, DelegationsDesk.Person(name), default))));

            Assert.Equal([null, "not-found"], outcomes.Select(outcome => outcome.Error?.Code).Order());
        }
    }

    [Fact]
    public async Task After_the_last_day_nobody_is_registered_and_who_is_can_be_corrected_handed_in_and_exchanged()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.EventAsync();
        var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        var person = await RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person("Head", DelegationRole.Head));
        await SettingsAsync(organiser, eventId, new DelegationRules { RegisterBy = DateOnly.FromDateTime(database.Clock.GetUtcNow().UtcDateTime).AddDays(-2) });

        Assert.Equal("delegation.deadline-passed", (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(), default)).Error!.Code);
        Assert.True((await CorrectAsync(focalPoint, invitationId, person, form => form.FamilyName = "Heads")).IsSuccess);
        Assert.True((await _desk.Delegations.SubmitAsync(focalPoint, invitationId, person, default)).IsSuccess);
        Assert.True((await _desk.Delegations.SubstituteAsync(focalPoint, invitationId, person, DelegationsDesk.Person("New"), default)).IsSuccess);
    }

    [Fact]
    public async Task Many_are_registered_in_one_act_or_none()
    {
        var (focalPoint, invitationId) = await AcceptedAsync(quota: 3);

        var refused = await _desk.Delegations.RegisterManyAsync(
            focalPoint, invitationId, [DelegationsDesk.Person("One", DelegationRole.Head), DelegationsDesk.Person("Two", DelegationRole.Head), DelegationsDesk.Person("Бек")], default);
        var done = await _desk.Delegations.RegisterManyAsync(
            focalPoint, invitationId, [DelegationsDesk.Person("One", DelegationRole.Head), DelegationsDesk.Person("Two"), DelegationsDesk.Person("Three")], default);

        Assert.Equal([("[1].Role", "delegation.second-head"), ("[2].FamilyName", "delegate.name-latin")], refused.Errors.Select(error => (error.Field, error.Code)));
        Assert.Equal(3, done.Value.Count);
        Assert.Equal(["One", "Two", "Three"], (await _desk.DelegationQueries.OwnAsync(focalPoint, invitationId, default)).Value.Persons.Select(person => person.FamilyName));
    }

    private static DelegateForm Reserve()
    {
        var form = DelegationsDesk.Person("Reserve");
        form.IsReserve = true;
        return form;
    }

    private async Task<(Actor FocalPoint, Guid InvitationId)> AcceptedAsync(int quota = 12) =>
        await _desk.AcceptedAsync(await database.OrganiserAsync(), await _desk.EventAsync(quota: quota), "KZ");

    private async Task<Guid> RegisterAsync(Actor focalPoint, Guid invitationId, DelegateForm form)
    {
        var registered = await _desk.Delegations.RegisterAsync(focalPoint, invitationId, form, default);
        Assert.True(registered.IsSuccess, registered.Error?.Code);
        return registered.Value;
    }

    private async Task<Domain.Shared.Result> CorrectAsync(Actor focalPoint, Guid invitationId, Guid person, Action<DelegateForm> change)
    {
        var form = await _desk.FormOfAsync(focalPoint, invitationId, person);
        change(form);
        return await _desk.Delegations.CorrectAsync(focalPoint, invitationId, person, form, default);
    }

    private Task<AccreditationState> StateAsync(Guid person) => CaseAsync(person, found => found.State);

    private async Task<T> CaseAsync<T>(Guid person, Func<AccreditationCase, T> read)
    {
        await using var context = await database.OpenAsync(await database.OrganiserAsync());
        return read(await context.Accreditations.AsNoTracking().SingleAsync(found => found.DelegateId == person));
    }

    private async Task SettingsAsync(Actor organiser, Guid eventId, DelegationRules rules)
    {
        await using var context = await database.OpenAsync(organiser);
        var settings = DelegationSettings.For(eventId);
        Assert.True(settings.Change(rules).IsSuccess);
        context.DelegationSettings.Add(settings);
        await context.SaveChangesAsync();
    }

    private async Task BadgeAsync(Guid person)
    {
        var organiser = await database.OrganiserAsync();
        await using var context = await database.OpenAsync(organiser);
        var now = database.Clock.GetUtcNow();
        var accreditation = await context.Accreditations.SingleAsync(found => found.DelegateId == person);
        var key = BadgeKey.Create(Guid.NewGuid().ToString("N")[..8], [1], "envelope", now);
        context.BadgeKeys.Add(key);
        context.Badges.Add(Badge.Issue(accreditation, new BadgeFacts(Guid.CreateVersion7(), 1, key.Id, "signed", now, now.AddDays(2)), organiser.UserId!.Value, now));
        await context.SaveChangesAsync();
        await database.ScalarAsync($"UPDATE accreditations SET state = 'BadgeIssued' WHERE delegate_id = '{person}'");
    }
}
