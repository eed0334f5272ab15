using ScoEvents.Domain.Accreditation;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Accreditation;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Accreditation;

public sealed class ReviewingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_registrar_takes_up_returns_and_approves_and_every_step_is_kept()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova");

        Assert.Empty((await desk.ActAsync(desk.Registrar, seen, ReviewAct.TakeUp)).Errors);
        var taken = await desk.CaseAsync(seen.CaseId);
        Assert.Equal((AccreditationState.UnderReview, desk.Registrar.UserId), (taken.State, taken.ReviewerId));

        Assert.Empty((await desk.ActAsync(desk.Registrar, new(seen.CaseId, taken.Version), ReviewAct.Return, comments: new() { ["Photo"] = "Too dark", ["Function"] = " " })).Errors);
        var returned = await desk.CaseAsync(seen.CaseId);

        Assert.Equal([new FieldComment("Photo", "Too dark")], returned.Comments);
        Assert.Equal(
            [AccreditationState.Draft, AccreditationState.UnderReview, AccreditationState.ReturnedForCorrection], returned.Steps.Select(step => step.To));
        Assert.All(returned.Steps.Skip(1), step => Assert.Equal(desk.Registrar.UserId, step.By));
    }

    [Fact]
    public async Task The_second_of_two_reviewers_is_told_and_changes_nothing()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova");

        var outcomes = await Task.WhenAll(
            desk.ActAsync(desk.Registrar, seen, ReviewAct.Approve), desk.ActAsync(desk.Organiser, seen, ReviewAct.Refuse, "No mandate"));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal("stale", outcomes.Single(outcome => !outcome.IsSuccess).Error!.Code);
        var decided = await desk.CaseAsync(seen.CaseId);
        Assert.Equal(outcomes[0].IsSuccess ? AccreditationState.Approved : AccreditationState.Refused, decided.State);
        Assert.Equal(2, decided.Steps.Count);
    }

    [Fact]
    public async Task Two_bulk_approvals_at_once_approve_everybody_once()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = new List<SeenCase>();
        for (var number = 0; number < 6; number++)
        {
            seen.Add(await desk.PersonAsync(desk.Kazakhstan, $"Bekova{(char)('a' + number)}"));
        }

        var outcomes = await Task.WhenAll(
            desk.Service.ApproveAllAsync(desk.Registrar, desk.EventId, seen, default),
            desk.Service.ApproveAllAsync(desk.Organiser, desk.EventId, [.. seen.AsEnumerable().Reverse()], default));

        Assert.Equal([0, 6], outcomes.Select(outcome => outcome.Value.Done.Count).Order());
        Assert.All(outcomes.Single(outcome => outcome.Value.Done.Count == 0).Value.Left, left => Assert.Equal("stale", left.Why.Code));
        foreach (var one in seen)
        {
            Assert.Equal(2, (await desk.CaseAsync(one.CaseId)).Steps.Count);
        }
    }

    [Fact]
    public async Task Who_cannot_be_approved_is_named_with_the_reason_and_the_others_are_approved()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var good = await desk.PersonAsync(desk.Kazakhstan, "Good");
        var refused = await desk.PersonAsync(desk.Kazakhstan, "Vetted");
        await desk.Service.MarkVettingAsync(desk.Registrar, desk.EventId, [refused], Vetting.Hold, default);
        refused = refused with { Version = (await desk.CaseAsync(refused.CaseId)).Version };
        var draft = await desk.PersonAsync(desk.Uzbekistan, "Draft", "Draft");
        var stale = await desk.PersonAsync(desk.Uzbekistan, "Stale") with { Version = 1 };
        var others = await desk.PersonAsync(desk.Uzbekistan, "Others");
        await desk.ActAsync(desk.Organiser, others, ReviewAct.TakeUp);
        others = others with { Version = (await desk.CaseAsync(others.CaseId)).Version };
        var foreign = new SeenCase(Guid.NewGuid(), 1);
        SeenCase[] chosen = [good, refused, draft, stale, others, foreign];

        var plan = await desk.Service.PreviewApprovalAsync(desk.Registrar, desk.EventId, chosen, default);
        Assert.Equal(AccreditationState.Submitted, (await desk.CaseAsync(good.CaseId)).State);
        var done = await desk.Service.ApproveAllAsync(desk.Registrar, desk.EventId, chosen, default);

        (Guid, string)[] expected =
        [
            (refused.CaseId, "accreditation.vetting-bars"), (draft.CaseId, "accreditation.move"), (stale.CaseId, "stale"),
            (others.CaseId, "accreditation.another-reviewer"), (foreign.CaseId, "not-found"),
        ];
        Assert.Equal(expected.ToHashSet(), plan.Value.Left.Select(left => (left.CaseId, left.Why.Code)).ToHashSet());
        Assert.Equal(expected.ToHashSet(), done.Value.Left.Select(left => (left.CaseId, left.Why.Code)).ToHashSet());
        Assert.Equal(["Aigerim GOOD"], plan.Value.Done);
        Assert.Equal(["Aigerim GOOD"], done.Value.Done);
        Assert.Equal(AccreditationState.Approved, (await desk.CaseAsync(good.CaseId)).State);
        Assert.Equal(AccreditationState.UnderReview, (await desk.CaseAsync(others.CaseId)).State);
    }

    [Fact]
    public async Task Required_fields_that_are_empty_stand_against_approval_and_are_named_in_the_queue()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova");
        await database.ScalarAsync(
            $$"""INSERT INTO delegation_settings (event_id, quotas, fields, zones, languages) VALUES ('{{desk.EventId}}', '[]', '[{"Field":"Photo","Role":null,"Need":"Required"}]', '[]', '[]')""");

        var refused = await desk.ActAsync(desk.Registrar, seen, ReviewAct.Approve);

        Assert.Equal("accreditation.fields-missing", refused.Error!.Code);
        var queue = await desk.QueueAsync(new ReviewFilter(ReviewShelf.Waiting, IsMissing: true));
        Assert.Equal(1, queue.Missing);
        Assert.Equal(["Photo"], Assert.Single(queue.Rows).Missing);
    }

    [Fact]
    public async Task A_revoked_admission_takes_the_badge_with_it()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova", "BadgeIssued");
        await database.ScalarAsync("INSERT INTO badge_keys (id, public_key, private_envelope, created_at) VALUES ('testkey1', '\\x00', 'x', now()) ON CONFLICT DO NOTHING");
        await database.ScalarAsync(
            $"""
            INSERT INTO badges (id, case_id, delegate_id, event_id, side_id, serial, key_id, payload, issued_at, issued_by, valid_from, valid_until)
            SELECT gen_random_uuid(), id, delegate_id, event_id, side_id, 1, 'testkey1', 'x', now(), gen_random_uuid(), now(), now() FROM accreditations WHERE id = '{seen.CaseId}'
            """);

        Assert.Empty((await desk.ActAsync(desk.Registrar, seen, ReviewAct.Revoke, "Badge lent out")).Errors);

        Assert.Equal("Badge lent out", await database.ScalarAsync($"SELECT revoked_reason FROM badges WHERE case_id = '{seen.CaseId}' AND revoked_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_case_of_another_event_is_not_found_and_an_unknown_field_is_refused()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var elsewhere = await AccreditationDesk.OpenAsync(database);
        var foreign = await elsewhere.PersonAsync(elsewhere.Kazakhstan, "Bekova");
        var own = await desk.PersonAsync(desk.Kazakhstan, "Bekova");

        Assert.Equal("not-found", (await desk.ActAsync(desk.Registrar, foreign, ReviewAct.TakeUp)).Error!.Code);
        Assert.Equal("not-found", (await desk.Queries.CaseAsync(desk.Registrar, desk.EventId, foreign.CaseId, default)).Error!.Code);
        Assert.Equal("required", (await desk.ActAsync(desk.Registrar, own, ReviewAct.Return, comments: new() { ["<b>"] = "x" })).Error!.Code);
        Assert.Equal("required", (await desk.ActAsync(desk.Registrar, own, (ReviewAct)77)).Error!.Code);
        Assert.Equal("accreditation.nothing-chosen", (await desk.Service.ApproveAllAsync(desk.Registrar, desk.EventId, [], default)).Error!.Code);
    }
}
