using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Mails name sessions that are closed to most, so the table itself shows them to the organisers of their event and to the task that sends them.</summary>
public sealed class OutboxSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    [Fact]
    public async Task Others_than_the_organisers_of_the_event_see_change_and_write_nothing()
    {
        var (organiser, eventId, mailId) = await ArrangeAsync();
        var others = new[]
        {
            Actor.Public,
            await database.PersonAsync(),
            await database.OrganiserAsync("uz-isrs"),
            await database.FocalPointAsync("KZ"),
            await database.PersonAsync(Role.Staff, GrantScope.Event(eventId)),
            await database.PersonAsync(Role.Administrator, GrantScope.Portal),
            await database.PersonAsync(Role.Auditor, GrantScope.Portal),
        };

        foreach (var other in others)
        {
            await using var sql = await RawSql.AsAsync(database, other);
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM outbox_mails"));
            Assert.Equal(0, await sql.RunAsync($"UPDATE outbox_mails SET state = 'Queued', next_attempt_at = now() WHERE id = '{mailId}'"));
            Assert.Equal(Denied, await sql.RefusedAsync(Insert(eventId)));
            Assert.Equal(Denied, await sql.RefusedAsync($"DELETE FROM outbox_mails WHERE id = '{mailId}'"));
            Assert.Equal(Denied, await sql.RefusedAsync("TRUNCATE outbox_mails"));
        }

        await using var own = await RawSql.AsAsync(database, organiser);
        Assert.Equal(1, await own.CountAsync($"SELECT count(*) FROM outbox_mails WHERE id = '{mailId}'"));
    }

    [Fact]
    public async Task An_organiser_writes_no_mail_for_another_event_and_moves_none_there()
    {
        var (organiser, _, mailId) = await ArrangeAsync();
        var theirs = await database.OrganiserAsync("uz-isrs");
        var elsewhere = await new OrganiserDesk(database).EventAsync(theirs);
        await using var sql = await RawSql.AsAsync(database, organiser);

        Assert.Equal(Denied, await sql.RefusedAsync(Insert(elsewhere)));
        Assert.Equal(Denied, await sql.RefusedAsync(Insert(null)));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE outbox_mails SET event_id = '{elsewhere}' WHERE id = '{mailId}'"));
    }

    [Fact]
    public async Task The_task_that_sends_mails_sees_all_of_them_and_nothing_else_that_is_protected()
    {
        await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(database, Actor.Public);
        await sql.RunAsync("SELECT set_config('app.task', 'mail', false)");

        Assert.Equal((long)(await database.ScalarAsync("SELECT count(*) FROM outbox_mails"))!, await sql.CountAsync("SELECT count(*) FROM outbox_mails"));
        foreach (var table in new[] { "invitations", "delegations", "delegates", "focal_points", "audit_entries" })
        {
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM {table}"));
        }
    }

    private static string Insert(Guid? eventId) =>
        $"""
        INSERT INTO outbox_mails (id, event_id, key, to_address, to_name, language, subject, body, state, attempts, created_at)
        VALUES (gen_random_uuid(), {(eventId is { } id ? $"'{id}'" : "NULL")}, gen_random_uuid()::text, 'a@b.example', 'A', 'en', 'S', 'B', 'Queued', 0, now())
        """;

    private async Task<(Actor Organiser, Guid EventId, Guid MailId)> ArrangeAsync()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await new OrganiserDesk(database).EventAsync(organiser);
        return (organiser, eventId, await new MailDesk(database).QueueAsync(organiser, eventId, "focal@mfa.example"));
    }
}
