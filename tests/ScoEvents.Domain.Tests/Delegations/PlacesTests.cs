using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Delegations;

public class PlacesTests
{
    [Fact]
    public void A_person_in_reserve_takes_no_place_and_no_headship()
    {
        var delegation = Persons.Delegation(quota: 1);
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now));

        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Head) with { IsReserve = true }, Clock.Now));

        Assert.Equal((1, 2), (delegation.Coming.Count(), delegation.Live.Count()));
    }

    [Fact]
    public void The_reserve_is_no_larger_than_the_delegation()
    {
        var delegation = Persons.Delegation(quota: 1);
        AssertDone(delegation.Register(Persons.Facts() with { IsReserve = true }, Clock.Now));

        AssertRefused(delegation.Register(Persons.Facts() with { IsReserve = true }, Clock.Now), "delegation.reserve-full");
    }

    [Fact]
    public void The_reserve_is_promoted_only_into_a_free_place()
    {
        var delegation = Persons.Delegation(quota: 1);
        var first = delegation.Register(Persons.Facts(), Clock.Now).Value;
        var second = delegation.Register(Persons.Facts() with { IsReserve = true }, Clock.Now).Value;

        AssertRefused(delegation.Promote(second.Id, Clock.Later), DelegationErrors.QuotaReachedCode);
        AssertRefused(delegation.Promote(first.Id, Clock.Later), "delegation.not-in-reserve");
        AssertRefused(delegation.Promote(Guid.NewGuid(), Clock.Later), "not-found");
        Assert.True(second.IsReserve);

        AssertDone(delegation.Withdraw(first.Id, Clock.Later));
        AssertDone(delegation.Promote(second.Id, Clock.Later));
        Assert.False(second.IsReserve);
    }

    [Fact]
    public void A_head_in_reserve_is_not_promoted_beside_a_head()
    {
        var delegation = Persons.Delegation();
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now));
        var second = delegation.Register(Persons.Facts(DelegationRole.Head) with { IsReserve = true }, Clock.Now).Value;

        AssertRefused(delegation.Promote(second.Id, Clock.Later), "Role:" + DelegationErrors.SecondHeadCode);
    }

    [Fact]
    public void A_correction_neither_wins_nor_loses_a_place()
    {
        var delegation = Persons.Delegation(quota: 1);
        var reserve = delegation.Register(Persons.Facts() with { IsReserve = true }, Clock.Now).Value;
        var member = delegation.Register(Persons.Facts(), Clock.Now).Value;

        AssertDone(delegation.Correct(reserve.Id, Persons.Facts(), Clock.Later));
        AssertDone(delegation.Correct(member.Id, Persons.Facts() with { IsReserve = true }, Clock.Later));

        Assert.Equal((true, false), (reserve.IsReserve, member.IsReserve));
    }

    [Fact]
    public void Limits_of_role_seats_and_status_each_hold()
    {
        var settings = Settings(
            new QuotaRule(QuotaKind.Persons, null, DelegationRole.Interpreter, 1), new QuotaRule(QuotaKind.Seats, null, null, 2),
            new QuotaRule(QuotaKind.Persons, Capacity.Observer, null, 4), new QuotaRule(QuotaKind.Persons, Capacity.Member, DelegationRole.Press, 0));
        var limits = settings.LimitsFor(Capacity.Observer);
        var delegation = Persons.Delegation();
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Interpreter), Clock.Now, limits));

        AssertRefused(delegation.Register(Persons.Facts(DelegationRole.Interpreter), Clock.Now, limits), "Role:delegation.role-quota-reached");
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now, limits));
        AssertRefused(delegation.Register(Persons.Facts(), Clock.Now, limits), "Role:delegation.seats-taken");
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Security), Clock.Now, limits));
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Press), Clock.Now, limits));
        AssertRefused(delegation.Register(Persons.Facts(DelegationRole.Support), Clock.Now, limits), DelegationErrors.QuotaReachedCode);

        Assert.Equal((2, 1, 4, null), (limits.Seats, limits.PlacesIn(DelegationRole.Interpreter), limits.Persons, limits.PlacesIn(DelegationRole.Press)));
    }

    [Fact]
    public void Another_role_is_taken_within_its_limit_only()
    {
        var limits = Settings(new QuotaRule(QuotaKind.Persons, null, DelegationRole.Adviser, 1)).LimitsFor(Capacity.Member);
        var delegation = Persons.Delegation();
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Adviser), Clock.Now, limits));
        var member = delegation.Register(Persons.Facts(), Clock.Now, limits).Value;

        AssertRefused(delegation.Correct(member.Id, Persons.Facts(DelegationRole.Adviser), Clock.Later, limits), "Role:delegation.role-quota-reached");
        Assert.Equal(DelegationRole.Member, member.Role);
    }

    [Fact]
    public void Who_comes_instead_has_place_and_role_of_who_left()
    {
        var delegation = Persons.Delegation(quota: 1);
        var head = delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now).Value;

        var place = delegation.Vacate(head.Id, Clock.Later).Value;
        var instead = delegation.Fill(place, Persons.Facts(DelegationRole.Adviser), Clock.Later).Value;

        Assert.Equal((DelegationRole.Head, head.Id, false, true), (instead.Role, instead.SubstitutesId, instead.IsReserve, instead.IsLive));
        Assert.Equal(Clock.Later, head.WithdrawnAt);
        Assert.Single(delegation.Coming);
        AssertRefused(delegation.Vacate(head.Id, Clock.Later), "not-found");
    }

    [Fact]
    public void The_reserve_comes_instead_in_the_role_of_who_left()
    {
        var delegation = Persons.Delegation(quota: 1);
        var head = delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now).Value;
        var reserve = delegation.Register(Persons.Facts(DelegationRole.Expert) with { IsReserve = true }, Clock.Now).Value;

        AssertDone(delegation.Fill(delegation.Vacate(head.Id, Clock.Later).Value, reserve.Id, Clock.Later));

        Assert.Equal((DelegationRole.Head, head.Id, false), (reserve.Role, reserve.SubstitutesId, reserve.IsReserve));
    }

    [Fact]
    public void What_is_missing_follows_event_and_role()
    {
        var person = Persons.Delegation().Register(Persons.Facts() with { Passport = null, NativeName = null }, Clock.Now).Value;

        Assert.Equal(["Passport"], MissingFields.Of(person, DelegationSettings.For(Guid.NewGuid()), hasPhoto: false));
        Assert.Equal([], MissingFields.Of(
            person, Settings(fields: [new FieldRule(DelegateField.Passport, DelegationRole.Member, FieldNeed.Optional), new FieldRule(DelegateField.Photo, null, FieldNeed.Required)]), hasPhoto: true));
        Assert.Equal(["NativeName", "Function", "Body", "Passport", "Photo", "Arrival", "Consent"], MissingFields.Of(
            person,
            Settings(
                fields:
                [
                    new FieldRule(DelegateField.NativeName, null, FieldNeed.Required), new FieldRule(DelegateField.Photo, null, FieldNeed.Required),
                    new FieldRule(DelegateField.Arrival, null, FieldNeed.Required), new FieldRule(DelegateField.Consent, null, FieldNeed.Required),
                    new FieldRule(DelegateField.Diet, DelegationRole.Head, FieldNeed.Required),
                ],
                languages: ["en", "ru"]),
            hasPhoto: false));
    }

    [Fact]
    public void What_nobody_asks_for_is_not_kept()
    {
        var settings = Settings(fields: [.. Enum.GetValues<DelegateField>().Select(field => new FieldRule(field, null, FieldNeed.Hidden))]);
        var facts = Persons.Facts() with { Category = AttendeeCategory.Expert, Languages = ["ru"], ConsentAt = Clock.Now, NationalityId = Guid.NewGuid(), Stay = new DelegateStay { Diet = "vegetarian", NeedsVisa = true, ArrivesAt = Clock.Now } };

        var kept = settings.Keep(facts);

        Assert.Equal((null, LocalizedText.Empty, null, null, null, null, DelegateStay.Unknown), (kept.NativeName, kept.Body, kept.Passport, kept.Category, kept.ConsentAt, kept.NationalityId, kept.Stay));
        Assert.Empty(kept.Languages);
        Assert.Equal(facts, DelegationSettings.For(Guid.NewGuid()).Keep(facts));
    }

    private static DelegationSettings Settings(params QuotaRule[] quotas) => Settings(quotas, [], []);

    private static DelegationSettings Settings(IReadOnlyList<QuotaRule>? quotas = null, IReadOnlyList<FieldRule>? fields = null, IReadOnlyList<string>? languages = null)
    {
        var settings = DelegationSettings.For(Guid.NewGuid());
        AssertDone(settings.Change(new DelegationRules { Quotas = quotas ?? [], Fields = fields ?? [], Languages = languages ?? [] }));
        return settings;
    }
}
