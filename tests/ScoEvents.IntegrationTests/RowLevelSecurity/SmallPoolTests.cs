using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

public sealed class SmallPoolTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] _codes = ["BY", "IN", "IR", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ"];
    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task Two_hundred_people_on_two_connections_each_see_only_their_own_side()
    {
        var organiser = await database.OrganiserAsync();
        Guid[] events = [await _desk.EventAsync(), await _desk.EventAsync()];
        var expected = new Dictionary<(Guid Event, string Code), Guid>();
        var invitations = new Dictionary<(Guid Event, string Code), Guid>();
        foreach (var eventId in events)
        {
            foreach (var code in _codes)
            {
                var (focalPoint, invitationId) = await _desk.AcceptedAsync(organiser, eventId, code);
                invitations[(eventId, code)] = invitationId;
                expected[(eventId, code)] = (await _desk.Delegations.RegisterAsync(focalPoint, invitationId, DelegationsDesk.Person(code, DelegationRole.Head), default)).Value;
            }
        }

        var people = await PeopleAsync(events);
        await using var pool = DataModule.DataSource(database.AppConnectionString + ";Maximum Pool Size=2;Timeout=120");
        var contexts = new SmallPool(pool, database.Clock);
        var drafts = new DelegateDraftService(contexts, database.Clock, _desk.Cipher);

        // Each asks three times and keeps what was typed, with the public in between: what one leaves behind would show with the next.
        var outcomes = await Task.WhenAll(people.Select((person, index) => Task.Run(async () =>
        {
            var wrong = new List<string>();
            for (var round = 0; round < 3; round++)
            {
                await using (var context = await contexts.CreateForAsync(person.Actor, CancellationToken.None))
                {
                    var seen = await context.Delegates.OrderBy(found => found.Id).Select(found => found.Id).ToListAsync();
                    var own = expected.Where(row => row.Key.Code == person.Code && (person.Event is null || person.Event == row.Key.Event)).Select(row => row.Value).Order();
                    if (!seen.Order().SequenceEqual(own))
                    {
                        wrong.Add($"{index} as {person.Code} saw {seen.Count}");
                    }
                }

                var (invitation, typed) = (invitations[(person.Event ?? events[0], person.Code)], $"Typed by {index} in {round}");
                var kept = await drafts.KeepAsync(person.Actor, invitation, null, new TypedPerson(new DelegateForm { FamilyName = typed }, null), default);
                var latest = await drafts.LatestAsync(person.Actor, invitation, default);
                if (!kept.IsSuccess || latest.Value?.Typed.Form.FamilyName != typed)
                {
                    wrong.Add($"{index} kept a draft and read {kept.Error?.Code} {latest.Value?.Typed.Form.FamilyName}");
                }

                await using var anybody = await contexts.CreateForAsync(Actor.Public, CancellationToken.None);
                if (await anybody.Delegates.AnyAsync() || await anybody.Invitations.AnyAsync())
                {
                    wrong.Add($"the public after {index} saw rows");
                }
            }

            return wrong;
        })));

        Assert.Empty(outcomes.SelectMany(wrong => wrong));
        await using var nobody = await pool.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT coalesce(current_setting('app.user', true), '') || count(*) FROM delegates", nobody);
        Assert.Equal("0", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_context_that_failed_leaves_nobody_behind_on_its_connection()
    {
        var organiser = await database.OrganiserAsync();
        await _desk.AcceptedAsync(organiser, await _desk.EventAsync(), "MN");
        await using var pool = DataModule.DataSource(database.AppConnectionString + ";Maximum Pool Size=1;Timeout=30");
        var contexts = new SmallPool(pool, database.Clock);

        await using (var failing = await contexts.CreateForAsync(organiser, CancellationToken.None))
        {
            await failing.Database.BeginTransactionAsync();
            await Assert.ThrowsAsync<PostgresException>(() => failing.Database.ExecuteSqlRawAsync("SELECT 1 / 0"));
        }

        await using var anybody = await contexts.CreateForAsync(Actor.Public, CancellationToken.None);
        Assert.Empty(await anybody.Invitations.ToListAsync());
    }

    /// <summary>Two hundred people in one go: every second speaks for a side in one event only.</summary>
    private async Task<List<(Actor Actor, string Code, Guid? Event)>> PeopleAsync(Guid[] events)
    {
        var sides = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var code in _codes)
        {
            sides[code] = await database.SideAsync(code);
        }

        var offices = Enumerable.Range(0, 200).Select(i => (Code: _codes[i % _codes.Length], Event: i % 3 == 0 ? (Guid?)null : events[i % 2])).ToList();
        var people = await SmallPool.CrowdAsync(
            database, offices.Select(office => ((Role, GrantScope)?)(Role.FocalPoint, new GrantScope(EventId: office.Event, SideId: sides[office.Code]))));
        return [.. people.Zip(offices, (person, office) => (person, office.Code, office.Event))];
    }
}
