using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <summary>What was typed and not saved: kept for its writer alone, encrypted, the last wins.</summary>
public sealed class DraftKeepingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task What_was_typed_last_comes_back_whole_and_nothing_of_it_stands_in_clear()
    {
        var (focalPoint, invitation, drafts) = await ArrangeAsync();
        await drafts.KeepAsync(focalPoint, invitation, null, Typed("First"), default);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await drafts.KeepAsync(focalPoint, invitation, null, Typed("CANARYDRAFT"), default)).IsSuccess);

        var latest = (await drafts.LatestAsync(focalPoint, invitation, default)).Value!;

        Assert.Equal(("CANARYDRAFT", "N12345678", (Guid?)null, database.Clock.GetUtcNow()), (latest.Typed.Form.FamilyName, latest.Typed.Form.Passport, latest.DelegateId, latest.UpdatedAt));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM delegate_drafts WHERE envelope LIKE '%CANARYDRAFT%' OR envelope LIKE '%N12345678%'"));
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM delegate_drafts WHERE user_id = '{focalPoint.UserId}'"));
    }

    [Fact]
    public async Task A_draft_of_a_person_stands_beside_that_of_a_new_one_and_each_is_discarded_by_itself()
    {
        var (focalPoint, invitation, drafts) = await ArrangeAsync();
        var person = (await _desk.Delegations.RegisterAsync(focalPoint, invitation, DelegationsDesk.Person(), default)).Value;
        await drafts.KeepAsync(focalPoint, invitation, null, Typed("New"), default);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        await drafts.KeepAsync(focalPoint, invitation, person, Typed("Known"), default);

        Assert.Equal(person, (await drafts.LatestAsync(focalPoint, invitation, default)).Value!.DelegateId);
        Assert.True((await drafts.DiscardAsync(focalPoint, invitation, person, default)).IsSuccess);
        Assert.Equal("New", (await drafts.LatestAsync(focalPoint, invitation, default)).Value!.Typed.Form.FamilyName);
        Assert.True((await drafts.DiscardAsync(focalPoint, invitation, null, default)).IsSuccess);
        Assert.True((await drafts.DiscardAsync(focalPoint, invitation, null, default)).IsSuccess);
        Assert.Null((await drafts.LatestAsync(focalPoint, invitation, default)).Value);
    }

    [Fact]
    public async Task Nobody_else_reads_keeps_or_discards_it_not_even_a_colleague_of_the_side()
    {
        var (focalPoint, invitation, drafts) = await ArrangeAsync();
        await drafts.KeepAsync(focalPoint, invitation, null, Typed("Own"), default);
        var colleague = await database.FocalPointAsync("KZ");

        Assert.Null((await drafts.LatestAsync(colleague, invitation, default)).Value);
        await drafts.DiscardAsync(colleague, invitation, null, default);
        foreach (var other in new[] { Actor.Public, await database.FocalPointAsync("UZ"), await database.OrganiserAsync(), await database.PersonAsync(Role.Administrator, GrantScope.Portal) })
        {
            Assert.Equal("not-found", (await drafts.KeepAsync(other, invitation, null, Typed("Other"), default)).Error!.Code);
            Assert.Equal("not-found", (await drafts.LatestAsync(other, invitation, default)).Error!.Code);
            Assert.Equal("not-found", (await drafts.DiscardAsync(other, invitation, null, default)).Error!.Code);
        }

        Assert.Equal("Own", (await drafts.LatestAsync(focalPoint, invitation, default)).Value!.Typed.Form.FamilyName);
    }

    [Fact]
    public async Task What_no_form_can_hold_is_refused_and_what_was_kept_before_stays()
    {
        var (focalPoint, invitation, drafts) = await ArrangeAsync();
        await drafts.KeepAsync(focalPoint, invitation, null, Typed("Before"), default);
        var full = Typed(new string('é', 120));
        (full.Form.Diet, full.Form.AccessNeeds, full.Form.Accommodation) = (new string('й', 500), new string('й', 500), new string('й', 500));

        Assert.Equal("draft.too-long", (await drafts.KeepAsync(focalPoint, invitation, null, Typed(new string('x', 40_000)), default)).Error!.Code);
        Assert.Equal("Before", (await drafts.LatestAsync(focalPoint, invitation, default)).Value!.Typed.Form.FamilyName);
        Assert.True((await drafts.KeepAsync(focalPoint, invitation, null, full, default)).IsSuccess);
        Assert.Equal(full.Form.Diet, (await drafts.LatestAsync(focalPoint, invitation, default)).Value!.Typed.Form.Diet);
    }

    [Fact]
    public async Task Of_two_windows_that_begin_at_once_both_are_told_that_it_is_kept_and_one_draft_stands()
    {
        for (var round = 0; round < 10; round++)
        {
            var (focalPoint, invitation, drafts) = await ArrangeAsync();

            var outcomes = await Task.WhenAll(new[] { "One", "Two" }.Select(name => Task.Run(() => drafts.KeepAsync(focalPoint, invitation, null, Typed(name), default))));

            Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess, outcome.Error?.Code));
            Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM delegate_drafts WHERE user_id = '{focalPoint.UserId}'"));
        }
    }

    private static TypedPerson Typed(string family) => new(DelegationsDesk.Person(family), null);

    private async Task<(Actor FocalPoint, Guid Invitation, DelegateDraftService Drafts)> ArrangeAsync()
    {
        var (focalPoint, invitation) = await _desk.AcceptedAsync(await database.OrganiserAsync(), await _desk.EventAsync(), "KZ");
        return (focalPoint, invitation, new DelegateDraftService(database.Contexts, database.Clock, _desk.Cipher));
    }
}
