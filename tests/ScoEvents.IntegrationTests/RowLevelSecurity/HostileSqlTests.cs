using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

public sealed class HostileSqlTests(TwoSides sides) : IClassFixture<TwoSides>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    [Fact]
    public async Task Nothing_protected_is_visible_while_no_user_is_set()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, Actor.Public);

        foreach (var table in new[] { "invitations", "delegations", "delegates", "focal_points", "audit_entries" })
        {
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM {table}"));
        }
    }

    [Theory]
    [InlineData("SELECT DISTINCT family_name FROM delegates")]
    [InlineData("SELECT family_name FROM delegates WHERE true OR side_id IS NOT NULL GROUP BY family_name")]
    [InlineData("SELECT family_name FROM delegates WHERE false UNION SELECT family_name FROM delegates")]
    [InlineData("WITH everybody AS MATERIALIZED (SELECT * FROM delegates) SELECT DISTINCT family_name FROM everybody")]
    [InlineData("SELECT DISTINCT p.family_name FROM delegations d LEFT JOIN delegates p ON true")]
    [InlineData("SELECT DISTINCT p.family_name FROM events e, LATERAL (SELECT * FROM delegates x WHERE x.event_id = e.id) p")]
    [InlineData("SELECT DISTINCT (xpath('/row/family_name/text()', row))[1]::text FROM unnest(xpath('//row', query_to_xml('SELECT family_name FROM delegates', true, false, ''))) AS row")]
    public async Task A_focal_point_finds_only_the_own_side_however_it_asks(string query)
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);

        Assert.Equal(["Own"], await sql.ListAsync(query));
    }

    [Fact]
    public async Task A_function_of_ones_own_that_tells_what_it_is_asked_is_asked_only_for_own_rows()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);
        await sql.RunAsync("CREATE FUNCTION pg_temp.tell(said text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN RAISE WARNING '%', said; RETURN true; END $$");

        await sql.ListAsync("SELECT family_name FROM delegates WHERE pg_temp.tell(family_name)");

        Assert.Equal(["Own"], sql.Notices.Distinct());
    }

    [Fact]
    public async Task A_table_of_ones_own_that_is_called_grants_gives_no_reach()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);
        await sql.RunAsync("CREATE TEMP TABLE grants AS SELECT * FROM public.grants; UPDATE pg_temp.grants SET role = 'Organiser', side_id = NULL");
        await sql.RunAsync("SET search_path = pg_temp, public");

        Assert.Equal(["Own"], await sql.ListAsync("SELECT DISTINCT family_name FROM public.delegates"));
    }

    [Fact]
    public async Task Copying_a_table_out_copies_own_rows_only()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);

        using var reader = await sql.Connection.BeginTextExportAsync("COPY delegates (family_name) TO STDOUT");
        var copied = await reader.ReadToEndAsync();

        Assert.Equal(["Own"], copied.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct());
    }

    [Theory]
    [InlineData("SET ROLE scoevents_owner")]
    [InlineData("SET SESSION AUTHORIZATION scoevents_owner")]
    [InlineData("SET row_security = off; SELECT count(*) FROM delegates")]
    [InlineData("TRUNCATE delegates")]
    [InlineData("DELETE FROM delegates")]
    [InlineData("DELETE FROM delegations")]
    [InlineData("DELETE FROM focal_points")]
    [InlineData("DELETE FROM grants")]
    [InlineData("ALTER TABLE delegates DISABLE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE delegates NO FORCE ROW LEVEL SECURITY")]
    [InlineData("DROP POLICY delegates_read ON delegates")]
    [InlineData("CREATE POLICY everything ON delegates USING (true)")]
    [InlineData("DROP TABLE delegates")]
    [InlineData("CREATE TABLE public.copies (x int)")]
    [InlineData("CREATE OR REPLACE FUNCTION access.actor() RETURNS uuid LANGUAGE sql AS $$ SELECT NULL::uuid $$")]
    [InlineData("CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$")]
    [InlineData("GRANT scoevents_owner TO scoevents_app")]
    [InlineData("ALTER ROLE scoevents_app BYPASSRLS")]
    [InlineData("CREATE EXTENSION dblink")]
    [InlineData("COPY delegates TO '/tmp/delegates.csv'")]
    [InlineData("COPY delegates TO PROGRAM 'cat'")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("SELECT lo_import('/etc/passwd')")]
    [InlineData("UPDATE audit_entries SET changes = '{}'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("UPDATE releases SET number = 9")]
    [InlineData("DELETE FROM releases")]
    [InlineData("UPDATE released_sessions SET is_cancelled = true")]
    [InlineData("DELETE FROM released_sessions")]
    [InlineData("UPDATE states SET iso2 = 'XX'")]
    [InlineData("INSERT INTO grants SELECT gen_random_uuid(), user_id, 'Administrator', NULL, NULL, NULL, now(), NULL FROM grants LIMIT 1")]
    public async Task What_no_one_under_the_portals_role_may_do_is_denied(string statement)
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);

        Assert.Equal(Denied, await sql.RefusedAsync(statement));
    }

    [Fact]
    public async Task No_extension_opens_a_second_connection()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);

        Assert.Equal(["btree_gist", "pg_trgm", "plpgsql", "unaccent"], await sql.ListAsync("SELECT extname FROM pg_extension ORDER BY extname"));
    }

    [Fact]
    public async Task Rows_of_another_side_are_neither_changed_nor_taken_over()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);
        var uzbekistan = await sides.Database.SideAsync("UZ");

        Assert.Equal(0, await sql.RunAsync($"UPDATE delegates SET family_name = 'Changed' WHERE side_id = '{uzbekistan}'"));
        Assert.Equal(0, await sql.RunAsync($"UPDATE delegations SET quota = 99 WHERE side_id = '{uzbekistan}'"));
        Assert.Equal(0, await sql.RunAsync($"UPDATE invitations SET status = 'Declined' WHERE side_id = '{uzbekistan}'"));
        Assert.Equal(0, await sql.RunAsync("UPDATE grants SET revoked_at = NULL"));
        Assert.Equal(Denied, await sql.RefusedAsync("UPDATE focal_points SET name = 'Changed'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE delegates SET side_id = '{uzbekistan}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE invitations SET side_id = '{uzbekistan}'"));
        Assert.Equal(0L, await sides.Database.ScalarAsync("SELECT count(*) FROM delegates WHERE family_name = 'Changed'"));
    }

    [Fact]
    public async Task A_delegation_or_person_of_another_side_cannot_be_added()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);
        var uzbekistan = await sides.Database.SideAsync("UZ");

        Assert.Equal(Denied, await sql.RefusedAsync(
            $"INSERT INTO delegations (id, invitation_id, event_id, side_id, quota) VALUES (gen_random_uuid(), '{sides.OfUzbekistan}', '{sides.EventId}', '{uzbekistan}', 5)"));
        Assert.Equal(Denied, await sql.RefusedAsync(Smuggle("id", $"'{uzbekistan}'")));
        Assert.Equal(Denied, await sql.RefusedAsync(
            $"INSERT INTO invitations (id, event_id, side_id, capacity, status, quota) VALUES (gen_random_uuid(), '{sides.EventId}', '{await sides.Database.SideAsync("MN")}', 'Member', 'Issued', 5)"));
    }

    [Fact]
    public async Task A_person_of_the_own_side_cannot_be_smuggled_into_the_delegation_of_another()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);
        var foreign = await sides.Database.ScalarAsync($"SELECT id FROM delegations WHERE invitation_id = '{sides.OfUzbekistan}'");
        var person = (await sides.Desk.Delegations.RegisterAsync(sides.Kazakhstan, sides.OfKazakhstan, DelegationsDesk.Person("Own"), default)).Value;
        var unanswered = (await sides.Desk.InviteAsync(sides.Organiser, sides.EventId, "RU"))[0];

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await sql.RefusedAsync(Smuggle($"'{foreign}'::uuid", "side_id")));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await sql.RefusedAsync($"UPDATE delegates SET delegation_id = '{foreign}' WHERE id = '{person}'"));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await sql.RefusedAsync($"UPDATE delegations SET invitation_id = '{unanswered}' WHERE event_id = '{sides.EventId}'"));
    }

    [Fact]
    public async Task An_entry_of_the_trail_cannot_be_written_in_anothers_name()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Kazakhstan);

        Assert.Equal(Denied, await sql.RefusedAsync(
            $"INSERT INTO audit_entries (id, at, actor_id, entity, entity_id, action, changes) VALUES (gen_random_uuid(), now(), '{sides.Organiser.UserId}', 'Delegate', 'x', 'Deleted', '{{}}')"));
    }

    [Fact]
    public async Task An_organiser_neither_registers_nor_changes_persons()
    {
        await using var sql = await RawSql.AsAsync(sides.Database, sides.Organiser);

        Assert.Equal(0, await sql.RunAsync("UPDATE delegates SET family_name = 'Changed'"));
        Assert.Equal(Denied, await sql.RefusedAsync(
            """
            INSERT INTO delegates (id, delegation_id, event_id, side_id, role, family_name, given_names, function, body, email, passport_envelope, passport_masked, stay, languages, is_reserve, registered_at, modified_at)
            SELECT gen_random_uuid(), delegation_id, event_id, side_id, 'Member', family_name, given_names, function, body, email, passport_envelope, passport_masked, stay, languages, is_reserve, registered_at, modified_at FROM delegates LIMIT 1
            """));
    }

    [Fact]
    public async Task Staff_of_another_secretariat_sees_nothing()
    {
        foreach (var stranger in new[] { await sides.Database.OrganiserAsync("sco-rats-ec"), await sides.Database.PersonAsync(Role.Administrator, GrantScope.Portal), await sides.Database.PersonAsync() })
        {
            await using var sql = await RawSql.AsAsync(sides.Database, stranger);

            foreach (var table in new[] { "invitations", "delegations", "delegates", "audit_entries" })
            {
                Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM {table}"));
            }
        }
    }

    [Fact]
    public async Task A_grant_for_one_event_shows_the_side_in_that_event_only()
    {
        var other = await sides.Desk.EventAsync();
        await sides.Desk.AcceptedAsync(sides.Organiser, other, "KZ");
        var bound = await sides.Database.PersonAsync(Role.FocalPoint, new GrantScope(EventId: other, SideId: await sides.Database.SideAsync("KZ")));

        await using var sql = await RawSql.AsAsync(sides.Database, bound);

        Assert.Equal([other.ToString()], await sql.ListAsync("SELECT event_id FROM invitations"));
        Assert.Equal([other.ToString()], await sql.ListAsync("SELECT event_id FROM delegations"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM delegates"));
    }

    [Fact]
    public async Task A_grant_that_was_taken_back_shows_nothing_at_once()
    {
        var focalPoint = await sides.Database.FocalPointAsync("KZ");
        await using var sql = await RawSql.AsAsync(sides.Database, focalPoint);
        Assert.NotEqual(0, await sql.CountAsync("SELECT count(*) FROM delegates"));

        await sides.Database.RevokeAllAsync(focalPoint);

        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM delegates"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM invitations"));
    }

    [Fact]
    public async Task The_portals_role_owns_nothing_and_bypasses_nothing()
    {
        Assert.Equal("f f f f f", await sides.Database.ScalarAsync(
            "SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication) FROM pg_roles WHERE rolname = 'scoevents_app'"));
        Assert.Equal(0L, await sides.Database.ScalarAsync(
            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'scoevents_app'"));
        Assert.Equal(0L, await sides.Database.ScalarAsync(
            "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = 'scoevents_app'"));
        Assert.Equal(4L, await sides.Database.ScalarAsync(
            "SELECT count(*) FROM pg_class WHERE relname IN ('invitations', 'delegations', 'delegates', 'focal_points') AND relrowsecurity AND relforcerowsecurity"));
    }

    [Fact]
    public async Task Passports_of_two_rows_that_were_swapped_are_refused()
    {
        var first = (await sides.Desk.Delegations.RegisterAsync(sides.Kazakhstan, sides.OfKazakhstan, DelegationsDesk.Person("Own", passport: "AA111111"), default)).Value;
        var second = (await sides.Desk.Delegations.RegisterAsync(sides.Kazakhstan, sides.OfKazakhstan, DelegationsDesk.Person("Own", passport: "BB222222"), default)).Value;
        await sides.Database.ScalarAsync(
            $"UPDATE delegates a SET passport_envelope = b.passport_envelope FROM delegates b WHERE (a.id, b.id) IN (('{first}', '{second}'), ('{second}', '{first}'))");

        await using var context = await sides.Database.OpenAsync(sides.Kazakhstan);
        foreach (var id in new[] { first, second })
        {
            var swapped = context.Delegates.Single(person => person.Id == id);
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => sides.Desk.Cipher.Reveal(swapped.Passport, id));
        }
    }

    [Fact]
    public async Task No_column_of_the_database_holds_a_passport_number_in_clear()
    {
        const string Canary = "ZQXCANARY98761";
        var person = (await sides.Desk.Delegations.RegisterAsync(sides.Kazakhstan, sides.OfKazakhstan, DelegationsDesk.Person("Own", passport: Canary), default)).Value;
        var seen = (await sides.Desk.DelegationQueries.OwnAsync(sides.Kazakhstan, sides.OfKazakhstan, default)).Value.Persons.Single(found => found.Id == person);
        var form = DelegationsDesk.Person("Own", passport: Canary + "2");
        form.Version = seen.Version;
        Assert.True((await sides.Desk.Delegations.CorrectAsync(sides.Kazakhstan, sides.OfKazakhstan, person, form, default)).IsSuccess);

        var tables = ((string)(await sides.Database.ScalarAsync(
            "SELECT string_agg(quote_ident(table_schema) || '.' || quote_ident(table_name), ' ') FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'"))!).Split(' ');
        var found = new List<string>();
        foreach (var table in tables)
        {
            if ((long)(await sides.Database.ScalarAsync($"SELECT count(*) FROM {table} t WHERE t::text ILIKE '%ZQXCANARY%' OR t::text LIKE '%98761%'"))! > 0)
            {
                found.Add(table);
            }
        }

        Assert.Contains("public.delegates", tables);
        Assert.Empty(found);
    }

    private string Smuggle(string delegation, string side) =>
        $"""
        INSERT INTO delegates (id, delegation_id, event_id, side_id, role, family_name, given_names, function, body, email, passport_envelope, passport_masked, registered_at, modified_at)
        SELECT gen_random_uuid(), {delegation}, event_id, {side}, 'Member', 'A', 'B', jsonb_build_object(), jsonb_build_object(), 'a@b.example', 'e', 'm', now(), now() FROM delegations WHERE invitation_id = '{sides.OfKazakhstan}'
        """;
}
