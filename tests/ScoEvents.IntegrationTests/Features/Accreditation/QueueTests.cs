using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Accreditation;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Accreditation;

public sealed class QueueTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_queue_and_a_person_take_the_same_number_of_commands_for_one_person_and_for_three()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Bekova");
        await desk.QueueAsync();
        var oneQueue = await CommandCount.OfAsync(async () => Assert.Single((await desk.QueueAsync()).Rows));
        var oneCase = await CommandCount.OfAsync(async () => Assert.True((await desk.Queries.CaseAsync(desk.Registrar, desk.EventId, seen.CaseId, default)).IsSuccess));
        await desk.PersonAsync(desk.Uzbekistan, "Bekoova");
        await desk.PersonAsync(desk.Uzbekistan, "Karimova");

        var threeQueue = await CommandCount.OfAsync(async () => Assert.Equal(3, (await desk.QueueAsync(new ReviewFilter(ReviewShelf.Everybody, Text: "a"))).Rows.Count));
        var threeCase = await CommandCount.OfAsync(async () => Assert.True((await desk.Queries.CaseAsync(desk.Registrar, desk.EventId, seen.CaseId, default)).IsSuccess));

        Assert.Equal((8, 11), (oneQueue, oneCase));
        Assert.Equal((oneQueue, oneCase), (threeQueue, threeCase));
    }

    [Fact]
    public async Task Filters_find_who_fits_them_and_the_counts_are_of_everybody()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        await desk.PersonAsync(desk.Kazakhstan, "Waiting");
        await desk.PersonAsync(desk.Kazakhstan, "Approved", "Approved", role: DelegationRole.Head);
        await desk.PersonAsync(desk.Uzbekistan, "Draft", "Draft");
        var vetted = await desk.PersonAsync(desk.Uzbekistan, "Vetted");
        await desk.Service.MarkVettingAsync(desk.Registrar, desk.EventId, [vetted], Vetting.Cleared, default);
        var side = (await desk.QueueAsync()).Sides[1].SideId;

        Assert.Equal(["Aigerim WAITING", "Aigerim VETTED"], await desk.NamesAsync(new ReviewFilter(ReviewShelf.Waiting)));
        Assert.Equal(["Aigerim APPROVED"], await desk.NamesAsync(new ReviewFilter(ReviewShelf.Parse("Approved"))));
        Assert.Equal(["Aigerim APPROVED"], await desk.NamesAsync(new ReviewFilter(ReviewShelf.Everybody, Role: DelegationRole.Head)));
        Assert.Equal(["Aigerim VETTED"], await desk.NamesAsync(new ReviewFilter(ReviewShelf.Everybody, Vetting: Vetting.Cleared)));
        Assert.Equal(["Aigerim DRAFT", "Aigerim VETTED"], await desk.NamesAsync(new ReviewFilter(ReviewShelf.Parse("all"), SideId: side)));
        var counts = (await desk.QueueAsync(new ReviewFilter(ReviewShelf.Parse("Draft")))).Counts;
        Assert.Equal((2, 1, 1), (counts[AccreditationState.Submitted], counts[AccreditationState.Approved], counts[AccreditationState.Draft]));
    }

    [Theory]
    [InlineData("Люкманов")]
    [InlineData("Liukmanov")]
    [InlineData("lyukmanóv")]
    public async Task A_person_is_found_in_any_script(string typed)
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        await desk.PersonAsync(desk.Kazakhstan, "Liukmanov");
        await desk.PersonAsync(desk.Uzbekistan, "Karimova", native: "Каримова Дилноза");

        Assert.Equal(["Aigerim LIUKMANOV"], await desk.NamesAsync(new ReviewFilter(ReviewShelf.Waiting, Text: typed)));
    }

    [Fact]
    public async Task One_person_in_two_delegations_is_shown_side_by_side_with_what_the_passports_say()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var one = await desk.PersonAsync(desk.Kazakhstan, "Liukmanov", passport: "AB1234567");
        await desk.PersonAsync(desk.Uzbekistan, "Lyukmanov", passport: "AB 123-4567");
        await desk.PersonAsync(desk.Uzbekistan, "Patel", passport: "ZZ9999999");

        var read = (await desk.Queries.CaseAsync(desk.Registrar, desk.EventId, one.CaseId, default)).Value;

        var other = Assert.Single(read.Alike);
        Assert.Equal(("Aigerim LYUKMANOV", true), (other.Row.DisplayName, other.HasSamePassport));
        Assert.Equal(2, (await desk.QueueAsync(new ReviewFilter(ReviewShelf.Everybody, IsAlike: true))).Rows.Count);
        Assert.DoesNotContain("1234567", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passport_number_of_a_stranger_is_found_by_its_mark_alone()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var one = await desk.PersonAsync(desk.Kazakhstan, "Liukmanov", passport: "AB1234567");
        await desk.PersonAsync(desk.Uzbekistan, "Patel", passport: "AB1234567");

        var read = (await desk.Queries.CaseAsync(desk.Registrar, desk.EventId, one.CaseId, default)).Value;

        Assert.True(Assert.Single(read.Alike).HasSamePassport);
        var mark = (string)(await database.ScalarAsync($"SELECT passport_mark FROM delegates WHERE event_id = '{desk.EventId}' LIMIT 1"))!;
        Assert.StartsWith("test.", mark, StringComparison.Ordinal);
        Assert.DoesNotContain("AB1234567", mark, StringComparison.Ordinal);
    }
}
