using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Invitations;

namespace ScoEvents.Domain.Tests.Invitations;

public class InvitationGapsTests
{
    private static readonly DelegationStanding _complete = new(5, HasHead: true, 0, 0, 0);

    [Theory]
    [InlineData(InvitationStatus.Draft, true, "")]
    [InlineData(InvitationStatus.Issued, false, "")]
    [InlineData(InvitationStatus.Issued, true, "Answer")]
    [InlineData(InvitationStatus.Delivered, false, "")]
    [InlineData(InvitationStatus.Delivered, true, "Answer")]
    [InlineData(InvitationStatus.NoReply, false, "Answer")]
    [InlineData(InvitationStatus.Accepted, true, "Persons Head")]
    [InlineData(InvitationStatus.Declined, true, "")]
    [InlineData(InvitationStatus.Withdrawn, true, "")]
    public void Only_what_the_state_of_the_invitation_asks_for_is_missing(InvitationStatus status, bool isOverdue, string expected) =>
        Assert.Equal(expected, string.Join(' ', InvitationGaps.Of(status, isOverdue, DelegationStanding.Empty).Select(missing => missing.Point)));

    [Fact]
    public void A_side_that_has_given_everything_misses_nothing() =>
        Assert.Empty(InvitationGaps.Of(InvitationStatus.Accepted, isOverdue: true, _complete));

    [Fact]
    public void Each_gap_of_a_delegation_is_its_own_point_with_its_count()
    {
        Assert.Equal([new Missing(MissingPoint.Head, 1)], InvitationGaps.Of(InvitationStatus.Accepted, false, _complete with { HasHead = false }));
        Assert.Equal([new Missing(MissingPoint.Submission, 2)], InvitationGaps.Of(InvitationStatus.Accepted, false, _complete with { Unsubmitted = 2 }));
        Assert.Equal([new Missing(MissingPoint.Photo, 3)], InvitationGaps.Of(InvitationStatus.Accepted, false, _complete with { WithoutPhoto = 3 }));
        Assert.Equal([new Missing(MissingPoint.Passport, 4)], InvitationGaps.Of(InvitationStatus.Accepted, false, _complete with { WithoutPassport = 4 }));
    }
}
