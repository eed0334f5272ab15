using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Participants;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Participants;

public sealed class IssuingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly ParticipantsDesk _desk = new(database);

    [Fact]
    public async Task Only_accredited_persons_of_sides_that_come_stand_on_a_list_in_protocol_order_head_first()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var uzbekistan = await _desk.Delegations.AcceptedAsync(organiser, eventId, "UZ");
        var kazakhstan = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        await _desk.PersonAsync(uzbekistan, "Karimov", DelegationRole.Head, "CheckedIn");
        await _desk.PersonAsync(kazakhstan, "Expert", DelegationRole.Expert);
        await _desk.PersonAsync(kazakhstan, "Head", DelegationRole.Head, "BadgeIssued");
        foreach (var state in new[] { "Draft", "Submitted", "Refused", "Suspended", "Revoked", "Withdrawn" })
        {
            await _desk.PersonAsync(kazakhstan, state, DelegationRole.Member, state);
        }

        var number = await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);

        Assert.Equal(["Head", "Expert", "Karimov"], await _desk.NamesAsync(organiser, eventId, number));
    }

    [Fact]
    public async Task A_provisional_list_may_also_name_who_is_not_decided_marked_as_such()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var side = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        await _desk.PersonAsync(side, "Approved", DelegationRole.Head);
        await _desk.PersonAsync(side, "Submitted", DelegationRole.Member, "Submitted");
        await _desk.PersonAsync(side, "Drafted", DelegationRole.Member, "Draft");

        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Provisional);
        var open = await _desk.IssueAsync(organiser, eventId, SnapshotKind.Provisional, includesOpen: true);
        var final = await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final, includesOpen: true);

        var entries = (await _desk.Queries.GetAsync(organiser, eventId, open, DelegationsDesk.RussianOrder, default)).Value.Entries;
        Assert.Equal([("Approved", true), ("Submitted", false)], entries.Select(entry => (entry.FamilyName, entry.IsAccredited)));
        Assert.Equal(["Approved"], await _desk.NamesAsync(organiser, eventId, final));
    }

    [Fact]
    public async Task Lists_that_are_issued_at_once_get_numbers_without_gaps()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ"), "Head", DelegationRole.Head);

        var issued = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => _desk.Service.IssueAsync(organiser, eventId, new ListForm { Kind = SnapshotKind.Provisional }, default))));

        Assert.Equal(Enumerable.Range(1, 8), issued.Select(list => list.Value).Order());
    }

    [Fact]
    public async Task Of_two_who_were_shown_the_same_number_one_is_told()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ"), "Head", DelegationRole.Head);

        var issued = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Task.Run(() => _desk.Service.IssueAsync(organiser, eventId, new ListForm { Kind = SnapshotKind.Final, Number = 1 }, default))));

        Assert.Single(issued, list => list.IsSuccess);
        Assert.Equal(ErrorKind.Stale, issued.Single(list => !list.IsSuccess).Error!.Kind);
    }

    [Fact]
    public async Task What_changes_after_the_final_list_is_a_corrigendum_and_the_list_itself_stays()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var side = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        var head = await _desk.PersonAsync(side, "Head", DelegationRole.Head);
        var leaving = await _desk.PersonAsync(side, "Leaving", DelegationRole.Member);
        Assert.Equal("lists.no-final", await RefusalAsync(SnapshotKind.Corrigendum));
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);
        Assert.Equal("lists.nothing-changed", await RefusalAsync(SnapshotKind.Corrigendum));
        Assert.Equal("lists.final-exists", await RefusalAsync(SnapshotKind.Final));
        Assert.Equal("lists.final-exists", await RefusalAsync(SnapshotKind.Provisional));
        var coming = await _desk.PersonAsync(side, "Coming", DelegationRole.Member);
        await database.ScalarAsync($"UPDATE delegates SET substitutes_id = '{leaving}' WHERE id = '{coming}' RETURNING 1");
        await database.ScalarAsync($"UPDATE delegates SET withdrawn_at = now() WHERE id = '{leaving}' RETURNING 1");
        await database.ScalarAsync($"UPDATE delegates SET family_name = 'Renamed' WHERE id = '{head}' RETURNING 1");
        await _desk.PersonAsync(side, "Added", DelegationRole.Adviser);

        var corrigendum = await _desk.IssueAsync(organiser, eventId, SnapshotKind.Corrigendum);

        Assert.Equal(2, corrigendum);
        Assert.Equal(["Head", "Leaving"], await _desk.NamesAsync(organiser, eventId, 1));
        Assert.Equal(["Renamed", "Coming", "Added"], await _desk.NamesAsync(organiser, eventId, 2));
        var difference = (await _desk.Queries.CompareAsync(organiser, eventId, 1, 2, DelegationsDesk.RussianOrder, default)).Value;
        Assert.Equal(
            [(SnapshotChangeKind.Changed, "Head", "Renamed"), (SnapshotChangeKind.Replaced, "Leaving", "Coming"), (SnapshotChangeKind.Added, null, "Added")],
            difference.Changes.Select(change => (change.Kind, change.Before?.FamilyName, change.After?.FamilyName)));
        Assert.Empty((await _desk.Queries.CompareAsync(organiser, eventId, 2, null, DelegationsDesk.RussianOrder, default)).Value.Changes);

        async Task<string?> RefusalAsync(SnapshotKind kind) => (await _desk.Service.IssueAsync(organiser, eventId, new ListForm { Kind = kind }, default)).Error?.Code;
    }

    [Fact]
    public async Task A_list_of_nobody_a_remark_too_long_and_one_with_hidden_characters_are_refused()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();

        Assert.Equal("lists.nobody", (await _desk.Service.IssueAsync(organiser, eventId, new ListForm(), default)).Error!.Code);
        Assert.Equal("lists.remark-too-long", (await _desk.Service.IssueAsync(organiser, eventId, new ListForm { Remark = new string('x', 401) }, default)).Error!.Code);
        Assert.Equal("characters", (await _desk.Service.IssueAsync(organiser, eventId, new ListForm { Remark = "a\u202Eb" }, default)).Error!.Code);
        Assert.Empty((await _desk.Queries.ListsAsync(organiser, eventId, default)).Value.Lines);
    }

    [Fact]
    public async Task The_page_of_lists_takes_as_many_commands_for_three_lists_as_for_one()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var side = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        await _desk.PersonAsync(side, "Head", DelegationRole.Head);
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Provisional);
        var one = await CommandsAsync();
        await _desk.PersonAsync(side, "Second", DelegationRole.Member);
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "UZ"), "Third", DelegationRole.Head);
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Provisional);
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Provisional);

        Assert.Equal(one, await CommandsAsync());
        Assert.Equal((5, 6), one);
        var read = (await _desk.Queries.ListsAsync(organiser, eventId, default)).Value;
        Assert.Equal([(3, 3, 2), (2, 3, 2), (1, 1, 1)], read.Lines.Select(line => (line.Number, line.Persons, line.Sides)));
        Assert.Equal((3, 2, 0, 0), (read.Accredited, read.AccreditedSides, read.Open, read.Others));

        async Task<(int, int)> CommandsAsync() => (
            await DelegationsDesk.CommandsOfAsync(() => _desk.Queries.ListsAsync(organiser, eventId, default)),
            await DelegationsDesk.CommandsOfAsync(() => _desk.Queries.GetAsync(organiser, eventId, 1, DelegationsDesk.RussianOrder, default)));
    }

    [Fact]
    public async Task An_erased_person_is_a_line_without_a_name_in_every_list_and_counts_as_before()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var side = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        await _desk.PersonAsync(side, "Head", DelegationRole.Head);
        var erased = await _desk.PersonAsync(side, "Erased", DelegationRole.Member);
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);
        await database.ScalarAsync($"UPDATE delegates SET erased_at = now() WHERE id = '{erased}' RETURNING 1");

        var list = (await _desk.Queries.GetAsync(organiser, eventId, 1, DelegationsDesk.RussianOrder, default)).Value;
        var file = (await _desk.Queries.FileAsync(organiser, eventId, 1, new ListFileOptions(ProtocolAlphabet.Russian, "en"), default)).Value;

        Assert.Equal((2, 2), (list.Line.Persons, list.Entries.Count));
        Assert.Equal([("Head", false), ("", true)], list.Entries.Select(entry => (entry.FamilyName, entry.IsErased)));
        Assert.Contains("(name erased at the person's request)", await ParticipantFileTests.CsvAsync(file), StringComparison.Ordinal);
        Assert.DoesNotContain("ERASED", await ParticipantFileTests.CsvAsync(file), StringComparison.Ordinal);
    }
}
