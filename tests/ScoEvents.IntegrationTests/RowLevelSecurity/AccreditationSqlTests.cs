using Npgsql;
using ScoEvents.Domain.Accreditation;
using ScoEvents.IntegrationTests.Features.Accreditation;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Accreditation;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>What somebody could do to accreditations who got past the services.</summary>
public sealed class AccreditationSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Forbidden = PostgresErrorCodes.InsufficientPrivilege;

    [Theory]
    [InlineData("state = 'Approved'", Forbidden)]
    [InlineData("state = 'UnderReview'", Forbidden)]
    [InlineData("state = 'BadgeIssued'", PostgresErrorCodes.CheckViolation)]
    [InlineData("vetting = 'Cleared'", Forbidden)]
    [InlineData("vetting_at = now()", Forbidden)]
    public async Task A_focal_point_admits_and_vets_nobody(string change, string expected)
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var own = await desk.PersonAsync(desk.Kazakhstan, "Own");
        await using var sql = await RawSql.AsAsync(database, desk.Kazakhstan.FocalPoint);

        Assert.Equal(expected, await sql.RefusedAsync($"UPDATE accreditations SET {change} WHERE id = '{own.CaseId}'"));

        Assert.Equal((AccreditationState.Submitted, Vetting.NotSent), ((await desk.CaseAsync(own.CaseId)).State, (await desk.CaseAsync(own.CaseId)).Vetting));
    }

    [Theory]
    [InlineData("Refused")]
    [InlineData("Revoked")]
    [InlineData("Suspended")]
    [InlineData("UnderReview")]
    public async Task A_focal_point_hands_nobody_in_again_past_a_decision(string state)
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var own = await desk.PersonAsync(desk.Kazakhstan, "Own", state);
        await using var sql = await RawSql.AsAsync(database, desk.Kazakhstan.FocalPoint);

        Assert.Contains(
            await sql.RefusedAsync($"UPDATE accreditations SET state = 'Submitted' WHERE id = '{own.CaseId}'"), new[] { Forbidden, PostgresErrorCodes.CheckViolation });
    }

    [Fact]
    public async Task A_focal_point_sees_neither_anothers_cases_steps_and_letters_nor_what_the_vetting_said()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var own = await desk.PersonAsync(desk.Kazakhstan, "Own");
        var foreign = await desk.PersonAsync(desk.Uzbekistan, "Foreign");
        await desk.Service.MarkVettingAsync(desk.Registrar, desk.EventId, [own, foreign], Vetting.Cleared, default);
        await database.ScalarAsync(
            $"""
            INSERT INTO issued_letters (id, event_id, side_id, delegate_id, kind, secretariat_id, year, number, issued_at, issued_by)
            SELECT gen_random_uuid(), event_id, side_id, delegate_id, 'VisaSupport', gen_random_uuid(), 2026, 7, now(), gen_random_uuid() FROM accreditations WHERE event_id = '{desk.EventId}'
            """);
        await using var sql = await RawSql.AsAsync(database, desk.Kazakhstan.FocalPoint);

        Assert.Equal([own.CaseId.ToString()], await sql.ListAsync($"SELECT id FROM accreditations WHERE event_id = '{desk.EventId}'"));
        Assert.Equal([own.CaseId.ToString()], await sql.ListAsync($"SELECT DISTINCT case_id FROM accreditation_steps WHERE event_id = '{desk.EventId}'"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM accreditation_steps WHERE vetting IS NOT NULL"));
        Assert.Equal(1, await sql.CountAsync($"SELECT count(*) FROM issued_letters WHERE event_id = '{desk.EventId}'"));
        Assert.Equal(0, await sql.RunAsync($"UPDATE accreditations SET state = 'Withdrawn' WHERE id = '{foreign.CaseId}'"));
        Assert.Equal(Forbidden, await sql.RefusedAsync("DELETE FROM accreditations"));
        Assert.Equal(Forbidden, await sql.RefusedAsync("DELETE FROM accreditation_steps"));
        Assert.Equal(Forbidden, await sql.RefusedAsync("UPDATE accreditation_steps SET reason = 'x'"));
        Assert.Equal(Forbidden, await sql.RefusedAsync("UPDATE issued_letters SET number = 1"));
    }

    [Fact]
    public async Task A_registrar_keeps_to_the_moves_too_and_reads_no_mails_but_those_of_decisions()
    {
        var desk = await AccreditationDesk.OpenAsync(database);
        var revoked = await desk.PersonAsync(desk.Kazakhstan, "Own", "Revoked");
        var seen = await desk.PersonAsync(desk.Kazakhstan, "Own");
        await desk.ActAsync(desk.Registrar, seen, ReviewAct.Refuse, "No mandate");
        await database.ScalarAsync(
            $"""
            INSERT INTO outbox_mails (id, event_id, key, to_address, to_name, language, subject, body, state, attempts, created_at)
            VALUES (gen_random_uuid(), '{desk.EventId}', 'release:1:{desk.EventId}', 'a@b.example', 'A', 'en', 'CANARY', 'CANARY', 'Queued', 0, now())
            """);
        await using var sql = await RawSql.AsAsync(database, desk.Registrar);

        Assert.Equal(PostgresErrorCodes.CheckViolation, await sql.RefusedAsync($"UPDATE accreditations SET state = 'Approved' WHERE id = '{revoked.CaseId}'"));
        Assert.Equal(1, await sql.CountAsync("SELECT count(*) FROM outbox_mails"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM outbox_mails WHERE subject = 'CANARY'"));
        Assert.Equal(0, await sql.RunAsync("UPDATE outbox_mails SET subject = 'x' WHERE key LIKE 'release:%'"));
    }
}
