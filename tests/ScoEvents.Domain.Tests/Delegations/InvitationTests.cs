using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Delegations;

public class InvitationTests
{
    private static readonly Guid _event = Guid.NewGuid();
    private static readonly Guid _side = Guid.NewGuid();
    private static readonly Guid _user = Guid.NewGuid();

    [Fact]
    public void An_issued_invitation_waits_for_an_answer()
    {
        var invitation = Issued();

        Assert.Equal((_event, _side, Capacity.Observer, 12), (invitation.EventId, invitation.SideId, invitation.Capacity, invitation.Quota));
        Assert.Equal((InvitationStatus.Issued, Clock.Now), (invitation.Status, invitation.IssuedAt));
        Assert.Equal((null, null), (invitation.AnsweredAt, invitation.AnsweredBy));
        Assert.True(invitation.IsAnswerable);
        Assert.True(invitation.IsDeclinable);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-3, 1)]
    [InlineData(200, 200)]
    public void A_delegation_may_have_at_least_one_person(int quota, int kept) =>
        Assert.Equal(kept, Invitation.Issue(_event, _side, Capacity.Guest, quota, Clock.Now).Quota);

    [Fact]
    public void Accepting_makes_the_delegation_of_the_side()
    {
        var invitation = Issued();

        var delegation = invitation.Accept(_user, Clock.Later).Value;

        Assert.Equal((invitation.Id, _event, _side, 12), (delegation.InvitationId, delegation.EventId, delegation.SideId, delegation.Quota));
        Assert.Empty(delegation.Delegates);
        Assert.Equal((InvitationStatus.Accepted, Clock.Later, _user), (invitation.Status, invitation.AnsweredAt, invitation.AnsweredBy));
    }

    [Fact]
    public void Accepting_twice_is_refused()
    {
        var invitation = Issued();
        AssertDone(invitation.Accept(_user, Clock.Later));

        AssertRefused(invitation.Accept(Guid.NewGuid(), Clock.MuchLater), "invitation.not-answerable");

        Assert.Equal((Clock.Later, _user), (invitation.AnsweredAt, invitation.AnsweredBy));
        Assert.False(invitation.IsAnswerable);
    }

    [Fact]
    public void A_side_that_accepted_can_still_decline_and_one_that_declined_can_still_accept()
    {
        var invitation = Issued();

        AssertDone(invitation.Accept(_user, Clock.Now));
        AssertDone(invitation.Decline(_user, Clock.Later));
        Assert.Equal((InvitationStatus.Declined, Clock.Later), (invitation.Status, invitation.AnsweredAt));

        AssertDone(invitation.Accept(_user, Clock.MuchLater));
        Assert.Equal((InvitationStatus.Accepted, Clock.MuchLater), (invitation.Status, invitation.AnsweredAt));
    }

    [Fact]
    public void Declining_twice_is_refused()
    {
        var invitation = Issued();
        AssertDone(invitation.Decline(_user, Clock.Later));

        AssertRefused(invitation.Decline(Guid.NewGuid(), Clock.MuchLater), "invitation.not-answerable");

        Assert.Equal((InvitationStatus.Declined, Clock.Later, _user), (invitation.Status, invitation.AnsweredAt, invitation.AnsweredBy));
    }

    [Fact]
    public void An_invitation_that_was_taken_back_cannot_be_answered_or_taken_back_again()
    {
        var invitation = Issued();
        AssertDone(invitation.Withdraw());

        AssertRefused(invitation.Accept(_user, Clock.Later), "invitation.not-answerable");
        AssertRefused(invitation.Decline(_user, Clock.Later), "invitation.not-answerable");
        AssertRefused(invitation.Withdraw(), "invitation.not-answerable");

        Assert.Equal((InvitationStatus.Withdrawn, null), (invitation.Status, invitation.AnsweredAt));
    }

    [Fact]
    public void An_answered_invitation_can_be_taken_back()
    {
        var (accepted, declined) = (Issued(), Issued());
        AssertDone(accepted.Accept(_user, Clock.Later));
        AssertDone(declined.Decline(_user, Clock.Later));

        AssertDone(accepted.Withdraw());
        AssertDone(declined.Withdraw());

        Assert.Equal((InvitationStatus.Withdrawn, InvitationStatus.Withdrawn), (accepted.Status, declined.Status));
    }

    [Theory]
    [InlineData(StateStatus.Member, Capacity.Member)]
    [InlineData(StateStatus.Observer, Capacity.Observer)]
    [InlineData(StateStatus.DialoguePartner, Capacity.DialoguePartner)]
    [InlineData(StateStatus.Partner, Capacity.Partner)]
    [InlineData(null, Capacity.Guest)]
    public void A_state_is_invited_by_its_status_or_as_a_guest(StateStatus? status, Capacity capacity) => Assert.Equal(capacity, Invitation.CapacityOf(status));

    [Fact]
    public void Every_refusal_has_its_code_and_kind()
    {
        Assert.Equal(
            [
                (ErrorKind.Refused, "delegation.registration-closed", null),
                (ErrorKind.Refused, "delegation.not-accepted", null),
                (ErrorKind.Refused, "invitation.already", null),
                (ErrorKind.Refused, "invitation.nobody", (string?)null),
            ],
            new[]
            {
                DelegationErrors.RegistrationClosed(), DelegationErrors.NotAccepted(), DelegationErrors.InvitedAlready(), DelegationErrors.NobodyToInvite(),
            }.Select(error => (error.Kind, error.Code, error.Field)));
    }

    private static Invitation Issued() => Invitation.Issue(_event, _side, Capacity.Observer, 12, Clock.Now);
}
