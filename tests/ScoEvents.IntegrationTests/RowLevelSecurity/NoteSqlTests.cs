using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Invitations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Invitations;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Notes, their texts and their numbers, asked for by SQL that got past the portal's services.</summary>
public sealed class NoteSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    private readonly InvitationsDesk _desk = new(database);

    [Fact]
    public async Task A_side_reads_its_own_notes_and_writes_none()
    {
        var (_, eventId, ids) = await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(database, await database.FocalPointAsync("KZ"));

        Assert.Equal([ids[0].ToString()], await sql.ListAsync($"SELECT invitation_id FROM notes_verbales WHERE event_id = '{eventId}'"));
        Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM note_templates WHERE event_id = '{eventId}'"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM note_counters"));
        Assert.Equal(Denied, await sql.RefusedAsync(Copy(eventId, "number + 1000")));
        Assert.Equal(Denied, await sql.RefusedAsync("UPDATE notes_verbales SET body = 'x'"));
        Assert.Equal(Denied, await sql.RefusedAsync("DELETE FROM notes_verbales"));
        Assert.Equal(0, await sql.RunAsync("UPDATE note_counters SET last = 1"));
        Assert.Equal(0, await sql.RunAsync("DELETE FROM note_templates"));
        Assert.Equal(Denied, await sql.RefusedAsync($"INSERT INTO note_templates (id, event_id, kind, language, body) VALUES (gen_random_uuid(), '{eventId}', 'Invitation', 'ur', 'x')"));
        Assert.Equal(Denied, await sql.RefusedAsync($"INSERT INTO note_counters (secretariat_id, year, last) SELECT id, 2030, 1 FROM secretariats LIMIT 1"));
    }

    [Fact]
    public async Task Others_see_nothing_at_all()
    {
        var (_, eventId, _) = await ArrangeAsync();
        foreach (var other in new[]
        {
            Actor.Public, await database.PersonAsync(), await database.OrganiserAsync("uz-isrs"), await database.FocalPointAsync("TM"),
            await database.PersonAsync(Role.Administrator, GrantScope.Portal), await database.PersonAsync(Role.Auditor, GrantScope.Portal),
        })
        {
            await using var sql = await RawSql.AsAsync(database, other);
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM notes_verbales WHERE event_id = '{eventId}'"));
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM note_templates WHERE event_id = '{eventId}'"));
            Assert.Equal(Denied, await sql.RefusedAsync($"TRUNCATE notes_verbales"));
        }
    }

    [Fact]
    public async Task Staff_reads_notes_and_only_an_organiser_issues_them_under_the_own_name_and_a_number_that_was_drawn()
    {
        var (organiser, eventId, _) = await ArrangeAsync();
        await using (var staff = await RawSql.AsAsync(database, await database.PersonAsync(Role.Staff, GrantScope.Event(eventId))))
        {
            Assert.Equal(2, await staff.CountAsync($"SELECT count(*) FROM notes_verbales WHERE event_id = '{eventId}'"));
            Assert.Equal(0, await staff.CountAsync("SELECT count(*) FROM note_counters"));
        }

        await using var sql = await RawSql.AsAsync(database, organiser);
        Assert.Equal(Denied, await sql.RefusedAsync(Copy(eventId, "1000000")));
        Assert.Equal(Denied, await sql.RefusedAsync(Copy(eventId, "number", issuedBy: "gen_random_uuid()")));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await sql.RefusedAsync(Copy(eventId, "number")));
        Assert.Equal(Denied, await sql.RefusedAsync(Copy(eventId, "number", secretariat: $"'{await database.SecretariatAsync("uz-isrs")}'")));
    }

    [Fact]
    public async Task The_task_that_looks_for_days_that_passed_can_do_that_and_nothing_else()
    {
        var (organiser, eventId, ids) = await ArrangeAsync();
        Assert.True((await _desk.Delivery.MarkDeliveredAsync(organiser, eventId, InvitationsDesk.Chosen(ids[1]), default)).IsSuccess);
        await using var sql = await RawSql.AsAsync(database, Actor.Public);
        await sql.RunAsync("SELECT set_config('app.task', 'deadlines', false)");

        Assert.Equal(2, await sql.CountAsync($"SELECT count(*) FROM invitations WHERE event_id = '{eventId}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE invitations SET status = 'Accepted' WHERE id = '{ids[0]}'"));
        Assert.Equal(1, await sql.RunAsync($"UPDATE invitations SET status = 'NoReply' WHERE id = '{ids[0]}'"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM notes_verbales"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM delegates"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM outbox_mails"));
    }

    private static string Copy(Guid eventId, string number, string issuedBy = "access.actor()", string secretariat = "secretariat_id") =>
        "INSERT INTO notes_verbales (id, event_id, side_id, invitation_id, secretariat_id, year, number, kind, language, capacity, addressee, body, issued_at, issued_by) "
        + $"SELECT gen_random_uuid(), event_id, side_id, invitation_id, {secretariat}, year, {number}, kind, language, capacity, addressee, 'forged', issued_at, {issuedBy} "
        + $"FROM notes_verbales WHERE event_id = '{eventId}' LIMIT 1";

    private async Task<(Actor Organiser, Guid EventId, Guid[] Ids)> ArrangeAsync()
    {
        var organiser = await database.OrganiserAsync();
        var (eventId, ids) = await _desk.InvitedAsync(organiser, "KZ", "UZ");
        Assert.True((await _desk.Notes.SaveTemplateAsync(organiser, eventId, new NoteTemplateForm { Kind = NoteKind.Reminder, Language = "en", Body = "secret" }, default)).IsSuccess);
        Assert.Equal(2, (await _desk.Notes.IssueAsync(organiser, eventId, NoteKind.Invitation, InvitationsDesk.Chosen(ids), default)).Value.Issued);
        return (organiser, eventId, ids);
    }
}
