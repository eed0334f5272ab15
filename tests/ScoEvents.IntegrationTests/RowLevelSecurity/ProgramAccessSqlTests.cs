using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Tokens, kept answers and webhooks under hostile SQL: each is there for its owner, and none can be made more than it was.</summary>
public sealed class ProgramAccessSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    [Fact]
    public async Task Nobody_sees_changes_or_makes_tokens_and_kept_answers_of_others()
    {
        var (owner, tokenId, eventId) = await ArrangeAsync();
        foreach (var other in await OthersAsync(eventId))
        {
            await using var sql = await RawSql.AsAsync(database, other);
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM api_tokens"));
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM api_requests"));
            Assert.Equal(0, await sql.RunAsync($"UPDATE api_tokens SET revoked_at = now() WHERE id = '{tokenId}'"));
            Assert.Equal(0, await sql.RunAsync("DELETE FROM api_requests"));
            Assert.Equal(Denied, await sql.RefusedAsync(InsertToken(owner)));
            Assert.Equal(Denied, await sql.RefusedAsync(InsertRequest(owner, tokenId)));
        }

        await using var own = await RawSql.AsAsync(database, owner);
        Assert.Equal(1, await own.CountAsync("SELECT count(*) FROM api_tokens"));
        Assert.Equal(1, await own.CountAsync("SELECT count(*) FROM api_requests"));
    }

    [Fact]
    public async Task A_token_cannot_be_widened_lengthened_moved_revived_or_deleted_by_its_owner_either()
    {
        var (owner, tokenId, _) = await ArrangeAsync();
        await using var sql = await RawSql.AsAsync(database, owner);

        foreach (var change in new[] { "scopes = '[\"DelegationsWrite\"]'", "expires_at = now() + interval '9 years'", "token_hash = '\\x00'", $"user_id = '{Guid.NewGuid()}'", "name = 'x'" })
        {
            Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE api_tokens SET {change} WHERE id = '{tokenId}'"));
        }

        Assert.Equal(Denied, await sql.RefusedAsync("DELETE FROM api_tokens"));
        Assert.Equal(1, await sql.RunAsync($"UPDATE api_tokens SET revoked_at = now() WHERE id = '{tokenId}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"UPDATE api_tokens SET revoked_at = NULL WHERE id = '{tokenId}'"));
    }

    [Fact]
    public async Task A_kept_answer_cannot_be_laid_under_the_token_of_another()
    {
        var (_, tokenId, _) = await ArrangeAsync();
        var other = await database.PersonAsync();
        await using var sql = await RawSql.AsAsync(database, other);

        Assert.Equal(Denied, await sql.RefusedAsync(InsertRequest(other, tokenId)));
    }

    [Fact]
    public async Task Webhooks_and_their_messages_are_for_the_organisers_of_their_event()
    {
        var (owner, _, eventId) = await ArrangeAsync();
        await using var own = await RawSql.AsAsync(database, owner);
        var webhookId = Guid.NewGuid();
        Assert.Equal(1, await own.RunAsync(InsertWebhook(webhookId, eventId, owner)));
        Assert.Equal(Denied, await own.RefusedAsync(InsertMessage(webhookId, eventId)));

        foreach (var other in await OthersAsync(eventId))
        {
            await using var sql = await RawSql.AsAsync(database, other);
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM webhooks"));
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM webhook_deliveries"));
            Assert.Equal(0, await sql.RunAsync("UPDATE webhooks SET url = 'https://evil.example'"));
            Assert.Equal(0, await sql.RunAsync("DELETE FROM webhooks"));
            Assert.Equal(Denied, await sql.RefusedAsync(InsertMessage(webhookId, eventId)));
            if (other.UserId is not null)
            {
                Assert.Equal(Denied, await sql.RefusedAsync(InsertWebhook(Guid.NewGuid(), eventId, other)));
            }
        }

        Assert.Equal(Denied, await own.RefusedAsync("UPDATE webhook_deliveries SET payload = '{}'"));
        Assert.Equal(Denied, await own.RefusedAsync($"SELECT access.queue_webhooks('{eventId}', 'ReleasePublished', 'release.published', now(), '{{}}')"));
        var theirs = await database.OrganiserAsync("uz-isrs");
        var elsewhere = await new OrganiserDesk(database).EventAsync(theirs);
        Assert.Equal(Denied, await own.RefusedAsync($"UPDATE webhooks SET event_id = '{elsewhere}'"));
    }

    [Theory]
    [InlineData("tokens", "api_tokens")]
    [InlineData("webhooks", "webhooks webhook_deliveries accreditations")]
    public async Task Each_task_of_the_portal_sees_its_own_tables_and_no_other_that_is_protected(string task, string own)
    {
        var (owner, _, eventId) = await ArrangeAsync();
        await using (var arrange = await RawSql.AsAsync(database, owner))
        {
            await arrange.RunAsync(InsertWebhook(Guid.NewGuid(), eventId, owner));
        }

        await using var sql = await RawSql.AsAsync(database, Actor.Public);
        await sql.RunAsync($"SELECT set_config('app.task', '{task}', false)");

        foreach (var table in new[] { "api_tokens", "api_requests", "webhooks", "webhook_deliveries", "delegates", "delegations", "invitations", "outbox_mails", "audit_entries" })
        {
            var all = (long)(await database.ScalarAsync($"SELECT count(*) FROM {table}"))!;
            Assert.Equal(own.Split(' ').Contains(table) ? all : 0, await sql.CountAsync($"SELECT count(*) FROM {table}"));
        }
    }

    private static string InsertToken(Actor actor) =>
        $"""
        INSERT INTO api_tokens (id, user_id, name, prefix, token_hash, scopes, created_at, expires_at)
        VALUES (gen_random_uuid(), '{actor.UserId}', 'Forged', 'sco_forged00', sha256('{Guid.NewGuid()}'), '["ProgrammeRead"]', now(), now() + interval '1 day')
        """;

    private static string InsertRequest(Actor actor, Guid tokenId) =>
        $"INSERT INTO api_requests (id, user_id, token_id, key, fingerprint, started_at) VALUES (gen_random_uuid(), '{actor.UserId}', '{tokenId}', '{Guid.NewGuid()}', '\\x00', now())";

    private static string InsertWebhook(Guid id, Guid eventId, Actor actor) =>
        $"""
        INSERT INTO webhooks (id, event_id, url, envelope, topics, failures, is_given_up, created_by, created_at)
        VALUES ('{id}', '{eventId}', 'https://receiver.example', 'v1', '["ReleasePublished"]', 0, false, '{actor.UserId}', now())
        """;

    private static string InsertMessage(Guid webhookId, Guid eventId) =>
        $"""
        INSERT INTO webhook_deliveries (id, webhook_id, event_id, topic, payload, state, attempts, created_at)
        VALUES (gen_random_uuid(), '{webhookId}', '{eventId}', 'ReleasePublished', '{"{}"}', 'Queued', 0, now())
        """;

    private async Task<IReadOnlyList<Actor>> OthersAsync(Guid eventId) =>
    [
        Actor.Public,
        await database.PersonAsync(),
        await database.OrganiserAsync("uz-isrs"),
        await database.FocalPointAsync("KZ"),
        await database.PersonAsync(Role.Staff, GrantScope.Event(eventId)),
        await database.PersonAsync(Role.Registrar, GrantScope.Event(eventId)),
        await database.PersonAsync(Role.Administrator, GrantScope.Portal),
        await database.PersonAsync(Role.Auditor, GrantScope.Portal),
    ];

    private async Task<(Actor Owner, Guid TokenId, Guid EventId)> ArrangeAsync()
    {
        var owner = await database.OrganiserAsync();
        var eventId = await new OrganiserDesk(database).EventAsync(owner);
        var token = ApiToken.Make(owner.UserId!.Value, "Own", [ApiScope.ProgrammeRead], 30, database.Clock.GetUtcNow()).Value.Token;
        await using (var context = await database.OpenAsync(owner))
        {
            context.ApiTokens.Add(token);
            await context.SaveChangesAsync();
        }

        await using var sql = await RawSql.AsAsync(database, owner);
        await sql.RunAsync(InsertRequest(owner, token.Id));
        return (owner, token.Id, eventId);
    }
}
