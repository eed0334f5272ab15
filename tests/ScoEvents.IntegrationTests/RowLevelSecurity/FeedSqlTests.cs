using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Calendar addresses and daily lists carry the right of one person, so no other reaches them below the services either.</summary>
public sealed class FeedSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    [Fact]
    public async Task Nobody_but_the_owner_and_the_organisers_sees_an_address_or_takes_it_back()
    {
        var (organiser, eventId) = await ArrangeAsync();
        var owner = await database.PersonAsync(Role.Staff, GrantScope.Event(eventId));
        var feedId = await InsertAsync(owner, eventId);

        foreach (var other in await OthersAsync(eventId))
        {
            await using var sql = await RawSql.AsAsync(database, other);
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM feed_addresses"));
            Assert.Equal(0, await sql.RunAsync($"UPDATE feed_addresses SET revoked_at = now() WHERE id = '{feedId}'"));
            Assert.Equal(Denied, await sql.RefusedAsync($"DELETE FROM feed_addresses WHERE id = '{feedId}'"));
            Assert.Equal(Denied, await sql.RefusedAsync(Insert(owner, eventId)));
        }

        await using var own = await RawSql.AsAsync(database, owner);
        await using var theirs = await RawSql.AsAsync(database, organiser);
        Assert.Equal(1, await own.CountAsync("SELECT count(*) FROM feed_addresses"));
        Assert.Equal(1, await theirs.RunAsync($"UPDATE feed_addresses SET revoked_at = now(), revoked_by = '{organiser.UserId}' WHERE id = '{feedId}'"));
    }

    [Fact]
    public async Task An_address_is_never_made_anothers_never_shows_more_and_never_comes_back()
    {
        var (organiser, eventId) = await ArrangeAsync();
        var owner = await database.PersonAsync(Role.Staff, GrantScope.Event(eventId));
        var feedId = await InsertAsync(owner, eventId);
        await using var sql = await RawSql.AsAsync(database, owner);

        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE feed_addresses SET owner_id = '{organiser.UserId}' WHERE id = '{feedId}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE feed_addresses SET kind = 'Event', subject_id = NULL WHERE id = '{feedId}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE feed_addresses SET token_hash = '\\x00' WHERE id = '{feedId}'"));
        Assert.Equal(Denied, await sql.RefusedAsync(Insert(organiser, eventId)));
        Assert.Equal(1, await sql.RunAsync($"UPDATE feed_addresses SET revoked_at = now() WHERE id = '{feedId}'"));
        Assert.Equal(PostgresErrorCodes.RaiseException, await sql.RefusedAsync($"UPDATE feed_addresses SET revoked_at = NULL WHERE id = '{feedId}'"));
    }

    [Fact]
    public async Task Daily_lists_are_for_the_organisers_of_their_event_and_stay_in_the_name_of_who_made_them()
    {
        var (organiser, eventId) = await ArrangeAsync();
        await using var own = await RawSql.AsAsync(database, organiser);
        Assert.Equal(1, await own.RunAsync(List(organiser, eventId)));
        var colleague = await database.OrganiserAsync();

        foreach (var other in await OthersAsync(eventId))
        {
            await using var sql = await RawSql.AsAsync(database, other);
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM scheduled_exports"));
            Assert.Equal(0, await sql.RunAsync($"UPDATE scheduled_exports SET next_run_at = now() WHERE event_id = '{eventId}'"));
            Assert.Equal(0, await sql.RunAsync($"DELETE FROM scheduled_exports WHERE event_id = '{eventId}'"));
            Assert.Equal(Denied, await sql.RefusedAsync(List(other.UserId is null ? organiser : other, eventId)));
        }

        Assert.Equal(Denied, await own.RefusedAsync(List(colleague, eventId)));
        Assert.Equal(Denied, await own.RefusedAsync($"UPDATE scheduled_exports SET created_by = '{colleague.UserId}'"));
        Assert.Equal(Denied, await own.RefusedAsync("UPDATE scheduled_exports SET to_address = 'elsewhere@x.example'"));
    }

    [Theory]
    [InlineData("feeds", "feed_addresses")]
    [InlineData("exports", "scheduled_exports")]
    public async Task The_portals_own_work_sees_its_table_and_nothing_else_that_is_protected(string task, string own)
    {
        var (organiser, eventId) = await ArrangeAsync();
        await InsertAsync(organiser, eventId);
        await using (var arranged = await RawSql.AsAsync(database, organiser))
        {
            await arranged.RunAsync(List(organiser, eventId));
        }

        await using var sql = await RawSql.AsAsync(database, Actor.Public);
        await sql.RunAsync($"SELECT set_config('app.task', '{task}', false)");

        Assert.NotEqual(0, await sql.CountAsync($"SELECT count(*) FROM {own}"));
        foreach (var table in new[] { "feed_addresses", "scheduled_exports", "invitations", "delegations", "delegates", "speakers", "session_documents" }.Where(table => table != own))
        {
            Assert.True(await sql.CountAsync($"SELECT count(*) FROM {table} WHERE event_id = '{eventId}'") == 0, table);
        }
    }

    private async Task<Actor[]> OthersAsync(Guid eventId) =>
    [
        Actor.Public,
        await database.PersonAsync(),
        await database.OrganiserAsync("uz-isrs"),
        await database.FocalPointAsync("KZ"),
        await database.PersonAsync(Role.Staff, GrantScope.Event(eventId)),
        await database.PersonAsync(Role.Administrator, GrantScope.Portal),
        await database.PersonAsync(Role.Auditor, GrantScope.Portal),
    ];

    private async Task<(Actor Organiser, Guid EventId)> ArrangeAsync()
    {
        var organiser = await database.OrganiserAsync();
        return (organiser, await new OrganiserDesk(database).EventAsync(organiser));
    }

    private async Task<Guid> InsertAsync(Actor owner, Guid eventId)
    {
        await using var sql = await RawSql.AsAsync(database, owner);
        await sql.RunAsync(Insert(owner, eventId));
        return Guid.Parse((await sql.ListAsync($"SELECT id FROM feed_addresses WHERE owner_id = '{owner.UserId}' ORDER BY created_at DESC LIMIT 1"))[0]);
    }

    private static string Insert(Actor owner, Guid eventId) =>
        $"""
        INSERT INTO feed_addresses (id, event_id, owner_id, kind, subject_id, language, token_hash, created_at)
        VALUES (gen_random_uuid(), '{eventId}', '{owner.UserId}', 'Room', gen_random_uuid(), 'en', sha256(gen_random_uuid()::text::bytea), now())
        """;

    private static string List(Actor maker, Guid eventId) =>
        $"""
        INSERT INTO scheduled_exports (id, event_id, subject, to_address, language, hour, created_by, created_at, failures, reported)
        VALUES (gen_random_uuid(), '{eventId}', 'Sessions', 'a@b.example', 'en', 7, '{maker.UserId}', now(), 0, '[]')
        """;
}
