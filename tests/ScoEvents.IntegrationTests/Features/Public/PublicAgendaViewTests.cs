using System.Net;
using AngleSharp.Dom;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>The agenda by day and room, narrowed by its address, now, and as earlier releases published it.</summary>
public sealed class PublicAgendaViewTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private static readonly Guid _hallA = Guid.CreateVersion7();
    private static readonly Guid _hallB = Guid.CreateVersion7();
    private static readonly FrozenTrack _law = new(Guid.CreateVersion7(), LocalizedText.Of(en: "Law", ru: "Право"), TrackColor.Teal);
    private static readonly FrozenTrack _craft = new(Guid.CreateVersion7(), LocalizedText.Of(en: "Craft"), TrackColor.Amber);

    [Fact]
    public async Task The_agenda_is_also_a_table_of_rooms_and_hours()
    {
        await PublishAsync("grid");

        var page = await portal.ReadAsync("/en/events/grid/agenda/grid");

        var tables = page.QuerySelectorAll("table.agenda-grid").ToList();
        Assert.Equal(2, tables.Count);
        Assert.Equal(["Time", "Hall A", "Hall B", "Further sessions"], tables[0].QuerySelectorAll("thead th").Select(Text));
        Assert.Equal("2", Cell(tables[0], "Tea").GetAttribute("colspan"));
        Assert.Equal("2", Cell(tables[0], "Long practice").GetAttribute("rowspan"));
        Assert.Equal(["09:30", "10:00", "10:30", "11:00"], tables[0].QuerySelectorAll("tbody th").Select(Text));
        Assert.Contains("Closed session", Text(tables[0].QuerySelector("td.is-closed")!), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData("", "Law of the sea,Long practice,Tea,Closed session,Law of the sky,Second day")]
    [InlineData("?day=2026-11-11", "Second day")]
    [InlineData("?room=B", "Long practice,Tea")]
    [InlineData("?track=law", "Law of the sea,Law of the sky")]
    [InlineData("?interpretation=ru", "Law of the sea,Second day")]
    [InlineData("?day=2026-11-10&track=law&interpretation=ru", "Law of the sea")]
    [InlineData("?day=2026-11-12", "Law of the sea,Long practice,Tea,Closed session,Law of the sky,Second day")]
    [InlineData("?room=nonsense&track=%22%3E%3Cscript%3E&interpretation=xx", "Law of the sea,Long practice,Tea,Closed session,Law of the sky,Second day")]
    public async Task The_address_narrows_list_and_table(string query, string expected)
    {
        await PublishAsync("narrowed");
        var address = query.Replace("room=B", $"room={_hallB}", StringComparison.Ordinal).Replace("track=law", $"track={_law.TrackId}", StringComparison.Ordinal);

        var list = await portal.ReadAsync($"/en/events/narrowed/agenda{address}");
        var grid = await portal.ReadAsync($"/en/events/narrowed/agenda/grid{address}");

        Assert.Equal(expected.Split(',').Order(StringComparer.Ordinal), list.QuerySelectorAll(".agenda-item h3").Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Split(',').Order(StringComparer.Ordinal), grid.QuerySelectorAll(".agenda-grid-title").Select(Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Filters_are_links_that_say_how_many_sessions_they_show()
    {
        await PublishAsync("links");

        var page = await portal.ReadAsync($"/en/events/links/agenda?track={_law.TrackId}");

        Assert.Equal(["All", "Law 2", "Craft 1"], Group(page, "Track").Select(Text));
        Assert.Equal("Law 2", Text(Assert.Single(Group(page, "Track"), link => link.HasAttribute("aria-current"))));
        Assert.Equal($"/en/events/links/agenda?room={_hallB}&track={_law.TrackId}", Group(page, "Room").Last().GetAttribute("href"));
        Assert.Equal("Hall B 0", Text(Group(page, "Room").Last()));
        Assert.Equal("/en/events/links/agenda", page.QuerySelector(".agenda-shown a")!.GetAttribute("href"));
        Assert.Contains("Sessions shown: 2 of 6", Text(page.QuerySelector(".agenda-shown")!), StringComparison.Ordinal);
        Assert.True(page.QuerySelector("details.agenda-filter")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Where_no_session_meets_all_filters_the_page_says_so_and_leads_back()
    {
        await PublishAsync("nothing");

        var page = await portal.ReadAsync($"/en/events/nothing/agenda?day=2026-11-11&track={_law.TrackId}");

        Assert.Contains("No session meets these filters", Text(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Equal("/en/events/nothing/agenda", page.QuerySelector(".agenda-shown a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_narrowed_page_is_kept_under_the_one_address_that_the_portal_writes()
    {
        await PublishAsync("kept-narrow");
        var written = $"/en/events/kept-narrow/agenda?day=2026-11-10&track={_law.TrackId}";
        var turned = $"/en/events/kept-narrow/agenda?track={_law.TrackId}&day=2026-11-10";
        using var kept = await portal.Browser.GetAsync(written);
        using var other = await portal.Browser.GetAsync(turned);

        await portal.Database.ScalarAsync("UPDATE events SET title = '{\"en\": \"Renamed\"}' WHERE slug = 'kept-narrow'");

        Assert.DoesNotContain("Renamed", await portal.Browser.GetStringAsync(written), StringComparison.Ordinal);
        Assert.Contains("Renamed", await portal.Browser.GetStringAsync(turned), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_earlier_release_stays_readable_and_says_that_it_was_replaced()
    {
        var planned = await portal.AnnounceAsync("replaced");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "As it was planned"));
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "As it will be"));

        var earlier = await portal.ReadAsync("/en/events/replaced/agenda/1");
        var latest = await portal.ReadAsync("/en/events/replaced/agenda/2");

        Assert.Equal(["As it was planned"], earlier.QuerySelectorAll(".agenda-item h3").Select(Text));
        Assert.Contains("Release 1 has been replaced by release 2.", Text(earlier.QuerySelector(".notice")!), StringComparison.Ordinal);
        Assert.Equal("noindex", earlier.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(earlier.QuerySelectorAll(".agenda-item a"));
        Assert.Equal(["As it will be"], latest.QuerySelectorAll(".agenda-item h3").Select(Text));
        Assert.Null(latest.QuerySelector(".notice"));
        Assert.Equal("/en/events/replaced/agenda", latest.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/en/events/replaced/agenda/1", latest.QuerySelector(".earlier-releases a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("01")]
    [InlineData("-1")]
    [InlineData("table")]
    [InlineData("99999999999")]
    public async Task What_is_no_release_does_not_exist(string variant)
    {
        var slug = $"no-release-{variant}".ToLowerInvariant();
        var planned = await portal.AnnounceAsync(slug);
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening"));

        using var response = await portal.Browser.GetAsync($"/en/events/{slug}/agenda/{variant}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task While_the_event_runs_agenda_and_event_say_what_is_on_and_what_comes()
    {
        var before = portal.Database.Clock.GetUtcNow();
        await PublishAsync("running");
        var quiet = await portal.ReadAsync("/en/events/running");
        portal.Database.Clock.Advance(new DateTimeOffset(2026, 11, 10, 4, 10, 0, TimeSpan.Zero) - before);

        var agenda = await portal.ReadAsync("/en/events/running/agenda");
        var planned = await portal.ReadAsync("/ru/events/running");
        portal.Database.Clock.Advance(TimeSpan.FromMinutes(50));
        var later = await portal.ReadAsync("/en/events/running/agenda");
        portal.Database.Clock.Advance(TimeSpan.FromDays(3));
        var over = await portal.ReadAsync("/en/events/running/agenda");
        portal.Database.Clock.Advance(before - portal.Database.Clock.GetUtcNow());

        Assert.Null(quiet.QuerySelector(".now-next"));
        Assert.Contains("As of 10 November 2026, 09:40", Text(agenda.QuerySelector(".now-next")!), StringComparison.Ordinal);
        Assert.Equal(["Law of the sea", "Long practice"], agenda.QuerySelectorAll(".is-now .now-title").Select(Text));
        Assert.Equal(["Closed session"], agenda.QuerySelectorAll(".now-next-parts > :last-child .now-title").Select(Text));
        Assert.Contains("Сейчас и далее", Text(planned.QuerySelector(".now-next h2")!), StringComparison.Ordinal);
        Assert.Equal(["Tea"], later.QuerySelectorAll(".is-now .now-title").Select(Text));
        Assert.Null(over.QuerySelector(".now-next"));
    }

    [Fact]
    public async Task Pages_of_a_programme_change_with_its_release_and_not_before()
    {
        var planned = await portal.AnnounceAsync("dropped");
        var session = PublicPortal.Session(0, "Title before", people: PublicPortal.Person("Asha Rao"));
        await portal.PublishAsync(planned.Id, session);
        string[] pages =
        [
            "/en/events/dropped/agenda", "/en/events/dropped/agenda/grid", "/en/events/dropped/agenda?day=2026-11-10",
            $"/en/events/dropped/sessions/{session.SessionId}", $"/en/events/dropped/speakers/{session.People[0].SpeakerId}",
        ];
        foreach (var page in pages)
        {
            Assert.Contains("Title before", await portal.Browser.GetStringAsync(page), StringComparison.Ordinal);
        }

        await portal.PublishAsync(planned.Id, session with { Title = LocalizedText.Of(en: "Title after") });
        await portal.Database.ScalarAsync($"SELECT pg_notify('scoevents', 'event:{planned.Id}')");

        foreach (var page in pages)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!(await portal.Browser.GetStringAsync(page, patience.Token)).Contains("Title after", StringComparison.Ordinal))
            {
            }
        }
    }

    private async Task PublishAsync(string slug)
    {
        if (await portal.Database.ScalarAsync($"SELECT 1 FROM events WHERE slug = '{slug}'") is not null)
        {
            return;
        }

        var planned = await portal.AnnounceAsync(slug);
        await portal.PublishAsync(
            planned.Id,
            In(_hallA, "Hall A", 0, 30, "Law of the sea") with { Track = _law, InterpretedInto = ["ru", "zh"] },
            In(_hallB, "Hall B", 0, 60, "Long practice") with { Track = _craft },
            In(null, "", 60, 90, "Tea") with { Type = SessionType.Break, Rooms = [_hallA, _hallB] },
            In(_hallA, "Hall A", 30, 60, "Hidden away") with { Access = SessionAccess.HeadsOnly, RoomId = Guid.CreateVersion7() },
            In(_hallA, "Hall A", 90, 120, "Law of the sky") with { Track = _law },
            In(_hallA, "Hall A", 1_440, 1_470, "Second day") with { InterpretedInto = ["ru"] });
    }

    private static FrozenSession In(Guid? room, string name, int start, int end, string title) => new(
        Guid.CreateVersion7(), SessionType.ThematicSession, SessionAccess.Open, LocalizedText.Of(en: title), LocalizedText.Empty,
        room, LocalizedText.Of(en: name), name == "Hall B" ? 1 : 0,
        new TimeInterval(PublicPortal.Half(0).Start.AddMinutes(start), PublicPortal.Half(0).Start.AddMinutes(end)), []);

    private static IElement Cell(IElement table, string title) => table.QuerySelectorAll("td").Single(cell => Text(cell).StartsWith(title, StringComparison.Ordinal));

    private static List<IElement> Group(IDocument page, string name) => [.. page.QuerySelectorAll($".agenda-filter-group[aria-label='{name}'] a")];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
