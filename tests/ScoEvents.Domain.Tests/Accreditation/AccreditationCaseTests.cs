using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.Tests.Delegations;
using static ScoEvents.Domain.Accreditation.AccreditationState;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Accreditation;

public class AccreditationCaseTests
{
    private static readonly Guid _focalPoint = Guid.NewGuid();
    private static readonly Guid _reviewer = Guid.NewGuid();
    private static readonly Guid _colleague = Guid.NewGuid();

    // Every state × every act of a person: to which state it leads, or null where it is refused with accreditation.move.
    private static readonly Dictionary<string, (Func<AccreditationCase, Result> Do, Dictionary<AccreditationState, AccreditationState> Leads)> _acts = new()
    {
        ["Submit"] = (found => found.Submit(_focalPoint, Clock.Later), new()
        {
            [Draft] = Submitted,
            [ReturnedForCorrection] = Submitted,
        }),
        ["TakeUp"] = (found => found.TakeUp(_reviewer, Clock.Later), new()
        {
            [Submitted] = UnderReview,
            [UnderReview] = UnderReview,
        }),
        ["PutBack"] = (found => found.PutBack(_reviewer, Clock.Later), new() { [UnderReview] = Submitted }),
        ["Return"] = (found => found.Return([new("Photo", "Too dark")], _reviewer, Clock.Later), new()
        {
            [Submitted] = ReturnedForCorrection,
            [UnderReview] = ReturnedForCorrection,
        }),
        ["Approve"] = (found => found.Approve(_reviewer, Clock.Later), new()
        {
            [Submitted] = Approved,
            [UnderReview] = Approved,
        }),
        ["Refuse"] = (found => found.Refuse("No mandate", _reviewer, Clock.Later), new()
        {
            [Submitted] = Refused,
            [UnderReview] = Refused,
        }),
        ["Suspend"] = (found => found.Suspend("Being checked", _reviewer, Clock.Later), new()
        {
            [Approved] = Suspended,
            [BadgeIssued] = Suspended,
            [CheckedIn] = Suspended,
        }),
        ["Resume"] = (found => found.Resume(_reviewer, Clock.Later), new() { [Suspended] = Approved }),
        ["Revoke"] = (found => found.Revoke("Badge lent out", _reviewer, Clock.Later), new()
        {
            [Approved] = Revoked,
            [BadgeIssued] = Revoked,
            [CheckedIn] = Revoked,
            [Suspended] = Revoked,
        }),
        ["Reopen"] = (found => found.Reopen("New documents", _reviewer, Clock.Later), new()
        {
            [Approved] = UnderReview,
            [Refused] = UnderReview,
        }),
        ["IssueBadge"] = (found => found.IssueBadge(_reviewer, Clock.Later), new()
        {
            [Approved] = BadgeIssued,
            [BadgeIssued] = BadgeIssued,
            [CheckedIn] = CheckedIn,
        }),
        ["CheckIn"] = (found => found.CheckIn(_reviewer, Clock.Later), new()
        {
            [BadgeIssued] = CheckedIn,
            [CheckedIn] = CheckedIn,
        }),
        ["Withdraw"] = (found => found.Withdraw(_focalPoint, Clock.Later), EveryLivingStateLeadsTo(Withdrawn)),
        ["Replace"] = (found => found.Replace(_focalPoint, Clock.Later), EveryLivingStateLeadsTo(Replaced)),
    };

