using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Api;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>Tokens: what they open, for how long, and how often.</summary>
public sealed partial class TokenTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private readonly ApiDesk _desk = new(portal);

    // One line each, so that an address that is added without a thought for who may ask fails the test below.
    private static readonly string[] _guarded =
    [
        "DELETE /invitations/{id}/delegates/{id} delegations:write",
        "DELETE /invitations/{id}/delegates/{id}/photo personal:write",
        "DELETE /staff/events/{id}/sessions/{id} programme:write",
        "GET /invitations delegations:read",
        "GET /invitations/{id} delegations:read",
        "GET /invitations/{id}/delegates delegations:read",
        "GET /invitations/{id}/delegates/{id} delegations:read",
        "GET /invitations/{id}/delegates/{id}/photo personal:read",
        "GET /staff/events programme:read",
        "GET /staff/events/{id}/delegates/{id}/photo personal:read",
        "GET /staff/events/{id}/delegations delegations:read",
        "GET /staff/events/{id}/delegations/{id} delegations:read",
        "GET /staff/events/{id}/participants delegations:read",
        "GET /staff/events/{id}/sessions programme:read",
        "GET /staff/events/{id}/sessions/{id} programme:read",
        "GET /token -",
        "POST /invitations/{id}/delegates delegations:write",
        "POST /staff/events/{id}/sessions programme:write",
        "PUT /invitations/{id}/delegates/{id} delegations:write",
        "PUT /invitations/{id}/delegates/{id}/photo personal:write",
        "PUT /invitations/{id}/delegates/{id}/state delegations:write",
        "PUT /staff/events/{id}/sessions/{id} programme:write",
        "PUT /staff/events/{id}/sessions/{id}/state programme:write",
    ];

    [Fact]
    public void Every_address_that_is_not_for_everybody_wants_a_token_and_its_scope()
    {
        var open = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(endpoint => (
                Name: $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {Parameter().Replace(endpoint.RoutePattern.RawText!["/api/v1".Length..], "{id}")}",
                Requirement: endpoint.Metadata.GetMetadata<TokenRequirement>()))
            .ToList();

        Assert.Equal(
            _guarded,
            open.Where(endpoint => endpoint.Requirement is not null).Select(endpoint => $"{endpoint.Name} {endpoint.Requirement!.Scope?.Code() ?? "-"}").Order(StringComparer.Ordinal));
        Assert.All(open.Where(endpoint => endpoint.Requirement is null), endpoint => Assert.Matches("^GET /(events|sides|openapi)", endpoint.Name));
    }

    [Fact]
    public async Task Without_a_token_with_a_narrow_one_and_with_that_of_a_stranger_nothing_opens()
    {
        var stranger = await portal.Database.PersonAsync();
        var wide = (await _desk.TokenAsync(stranger, [.. ApiScopes.All])).Text;
        foreach (var line in _guarded)
        {
            var (method, path, scope) = (line.Split(' ')[0], line.Split(' ')[1].Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal), line.Split(' ')[2]);
            (await CallAsync(method, path, null)).MustBeProblem(HttpStatusCode.Unauthorized, "api.token-missing");
            if (scope == "-")
            {
                continue;
            }

            var narrow = (await _desk.TokenAsync(await portal.Database.PersonAsync(), [.. ApiScopes.All.Where(one => one.Code() != scope)])).Text;
            var refused = (await CallAsync(method, path, narrow)).MustBeProblem(HttpStatusCode.Forbidden, "api.scope-missing");
            Assert.Equal($"Bearer realm=\"ScoEvents\", error=\"insufficient_scope\", scope=\"{scope}\"", refused.Headers.WwwAuthenticate.ToString());
            var strange = await CallAsync(method, path, wide);
            Assert.True(
                strange.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || (path == "/invitations" && strange.Items.Count == 0), $"{line}: {strange.Body.GetRawText()}");
        }
    }

    [Fact]
    public async Task A_token_tells_what_it_may_and_when_it_was_used()
    {
        var organiser = await portal.Database.OrganiserAsync();
        var token = await _desk.TokenAsync(organiser, ApiScope.ProgrammeWrite, ApiScope.ProgrammeRead);
        Assert.Matches("^sco_[A-Za-z0-9_-]{43}$", token.Text);
        Assert.Null((await RowAsync(organiser)).LastUsedAt);

        var answer = await portal.Browser.GetApiAsync("/token", token.Text);

        Assert.Equal(["programme:read", "programme:write"], answer.Body.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        var row = await RowAsync(organiser);
        Assert.Equal((portal.Database.Clock.GetUtcNow(), token.Text[..12], TokenState.Active), (row.LastUsedAt, row.Prefix, row.State));
    }

    [Fact]
    public async Task Nothing_of_a_token_but_its_hash_and_beginning_is_kept()
    {
        var token = await _desk.TokenAsync(await portal.Database.OrganiserAsync(), ApiScope.ProgrammeRead);

        var row = (string)(await portal.Database.ScalarAsync($"SELECT t::text FROM api_tokens t WHERE id = '{token.Id}'"))!;
        var trail = (string)(await portal.Database.ScalarAsync($"SELECT changes::text FROM audit_entries WHERE entity_id = '{token.Id}'"))!;

        var hash = Convert.ToHexStringLower(ApiToken.HashOf(token.Text));
        Assert.Contains(hash, row, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Text[12..], row, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Text[12..], trail, StringComparison.Ordinal);
        Assert.DoesNotContain(hash, trail, StringComparison.Ordinal);
        Assert.Contains("\"TokenHash\": [null, \"***\"]", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_taken_back_has_expired_or_whose_user_is_locked_opens_nothing()
    {
        var organiser = await portal.Database.OrganiserAsync();
        var (revoked, expiring) = (await _desk.TokenAsync(organiser, ApiScope.ProgrammeRead), await _desk.TokenAsync(organiser, ApiScope.ProgrammeRead));
        await _desk.RevokeAsync(organiser, revoked.Id);
        (await portal.Browser.GetApiAsync("/staff/events", revoked.Text)).MustBeProblem(HttpStatusCode.Unauthorized, "api.token-revoked");

        await portal.Database.ScalarAsync($"UPDATE users SET lockout_end = '2030-01-01T00:00Z' WHERE id = '{organiser.UserId}'");
        (await portal.Browser.GetApiAsync("/staff/events", expiring.Text)).MustBeProblem(HttpStatusCode.Unauthorized, "api.token-unknown");
        await portal.Database.ScalarAsync($"UPDATE users SET lockout_end = NULL WHERE id = '{organiser.UserId}'");
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.GetApiAsync("/staff/events", expiring.Text)).Status);

        await portal.Database.ScalarAsync($"UPDATE api_tokens SET expires_at = '2026-10-01T08:00Z' WHERE id = '{expiring.Id}'");
        (await portal.Browser.GetApiAsync("/staff/events", expiring.Text)).MustBeProblem(HttpStatusCode.Unauthorized, "api.token-expired");
        // Where no token is needed, a wrong one is not passed over in silence either.
        (await portal.Browser.GetApiAsync("/events", expiring.Text)).MustBeProblem(HttpStatusCode.Unauthorized, "api.token-expired");
    }

    [Fact]
    public async Task A_token_loses_what_its_user_loses()
    {
        var (organiser, token, eventId, _) = await _desk.PlannedAsync();
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.GetApiAsync($"/staff/events/{eventId}/sessions", token)).Status);

        await portal.Database.RevokeAllAsync(organiser);

        (await portal.Browser.GetApiAsync($"/staff/events/{eventId}/sessions", token)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("", "programme", 30, "Name", "token.name-missing")]
    [InlineData("A\u202eB", "programme", 30, "Name", "characters")]
    [InlineData("\u200d", "programme", 30, "Name", "characters")]
    [InlineData("Board", "", 30, "Scopes", "token.scopes-missing")]
    [InlineData("Board", "programme", 0, "Days", "token.days-out-of-range")]
    [InlineData("Board", "programme", 367, "Days", "token.days-out-of-range")]
    public async Task A_token_needs_a_name_scopes_and_an_end(string name, string scopes, int days, string field, string code)
    {
        await using var scope = portal.Services.CreateAsyncScope();

        var made = await scope.ServiceProvider.GetRequiredService<ApiTokenService>().MakeAsync(
            await portal.Database.PersonAsync(), new ApiTokenForm { Name = name, Scopes = scopes.Length == 0 ? [] : [ApiScope.ProgrammeRead], Days = days }, default);

        Assert.Equal([(field, code)], OrganiserDesk.Refusals(made));
    }

    [Fact]
    public async Task Two_who_make_the_last_token_at_once_get_one()
    {
        var person = await portal.Database.PersonAsync();
        for (var i = 1; i < ApiTokenService.MaxTokens; i++)
        {
            await _desk.TokenAsync(person, ApiScope.ProgrammeRead);
        }

        var codes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var scope = portal.Services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<ApiTokenService>()
                .MakeAsync(person, new ApiTokenForm { Name = "Last", Scopes = [ApiScope.ProgrammeRead], Days = 1 }, default)).Error?.Code;
        }));

        Assert.Equal([null, "token.too-many"], codes.OrderBy(code => code is not null));
    }

    [Fact]
    public async Task Too_many_requests_of_one_token_are_told_when_to_come_back_and_others_are_not_concerned()
    {
        var token = (await _desk.TokenAsync(await portal.Database.OrganiserAsync(), ApiScope.ProgrammeRead)).Text;
        var other = (await _desk.TokenAsync(await portal.Database.OrganiserAsync(), ApiScope.ProgrammeRead)).Text;
        using var browser = portal.BrowserWith("Portal:Api:RequestsPerMinute", "5");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetApiAsync("/token", token)).Status);
        }

        var refused = (await browser.GetApiAsync("/token", token)).MustBeProblem(HttpStatusCode.TooManyRequests, "api.too-many-requests");

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetApiAsync("/token", other)).Status);
    }

    [Fact]
    public async Task Guessing_tokens_is_counted_by_the_address_it_comes_from()
    {
        using var browser = portal.BrowserWith("Portal:Api:AnonymousRequestsPerMinute", "3");
        for (var i = 0; i < 3; i++)
        {
            (await browser.GetApiAsync("/token", "sco_" + new string('A', 43))).MustBeProblem(HttpStatusCode.Unauthorized, "api.token-unknown");
        }

        (await browser.GetApiAsync("/token", "sco_" + new string('B', 43))).MustBeProblem(HttpStatusCode.TooManyRequests, "api.too-many-requests");
    }

    private Task<ApiAnswer> CallAsync(string method, string path, string? token) => portal.Browser.CallAsync(
        new HttpMethod(method), path,
        method is "GET" or "DELETE" ? null
            : path.EndsWith("/photo", StringComparison.Ordinal) ? Pictures.Jpeg(300, 400)
            : path.EndsWith("/state", StringComparison.Ordinal) ? new { state = path.Contains("delegates", StringComparison.Ordinal) ? "submitted" : "confirmed" }
            : path.Contains("delegates", StringComparison.Ordinal) ? new { role = "member", familyName = "A", givenNames = "B", function = new { en = "C" }, email = "a@b.example" }
            : ApiDesk.Session("First"),
        token, ApiDesk.Key(), ("If-Match", "\"v1\""));

    private async Task<TokenRow> RowAsync(Actor actor)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return Assert.Single((await scope.ServiceProvider.GetRequiredService<ApiTokenQueries>().ListAsync(actor, default)).Value);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
