using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Every protected table, with rows of ten sides in two events, for two hundred people of every kind on two connections.</summary>
public sealed class SmallPoolTablesTests(OwnSideWorld world) : IClassFixture<OwnSideWorld>
{
    private static readonly string[] _codes = ["KZ", "UZ", "KG", "TJ", "PK", "CN", "RU", "IR", "BY", "IN"];

    [Fact]
    public async Task Two_hundred_people_on_two_connections_each_see_the_rows_that_they_see_alone()
    {
        var sides = await ArrangeAsync();
        var secretariat = GrantScope.Secretariat((Guid)(await world.Database.ScalarAsync($"SELECT secretariat_id FROM events WHERE id = '{world.EventId}'"))!);
        var people = await SmallPool.CrowdAsync(world.Database, Enumerable.Range(0, 200).Select(index => GrantOf(index, sides, secretariat)));
        var alone = await AloneAsync(people);

        await using var pool = DataModule.DataSource(world.Database.AppConnectionString + ";Maximum Pool Size=2;Timeout=120");
        var contexts = new SmallPool(pool, world.Database.Clock);
        var outcomes = await Task.WhenAll(people.Select((person, index) => Task.Run(async () =>
        {
            var wrong = new List<string>();
            for (var round = 0; round < 3; round++)
            {
                if (await SeenAsync(contexts, person) != alone[index])
                {
                    wrong.Add($"person {index} in round {round}");
                }

                if (await SeenAsync(contexts, Actor.Public) != alone[^1])
                {
                    wrong.Add($"the public after person {index}");
                }
            }

            return wrong;
        })));

        Assert.Empty(outcomes.SelectMany(wrong => wrong));
        // It was not all the same: ten sides in two events, three kinds of staff, and those who see nothing.
        Assert.True(alone.Distinct().Count() >= 16, string.Join(" ", alone.Distinct().Count()));
    }

    [Fact]
    public async Task A_row_of_another_side_is_in_no_table_for_any_of_ten_focal_points()
    {
        var sides = await ArrangeAsync();
        var people = await SmallPool.CrowdAsync(
            world.Database, sides.Select(side => ((Role, GrantScope)?)(Role.FocalPoint, new GrantScope(EventId: world.EventId, SideId: side))));
        await using var pool = DataModule.DataSource(world.Database.AppConnectionString + ";Maximum Pool Size=2;Timeout=120");
        var contexts = new SmallPool(pool, world.Database.Clock);

        var found = await Task.WhenAll(people.Select((person, index) => Task.Run(async () =>
        {
            await using var context = await contexts.CreateForAsync(person, CancellationToken.None);
            var foreign = new List<string>();
            foreach (var table in world.Tables.Keys.Where(world.HasSide))
            {
                var sql = $"SELECT side_id AS \"Value\" FROM {table} WHERE event_id = '{world.EventId}'";
                var rows = await context.Database.SqlQueryRaw<Guid?>(sql).ToListAsync();
                foreign.AddRange(rows.Where(side => side is not null && side != sides[index]).Select(side => $"{table}: {side}"));
            }

            return foreign;
        })));

        Assert.Empty(found.SelectMany(foreign => foreign));
    }

    // Seven of ten speak for one side in one event; the others work for the secretariat, or for nobody.
    private (Role, GrantScope)? GrantOf(int index, IReadOnlyList<Guid> sides, GrantScope secretariat) => (index % 10) switch
    {
        7 => (Role.Staff, secretariat),
        8 => (Role.Registrar, secretariat),
        9 when index % 20 == 9 => (Role.Organiser, secretariat),
        9 => null,
        _ => (Role.FocalPoint, new GrantScope(EventId: index % 2 == 0 ? world.EventId : world.OtherEventId, SideId: sides[index / 2 % sides.Count])),
    };

    private async Task<IReadOnlyList<string>> AloneAsync(IReadOnlyList<Actor> people)
    {
        var seen = new List<string>();
        foreach (var person in people.Append(Actor.Public))
        {
            seen.Add(await SeenAsync(world.Database.Contexts, person));
        }

        return seen;
    }

    /// <summary>A hash over everything that somebody sees in the tables, in one command.</summary>
    private async Task<string> SeenAsync(IDbContextFactory<ScoEventsDbContext> contexts, Actor actor)
    {
        var hashes = world.Tables.Keys.Order(StringComparer.Ordinal).Select(table => $"(SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '-') FROM {table} t)");
        var sql = $"SELECT md5(concat_ws(',', {string.Join(", ", hashes)})) AS \"Value\"";
        await using var context = await contexts.CreateForAsync(actor, CancellationToken.None);
        return await context.Database.SqlQueryRaw<string>(sql).SingleAsync();
    }

    private async Task<IReadOnlyList<Guid>> ArrangeAsync()
    {
        var sides = new List<Guid>();
        await using var superuser = new NpgsqlConnection(world.Database.SuperuserConnectionString);
        await superuser.OpenAsync();
        foreach (var code in _codes)
        {
            var side = await world.Database.SideAsync(code);
            sides.Add(side);
            foreach (var (table, eventId) in world.Tables.Keys.Where(world.HasSide).SelectMany(table => new[] { (table, world.EventId), (table, world.OtherEventId) }))
            {
                await using var command = new NpgsqlCommand($"SET session_replication_role = replica; {world.Insert(table, eventId, side, code)} ON CONFLICT DO NOTHING", superuser);
                await command.ExecuteNonQueryAsync();
            }
        }

        return sides;
    }
}