    public static TheoryData<string, AccreditationState> EveryActInEveryState()
    {
        var rows = new TheoryData<string, AccreditationState>();
        foreach (var act in _acts.Keys)
        {
            foreach (var state in Enum.GetValues<AccreditationState>())
            {
                rows.Add(act, state);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(EveryActInEveryState))]
    public void Every_act_leads_where_the_table_says_and_is_refused_elsewhere(string act, AccreditationState from)
    {
        var found = Cases.In(from, _reviewer);
        var steps = found.Steps.Count;

        var outcome = _acts[act].Do(found);

        if (_acts[act].Leads.TryGetValue(from, out var to))
        {
            AssertDone(outcome);
            Assert.Equal(to, found.State);
        }
        else
        {
            AssertRefused(outcome, "accreditation.move");
            Assert.Equal((from, steps), (found.State, found.Steps.Count));
        }
    }

    [Fact]
    public void Every_step_says_who_when_why_and_from_where()
    {
        var found = Cases.In(Submitted, _reviewer);
        AssertDone(found.TakeUp(_reviewer, Clock.Now));
        AssertDone(found.Return([new("Photo", " Too dark ")], _reviewer, Clock.Later));
        AssertDone(found.Submit(_focalPoint, Clock.Later));
        AssertDone(found.Refuse("No mandate", _reviewer, Clock.MuchLater));

        var steps = found.Steps.Skip(2).Select(step => (step.From, step.To, step.By, step.At, step.Reason, Comment: step.Comments.SingleOrDefault()));

        Assert.Equal(
            [
                (Submitted, UnderReview, _reviewer, Clock.Now, null, null),
                (UnderReview, ReturnedForCorrection, _reviewer, Clock.Later, null, new FieldComment("Photo", "Too dark")),
                (ReturnedForCorrection, Submitted, _focalPoint, Clock.Later, null, null),
                (Submitted, Refused, _reviewer, Clock.MuchLater, "No mandate", null),
            ],
            steps);
        Assert.All(found.Steps, step => Assert.Equal((found.Id, found.EventId, found.SideId), (step.CaseId, step.EventId, step.SideId)));
        Assert.Equal(("No mandate", Clock.MuchLater, 0), (found.Reason, found.StateAt, found.Comments.Count));
    }

    [Fact]
    public void The_reviewer_is_known_while_the_case_is_under_review_only()
    {
        var found = Cases.In(Submitted, _reviewer);

        AssertDone(found.TakeUp(_reviewer, Clock.Now));
        Assert.Equal(_reviewer, found.ReviewerId);

        AssertDone(found.PutBack(_colleague, Clock.Later));
        Assert.Null(found.ReviewerId);
    }

    [Fact]
    public void Who_takes_a_case_up_twice_leaves_one_step()
    {
        var found = Cases.In(UnderReview, _reviewer);
        var steps = found.Steps.Count;

        AssertDone(found.TakeUp(_reviewer, Clock.Later));

        Assert.Equal(steps, found.Steps.Count);
    }

    [Fact]
    public void What_one_reviewer_has_taken_up_another_decides_only_after_taking_it_over()
    {
        var found = Cases.In(UnderReview, _reviewer);

        AssertRefused(found.Approve(_colleague, Clock.Later), "accreditation.another-reviewer");
        AssertRefused(found.Refuse("No", _colleague, Clock.Later), "accreditation.another-reviewer");
        AssertRefused(found.Return([new("Photo", "No")], _colleague, Clock.Later), "accreditation.another-reviewer");

        AssertDone(found.TakeUp(_colleague, Clock.Later));
        var takenOver = found.Steps[^1];
        Assert.Equal((UnderReview, UnderReview, _colleague), (takenOver.From, takenOver.To, takenOver.By));
        AssertDone(found.Approve(_colleague, Clock.MuchLater));
    }

    [Theory]
    [InlineData(Approved)]
    [InlineData(BadgeIssued)]
    [InlineData(CheckedIn)]
    public void The_end_of_a_suspension_leads_back_to_where_it_was(AccreditationState before)
    {
        var found = Cases.In(before, _reviewer);

        AssertDone(found.Suspend("Being checked", _reviewer, Clock.Later));
        Assert.Equal(("Being checked", before), (found.Reason, found.ResumesTo));
        AssertDone(found.Resume(_colleague, Clock.MuchLater));

        Assert.Equal((before, null, null), (found.State, found.Reason, found.ResumesTo));
    }

    [Theory]
    [InlineData(Vetting.NotSent, true)]
    [InlineData(Vetting.Sent, true)]
    [InlineData(Vetting.Cleared, true)]
    [InlineData(Vetting.Refused, false)]
    [InlineData(Vetting.Hold, false)]
    public void Nobody_is_admitted_against_the_vetting_authority(Vetting answer, bool isAdmitted)
    {
        var waiting = Cases.In(Submitted, _reviewer);
        AssertDone(waiting.MarkVetting(answer, _reviewer, Clock.Now));
        var suspended = Cases.In(Suspended, _reviewer);
        AssertDone(suspended.MarkVetting(answer, _reviewer, Clock.Now));

        var outcomes = new[] { waiting.Approve(_reviewer, Clock.Later), suspended.Resume(_reviewer, Clock.Later) };

        Assert.All(outcomes, outcome => Assert.Equal(isAdmitted ? null : "accreditation.vetting-bars", outcome.Error?.Code));
    }

    [Fact]
    public void A_mark_of_the_vetting_is_a_step_and_the_same_again_is_none()
    {
        var found = Cases.In(Submitted, _reviewer);
        var steps = found.Steps.Count;

        AssertDone(found.MarkVetting(Vetting.Sent, _reviewer, Clock.Now));
        AssertDone(found.MarkVetting(Vetting.Sent, _colleague, Clock.Later));
        AssertDone(found.MarkVetting(Vetting.Cleared, _reviewer, Clock.MuchLater));

        Assert.Equal((Vetting.Cleared, Clock.MuchLater), (found.Vetting, found.VettingAt));
        Assert.Equal(
            [(Submitted, Submitted, Vetting.Sent, _reviewer, Clock.Now), (Submitted, Submitted, Vetting.Cleared, _reviewer, Clock.MuchLater)],
            found.Steps.Skip(steps).Select(step => (step.From!.Value, step.To, step.Vetting!.Value, step.By!.Value, step.At)));

        AssertDone(found.MarkVetting(Vetting.NotSent, _reviewer, Clock.MuchLater));
        Assert.Null(found.VettingAt);
    }

    [Theory]
    [InlineData(Draft, false)]
    [InlineData(Submitted, true)]
    [InlineData(UnderReview, true)]
    [InlineData(ReturnedForCorrection, true)]
    [InlineData(Approved, true)]
    [InlineData(Refused, true)]
    [InlineData(BadgeIssued, true)]
    [InlineData(CheckedIn, true)]
    [InlineData(Withdrawn, false)]
    [InlineData(Replaced, false)]
    [InlineData(Suspended, true)]
    [InlineData(Revoked, false)]
    public void The_vetting_is_marked_of_persons_who_were_handed_in_and_can_come(AccreditationState state, bool isMarked)
    {
        var found = Cases.In(state, _reviewer);

        var outcome = found.MarkVetting(Vetting.Sent, _reviewer, Clock.Later);

        Assert.Equal(isMarked ? null : "accreditation.vetting-closed", outcome.Error?.Code);
    }

    [Theory]
    [InlineData(null, "Reason:accreditation.reason-missing")]
    [InlineData(" \u00A0", "Reason:accreditation.reason-missing")]
    [InlineData("\u200D\u200D", "Reason:accreditation.reason-missing")]
    [InlineData("a\u202Eb", "Reason:characters")]
    [InlineData("long", "Reason:accreditation.reason-too-long")]
    public void What_is_taken_from_a_person_needs_a_readable_reason(string? reason, string expected)
    {
        var given = reason == "long" ? new string('x', AccreditationCase.MaxReasonLength + 1) : reason;
        var approved = Cases.In(Approved, _reviewer);

        AssertRefused(Cases.In(Submitted, _reviewer).Refuse(given, _reviewer, Clock.Later), expected);
        AssertRefused(approved.Suspend(given, _reviewer, Clock.Later), expected);
        AssertRefused(approved.Revoke(given, _reviewer, Clock.Later), expected);
        AssertRefused(approved.Reopen(given, _reviewer, Clock.Later), expected);

        Assert.Equal(Approved, approved.State);
    }

    [Fact]
    public void A_case_goes_back_with_at_least_one_comment_and_each_says_something()
    {
        var found = Cases.In(Submitted, _reviewer);

        AssertRefused(found.Return([], _reviewer, Clock.Later), "Comments:accreditation.comments-missing");
        AssertRefused(
            found.Return([new("Photo", " "), new("Function", "a\u202Eb"), new("Body", "Ministry?"), new("Email", new string('x', 1001))], _reviewer, Clock.Later),
            "Photo:accreditation.comment-missing", "Function:characters", "Email:accreditation.reason-too-long");
        AssertRefused(found.Return([new("Photo", "Dark"), new("Photo", "Old")], _reviewer, Clock.Later), "Comments:accreditation.comments-too-many");
        AssertRefused(
            found.Return([.. Enumerable.Range(0, 41).Select(number => new FieldComment($"F{number}", "x"))], _reviewer, Clock.Later), "Comments:accreditation.comments-too-many");

        Assert.Equal(Submitted, found.State);
    }

    [Theory]
    [InlineData(true, true, "accreditation.in-reserve")]
    [InlineData(false, false, "accreditation.fields-missing")]
    [InlineData(false, true, null)]
    public void A_person_in_reserve_or_with_empty_fields_is_not_admitted(bool isReserve, bool hasPhoto, string? expected)
    {
        var delegation = Persons.Delegation();
        var person = delegation.Register(Persons.Facts() with { IsReserve = isReserve }, Clock.Now).Value;
        var settings = Cases.Needing(person.EventId, DelegateField.Photo, DelegateField.Passport, DelegateField.NativeName);

        var refused = ApprovalRules.Check(person, settings, hasPhoto);

        Assert.Equal(expected, refused?.Code);
    }

    [Fact]
    public void Every_field_that_is_needed_and_empty_is_named()
    {
        var person = Persons.Delegation().Register(
            Persons.Facts() with { NativeName = null, Body = LocalizedText.Empty, Stay = new DelegateStay { NeedsVisa = true } }, Clock.Now).Value;

        var missing = MissingFields.Of(person, Cases.Needing(person.EventId, Enum.GetValues<DelegateField>()), hasPhoto: false);

        Assert.Equal(Enum.GetValues<DelegateField>().Except([DelegateField.Passport]).Select(field => field.ToString()).Order(), missing.Order());
        Assert.Equal(PersonFields.All.Where(missing.Contains), missing);
        Assert.Empty(MissingFields.Of(person, DelegationSettings.For(person.EventId), hasPhoto: false));
    }

    private static Dictionary<AccreditationState, AccreditationState> EveryLivingStateLeadsTo(AccreditationState end) =>
        new[] { Draft, Submitted, UnderReview, ReturnedForCorrection, Approved, Refused, BadgeIssued, CheckedIn, Suspended }.ToDictionary(state => state, _ => end);
}
