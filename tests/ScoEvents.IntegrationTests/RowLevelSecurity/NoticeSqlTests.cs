using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Notices are their reader's alone, and nobody can say what did not happen.</summary>
public sealed class NoticeSqlTests(TwoSides sides) : IClassFixture<TwoSides>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    [Fact]
    public async Task Nobody_reads_marks_or_removes_anothers_notices()
    {
        await using var own = await RawSql.AsAsync(sides.Database, sides.Organiser);
        Assert.Equal(2, await own.CountAsync("SELECT count(*) FROM notices"));
        Actor[] others = [Actor.Public, await sides.Database.PersonAsync(), await sides.Database.OrganiserAsync(), await sides.Database.PersonAsync(Role.Administrator, GrantScope.Portal), await sides.Database.PersonAsync(Role.Auditor, GrantScope.Portal)];

        foreach (var other in others)
        {
            await using var sql = await RawSql.AsAsync(sides.Database, other);
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM notices"));
            Assert.Equal(0, await sql.RunAsync("UPDATE notices SET read_at = now()"));
            Assert.Equal(0, await sql.RunAsync("DELETE FROM notices"));
        }

        Assert.Equal(0, await own.RunAsync("DELETE FROM notices"));
        Assert.Equal(2, await own.CountAsync("SELECT count(*) FROM notices WHERE read_at IS NULL"));
    }

    [Theory]
    [InlineData("INSERT INTO notices (id, user_id, kind, event_id, count, key, created_at) SELECT gen_random_uuid(), user_id, kind, event_id, 1, 'forged', now() FROM notices LIMIT 1")]
    [InlineData("UPDATE notices SET kind = 'EventCancelled'")]
    [InlineData("UPDATE notices SET user_id = gen_random_uuid()")]
    [InlineData("UPDATE notices SET event_id = event_id")]
    [InlineData("SELECT access.tell(ARRAY[gen_random_uuid()], 'EventCancelled', gen_random_uuid(), NULL, NULL, NULL, 'forged')")]
    [InlineData("SELECT access.staff_of(gen_random_uuid(), 'Organiser')")]
    [InlineData("SELECT access.voices_of(gen_random_uuid(), gen_random_uuid())")]
    [InlineData("TRUNCATE notices")]
    [InlineData("ALTER TABLE notices DISABLE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE invitations DISABLE TRIGGER invitations_tell_status")]
    public async Task A_notice_is_not_forged(string statement)
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Organiser);

        Assert.Equal(Denied, await sql.RefusedAsync(statement));
    }

    [Fact]
    public async Task The_portals_own_work_sees_what_was_read_and_nothing_else()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, Actor.Public);
        await sql.RunAsync("SELECT set_config('app.task', 'notices', false)");

        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM notices WHERE read_at IS NULL"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM delegates"));
    }
}
