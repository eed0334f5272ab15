using ScoEvents.Domain.Delegations;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Delegations;

public class InvitationDeliveryTests
{
    private static readonly Guid _user = Guid.NewGuid();
    private static readonly DateOnly _firstDay = new(2026, 12, 7);
    private static readonly DateOnly _today = new(2026, 10, 1);

    [Fact]
    public void Delivery_is_noted_once_with_who_and_when()
    {
        var invitation = Issued();

        AssertDone(invitation.MarkDelivered(_user, Clock.Later));
        AssertRefused(invitation.MarkDelivered(Guid.NewGuid(), Clock.MuchLater), "invitation.delivered-already");

        Assert.Equal((InvitationStatus.Delivered, Clock.Later, _user), (invitation.Status, invitation.DeliveredAt, invitation.DeliveredBy));
        Assert.True(invitation.IsAnswerable);
    }

    [Fact]
    public void Delivery_noted_after_the_answer_leaves_the_answer()
    {
        var invitation = Issued();
        AssertDone(invitation.Accept(_user, Clock.Now));

        AssertDone(invitation.MarkDelivered(_user, Clock.Later));

        Assert.Equal((InvitationStatus.Accepted, Clock.Later), (invitation.Status, invitation.DeliveredAt));
    }

    [Fact]
    public void What_was_not_sent_cannot_arrive()
    {
        AssertRefused(Invitation.Propose(Guid.NewGuid(), Guid.NewGuid(), Capacity.Guest, 5).MarkDelivered(_user, Clock.Now), "invitation.not-sent");
        var withdrawn = Issued();
        AssertDone(withdrawn.Withdraw());
        AssertRefused(withdrawn.MarkDelivered(_user, Clock.Now), "invitation.not-sent");
    }

    [Fact]
    public void No_reply_is_noted_of_an_open_invitation_only_and_the_side_can_still_answer()
    {
        var invitation = Issued();
        AssertDone(invitation.MarkNoReply());
        AssertRefused(invitation.MarkNoReply(), "invitation.answered");

        AssertDone(invitation.Accept(_user, Clock.Later));
        AssertRefused(invitation.MarkNoReply(), "invitation.answered");
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "2026-09-30", true)]
    [InlineData(null, "2026-10-01", false)]
    [InlineData("2026-10-02", "2026-09-30", false)]
    [InlineData("2026-09-30", "2026-10-02", true)]
    public void The_day_to_answer_by_is_the_invitations_own_or_the_events_and_counts_to_its_end(string? own, string? events, bool isOverdue)
    {
        var invitation = Issued();
        AssertDone(invitation.SetDeadline(Day(own), _firstDay, _today));

        Assert.Equal(isOverdue, invitation.IsOverdue(_today, Day(events)));
        AssertDone(invitation.Accept(_user, Clock.Later));
        Assert.False(invitation.IsOverdue(_today, Day(events)));
    }

    [Fact]
    public void A_day_to_answer_by_lies_before_the_event_and_a_later_one_opens_what_had_no_reply()
    {
        var invitation = Issued();
        AssertRefused(invitation.SetDeadline(_firstDay.AddDays(1), _firstDay, _today), "AnswerBy:invitation.deadline-late");
        AssertDone(invitation.MarkNoReply());
        AssertDone(invitation.SetDeadline(_today.AddDays(-1), _firstDay, _today));
        Assert.Equal(InvitationStatus.NoReply, invitation.Status);

        AssertDone(invitation.SetDeadline(_today, _firstDay, _today));
        Assert.Equal(InvitationStatus.Issued, invitation.Status);

        AssertDone(invitation.MarkDelivered(_user, Clock.Now));
        AssertDone(invitation.MarkNoReply());
        AssertDone(invitation.SetDeadline(_firstDay, _firstDay, _today));
        Assert.Equal(InvitationStatus.Delivered, invitation.Status);
        AssertDone(invitation.Withdraw());
        AssertRefused(invitation.SetDeadline(_today, _firstDay, _today), "invitation.not-answerable");
    }

    [Fact]
    public void The_language_is_one_of_the_portals_or_nobodys_choice()
    {
        var invitation = Issued();
        AssertDone(invitation.SetLanguage("ur"));
        AssertRefused(invitation.SetLanguage("fr"), "Language:note.language-unknown");
        Assert.Equal("ur", invitation.Language);
        AssertDone(invitation.SetLanguage(null));
        Assert.Null(invitation.Language);
    }

    [Fact]
    public void A_remark_is_plain_text_of_bounded_length()
    {
        var invitation = Issued();
        AssertDone(invitation.Remark(" By note\r\nNo. 5 "));
        Assert.Equal("By note\nNo. 5", invitation.AnswerRemark);
        AssertRefused(invitation.Remark(new string('x', 1001)), "Remark:note.remark-too-long");
        AssertRefused(invitation.Remark("a\u202Eb"), "Remark:characters");
        AssertDone(invitation.Remark("  "));
        Assert.Null(invitation.AnswerRemark);
    }

    [Fact]
    public void A_side_that_calls_off_takes_everybody_it_registered_out_with_it()
    {
        var invitation = Issued();
        var delegation = invitation.Accept(_user, Clock.Now).Value;
        var first = delegation.Register(Persons.Facts(DelegationRole.Head), Clock.Now).Value;
        var second = delegation.Register(Persons.Facts(), Clock.Now).Value;
        AssertDone(delegation.Withdraw(second.Id, Clock.Now));

        var taken = invitation.CallOff(_user, delegation, Clock.Later);

        Assert.Equal([first.Id], taken.Value);
        Assert.Empty(delegation.Live);
        Assert.Equal((InvitationStatus.Declined, Clock.Later), (invitation.Status, invitation.AnsweredAt));
        AssertRefused(invitation.CallOff(_user, delegation, Clock.Later), "invitation.not-answerable");
    }

    [Fact]
    public void What_is_sent_out_anew_was_neither_delivered_nor_reminded_of()
    {
        var invitation = Issued();
        AssertDone(invitation.MarkDelivered(_user, Clock.Now));
        invitation.Remind(Clock.Now);
        AssertDone(invitation.Remark("No"));
        AssertDone(invitation.Withdraw());

        AssertDone(invitation.Reissue(Capacity.Member, Clock.Later));

        Assert.Equal((null, null, null, null), (invitation.DeliveredAt, invitation.DeliveredBy, invitation.RemindedAt, invitation.AnswerRemark));
    }

    private static Invitation Issued() => Invitation.Issue(Guid.NewGuid(), Guid.NewGuid(), Capacity.Observer, 12, Clock.Now);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
