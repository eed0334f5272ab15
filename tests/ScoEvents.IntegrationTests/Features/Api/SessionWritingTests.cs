using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Api;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>Sessions of a draft, written through the interface.</summary>
public sealed class SessionWritingTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private readonly ApiDesk _desk = new(portal);

    [Fact]
    public async Task A_session_is_added_read_changed_and_deleted_by_the_tags_of_its_versions()
    {
        var (organiser, token, eventId, roomId) = await _desk.PlannedAsync();
        var added = await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", ApiDesk.Session("Law of the sea", roomId), token, ApiDesk.Key());
        Assert.Equal((HttpStatusCode.Created, added.Text("href")), (added.Status, added.Headers.Location?.ToString()));

        var read = await portal.Browser.GetApiAsync(added.Text("href")!, token);
        Assert.Equal((HttpStatusCode.OK, added.Tag), (read.Status, read.Tag));
        Assert.Equal("private, no-cache", string.Join(", ", read.Headers.CacheControl!.ToString().Split(", ").Order().Reverse()));
        var body = JsonNode.Parse(read.Body.GetProperty("session").GetRawText())!;
        Assert.Equal("09:00:00", body["place"]!["startsAt"]!.GetValue<string>());
        body["title"]!["ru"] = "Морское право";

        var changed = await portal.Browser.CallAsync(HttpMethod.Put, added.Text("href")!, body.ToJsonString(), token, ("If-Match", read.Tag!));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.NotEqual(read.Tag, changed.Tag);
        var form = (await _desk.Organisers.Sessions.GetAsync(organiser, eventId, Guid.Parse(added.Text("id")!), default)).Value.Form;
        Assert.Equal(("Law of the sea", "Морское право", roomId), (form.Title.En, form.Title.Ru, form.RoomId));

        var stated = await portal.Browser.CallAsync(HttpMethod.Put, $"{added.Text("href")}/state", new { state = "confirmed" }, token, ("If-Match", changed.Tag!));
        Assert.Equal(HttpStatusCode.OK, stated.Status);
        var listed = Assert.Single((await portal.Browser.GetApiAsync($"/staff/events/{eventId}/sessions", token)).Items);
        Assert.Equal((stated.Tag, "confirmed"), (listed.GetProperty("tag").GetString(), listed.GetProperty("state").GetString()));

        var deleted = await portal.Browser.CallAsync(HttpMethod.Delete, added.Text("href")!, null, token, ("If-Match", stated.Tag!));
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        (await portal.Browser.GetApiAsync(added.Text("href")!, token)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_a_missing_one_too()
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();
        var added = await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", ApiDesk.Session("First"), token, ApiDesk.Key());
        var href = added.Text("href")!;
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.CallAsync(HttpMethod.Put, href, ApiDesk.Session("Second"), token, ("If-Match", added.Tag!))).Status);

        foreach (var stale in new[] { added.Tag!, "*", "\"v0\"", "\"nothing\"", "W/" + added.Tag, $"{added.Tag}, \"v1\"" })
        {
            (await portal.Browser.CallAsync(HttpMethod.Put, href, ApiDesk.Session("Third"), token, ("If-Match", stale))).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale");
            (await portal.Browser.CallAsync(HttpMethod.Delete, href, null, token, ("If-Match", stale))).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        }

        (await portal.Browser.CallAsync(HttpMethod.Put, href, ApiDesk.Session("Third"), token)).MustBeProblem((HttpStatusCode)428, "api.if-match-missing");
        (await portal.Browser.CallAsync(HttpMethod.Delete, href, null, token)).MustBeProblem((HttpStatusCode)428, "api.if-match-missing");
        Assert.Equal("Second", (await portal.Browser.GetApiAsync(href, token)).Body.GetProperty("session").GetProperty("title").GetProperty("en").GetString());
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_carried_out_once_and_gets_its_first_answer_again()
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();
        var (path, key) = ($"/staff/events/{eventId}/sessions", ApiDesk.Key());

        var first = await portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("Once"), token, key);
        var again = await portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("Once"), token, key);

        Assert.Equal((HttpStatusCode.Created, first.Body.GetRawText(), first.Tag, first.Headers.Location), (again.Status, again.Body.GetRawText(), again.Tag, again.Headers.Location));
        Assert.Equal((false, true), (first.Headers.Contains("Idempotent-Replayed"), again.Headers.Contains("Idempotent-Replayed")));
        Assert.Single((await portal.Browser.GetApiAsync(path, token)).Items);
        (await portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("Other"), token, key)).MustBeProblem(HttpStatusCode.UnprocessableEntity, "api.idempotency-key-reused");
    }

    [Fact]
    public async Task A_refusal_is_kept_for_its_key_as_well_and_lies_encrypted()
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();
        var key = ApiDesk.Key();
        var wrong = new { type = "thematicSession", title = new { en = "Canary\u202e" } };

        var first = await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", wrong, token, key);
        var again = await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", wrong, token, key);

        first.MustBeProblem(HttpStatusCode.UnprocessableEntity, "characters");
        Assert.Equal(first.Body.GetRawText(), again.MustBeProblem(HttpStatusCode.UnprocessableEntity, "characters").Body.GetRawText());
        Assert.StartsWith("v1.", (string)(await portal.Database.ScalarAsync($"SELECT envelope FROM api_requests WHERE key = '{key.Value}'"))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_send_the_same_key_at_once_one_is_carried_out()
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();
        var (path, key) = ($"/staff/events/{eventId}/sessions", ApiDesk.Key());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("Once"), token, key)));

        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Created || answer.Code == "api.idempotency-key-busy", answer.Body.GetRawText()));
        Assert.Single(answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer.Text("id")).Distinct());
        Assert.Single((await portal.Browser.GetApiAsync(path, token)).Items);
    }

    [Fact]
    public async Task A_request_that_was_cut_off_is_never_carried_out_again_under_its_key()
    {
        var (organiser, token, eventId, _) = await _desk.PlannedAsync();
        var (path, key) = ($"/staff/events/{eventId}/sessions", ApiDesk.Key());
        await portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("Once"), token, key);
        // As a node leaves it that is killed between the change and its answer.
        await portal.Database.ScalarAsync($"UPDATE api_requests SET status = NULL, envelope = NULL WHERE key = '{key.Value}'");

        (await portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("Once"), token, key)).MustBeProblem(HttpStatusCode.Conflict, "api.idempotency-key-busy");
        portal.Database.Clock.Advance(TimeSpan.FromMinutes(6));
        (await portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("Once"), token, key)).MustBeProblem(HttpStatusCode.Conflict, "api.idempotency-key-uncertain");
        Assert.Single((await portal.Browser.GetApiAsync(path, token)).Items);

        portal.Database.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Created, (await portal.Browser.CallAsync(HttpMethod.Post, path, ApiDesk.Session("A day later"), token, key)).Status);
        await using var context = await portal.Database.OpenAsync(organiser);
        Assert.Equal(1, await context.ApiRequests.CountAsync());
    }

    [Theory]
    [InlineData(null, "api.idempotency-key-missing")]
    [InlineData("short", "api.idempotency-key-invalid")]
    [InlineData("with a space in it", "api.idempotency-key-invalid")]
    [InlineData("ключ-ключ-ключ", "api.idempotency-key-invalid")]
    public async Task A_key_that_is_none_is_refused(string? key, string code)
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();

        var answer = await portal.Browser.CallAsync(
            HttpMethod.Post, $"/staff/events/{eventId}/sessions", ApiDesk.Session("First"), token, key is null ? [] : [ApiDesk.Key(key)]);

        answer.MustBeProblem(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("{\"type\":\"thematicSession\",\"title\":{\"en\":\"A\\u202eB\"}}", 422, "characters", "/title/en")]
    [InlineData("{\"type\":\"thematicSession\",\"title\":{\"en\":\"A\\u0007B\"}}", 422, "characters", "/title/en")]
    [InlineData("{\"type\":\"thematicSession\",\"title\":{\"en\":\"A\\r\\nBcc: b\"}}", 422, "characters", "/title/en")]
    [InlineData("{\"type\":\"thematicSession\",\"title\":{\"en\":\"A\"},\"agendaItems\":[{\"title\":{\"en\":\"\\u2066x\"}}]}", 422, "characters", "/agendaItems/0/title/en")]
    [InlineData("{\"type\":\"thematicSession\",\"title\":{\"en\":\"A\"},\"place\":{\"day\":\"2026-12-07\"}}", 422, "required", "/place/roomId")]
    [InlineData("{\"type\":null,\"title\":{\"en\":\"A\"}}", 422, "required", "/type")]
    [InlineData("{\"type\":\"gala\",\"title\":{\"en\":\"A\"}}", 400, "api.json-invalid", "/type")]
    [InlineData("{\"type\":3,\"title\":{\"en\":\"A\"}}", 400, "api.json-invalid", "/type")]
    [InlineData("{\"type\":\"panel\",\"title\":{\"xx\":\"A\"}}", 400, "api.json-invalid", "/title/xx")]
    [InlineData("{\"type\":\"panel\",\"title\":{\"en\":\"A\"},\"isAdmin\":true}", 400, "api.json-invalid", "/isAdmin")]
    [InlineData("{\"type\":\"panel\",\"type\":\"panel\",\"title\":{\"en\":\"A\"}}", 400, "api.json-invalid", "/type")]
    [InlineData("{\"type\":\"panel\"}", 400, "api.json-invalid", "")]
    [InlineData("{\"type\":\"panel\",\"title\":{\"en\":\"A\"},\"trackId\":\"none\"}", 400, "api.json-invalid", "/trackId")]
    [InlineData("[]", 400, "api.json-invalid", "")]
    [InlineData("null", 400, "api.json-invalid", "")]
    [InlineData("{", 400, "api.json-invalid", "")]
    [InlineData("{\"type\":\"panel\",\"title\":{\"en\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}", 400, "api.json-invalid", "/title/en")]
    public async Task What_cannot_be_accepted_is_named_by_its_place(string body, int status, string code, string field)
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();

        var answer = await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", body, token, ApiDesk.Key());

        answer.MustBeProblem((HttpStatusCode)status, code);
        Assert.True(field.Length == 0 || answer.Errors.Contains((field, code)), answer.Body.GetRawText());
    }

    [Fact]
    public async Task A_lone_surrogate_neither_breaks_anything_nor_gets_in()
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();

        var answer = await portal.Browser.CallAsync(
            HttpMethod.Post, $"/staff/events/{eventId}/sessions", "{\"type\":\"panel\",\"title\":{\"en\":\"A\\ud800B\"}}", token, ApiDesk.Key());

        Assert.InRange((int)answer.Status, 400, 422);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_json_is_refused()
    {
        var (_, token, eventId, _) = await _desk.PlannedAsync();
        var large = JsonSerializer.Serialize(new { type = "panel", title = new { en = new string('A', 300_000) } });

        (await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", large, token, ApiDesk.Key()))
            .MustBeProblem(HttpStatusCode.RequestEntityTooLarge, "api.body-too-large");

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/staff/events/{eventId}/sessions")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("type", "panel")]),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await portal.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("\"code\":\"api.media-type-unsupported\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_is_not_taken_twice_and_a_closed_or_foreign_event_not_changed()
    {
        var (_, token, eventId, roomId) = await _desk.PlannedAsync();
        await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", ApiDesk.Session("First", roomId), token, ApiDesk.Key());

        var taken = await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", ApiDesk.Session("Second", roomId, "09:30:00"), token, ApiDesk.Key());

        taken.MustBeProblem(HttpStatusCode.Conflict, "programme.room-overlap");
        Assert.Equal([("/place/roomId", "programme.room-overlap")], taken.Errors);
        var others = await portal.Database.OrganiserAsync("uz-isrs");
        var foreign = (await _desk.TokenAsync(others, ApiScope.ProgrammeRead, ApiScope.ProgrammeWrite)).Text;
        (await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", ApiDesk.Session("Third"), foreign, ApiDesk.Key()))
            .MustBeProblem(HttpStatusCode.NotFound, "not-found");
        var staff = (await _desk.TokenAsync(await portal.Database.PersonAsync(Role.Staff, GrantScope.Event(eventId)), [.. ApiScopes.All])).Text;
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.GetApiAsync($"/staff/events/{eventId}/sessions", staff)).Status);
        (await portal.Browser.CallAsync(HttpMethod.Post, $"/staff/events/{eventId}/sessions", ApiDesk.Session("Third"), staff, ApiDesk.Key()))
            .MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }
}
