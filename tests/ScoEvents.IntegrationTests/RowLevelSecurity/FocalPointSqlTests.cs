using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.FocalPoints;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>That nobody becomes, or makes anybody, focal point otherwise than by a link of an event that the maker organises or of the side that the maker leads.</summary>
public sealed class FocalPointSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    private readonly FocalPointDesk _desk = new(database);

    [Fact]
    public async Task An_organiser_grants_the_office_to_nobody_without_a_link()
    {
        var side = await _desk.InvitedAsync();
        var (person, email) = await _desk.PersonAsync();
        var link = (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form(email), default)).Value;
        await using var sql = await RawSql.AsAsync(database, side.Organiser);

        foreach (var user in new[] { person.UserId, side.Organiser.UserId })
        {
            Assert.Equal(Denied, await sql.RefusedAsync(Grant(user!.Value, side, null)));
            Assert.Equal(Denied, await sql.RefusedAsync(Grant(user.Value, side, link)));
            Assert.Equal(Denied, await sql.RefusedAsync(Office(user.Value, side, link)));
        }

        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE focal_point_links SET used_at = created_at, used_by = '{person.UserId}' WHERE id = '{link}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE focal_point_links SET used_at = created_at, used_by = '{side.Organiser.UserId}' WHERE id = '{link}'"));
    }

    [Fact]
    public async Task An_organiser_makes_no_link_for_an_event_of_others()
    {
        var side = await _desk.InvitedAsync();
        await using var sql = await RawSql.AsAsync(database, await database.OrganiserAsync("uz-isrs"));

        Assert.Equal(Denied, await sql.RefusedAsync(Link(side)));
        Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM focal_point_links WHERE event_id = '{side.EventId}'"));
    }

    [Fact]
    public async Task A_link_is_made_in_nobody_elses_name_and_never_used_from_the_beginning()
    {
        var side = await _desk.InvitedAsync();
        var (person, _) = await _desk.PersonAsync();
        await using var sql = await RawSql.AsAsync(database, side.Organiser);

        Assert.Equal(Denied, await sql.RefusedAsync(Link(side, createdBy: person.UserId)));
        Assert.Equal(Denied, await sql.RefusedAsync(Link(side, createdBy: side.Organiser.UserId, usedBy: side.Organiser.UserId)));
    }

    [Fact]
    public async Task Who_knows_no_secret_sees_no_link_even_when_working_as_the_task_of_links()
    {
        var side = await _desk.InvitedAsync();
        var (person, email) = await _desk.PersonAsync();
        await _desk.SendAsync(side.Organiser, side.InvitationId, email);
        var hash = (byte[])(await database.ScalarAsync($"SELECT token_hash FROM focal_point_links WHERE event_id = '{side.EventId}'"))!;
        await using var sql = await RawSql.AsAsync(database, person);

        foreach (var task in new[] { "focal-link", "focal-link:", $"focal-link:{Convert.ToHexStringLower(hash)}", $"focal-link:{new string('0', 64)}", "focal-link:%", "mail", "purge" })
        {
            await sql.RunAsync($"SELECT set_config('app.task', '{task}', false)");

            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM focal_point_links"));
            Assert.Equal(0, await sql.RunAsync($"UPDATE focal_point_links SET used_at = created_at, used_by = '{person.UserId}'"));
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM invitations"));
        }
    }

    [Fact]
    public async Task The_secret_opens_its_own_link_and_for_the_own_address_only()
    {
        var side = await _desk.InvitedAsync();
        var (person, email) = await _desk.PersonAsync();
        var (other, otherEmail) = await _desk.PersonAsync();
        var key = FocalPointKey.Parse(await _desk.SendAsync(side.Organiser, side.InvitationId, email))!;
        await _desk.SendAsync(side.Organiser, side.InvitationId, otherEmail, FocalPointRank.Deputy);
        await using var sql = await RawSql.AsAsync(database, other);
        await sql.RunAsync($"SELECT set_config('app.task', '{key.ToTask()}', false)");

        Assert.Equal([email], await sql.ListAsync("SELECT email FROM focal_point_links"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE focal_point_links SET used_at = created_at, used_by = '{other.UserId}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE focal_point_links SET used_at = created_at, used_by = '{person.UserId}'"));
        Assert.Equal(Denied, await sql.RefusedAsync("UPDATE focal_point_links SET revoked_at = created_at"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE focal_point_links SET email = '{otherEmail}'"));
    }

    [Fact]
    public async Task A_link_gives_one_grant_in_its_life_also_after_that_was_taken_back()
    {
        var side = await _desk.InvitedAsync();
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var link = (Guid)(await database.ScalarAsync($"SELECT id FROM focal_point_links WHERE used_by = '{principal.UserId}'"))!;
        var point = (await _desk.Queries.OwnAsync(principal, side.InvitationId, default)).Value.Side.Principals.Single(row => !row.IsForAllEvents);
        Assert.True((await _desk.Service.EndAsync(side.Organiser, side.InvitationId, point.Id, default)).IsSuccess);
        await using var sql = await RawSql.AsAsync(database, principal);

        Assert.Equal(PostgresErrorCodes.UniqueViolation, await sql.RefusedAsync(Grant(principal.UserId!.Value, side, link)));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await sql.RefusedAsync(Office(principal.UserId.Value, side, link)));
        Assert.Equal(0, await sql.RunAsync("UPDATE grants SET revoked_at = NULL"));
        Assert.Equal(0, await sql.RunAsync("UPDATE focal_points SET ended_at = NULL"));
        Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM invitations"));
    }

    [Fact]
    public async Task A_first_focal_point_names_and_ends_deputies_of_the_own_side_and_nothing_more()
    {
        var side = await _desk.InvitedAsync();
        var other = await _desk.InvitedAsync("UZ");
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        await _desk.NamedAsync(side.Organiser, side.InvitationId, FocalPointRank.Deputy);
        await _desk.NamedAsync(other.Organiser, other.InvitationId);
        await using var sql = await RawSql.AsAsync(database, principal);

        Assert.Equal(Denied, await sql.RefusedAsync(Link(other, createdBy: principal.UserId)));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE grants SET role = 'Organiser'"));
        Assert.Equal(1, await sql.RunAsync(Link(side, createdBy: principal.UserId)));
        // Of all grants of all sides this reaches the own deputy's.
        Assert.Equal(1, await sql.RunAsync("UPDATE grants SET revoked_at = now()"));
        Assert.Equal(1, await sql.RunAsync("UPDATE focal_points SET ended_at = now()"));
    }

    [Fact]
    public async Task A_deputy_makes_no_link_and_ends_nobody()
    {
        var side = await _desk.InvitedAsync();
        await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var (deputy, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId, FocalPointRank.Deputy);
        await using var sql = await RawSql.AsAsync(database, deputy);

        Assert.Equal(Denied, await sql.RefusedAsync(Link(side, createdBy: deputy.UserId)));
        Assert.Equal(0, await sql.RunAsync("UPDATE grants SET revoked_at = now()"));
        Assert.Equal(0, await sql.RunAsync("UPDATE focal_points SET ended_at = now()"));
    }

    [Fact]
    public async Task A_first_focal_point_writes_no_mail_but_that_of_an_own_link()
    {
        var side = await _desk.InvitedAsync();
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        await _desk.SendAsync(side.Organiser, side.InvitationId, "theirs@mfa.example", FocalPointRank.Deputy);
        var own = (await _desk.Service.InviteAsync(principal, side.InvitationId, FocalPointDesk.Form("own@mfa.example", FocalPointRank.Deputy), default)).Value;
        await using var sql = await RawSql.AsAsync(database, principal);

        Assert.Equal(["own@mfa.example"], await sql.ListAsync("SELECT to_address FROM outbox_mails"));
        foreach (var (key, address) in new[] { (Guid.NewGuid().ToString(), "a@b.example"), ($"focal-link:{Guid.NewGuid()}", "a@b.example"), ($"focal-link:{own}", "another@b.example") })
        {
            Assert.Equal(Denied, await sql.RefusedAsync(
                $"""
                INSERT INTO outbox_mails (id, event_id, side_id, key, to_address, to_name, language, subject, body, state, attempts, created_at)
                VALUES (gen_random_uuid(), '{side.EventId}', '{side.SideId}', '{key}', '{address}', 'A', 'en', 'S', 'B', 'Queued', 0, now())
                """));
        }

        Assert.Equal(0, await sql.RunAsync("UPDATE outbox_mails SET state = 'Queued'"));
    }

    [Fact]
    public async Task Staff_of_another_secretariat_reads_no_focal_point_of_the_event()
    {
        var side = await _desk.InvitedAsync();
        await _desk.NamedAsync(side.Organiser, side.InvitationId);
        await using var sql = await RawSql.AsAsync(database, await database.OrganiserAsync("sco-rats-ec"));

        Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM focal_points WHERE event_id = '{side.EventId}'"));
        Assert.Equal(0, await sql.RunAsync($"UPDATE grants SET revoked_at = now() WHERE event_id = '{side.EventId}'"));
    }

    private static string Grant(Guid userId, InvitedParty side, Guid? link) =>
        $"INSERT INTO grants (id, user_id, role, event_id, side_id, granted_at, link_id) VALUES (gen_random_uuid(), '{userId}', 'FocalPoint', '{side.EventId}', '{side.SideId}', now(), {(link is { } id ? $"'{id}'" : "NULL")})";

    private static string Office(Guid userId, InvitedParty side, Guid link) =>
        $"INSERT INTO focal_points (id, side_id, event_id, user_id, rank, name, email, named_at, link_id) VALUES (gen_random_uuid(), '{side.SideId}', '{side.EventId}', '{userId}', 'Principal', 'A', 'a@b.example', now(), '{link}')";

    private static string Link(InvitedParty side, Guid? createdBy = null, Guid? usedBy = null)
    {
        var used = usedBy is { } user ? $"now(), '{user}'" : "NULL, NULL";
        var creator = createdBy is { } made ? $"'{made}'" : "access.actor()";
        return $"""
            INSERT INTO focal_point_links (id, event_id, side_id, invitation_id, email, name, language, rank, token_hash, created_at, created_by, expires_at, used_at, used_by)
            VALUES (gen_random_uuid(), '{side.EventId}', '{side.SideId}', '{side.InvitationId}', 'raw@mfa.example', 'Raw', 'en', 'Deputy', sha256(gen_random_uuid()::text::bytea), now(), {creator}, now() + interval '1 day', {used})
            """;
    }
}
