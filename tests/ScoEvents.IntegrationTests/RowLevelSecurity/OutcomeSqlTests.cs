using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Lists, attendance and proofs, asked by SQL past the portal's services.</summary>
public sealed class OutcomeSqlTests(TwoSides sides) : IClassFixture<TwoSides>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    [Fact]
    public async Task Nobody_and_a_secretariat_of_elsewhere_see_nothing()
    {
        await ArrangeAsync();
        foreach (var stranger in new[] { Actor.Public, await sides.Database.OrganiserAsync("sco-rats-ec"), await sides.Database.PersonAsync() })
        {
            await using var sql = await RawSql.AsAsync(sides.Database, stranger);
            foreach (var table in new[] { "participant_snapshots", "attendance_records", "purge_records" })
            {
                Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM {table}"));
            }
        }
    }

    [Fact]
    public async Task A_side_sees_its_own_attendance_and_no_list_that_names_the_others()
    {
        await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);

        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM participant_snapshots"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM purge_records"));
        Assert.Equal([(await sides.Database.SideAsync("KZ")).ToString()], await sql.ListAsync("SELECT DISTINCT side_id FROM attendance_records"));
        Assert.Equal(0, await sql.RunAsync("UPDATE attendance_records SET state = 'Absent'"));
        Assert.Equal(0, await sql.RunAsync("DELETE FROM attendance_records"));
        Assert.Equal(Denied, await sql.RefusedAsync(Attendance(await sides.Database.SideAsync("KZ"), sides.Kazakhstan)));
        Assert.Equal(Denied, await sql.RefusedAsync(List(9, sides.Kazakhstan)));
        Assert.Equal(Denied, await sql.RefusedAsync(Proof()));
    }

    [Fact]
    public async Task Staff_reads_and_only_those_who_accredit_write()
    {
        await ArrangeAsync();
        var staff = await sides.Database.PersonAsync(Role.Staff, GrantScope.Event(sides.EventId));
        await using var sql = await RawSql.AsAsync(sides.Database, staff);

        Assert.True(await sql.CountAsync("SELECT count(*) FROM participant_snapshots") > 0);
        Assert.True(await sql.CountAsync("SELECT count(*) FROM attendance_records") > 0);
        Assert.Equal(Denied, await sql.RefusedAsync(List(9, staff)));
        Assert.Equal(0, await sql.RunAsync("UPDATE attendance_records SET state = 'Absent'"));
        Assert.Equal(Denied, await sql.RefusedAsync(Proof()));
    }

    [Fact]
    public async Task An_issued_list_and_a_proof_are_changed_by_nobody_and_a_list_is_issued_in_ones_own_name()
    {
        await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Organiser);

        foreach (var statement in new[]
        {
            "UPDATE participant_snapshots SET entries = '[]'", "DELETE FROM participant_snapshots", "TRUNCATE participant_snapshots",
            "UPDATE purge_records SET proof = ''", "DELETE FROM purge_records", List(9, sides.Kazakhstan),
        })
        {
            Assert.Equal(Denied, await sql.RefusedAsync(statement));
        }

        Assert.Equal(PostgresErrorCodes.UniqueViolation, await sql.RefusedAsync(List(1, sides.Organiser)));
    }

    [Fact]
    public async Task The_task_that_purges_sees_what_it_empties_and_no_list()
    {
        await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(sides.Database, Actor.Public);
        await sql.RunAsync("SELECT set_config('app.task', 'purge', false)");

        Assert.True(await sql.CountAsync("SELECT count(*) FROM delegates") >= 2);
        foreach (var table in new[] { "participant_snapshots", "attendance_records", "invitations", "mandate_letters", "audit_entries", "badges", "check_ins" })
        {
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM {table}"));
        }

        Assert.Equal(Denied, await sql.RefusedAsync("DELETE FROM delegates"));
        Assert.Equal(Denied, await sql.RefusedAsync($"INSERT INTO delegate_photos (delegate_id, event_id, side_id, bytes, content_type, width, height, sha256, uploaded_at) SELECT id, event_id, side_id, '', 'image/jpeg', 1, 1, repeat('a', 64), now() FROM delegates"));
    }

    private async Task ArrangeAsync()
    {
        if (await sides.Database.ScalarAsync("SELECT 1 FROM participant_snapshots") is not null)
        {
            return;
        }

        await sides.Database.ScalarAsync(List(1, sides.Organiser));
        await sides.Database.ScalarAsync(Proof());
        foreach (var code in new[] { "KZ", "UZ" })
        {
            await sides.Database.ScalarAsync(Attendance(await sides.Database.SideAsync(code), sides.Organiser));
        }
    }

    private string List(int number, Actor by) => $"""
        INSERT INTO participant_snapshots (id, event_id, number, kind, entries, issued_at, issued_by)
        VALUES (gen_random_uuid(), '{sides.EventId}', {number}, 'Final', '[]', now(), '{by.UserId}')
        """;

    private string Attendance(Guid side, Actor by) => $"""
        INSERT INTO attendance_records (id, event_id, side_id, state, at, by) VALUES (gen_random_uuid(), '{sides.EventId}', '{side}', 'Present', now(), '{by.UserId}')
        """;

    private string Proof() => $$"""
        INSERT INTO purge_records (id, event_id, kind, at, counts, proof) VALUES (gen_random_uuid(), '{{sides.EventId}}', 'Everything', now(), '{}', repeat('a', 64))
        """;
}
