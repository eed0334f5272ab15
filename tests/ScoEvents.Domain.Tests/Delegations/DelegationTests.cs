using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Delegations;

public class DelegationTests
{
    [Fact]
    public void A_delegation_beyond_its_quota_is_refused()
    {
        var delegation = Persons.Delegation(quota: 12);
        for (var i = 0; i < 12; i++)
        {
            AssertDone(delegation.Register(Persons.Facts(), Clock.Now));
        }

        var thirteenth = delegation.Register(Persons.Facts(), Clock.Now);

        AssertRefused(thirteenth, DelegationErrors.QuotaReachedCode);
        Assert.Equal([12], thirteenth.Error!.Arguments);
        Assert.Equal(12, delegation.Live.Count());
    }

    [Fact]
    public void A_second_head_is_refused()
    {
        var delegation = Persons.Delegation();
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now));

        AssertRefused(delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now), "Role:" + DelegationErrors.SecondHeadCode);

        Assert.Single(delegation.Delegates);
    }

    [Fact]
    public void Several_deputies_are_allowed()
    {
        var delegation = Persons.Delegation();

        AssertDone(delegation.Register(Persons.Facts(DelegationRole.DeputyHead), Clock.Now));
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.DeputyHead), Clock.Now));
    }

    [Fact]
    public void Who_is_withdrawn_stays_on_record_and_frees_the_place()
    {
        var delegation = Persons.Delegation(quota: 1);
        var person = delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now).Value;

        AssertDone(delegation.Withdraw(person.Id, Clock.Later));
        AssertDone(delegation.Register(Persons.Facts(DelegationRole.Head), Clock.MuchLater));

        Assert.Equal((Clock.Later, Clock.Later, false), (person.WithdrawnAt, person.ModifiedAt, person.IsLive));
        Assert.Equal(2, delegation.Delegates.Count);
        Assert.Single(delegation.Live);
    }

    [Fact]
    public void Who_is_not_there_cannot_be_withdrawn_or_corrected()
    {
        var delegation = Persons.Delegation();
        var person = delegation.Register(Persons.Facts(), Clock.Now).Value;
        AssertDone(delegation.Withdraw(person.Id, Clock.Later));

        AssertRefused(delegation.Withdraw(person.Id, Clock.MuchLater), "not-found");
        AssertRefused(delegation.Withdraw(Guid.NewGuid(), Clock.Later), "not-found");
        AssertRefused(delegation.Correct(person.Id, Persons.Facts(), Clock.MuchLater), "not-found");
        AssertRefused(delegation.Correct(Guid.NewGuid(), Persons.Facts(), Clock.Later), "not-found");

        Assert.Equal(Clock.Later, person.WithdrawnAt);
    }

    [Fact]
    public void A_member_becomes_head_only_while_there_is_none()
    {
        var delegation = Persons.Delegation();
        var head = delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now).Value;
        var member = delegation.Register(Persons.Facts(), Clock.Now).Value;

        AssertRefused(delegation.Correct(member.Id, Persons.Facts(DelegationRole.Head), Clock.Later), "Role:" + DelegationErrors.SecondHeadCode);
        Assert.Equal(DelegationRole.Member, member.Role);

        AssertDone(delegation.Correct(head.Id, Persons.Facts(DelegationRole.Adviser), Clock.Later));
        AssertDone(delegation.Correct(member.Id, Persons.Facts(DelegationRole.Head), Clock.Later));
        Assert.Equal((DelegationRole.Adviser, DelegationRole.Head), (head.Role, member.Role));
    }

    [Fact]
    public void The_head_and_a_full_delegation_can_be_corrected()
    {
        var delegation = Persons.Delegation(quota: 1);
        var head = delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now).Value;

        AssertDone(delegation.Correct(head.Id, Persons.Facts(DelegationRole.Head) with { Function = LocalizedText.Of(en: "Minister") }, Clock.Later));
        AssertRefused(delegation.Correct(head.Id, Persons.Facts() with { Email = "x" }, Clock.MuchLater), "Email:delegate.email-form");

        Assert.Equal((LocalizedText.Of(en: "Minister"), DelegationRole.Head, Clock.Later), (head.Function, head.Role, head.ModifiedAt));
    }

    [Fact]
    public void A_focal_point_holds_the_office_until_it_ends_once()
    {
        var (side, user) = (Guid.NewGuid(), Guid.NewGuid());
        var point = FocalPoint.Appoint(side, user, " Ayan\u00A0Bek ", " a@example.kz ", Clock.Now);
        Assert.Equal((side, user, "Ayan Bek", "a@example.kz", Clock.Now, null), (point.SideId, point.UserId, point.Name, point.Email, point.NamedAt, point.EndedAt));

        AssertDone(point.End(Clock.Later));
        AssertRefused(point.End(Clock.MuchLater), "not-found");

        Assert.Equal(Clock.Later, point.EndedAt);
    }
}
