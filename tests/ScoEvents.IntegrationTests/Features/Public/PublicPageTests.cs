using System.Net;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

public sealed class PublicPageTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private static readonly string[] _recorded =
    [
        "asean-russia-information-security-dialogue-2025", "delhi-nsa-meeting-afghanistan-2021", "hanoi-convention-signing-2025",
        "new-delhi-cyber-security-seminar-2021", "russia-vietnam-capacity-building-workshops", "russia-vietnam-cyber-attack-training",
        "russia-vietnam-seminars-conferences-training", "russia-vietnam-technical-assistance", "sco-anti-terrorism-meeting-pakistan-2021-10",
        "sco-summit-2017", "tashkent-information-security-forum-2022", "unga-plenary-2024-12",
    ];

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Every_public_page_and_every_recorded_event_is_shown_in(string language)
    {
        var pages = _recorded.Select(slug => $"/{language}/events/{slug}").Concat([$"/{language}", $"/{language}/events", $"/{language}/states", $"/{language}/help"]);

        foreach (var page in pages)
        {
            using var response = await portal.Browser.GetAsync(page);
            var html = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{page}: {response.StatusCode}");
            Assert.Contains($"<html lang=\"{language}\" dir=\"{(language == "ur" ? "rtl" : "ltr")}\"", html, StringComparison.Ordinal);
            // Data for other programs is no script.
            Assert.DoesNotContain("<script", html.Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/en/events/no-such-event")]
    [InlineData("/en/events/in-preparation")]
    [InlineData("/en/events/in-preparation/agenda")]
    [InlineData("/en/events/in-preparation/agenda.pdf")]
    [InlineData("/en/events/in-preparation/agenda.ics")]
    [InlineData("/en/events/new-delhi-cyber-security-seminar-2021/agenda.pdf")]
    [InlineData("/en/events/new-delhi-cyber-security-seminar-2021/agenda.ics")]
    [InlineData("/de/events")]
    [InlineData("/EN/events")]
    public async Task What_is_not_public_does_not_exist(string address)
    {
        await EnsureAsync("in-preparation", isDraft: true);

        using var response = await portal.Browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("Seminar on securing cyberspace", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_in_no_list()
    {
        await EnsureAsync("in-preparation", isDraft: true);
        await EnsureAsync("announced", isDraft: false);

        var list = await portal.Browser.GetStringAsync("/en/events?page=1");

        Assert.Contains("/en/events/announced\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("in-preparation", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_original_of_an_Urdu_source_is_isolated_with_its_own_language_and_direction()
    {
        var html = await portal.Browser.GetStringAsync("/en/events/hanoi-convention-signing-2025");

        Assert.Contains("lang=\"ur\" dir=\"rtl\">دستخط کی تقریب<", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("آرتور لیوکمانوف", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_the_reader_s_language_lacks_says_which_language_it_is_in()
    {
        var html = await portal.Browser.GetStringAsync("/ru/events/tashkent-information-security-forum-2022");

        Assert.Matches("<h1[^>]* lang=\"en\"", html);
        Assert.Contains("language-mark", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_keep_the_name_they_had_at_the_time()
    {
        var html = WebUtility.HtmlDecode(await portal.Browser.GetStringAsync("/en/events/tashkent-information-security-forum-2022"));

        Assert.Contains("Development of Information Technologies and Communications", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ministry of Digital Technologies", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_other_sources_say_stands_apart_from_what_the_source_states()
    {
        var html = WebUtility.HtmlDecode(await portal.Browser.GetStringAsync("/en/events/new-delhi-cyber-security-seminar-2021"));

        var supplement = html.IndexOf("<aside class=\"supplements\"", StringComparison.Ordinal);
        Assert.True(supplement > 0);
        Assert.True(html.IndexOf("Data Security Council of India", StringComparison.Ordinal) > supplement);
    }

    [Fact]
    public async Task The_states_of_a_past_day_are_those_of_that_day_in_protocol_order()
    {
        var html = await portal.Browser.GetStringAsync("/en/states?on=2021-12-07");

        Assert.Equal(
            "IN KZ CN KG PK RU TJ UZ AF BY IR MN AZ AM KH NP TR LK".Split(' ').Order(StringComparer.Ordinal),
            Codes(html).Order(StringComparer.Ordinal));
        Assert.Equal("IN KZ CN KG PK RU TJ UZ".Split(' '), Codes(html).Take(8));
    }

    [Theory]
    [InlineData("2021-13-07")]
    [InlineData("yesterday")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task A_day_that_is_none_is_refused_beside_the_field_and_kept_as_typed(string typed)
    {
        var html = await portal.Browser.GetStringAsync($"/en/states?on={Uri.EscapeDataString(typed)}");

        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"on-error\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(typed)}\"", html.Replace("&#x", "&#x", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Empty(Codes(html));
    }

    [Theory]
    [InlineData("?q=cybercrime", "hanoi-convention-signing-2025", "tashkent-information-security-forum-2022")]
    [InlineData("?type=Forum", "tashkent-information-security-forum-2022", "hanoi-convention-signing-2025")]
    [InlineData("?year=2017", "sco-summit-2017", "hanoi-convention-signing-2025")]
    [InlineData("?q=%25", "No event meets this search", "hanoi-convention-signing-2025")]
    [InlineData("?type=Nothing&year=x&page=-1", "hanoi-convention-signing-2025", "No event meets this search")]
    public async Task The_list_is_narrowed_by_its_address(string query, string present, string absent)
    {
        var html = await portal.Browser.GetStringAsync($"/en/events{query}");

        Assert.Contains(present, html, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_Urdu_finds_an_event_by_its_English_title()
    {
        var html = await portal.Browser.GetStringAsync("/ur/events?q=hanoi+convention");

        Assert.Contains("/ur/events/hanoi-convention-signing-2025\"", html, StringComparison.Ordinal);
    }

    private static string[] Codes(string html) =>
        [.. System.Text.RegularExpressions.Regex.Matches(html, "<abbr class=\"chip\"[^>]*>([A-Z]{2})</abbr>").Select(match => match.Groups[1].Value)];

    private async Task EnsureAsync(string slug, bool isDraft)
    {
        if (await portal.Database.ScalarAsync($"SELECT 1 FROM events WHERE slug = '{slug}'") is null)
        {
            await portal.AnnounceAsync(slug, isDraft: isDraft);
        }
    }
}
