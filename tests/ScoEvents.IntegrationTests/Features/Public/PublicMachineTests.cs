using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>What the public pages tell search engines, feed readers and other sites.</summary>
public sealed class PublicMachineTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private static readonly Uri _address = new("https://events.example.org");
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task An_event_describes_itself_in_the_words_of_schema_org()
    {
        await portal.AnnounceAsync("described", "Seminar </script><b>\"on\" & off</b>");

        var thing = await ThingAsync("/en/events/described");

        Assert.Equal("https://schema.org", thing.GetProperty("@context").GetString());
        Assert.Equal("Event", thing.GetProperty("@type").GetString());
        Assert.Equal("Seminar </script><b>\"on\" & off</b>", thing.GetProperty("name").GetString());
        Assert.Equal(("2026-11-10", "2026-11-11"), (thing.GetProperty("startDate").GetString(), thing.GetProperty("endDate").GetString()));
        Assert.Equal("https://schema.org/EventScheduled", thing.GetProperty("eventStatus").GetString());
        Assert.Equal("https://schema.org/OfflineEventAttendanceMode", thing.GetProperty("eventAttendanceMode").GetString());
        Assert.Equal("IN", thing.GetProperty("location").GetProperty("address").GetProperty("addressCountry").GetString());
    }

    [Fact]
    public async Task A_session_is_a_part_of_its_event_with_its_times_at_the_place()
    {
        var session = PublicPortal.Session(0, "Law of the sea", people: PublicPortal.Person("Asha Rao"));
        var planned = await portal.AnnounceAsync("described-session");
        await portal.PublishAsync(planned.Id, session);

        var thing = await ThingAsync($"/en/events/described-session/sessions/{session.SessionId}");

        Assert.Equal("2026-11-10T09:30+05:30", thing.GetProperty("startDate").GetString());
        Assert.Equal("Great hall", thing.GetProperty("location").GetProperty("name").GetString());
        Assert.Equal("Asha Rao", thing.GetProperty("performer")[0].GetProperty("name").GetString());
        Assert.EndsWith("/en/events/described-session", thing.GetProperty("superEvent").GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_names_its_one_address_and_itself_in_every_language()
    {
        await portal.AnnounceAsync("named");
        using var browser = portal.BrowserAt(_address);

        var page = await portal.ReadAsync("/ru/events/named", browser);

        Assert.Equal("https://events.example.org/ru/events/named", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            [.. Languages.All, "x-default"],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => link.GetAttribute("hreflang")!));
        Assert.Equal("https://events.example.org/zh/events/named", page.QuerySelector("link[hreflang=zh]")!.GetAttribute("href"));
        Assert.Equal("https://events.example.org/ru/events/named", Property(page, "og:url"));
        Assert.Equal("ru_RU", Property(page, "og:locale"));
        Assert.Equal("Seminar on securing cyberspace", Property(page, "og:title"));
    }

    [Fact]
    public async Task The_releases_of_a_programme_are_a_feed()
    {
        var planned = await portal.AnnounceAsync("feed", "Seminar & more");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "First"));
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Second"));

        using var answer = await portal.Browser.GetAsync("/en/events/feed/releases.atom");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        using var before = await portal.Browser.GetAsync("/en/events/no-such/releases.atom");

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Releases of the programme: Seminar & more", feed.Element(_atom + "title")!.Value);
        Assert.Equal(["Release 2: Programme", "Release 1: Programme"], feed.Elements(_atom + "entry").Select(entry => entry.Element(_atom + "title")!.Value));
        Assert.Equal("/en/events/feed/agenda/1", feed.Elements(_atom + "entry").Last().Element(_atom + "link")!.Attribute("href")!.Value);
        Assert.All(feed.DescendantsAndSelf(), element => Assert.Equal(_atom, element.Name.Namespace));
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.NotNull((await portal.ReadAsync("/en/events/feed/agenda")).QuerySelector("link[type='application/atom+xml']"));
    }

    [Fact]
    public async Task The_sitemap_holds_what_was_announced_and_nothing_else()
    {
        await portal.AnnounceAsync("mapped-draft", isDraft: true);
        await portal.AnnounceAsync("mapped-early");
        var planned = await portal.AnnounceAsync("mapped");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening"));
        using var browser = portal.BrowserAt(_address);

        var map = XDocument.Parse(await browser.GetStringAsync("/sitemap.xml"));
        var addresses = map.Descendants(_sitemap + "loc").Select(location => location.Value).Where(address => address.Contains("mapped", StringComparison.Ordinal) && address.Contains("/hi/", StringComparison.Ordinal));
        using var withoutAddress = await portal.Browser.GetAsync("/sitemap.xml");

        Assert.Equal(
            [
                "https://events.example.org/hi/events/mapped", "https://events.example.org/hi/events/mapped-early",
                "https://events.example.org/hi/events/mapped/agenda", "https://events.example.org/hi/events/mapped/speakers",
            ],
            addresses.Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, withoutAddress.StatusCode);
    }

    [Fact]
    public async Task Robots_are_kept_from_what_is_for_people_and_shown_the_map()
    {
        using var browser = portal.BrowserAt(_address);

        var robots = await browser.GetStringAsync("/robots.txt");

        Assert.Equal(
            "User-agent: *\nDisallow: /staff\nDisallow: /account\nDisallow: /language/\nDisallow: /*?\nSitemap: https://events.example.org/sitemap.xml\n", robots);
    }

    [Fact]
    public async Task Only_the_agenda_for_frames_may_stand_in_one_also_when_it_was_kept()
    {
        var planned = await portal.AnnounceAsync("framed");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Law of the sea"));

        var policies = new List<string>();
        foreach (var address in new[] { "/en/events/framed/agenda/embed", "/en/events/framed/agenda/embed", "/en/events/framed/agenda" })
        {
            using var answer = await portal.Browser.GetAsync(address);
            policies.Add(Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("frame-ancestors ")[1]);
        }

        var page = await portal.ReadAsync("/en/events/framed/agenda/embed");
        Assert.Equal(["*", "*", "'none'"], policies);
        Assert.Empty(page.QuerySelectorAll("script, form"));
        Assert.Equal("_blank", Assert.Single(page.QuerySelectorAll("a")).GetAttribute("target"));
    }

    private async Task<JsonElement> ThingAsync(string address)
    {
        var page = await portal.ReadAsync(address);
        using var thing = JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
        return thing.RootElement.Clone();
    }

    private static string? Property(IDocument page, string name) => page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");
}
