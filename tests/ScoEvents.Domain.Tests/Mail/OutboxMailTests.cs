using ScoEvents.Domain.Mail;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Mail;

public class OutboxMailTests
{
    private static readonly MailLetter _letter = new("key", "focal@mfa.example", "Aigerim Bekova", "ru", "Программа", "Текст");
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_mail_waits_for_review_or_is_due_at_once()
    {
        var reviewed = OutboxMail.Write(_letter, isReviewed: true, Clock.Now);
        var due = OutboxMail.Write(_letter, isReviewed: false, Clock.Now);

        Assert.Equal((MailState.Review, (DateTimeOffset?)null), (reviewed.State, reviewed.NextAttemptAt));
        Assert.Equal((MailState.Queued, (DateTimeOffset?)Clock.Now), (due.State, due.NextAttemptAt));
    }

    [Theory]
    [InlineData("focal@mfa.example", true)]
    [InlineData("o'neil+sco@mail.gov.example", true)]
    [InlineData("фокал@мид.example", true)]
    [InlineData("", false)]
    [InlineData("nobody", false)]
    [InlineData("@mfa.example", false)]
    [InlineData("focal@", false)]
    [InlineData("a@b@c.example", false)]
    [InlineData("a@b.example, c@d.example", false)]
    [InlineData("a@b.example\r\nBcc: c@d.example", false)]
    [InlineData("<a@b.example>", false)]
    [InlineData("a b@c.example", false)]
    public void An_address_is_one_address_and_nothing_more(string address, bool isUsable)
    {
        var mail = OutboxMail.Write(_letter with { ToAddress = address }, isReviewed: false, Clock.Now);

        Assert.Equal(isUsable, OutboxMail.IsUsable(address));
        Assert.Equal(isUsable ? (MailState.Queued, null) : (MailState.Failed, OutboxMail.AddressUnusable), (mail.State, mail.LastError));
    }

    [Fact]
    public void Names_and_subjects_are_one_line()
    {
        var mail = OutboxMail.Write(_letter with { ToName = "Eve\r\nBcc: all@mfa.example", Subject = "Hello\nX-Header: 1" }, isReviewed: true, Clock.Now);

        Assert.Equal(("Eve  Bcc: all@mfa.example", "Hello X-Header: 1"), (mail.ToName, mail.Subject));
    }

    [Fact]
    public void What_waits_for_review_is_sent_or_discarded()
    {
        var sent = OutboxMail.Write(_letter, isReviewed: true, Clock.Now);
        var discarded = OutboxMail.Write(_letter, isReviewed: true, Clock.Now);

        AssertDone(sent.Send(Clock.Later));
        AssertDone(discarded.Discard(Clock.Later));

        Assert.Equal((MailState.Queued, (DateTimeOffset?)Clock.Later), (sent.State, sent.NextAttemptAt));
        Assert.Equal((MailState.Discarded, (DateTimeOffset?)null), (discarded.State, discarded.NextAttemptAt));
        AssertDone(discarded.Send(Clock.Later));
        AssertRefused(sent.Send(Clock.Later), "mail.not-sendable");
    }

    [Fact]
    public void What_is_being_sent_or_was_sent_is_decided_on_no_more()
    {
        var mail = Due();
        mail.BeginSending(Clock.Now, _lease);

        AssertRefused(mail.Send(Clock.Now), "mail.not-sendable");
        AssertRefused(mail.Discard(Clock.Now), "mail.not-discardable");
        AssertRefused(mail.Settle(Clock.Now), "mail.not-uncertain");
        mail.Accept(Clock.Later);
        AssertRefused(mail.Send(Clock.MuchLater), "mail.not-sendable");
        AssertRefused(mail.Discard(Clock.MuchLater), "mail.not-discardable");
        AssertRefused(mail.Settle(Clock.MuchLater), "mail.not-uncertain");
        Assert.Equal((MailState.Sent, (DateTimeOffset?)Clock.Later, 1), (mail.State, mail.SentAt, mail.Attempts));
    }

    [Fact]
    public void What_nobody_marked_in_time_is_uncertain_and_for_people_to_decide()
    {
        Assert.False(Left().IsUncertain(Clock.Now + _lease - TimeSpan.FromSeconds(1)));
        Assert.True(Left().IsUncertain(Clock.Now + _lease));
        var (again, arrived, given) = (Left(), Left(), Left());

        AssertDone(again.Send(Clock.Later));
        AssertDone(arrived.Settle(Clock.Later));
        AssertDone(given.Discard(Clock.Later));

        Assert.Equal([MailState.Queued, MailState.Sent, MailState.Discarded], new[] { again, arrived, given }.Select(mail => mail.State));
    }

    [Fact]
    public void A_line_that_broke_half_way_leaves_it_uncertain_at_once()
    {
        var mail = Due();
        mail.BeginSending(Clock.Now, _lease);

        mail.LoseSight("Connection reset", Clock.Now);

        Assert.True(mail.IsUncertain(Clock.Now));
        Assert.Equal("Connection reset", mail.LastError);
    }

    [Fact]
    public void Pauses_grow_from_a_minute_to_two_hours_and_the_twelfth_attempt_in_vain_is_the_last()
    {
        var mail = Due();
        var pauses = new List<double?>();

        for (var attempt = 0; attempt < OutboxMail.MaxAttempts; attempt++)
        {
            mail.BeginSending(Clock.Now, _lease);
            mail.Defer("451 try later", Clock.Now);
            pauses.Add((mail.NextAttemptAt - Clock.Now)?.TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 120, 120, 120, 120, null], pauses);
        Assert.Equal((MailState.Failed, 12, "451 try later"), (mail.State, mail.Attempts, mail.LastError));
        AssertDone(mail.Send(Clock.Later));
        mail.BeginSending(Clock.Later, _lease);
        mail.Defer("451 try later", Clock.Later);
        Assert.Equal((MailState.Queued, 13, (DateTimeOffset?)Clock.Later.AddMinutes(1)), (mail.State, mail.Attempts, mail.NextAttemptAt));
    }

    [Fact]
    public void An_attempt_that_reached_no_server_counts_too()
    {
        var mail = Due();

        mail.Defer("Connection refused", Clock.Now);
        mail.Defer("Connection refused", Clock.Now);

        Assert.Equal((MailState.Queued, 2, (DateTimeOffset?)Clock.Now.AddMinutes(2)), (mail.State, mail.Attempts, mail.NextAttemptAt));
    }

    [Fact]
    public void What_a_server_refuses_has_failed_and_what_it_said_is_kept_as_one_line()
    {
        var mail = Due();
        mail.BeginSending(Clock.Now, _lease);

        mail.Refuse("550 5.1.1\r\nno such user " + new string('x', 1_000));

        Assert.Equal((MailState.Failed, (DateTimeOffset?)null, OutboxMail.MaxErrorLength), (mail.State, mail.NextAttemptAt, mail.LastError!.Length));
        Assert.StartsWith("550 5.1.1  no such user", mail.LastError, StringComparison.Ordinal);
    }

    private static OutboxMail Due() => OutboxMail.Write(_letter, isReviewed: false, Clock.Now);

    private static OutboxMail Left()
    {
        var mail = Due();
        mail.BeginSending(Clock.Now, _lease);
        return mail;
    }
}
