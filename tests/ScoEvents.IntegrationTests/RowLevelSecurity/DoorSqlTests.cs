using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.Badges;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.CheckIn;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Badges, keys and scans for somebody who got past the portal's services.</summary>
public sealed class DoorSqlTests : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    private readonly TestDatabase _database;
    private readonly BadgesDesk _desk;

    public DoorSqlTests(TestDatabase database)
    {
        _database = database;
        _desk = new BadgesDesk(database);
        _desk.GoTo(TimeSpan.FromHours(9));
    }

    [Fact]
    public async Task Nobody_sees_anything_while_no_user_is_set()
    {
        await ScannedAsync();
        await using var sql = await RawSql.AsAsync(_database, Actor.Public);

        foreach (var table in new[] { "badges", "badge_keys", "check_ins" })
        {
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM {table}"));
        }
    }

    [Fact]
    public async Task A_side_sees_its_own_badges_and_no_other_sides_and_no_keys_and_no_doors()
    {
        var gathering = await ScannedAsync();
        var foreign = await _database.FocalPointAsync("UZ");
        await using var own = await RawSql.AsAsync(_database, gathering.FocalPoint);
        await using var other = await RawSql.AsAsync(_database, foreign);

        Assert.Equal(1, await own.CountAsync($"SELECT count(*) FROM badges WHERE event_id = '{gathering.EventId}'"));
        Assert.Equal(0, await other.CountAsync("SELECT count(*) FROM badges"));
        foreach (var sql in new[] { own, other })
        {
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM badge_keys"));
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM check_ins"));
        }
    }

    [Fact]
    public async Task A_side_can_neither_issue_a_badge_nor_bring_one_back_to_life_nor_note_a_scan()
    {
        var gathering = await ScannedAsync();
        await using var sql = await RawSql.AsAsync(_database, gathering.FocalPoint);

        Assert.Equal(Denied, await RefusalAsync(sql,
            "INSERT INTO badges (id, case_id, delegate_id, event_id, side_id, serial, key_id, payload, issued_at, issued_by, valid_from, valid_until) "
            + $"SELECT gen_random_uuid(), case_id, delegate_id, event_id, side_id, 77, key_id, payload, now(), '{gathering.FocalPoint.UserId}', valid_from, valid_until FROM badges WHERE event_id = '{gathering.EventId}'"));
        Assert.Equal(Denied, await RefusalAsync(sql, $"UPDATE badges SET revoked_at = NULL WHERE event_id = '{gathering.EventId}'"));
        Assert.Equal(Denied, await RefusalAsync(sql, ScanSql(gathering, gathering.FocalPoint)));
    }

    [Fact]
    public async Task Staff_at_the_door_notes_scans_under_the_own_name_only_and_issues_nothing()
    {
        var gathering = await ScannedAsync();
        var staff = await _database.PersonAsync(Role.Staff, GrantScope.Event(gathering.EventId));
        await using var sql = await RawSql.AsAsync(_database, staff);

        Assert.Equal(1, await sql.RunAsync(ScanSql(gathering, staff)));
        Assert.Equal(Denied, await RefusalAsync(sql, ScanSql(gathering, gathering.Organiser)));
        Assert.Equal(0, await sql.RunAsync($"UPDATE badges SET revoked_at = now() WHERE event_id = '{gathering.EventId}'"));
        Assert.Equal(0, await sql.RunAsync("UPDATE badge_keys SET retired_at = now()"));
    }

    [Theory]
    [InlineData("UPDATE check_ins SET outcome = 'Admitted'")]
    [InlineData("DELETE FROM check_ins")]
    [InlineData("DELETE FROM badges")]
    [InlineData("DELETE FROM badge_keys")]
    public async Task Not_even_an_organiser_rewrites_what_happened_at_a_door(string statement)
    {
        var gathering = await ScannedAsync();
        await using var sql = await RawSql.AsAsync(_database, gathering.Organiser);

        Assert.Equal(Denied, await RefusalAsync(sql, statement));
    }

    private static string ScanSql(Gathering gathering, Actor by) =>
        "INSERT INTO check_ins (id, event_id, direction, scanned_at, received_at, device_name, outcome, by) "
        + $"VALUES (gen_random_uuid(), '{gathering.EventId}', 'In', now(), now(), 'Door', 'Refused', '{by.UserId}')";

    private static async Task<string?> RefusalAsync(RawSql sql, string statement) =>
        (await Assert.ThrowsAsync<PostgresException>(() => sql.RunAsync(statement))).SqlState;

    private async Task<Gathering> ScannedAsync()
    {
        var gathering = await _desk.GatheringAsync();
        var badge = await _desk.IssuedAsync(gathering, gathering.Persons[0]);
        var scanned = await _desk.Doors.AcceptAsync(
            gathering.Organiser, gathering.EventId,
            new ScanBatchForm { Device = "Door", Scans = [new ScanForm { Id = Guid.NewGuid(), Payload = badge.Payload, ScannedAt = _database.Clock.GetUtcNow().ToUnixTimeMilliseconds() }] },
            default);
        Assert.True(scanned.IsSuccess);
        return gathering;
    }
}
