using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Notices;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Notices;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Notices;

public sealed class ReadingTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly NoticesDesk _desk;
    private readonly DelegationsDesk _delegations;

    public ReadingTests(TestDatabase database) => (_database, _desk, _delegations) = (database, new NoticesDesk(database), new DelegationsDesk(database));

    [Fact]
    public async Task One_marks_the_own_notices_only_and_what_comes_later_stays_unread()
    {
        var (organiser, colleague, eventId) = await ToldAsync("KZ", "UZ");
        var list = await _desk.ListAsync(organiser);
        Assert.Equal((2, 2), (list.Unread, list.Rows.Count));

        Assert.Equal("not-found", (await _desk.Service.ReadAsync(colleague, list.Rows[0].Id, default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.Service.ReadAsync(Actor.Public, list.Rows[0].Id, default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.Service.ReadAllAsync(Actor.Public, null, DateTimeOffset.MaxValue, default)).Error!.Code);
        Assert.Equal(2, await _desk.Queries.CountUnreadAsync(organiser, default));
        Assert.True((await _desk.Service.ReadAsync(organiser, list.Rows[1].Id, default)).IsSuccess);
        Assert.True((await _desk.Service.ReadAsync(organiser, list.Rows[1].Id, default)).IsSuccess);
        Assert.Equal((1, 2), (await _desk.Queries.CountUnreadAsync(organiser, default), await _desk.Queries.CountUnreadAsync(colleague, default)));
        Assert.Equal([list.Rows[0].Id], (await _desk.ListAsync(organiser, new NoticeFilter(OnlyUnread: true))).Rows.Select(row => row.Id));

        var seenAt = (await _desk.ListAsync(colleague)).Rows.Max(row => row.At);
        await AnswerAsync(organiser, eventId, "TJ");
        Assert.Equal(2, (await _desk.Service.ReadAllAsync(colleague, null, seenAt, default)).Value);
        Assert.Equal(1, await _desk.Queries.CountUnreadAsync(colleague, default));
        Assert.Equal(0, (await _desk.Service.ReadAllAsync(colleague, Guid.NewGuid(), DateTimeOffset.MaxValue, default)).Value);
    }

    [Fact]
    public async Task Notices_are_narrowed_to_an_event_and_a_page_beyond_the_last_is_the_last()
    {
        var (organiser, _, first) = await ToldAsync("KZ");
        var second = await _delegations.EventAsync();
        await AnswerAsync(organiser, second, "UZ");

        var list = await _desk.ListAsync(organiser, new NoticeFilter(EventId: second, Page: 9));

        Assert.Equal((1, 1, 1, 2), (list.Total, list.Page, list.PageCount, list.Unread));
        Assert.Equal([second, first], list.Events.Select(planned => planned.Id));
    }

    [Fact]
    public async Task Who_lost_the_right_to_know_of_an_event_reads_no_more_what_was_told_of_it()
    {
        var (organiser, _, _) = await ToldAsync("KZ");
        Assert.Equal(1, await _desk.Queries.CountUnreadAsync(organiser, default));

        await _database.RevokeAllAsync(organiser);

        Assert.Equal(0, await _desk.Queries.CountUnreadAsync(organiser, default));
        Assert.Empty((await _desk.ListAsync(organiser)).Rows);
        Assert.Empty((await _desk.ListAsync(organiser)).Events);
    }

    [Fact]
    public async Task Read_ones_go_after_ninety_days_and_unread_ones_stay()
    {
        var (organiser, colleague, _) = await ToldAsync("KZ");
        Assert.True((await _desk.Service.ReadAsync(organiser, (await _desk.ListAsync(organiser)).Rows[0].Id, default)).IsSuccess);
        NoticeRetention At(double days) => new(_database.Contexts, new TestClock(_database.Clock.GetUtcNow().AddDays(days)));

        await At(Notice.DaysKept - 0.1).RemoveOldAsync(default);
        Assert.Single((await _desk.ListAsync(organiser)).Rows);
        Assert.True(await At(Notice.DaysKept + 0.1).RemoveOldAsync(default) >= 1);

        Assert.Empty((await _desk.ListAsync(organiser)).Rows);
        Assert.Single((await _desk.ListAsync(colleague)).Rows);
    }

    [Fact]
    public async Task The_number_of_questions_does_not_grow_with_the_notices()
    {
        var (organiser, _, eventId) = await ToldAsync("KZ");
        var (list, bell) = await CountAsync();
        await AnswerAsync(organiser, eventId, "UZ");
        await AnswerAsync(organiser, eventId, "TJ");

        Assert.Equal((list, bell), await CountAsync());
        Assert.Equal((10, 2), (list, bell));

        async Task<(int, int)> CountAsync() => (
            await CommandCount.OfAsync(() => _desk.ListAsync(organiser)), await CommandCount.OfAsync(() => _desk.Queries.CountUnreadAsync(organiser, default)));
    }

    // Two organisers of a secretariat of their own event, to which each of the sides said yes.
    private async Task<(Actor Organiser, Actor Colleague, Guid EventId)> ToldAsync(params string[] sides)
    {
        var eventId = await _delegations.EventAsync();
        var (organiser, colleague) = (await _database.PersonAsync(Role.Organiser, GrantScope.Event(eventId)), await _database.PersonAsync(Role.Organiser, GrantScope.Event(eventId)));
        foreach (var side in sides)
        {
            await AnswerAsync(organiser, eventId, side);
        }

        return (organiser, colleague, eventId);
    }

    private async Task AnswerAsync(Actor organiser, Guid eventId, string side)
    {
        await using (var context = await _database.OpenAsync(organiser))
        {
            if (!(await context.ReachAsync(default)).Roles.Any(role => role.Scope.EventId == eventId))
            {
                await _database.GrantAsync(organiser, Role.Organiser, GrantScope.Event(eventId));
            }
        }

        await _delegations.AcceptedAsync(organiser, eventId, side);
    }
}
