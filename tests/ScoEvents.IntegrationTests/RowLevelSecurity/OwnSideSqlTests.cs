using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Every protected table of an event, asked by a focal point who got past the portal's services: what is not the own side's in the own event is neither seen nor changed.</summary>
public sealed class OwnSideSqlTests(OwnSideWorld world) : IClassFixture<OwnSideWorld>
{
    // A trigger that keeps a table's own rules may speak before the policy does.
    private static readonly string[] _refusals =
        [PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ForeignKeyViolation, PostgresErrorCodes.CheckViolation, PostgresErrorCodes.RaiseException];

    // What is said to everybody: rules of the event, and documents and programmes that are open.
    private static readonly string[] _open = ["delegation_settings"];

    [Fact]
    public async Task Every_table_that_names_a_side_is_protected_or_open_on_purpose()
    {
        await using var sql = await RawSql.AsAsync(world.Database, Actor.Public);

        var open = await sql.ListAsync(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'side_id' AND NOT a.attisdropped)
            ORDER BY c.relname
            """);

        // Who organises an event and who was at recorded ones is public.
        Assert.Equal(["event_attendance", "event_parties"], open);
    }

    [Fact]
    public async Task Protected_tables_of_delegations_bind_their_owner_too()
    {
        await using var sql = await RawSql.AsAsync(world.Database, Actor.Public);

        var loose = await sql.ListAsync(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND NOT c.relforcerowsecurity
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'side_id' AND NOT a.attisdropped)
            ORDER BY c.relname
            """);

        // The command line makes the first administrator, and the loader the speakers of recorded events, as the owner.
        Assert.Equal(["grants", "speakers"], loose);
    }

    [Fact]
    public async Task A_query_without_any_condition_shows_own_rows_only()
    {
        await using var sql = await RawSql.AsAsync(world.Database, world.Kazakhstan);
        foreach (var table in world.Tables.Keys.Except(_open))
        {
            var foreign = world.HasSide(table)
                ? $"SELECT count(*) FROM {table} WHERE side_id IS DISTINCT FROM '{world.OwnSide}' OR (event_id IS NOT NULL AND event_id <> '{world.EventId}')"
                : $"SELECT count(*) FROM {table}";

            Assert.True(await sql.CountAsync(foreign) == 0, table);
        }
    }

    [Fact]
    public async Task Own_rows_are_seen_where_the_side_works_with_them()
    {
        await using var sql = await RawSql.AsAsync(world.Database, world.Kazakhstan);
        foreach (var table in new[]
        {
            "invitations", "delegations", "delegates", "delegate_photos", "delegate_drafts", "accreditations", "accreditation_steps", "badges", "notes_verbales", "mandate_letters",
            "focal_point_links", "focal_points", "attendance_records",
        })
        {
            Assert.True(await sql.CountAsync($"SELECT count(*) FROM {table} WHERE side_id = '{world.OwnSide}' AND event_id = '{world.EventId}'") > 0, table);
        }
    }

    [Fact]
    public async Task Nobody_sees_a_row_while_no_user_is_set()
    {
        await using var sql = await RawSql.AsAsync(world.Database, Actor.Public);
        foreach (var table in world.Tables.Keys.Except(_open))
        {
            Assert.True(await sql.CountAsync($"SELECT count(*) FROM {table}") == 0, table);
        }
    }

    [Fact]
    public async Task Joins_copies_functions_and_xml_show_no_more_than_a_query()
    {
        await using var sql = await RawSql.AsAsync(world.Database, world.Kazakhstan);
        foreach (var table in world.Tables.Keys.Except(_open))
        {
            var visible = await sql.CountAsync($"SELECT count(*) FROM {table}");

            Assert.True(visible == await sql.CountAsync($"SELECT count(DISTINCT b.ctid) FROM events e LEFT JOIN {table} b ON true"), table);
            Assert.True(visible == await sql.CountAsync($"WITH everything AS MATERIALIZED (SELECT * FROM {table}) SELECT count(*) FROM everything"), table);
            Assert.True(visible == await sql.CountAsync($"SELECT coalesce(array_length(xpath('//row', query_to_xml('SELECT 1 AS x FROM {table}', true, false, '')), 1), 0)"), table);
            using var reader = await sql.Connection.BeginTextExportAsync($"COPY (SELECT 'row' FROM {table}) TO STDOUT");
            Assert.True(visible == (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, table);
        }
    }

    [Fact]
    public async Task Nothing_of_another_side_or_event_is_changed_removed_added_or_taken_over()
    {
        var before = await world.EverythingAsync();
        await using var sql = await RawSql.AsAsync(world.Database, world.Kazakhstan);
        foreach (var table in world.Tables.Keys)
        {
            var foreign = world.HasSide(table) ? $"side_id = '{world.OtherSide}' OR event_id = '{world.OtherEventId}'" : "true";
            await DoesNothingAsync(sql, $"UPDATE {table} SET event_id = event_id WHERE {foreign}");
            await DoesNothingAsync(sql, $"DELETE FROM {table} WHERE {foreign}");
            await DoesNothingAsync(sql, $"UPDATE {table} SET event_id = '{world.OtherEventId}'");
            await DoesNothingAsync(sql, world.Insert(table, world.OtherEventId, world.OwnSide, "smuggled"));
            var columns = (await sql.ListAsync($"SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"))[0];
            await DoesNothingAsync(sql, $"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE {foreign}");
            await DoesNothingAsync(sql, $"TRUNCATE {table}");
            if (world.HasSide(table))
            {
                await DoesNothingAsync(sql, $"UPDATE {table} SET side_id = '{world.OtherSide}'");
                await DoesNothingAsync(sql, world.Insert(table, world.EventId, world.OtherSide, "smuggled"));
            }

        }

        Assert.Equal(before, await world.EverythingAsync());
    }

    [Fact]
    public async Task Copying_rows_in_writes_none_for_another_side()
    {
        await using var sql = await RawSql.AsAsync(world.Database, world.Kazakhstan);
        foreach (var table in world.Tables.Keys.Where(world.HasSide))
        {
            // PostgreSQL refuses COPY FROM into a table under row-level security whole.
            var refused = await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
            {
                await using var writer = await sql.Connection.BeginTextImportAsync($"COPY {table} (event_id, side_id) FROM STDIN");
                await writer.WriteLineAsync($"{world.EventId}\t{world.OtherSide}");
            });

            Assert.True(refused is PostgresException { SqlState: "0A000" or PostgresErrorCodes.InsufficientPrivilege }, $"{table}: {refused.Message}");
        }
    }

    [Fact]
    public async Task What_a_side_hands_in_it_does_not_admit()
    {
        await using var sql = await RawSql.AsAsync(world.Database, world.Kazakhstan);

        foreach (var state in new[] { "UnderReview", "Approved", "BadgeIssued", "CheckedIn" })
        {
            await DoesNothingAsync(sql, $"UPDATE accreditations SET state = '{state}'");
        }

        await DoesNothingAsync(sql, "UPDATE badges SET revoked_at = NULL");
    }

    /// <summary>Runs what must change nothing: either refused, or without a row within reach.</summary>
    private static async Task DoesNothingAsync(RawSql sql, string statement)
    {
        try
        {
            var changed = await sql.RunAsync(statement);
            Assert.True(changed <= 0, $"{changed} rows: {statement}");
        }
        catch (PostgresException refused)
        {
            Assert.True(_refusals.Contains(refused.SqlState), $"{refused.SqlState} {refused.MessageText}: {statement}");
        }
    }
}
