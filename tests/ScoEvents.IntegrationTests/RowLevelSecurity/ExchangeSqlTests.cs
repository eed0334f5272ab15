using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>The task under which the programme follows an exchange, set by somebody who got past the portal's services: it reaches the own side's people of an event to which the side comes, and writes to its organisers.</summary>
public sealed class ExchangeSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;
    private const string ExchangeTask = "SELECT set_config('app.task', 'substitution', false)";

    private readonly DelegationsDesk _desk = new(database);

    [Fact]
    public async Task Only_own_speakers_and_such_of_no_side_are_seen_and_none_without_the_task()
    {
        var world = await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(database, world.FocalPoint);
        Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM speakers WHERE event_id IN ('{world.EventId}', '{world.Elsewhere}')"));

        await sql.RunAsync(ExchangeTask);

        Assert.Equal(["Own", "Unknown"], await sql.ListAsync($"SELECT name->>'en' FROM speakers WHERE event_id IN ('{world.EventId}', '{world.Elsewhere}') ORDER BY 1"));
        Assert.Equal(["own"], await sql.ListAsync("SELECT note FROM unavailabilities ORDER BY 1"));
    }

    [Fact]
    public async Task People_are_added_for_the_own_side_and_changed_by_nobody()
    {
        var world = await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(database, world.FocalPoint);
        await sql.RunAsync(ExchangeTask);

        Assert.Equal(1, await sql.RunAsync(Speaker(world.EventId, world.Side)));
        Assert.Equal(Denied, await sql.RefusedAsync(Speaker(world.EventId, world.Foreign)));
        Assert.Equal(Denied, await sql.RefusedAsync(Speaker(world.EventId, null)));
        Assert.Equal(Denied, await sql.RefusedAsync(Speaker(world.Elsewhere, world.Side)));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE speakers SET email = 'x@y.example' WHERE event_id = '{world.EventId}' AND side_id = '{world.Side}'"));
        Assert.Equal(0, await sql.RunAsync($"DELETE FROM speakers WHERE event_id = '{world.EventId}'"));
    }

    [Fact]
    public async Task Mails_go_to_organisers_of_the_event_about_the_own_side_and_to_nobody_else()
    {
        var world = await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(database, world.FocalPoint);
        Assert.Equal(Denied, await sql.RefusedAsync(Mail("exchange:1", world.EventId, world.Side, world.Organiser)));
        await sql.RunAsync(ExchangeTask);

        Assert.Equal(1, await sql.RunAsync(Mail("exchange:1", world.EventId, world.Side, world.Organiser)));
        Assert.Equal(Denied, await sql.RefusedAsync(Mail("exchange:2", world.EventId, world.Side, "stranger@people.test")));
        Assert.Equal(Denied, await sql.RefusedAsync(Mail("exchange:3", world.EventId, world.Foreign, world.Organiser)));
        Assert.Equal(Denied, await sql.RefusedAsync(Mail("exchange:4", world.Elsewhere, world.Side, world.Organiser)));
        Assert.Equal(Denied, await sql.RefusedAsync(Mail("release:5", world.EventId, world.Side, world.Organiser)));
        Assert.Equal(0, await sql.RunAsync("UPDATE outbox_mails SET body = 'x'"));
    }

    [Fact]
    public async Task Whoever_speaks_for_no_side_that_comes_reaches_nothing_by_the_task()
    {
        var world = await ArrangeAsync();
        foreach (var other in new[] { Actor.Public, await database.PersonAsync(), await database.FocalPointAsync("TJ"), await database.PersonAsync(Role.Auditor, GrantScope.Portal) })
        {
            await using var sql = await RawSql.AsAsync(database, other);
            await sql.RunAsync(ExchangeTask);

            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM speakers WHERE event_id = '{world.EventId}'"));
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM unavailabilities"));
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM outbox_mails"));
            Assert.Equal(Denied, await sql.RefusedAsync(Speaker(world.EventId, world.Side)));
            Assert.Equal(Denied, await sql.RefusedAsync(Mail($"exchange:{Guid.NewGuid()}", world.EventId, world.Side, world.Organiser)));
        }
    }

    private static string Speaker(Guid eventId, Guid? side, string name = "New", Guid? id = null) =>
        $$"""
        INSERT INTO speakers (id, event_id, side_id, name, function, biography, language)
        VALUES ('{{id ?? Guid.NewGuid()}}', '{{eventId}}', {{(side is { } known ? $"'{known}'" : "NULL")}}, '{"en":"{{name}}"}', '{}', '{}', 'en')
        """;

    private static string Mail(string key, Guid eventId, Guid side, string to) =>
        $"""
        INSERT INTO outbox_mails (id, event_id, side_id, key, to_address, to_name, language, subject, body, state, attempts, created_at)
        VALUES (gen_random_uuid(), '{eventId}', '{side}', '{key}', '{to}', 'A', 'en', 'S', 'B', 'Queued', 0, now())
        """;

    private async Task<World> ArrangeAsync()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, elsewhere) = (await _desk.EventAsync(), await _desk.EventAsync());
        var (focalPoint, _) = await _desk.AcceptedAsync(organiser, eventId, "KZ");
        // Invited there too, and not come.
        await _desk.InviteAsync(organiser, elsewhere, "KZ");
        var (side, foreign, own) = (await database.SideAsync("KZ"), await database.SideAsync("UZ"), Guid.NewGuid());
        await database.ScalarAsync("DELETE FROM unavailabilities");
        foreach (var sql in new[]
        {
            Speaker(eventId, side, "Own", own), Speaker(eventId, null, "Unknown"), Speaker(eventId, foreign, "Foreign"), Speaker(elsewhere, side, "Elsewhere"),
            Absence(eventId, "Speaker", own, "own"), Absence(eventId, "Head", side, "head"), Absence(eventId, "Speaker", Guid.NewGuid(), "foreign"),
        })
        {
            await database.ScalarAsync(sql);
        }

        return new World(focalPoint, eventId, elsewhere, side, foreign, $"{organiser.UserId:N}@people.test");
    }

    private static string Absence(Guid eventId, string kind, Guid subject, string note) =>
        $"INSERT INTO unavailabilities (id, event_id, subject_kind, subject_id, starts_at, ends_at, note) VALUES (gen_random_uuid(), '{eventId}', '{kind}', '{subject}', now(), now() + interval '1 hour', '{note}')";

    private sealed record World(Actor FocalPoint, Guid EventId, Guid Elsewhere, Guid Side, Guid Foreign, string Organiser);
}
