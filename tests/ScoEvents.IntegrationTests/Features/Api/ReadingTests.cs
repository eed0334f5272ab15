using System.Net;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Public;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Api;

/// <summary>What anybody reads through the interface, without a token.</summary>
public sealed class ReadingTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    [Fact]
    public async Task Every_announced_event_comes_once_over_all_pages_and_no_draft()
    {
        await portal.AnnounceAsync("api-list-first");
        await portal.AnnounceAsync("api-list-second");
        await portal.AnnounceAsync("api-list-draft", isDraft: true);
        var whole = await portal.Browser.GetApiAsync("/events?limit=200");

        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = await portal.Browser.GetApiAsync($"/events?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            paged.AddRange(page.Items.Select(row => row.GetProperty("slug").GetString()!));
            cursor = page.Body.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(whole.Items.Select(row => row.GetProperty("slug").GetString()), paged);
        Assert.Equal(paged.Distinct(), paged);
        Assert.Contains("api-list-first", paged);
        Assert.Contains("api-list-second", paged);
        Assert.DoesNotContain("api-list-draft", paged);
        (await portal.Browser.GetApiAsync("/events/api-list-draft")).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_cursor_that_was_changed_or_belongs_to_another_list_is_refused()
    {
        await portal.AnnounceAsync("api-cursor-one");
        await portal.AnnounceAsync("api-cursor-two");
        var cursor = (await portal.Browser.GetApiAsync("/events?limit=1")).Text("next")!;
        var changed = cursor[..^3] + (cursor[^3] == 'A' ? 'B' : 'A') + cursor[^2..];

        foreach (var wrong in new[] { "abc", changed, "%00", new string('A', 5_000), Uri.EscapeDataString("{\"Day\":null}") })
        {
            (await portal.Browser.GetApiAsync($"/events?limit=1&cursor={wrong}")).MustBeProblem(HttpStatusCode.BadRequest, "api.cursor-invalid");
        }

        (await portal.Browser.GetApiAsync($"/events?limit=1&year=2026&cursor={cursor}")).MustBeProblem(HttpStatusCode.BadRequest, "api.cursor-invalid");
        (await portal.Browser.GetApiAsync($"/sides?limit=1&cursor={cursor}")).MustBeProblem(HttpStatusCode.BadRequest, "api.cursor-invalid");
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.GetApiAsync($"/events?limit=1&cursor={cursor}")).Status);
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again_until_it_changes()
    {
        var planned = await portal.AnnounceAsync("api-tag");
        foreach (var path in new[] { "/events?limit=1", "/events/api-tag", "/sides?limit=2" })
        {
            var first = await portal.Browser.GetApiAsync(path);
            var known = await portal.Browser.GetApiAsync(path, headers: ("If-None-Match", $"W/\"other\", {first.Tag}"));
            var other = await portal.Browser.GetApiAsync(path, headers: ("If-None-Match", "W/\"other\""));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.Status, known.Status, other.Status));
            Assert.Equal("public, no-cache", string.Join(", ", first.Headers.CacheControl!.ToString().Split(", ").Order().Reverse()));
        }

        var before = await portal.Browser.GetApiAsync("/events/api-tag");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "First"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.GetApiAsync("/events/api-tag", headers: ("If-None-Match", before.Tag!))).Status);
    }

    [Fact]
    public async Task Of_closed_and_marked_sessions_only_type_and_time_leave_the_portal()
    {
        var planned = await portal.AnnounceAsync("api-closed");
        await portal.PublishAsync(
            planned.Id,
            PublicPortal.Session(0, "For everybody", people: PublicPortal.Person("Asha Rao")),
            PublicPortal.Session(1, "Canary of the heads", SessionAccess.HeadsOnly, PublicPortal.Person("Canary of a person")),
            PublicPortal.Session(2, "Canary that is marked", people: PublicPortal.Person("Canary of another")) with { Classification = Classification.Green });

        var sessions = await portal.Browser.GetApiAsync("/events/api-closed/releases/latest/sessions");
        var speakers = await portal.Browser.GetApiAsync("/events/api-closed/releases/latest/speakers");

        Assert.Equal([false, true, true], sessions.Items.Select(row => row.GetProperty("isClosed").GetBoolean()));
        Assert.DoesNotContain("Canary", sessions.Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", speakers.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Asha Rao", Assert.Single(speakers.Items).GetProperty("name").GetProperty("en").GetString());
        var closed = sessions.Items[1].GetProperty("id").GetString();
        Assert.DoesNotContain("Canary", (await portal.Browser.GetApiAsync($"/events/api-closed/releases/1/sessions/{closed}")).Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_page_is_of_the_release_of_the_first()
    {
        var planned = await portal.AnnounceAsync("api-pinned");
        var (first, second) = (PublicPortal.Session(0, "First"), PublicPortal.Session(1, "Second"));
        await portal.PublishAsync(planned.Id, first, second);
        var page = await portal.Browser.GetApiAsync("/events/api-pinned/releases/latest/sessions?limit=1");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(4, "Third"));

        var next = await portal.Browser.GetApiAsync($"/events/api-pinned/releases/latest/sessions?limit=1&cursor={page.Text("next")}");

        var row = Assert.Single(next.Items);
        Assert.Equal((second.SessionId.ToString(), 1), (row.GetProperty("id").GetString(), row.GetProperty("release").GetInt32()));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("newest")]
    public async Task A_release_that_does_not_exist_is_a_clear_answer(string release)
    {
        if ((await portal.Browser.GetApiAsync("/events/api-releases")).Status == HttpStatusCode.NotFound)
        {
            var planned = await portal.AnnounceAsync("api-releases");
            await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "First"));
        }

        foreach (var rest in new[] { "", "/sessions", "/speakers", $"/sessions/{Guid.NewGuid()}" })
        {
            (await portal.Browser.GetApiAsync($"/events/api-releases/releases/{release}{rest}")).MustBeProblem(HttpStatusCode.NotFound, "api.release-unknown");
        }

        Assert.Equal(HttpStatusCode.OK, (await portal.Browser.GetApiAsync("/events/api-releases/releases/1")).Status);
        Assert.Equal(1, Assert.Single((await portal.Browser.GetApiAsync("/events/api-releases/releases")).Items).GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task States_have_the_name_and_standing_of_the_day()
    {
        var before = await portal.Browser.GetApiAsync("/sides?on=2023-07-03&status=observer&limit=200");
        var after = await portal.Browser.GetApiAsync("/sides?on=2023-07-04&status=member&limit=200");
        var partners = await portal.Browser.GetApiAsync("/sides?on=2025-09-01&status=partner&limit=200");
        var organisations = await portal.Browser.GetApiAsync("/sides?kind=organisation&limit=200");

        Assert.Contains("IR", Codes(before));
        Assert.Contains("IR", Codes(after));
        Assert.Contains("LA", Codes(partners));
        Assert.All(organisations.Items, side => Assert.Equal(System.Text.Json.JsonValueKind.Null, side.GetProperty("status").ValueKind));
        Assert.NotEmpty(organisations.Items);
    }

    [Theory]
    [InlineData("2021-12-07", "CN IN KG KZ PK RU TJ UZ", "AF BY IR MN", "AM AZ KH LK NP TR", "")]
    [InlineData("2023-07-16", "CN IN IR KG KZ PK RU TJ UZ", "AF BY MN", "AE AM AZ BH EG KH KW LK MM MV NP QA SA TR", "")]
    public async Task Every_state_has_on_a_day_the_one_standing_that_it_had(string day, string members, string observers, string dialogue, string partners)
    {
        foreach (var (status, codes) in new[] { ("member", members), ("observer", observers), ("dialoguePartner", dialogue), ("partner", partners) })
        {
            var answer = await portal.Browser.GetApiAsync($"/sides?on={day}&status={status}&limit=200");
            Assert.Equal((status, codes), (status, string.Join(' ', Codes(answer).Order(StringComparer.Ordinal))));
        }
    }

    [Fact]
    public async Task An_event_is_found_by_its_id_as_by_its_name()
    {
        var planned = await portal.AnnounceAsync("api-id");

        Assert.Equal("api-id", (await portal.Browser.GetApiAsync($"/events/{planned.Id}")).Text("slug"));
        (await portal.Browser.GetApiAsync($"/events/{Guid.NewGuid()}")).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_language_narrows_texts_to_the_form_that_its_reader_gets()
    {
        var planned = await portal.AnnounceAsync("api-language");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Only English") with { Title = LocalizedText.Of(en: "Opening", ur: "افتتاح") });

        var urdu = (await portal.Browser.GetApiAsync("/events/api-language/releases/1/sessions?language=ur")).Items[0].GetProperty("title");
        var russian = (await portal.Browser.GetApiAsync("/events/api-language/releases/1/sessions?language=ru")).Items[0].GetProperty("title");
        var all = (await portal.Browser.GetApiAsync("/events/api-language/releases/1/sessions")).Items[0].GetProperty("title");

        Assert.Equal(("{\"ur\":\"افتتاح\"}", "{\"en\":\"Opening\"}", "{\"en\":\"Opening\",\"ur\":\"افتتاح\"}"), (urdu.GetRawText(), russian.GetRawText(), all.GetRawText()));
    }

    [Theory]
    [InlineData("/events?language=xx", "language", "api.language-unknown")]
    [InlineData("/events?language=RU", "language", "api.language-unknown")]
    [InlineData("/events?language=", "language", "api.language-unknown")]
    [InlineData("/events?language=en&language=ru", "language", "api.language-unknown")]
    [InlineData("/events?limit=0", "limit", "api.limit-out-of-range")]
    [InlineData("/events?limit=201", "limit", "api.limit-out-of-range")]
    [InlineData("/events?limit=ten", "limit", "api.limit-out-of-range")]
    [InlineData("/events?type=gala", "type", "api.choice-unknown")]
    [InlineData("/events?status=7", "status", "api.choice-unknown")]
    [InlineData("/events?year=20x6", "year", "api.year-invalid")]
    [InlineData("/sides?on=2026-13-01", "on", "api.day-invalid")]
    [InlineData("/sides?on=yesterday", "on", "api.day-invalid")]
    [InlineData("/sides?kind=%E2%80%AEstate", "kind", "api.choice-unknown")]
    public async Task What_cannot_be_read_is_named(string path, string field, string code)
    {
        var answer = await portal.Browser.GetApiAsync(path);

        answer.MustBeProblem(HttpStatusCode.BadRequest, code);
        Assert.Equal([(field, code)], answer.Errors);
    }

    [Fact]
    public async Task Problems_speak_the_language_of_the_reader_and_keep_their_code()
    {
        var said = new Dictionary<string, string>();
        foreach (var language in Languages.All)
        {
            var answer = await portal.Browser.GetApiAsync("/events?limit=0", headers: ("Accept-Language", $"{language}-XX, en;q=0.1"));
            answer.MustBeProblem(HttpStatusCode.BadRequest, "api.limit-out-of-range");
            Assert.Equal([language], answer.ContentHeaders.ContentLanguage);
            said[language] = answer.Text("detail")!;
        }

        Assert.Equal(said.Count, said.Values.Distinct().Count());
        Assert.Equal(said["zh"], (await portal.Browser.GetApiAsync("/events?limit=0&language=zh", headers: ("Accept-Language", "ru"))).Text("detail"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/events", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "/api/v1/events", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/events/a/releases/1/sessions/no-id", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_problem_and_never_a_page(string method, string path, HttpStatusCode status)
    {
        var answer = await portal.Browser.CallAsync(new HttpMethod(method), path, null, null, ("Accept", "*/*"));

        answer.MustBeProblem(status, status == HttpStatusCode.NotFound ? "not-found" : "method-not-allowed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("sco_unknown")]
    [InlineData("sco_0123456789012345678901234567890123456789012")]
    public async Task A_wrong_token_is_refused_where_none_is_needed_too(string token)
    {
        var answer = await portal.Browser.GetApiAsync("/events", token);

        answer.MustBeProblem(HttpStatusCode.Unauthorized, "api.token-unknown");
        Assert.Equal("Bearer realm=\"ScoEvents\", error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
    }

    private static IEnumerable<string> Codes(ApiAnswer answer) => answer.Items.Select(side => side.GetProperty("code").GetString()!);
}
