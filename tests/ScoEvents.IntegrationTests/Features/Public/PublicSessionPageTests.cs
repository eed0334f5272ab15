using System.Net;
using AngleSharp.Dom;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>The pages of sessions and speakers, and what never gets onto them.</summary>
public sealed class PublicSessionPageTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private const string Canary = "CANARY-91c4";

    [Fact]
    public async Task A_session_tells_everything_its_release_froze()
    {
        var chair = PublicPortal.Person("Meera Iyer", SpeakerRole.Chair);
        var first = PublicPortal.Person("Asha Rao") with { Minutes = 20 };
        var second = PublicPortal.Person("Vikram Sethi");
        var session = PublicPortal.Session(1, "Law of the sea", people: [chair, first, second]) with
        {
            Abstract = LocalizedText.Of(en: "What was learned.\nWhat is next."),
            Track = new FrozenTrack(Guid.CreateVersion7(), LocalizedText.Of(en: "Law"), TrackColor.Teal),
            InterpretedInto = ["ru", "kk"],
            AgendaItems = [new AgendaItem(LocalizedText.Of(en: "Report"), first.SpeakerId, 15), new AgendaItem(LocalizedText.Of(en: "Discussion"))],
            VenueName = LocalizedText.Of(en: "Vigyan Bhawan"),
        };
        var planned = await portal.AnnounceAsync("whole-session");
        await portal.PublishAsync(planned.Id, session);

        var page = await portal.ReadAsync($"/en/events/whole-session/sessions/{session.SessionId}");

        Assert.Equal("Law of the sea", Text(page.QuerySelector("h1")!));
        Assert.Equal(["Thematic session", "Track: Law"], page.QuerySelectorAll(".event-meta > span").Select(Text));
        Assert.Equal("Tuesday, 10 November 2026 10:00–10:30 local time in New Delhi (UTC+05:30)", Fact(page, "When"));
        Assert.Equal("Great hall, Vigyan BhawanNew Delhi, India", Fact(page, "Where"));
        Assert.Equal("Russian, Kazakh", Fact(page, "Interpreted into"));
        Assert.Equal("Meera Iyer Function of Meera Iyer IN India", Fact(page, "Chair"));
        Assert.Equal(["Report Asha Rao 15 min", "Discussion"], page.QuerySelectorAll(".session-items > li").Select(Text));
        Assert.Equal(["Asha Rao Function of Asha Rao IN India 20 min", "Vikram Sethi Function of Vikram Sethi IN India"], page.QuerySelectorAll("ol.session-people > li").Select(Text));
        Assert.Contains("As in release 1", Text(page.QuerySelector(".session-release")!), StringComparison.Ordinal);
        Assert.Equal($"/en/events/whole-session/speakers/{first.SpeakerId}", page.QuerySelector("ol.session-people a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Sessions_and_speakers_lead_to_calendars_of_their_own()
    {
        var person = PublicPortal.Person("Asha Rao");
        var (first, second) = (PublicPortal.Session(0, "Law of the sea", people: person), PublicPortal.Session(1, "Law of the sky"));
        var planned = await portal.AnnounceAsync("own-calendars");
        await portal.PublishAsync(planned.Id, first, second);

        foreach (var page in new[] { $"/en/events/own-calendars/sessions/{first.SessionId}", $"/en/events/own-calendars/speakers/{person.SpeakerId}" })
        {
            var link = (await portal.ReadAsync(page)).QuerySelector(".page-header .actions a")!.GetAttribute("href");
            var calendar = await portal.Browser.GetStringAsync(link);
            Assert.Contains("Law of the sea", calendar, StringComparison.Ordinal);
            Assert.DoesNotContain("Law of the sky", calendar, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cancelled_session_keeps_its_page_and_says_so()
    {
        var (kept, gone) = (PublicPortal.Session(0, "Session that stays"), PublicPortal.Session(1, "Session that goes"));
        var planned = await portal.AnnounceAsync("cancelled-session");
        await portal.PublishAsync(planned.Id, kept, gone);
        await portal.PublishAsync(planned.Id, kept);

        var page = await portal.ReadAsync($"/en/events/cancelled-session/sessions/{gone.SessionId}");
        var agenda = await portal.ReadAsync("/en/events/cancelled-session/agenda");

        Assert.Contains("This session was cancelled", Text(page.QuerySelector(".notice")!), StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.DoesNotContain("Session that goes", Text(agenda.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_speaker_stands_in_the_reader_s_language_with_the_other_spellings_beside()
    {
        var person = PublicPortal.Person("Li Wei") with
        {
            Name = LocalizedText.Of(en: "Li Wei", ru: "Ли Вэй", zh: "李伟", ur: "لی وی"),
            Biography = LocalizedText.Of(en: "Has worked in the field since 2001."),
        };
        var planned = await portal.AnnounceAsync("spellings");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "First", people: person), PublicPortal.Session(2, "Second", people: person with { Role = SpeakerRole.Chair }));

        var page = await portal.ReadAsync($"/ru/events/spellings/speakers/{person.SpeakerId}");
        var list = await portal.ReadAsync("/ur/events/spellings/speakers");

        Assert.Equal("Ли Вэй", Text(page.QuerySelector("h1")!));
        Assert.Equal(["en:Li Wei", "zh:李伟", "ur:لی وی"], page.QuerySelectorAll(".other-form").Select(form => $"{form.GetAttribute("lang")}:{Text(form)}"));
        Assert.Equal("rtl", page.QuerySelector(".other-form[lang=ur]")!.GetAttribute("dir"));
        Assert.Contains("Has worked in the field since 2001.", Text(page.Body!), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".part-list > li").Length);
        Assert.Equal("لی وی", Text(list.QuerySelector(".speaker-list a")!));
        Assert.Contains("بھارت", Text(list.QuerySelector(".speaker-list li")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speakers_are_in_the_alphabet_of_the_language()
    {
        var planned = await portal.AnnounceAsync("alphabet");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening", people:
        [
            Named("Ёлкин", "Yolkin"), Named("Яковлев", "Yakovlev"), Named("Ершов", "Yershov"), Named("Жуков", "Zhukov"),
        ]));

        var russian = await portal.ReadAsync("/ru/events/alphabet/speakers");
        var english = await portal.ReadAsync("/en/events/alphabet/speakers");

        Assert.Equal(["Ёлкин", "Ершов", "Жуков", "Яковлев"], russian.QuerySelectorAll(".speaker-list a").Select(Text));
        Assert.Equal(["Yakovlev", "Yershov", "Yolkin", "Zhukov"], english.QuerySelectorAll(".speaker-list a").Select(Text));

        static FrozenSpeaker Named(string ru, string en) => PublicPortal.Person(en) with { Name = LocalizedText.Of(en: en, ru: ru) };
    }

    public static TheoryData<SessionAccess, Classification> Closed => new()
    {
        { SessionAccess.Open, Classification.Green },
        { SessionAccess.Open, Classification.Amber },
        { SessionAccess.Open, Classification.AmberStrict },
        { SessionAccess.Open, Classification.Red },
        { SessionAccess.DelegationsOnly, Classification.Clear },
        { SessionAccess.MembersOnly, Classification.Green },
        { SessionAccess.HeadsOnly, Classification.Clear },
        { SessionAccess.NamedPersons, Classification.Red },
    };

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task Nothing_of_a_session_above_open_and_clear_leaves_the_portal(SessionAccess access, Classification classification)
    {
        var slug = $"secret-{access}-{classification}".ToLowerInvariant();
        var canary = LocalizedText.From(Languages.All.Select(language => KeyValuePair.Create(language, (string?)$"{Canary} {language}")));
        var known = PublicPortal.Person("Asha Rao");
        var hidden = new FrozenSpeaker(Guid.CreateVersion7(), SpeakerRole.Speaker, canary, canary, canary) { SideCode = "UZ", Biography = canary };
        var secret = new FrozenSession(
            Guid.CreateVersion7(), SessionType.RestrictedMeeting, access, canary, canary, Guid.CreateVersion7(), canary, 1, PublicPortal.Half(1), [hidden, known])
        {
            Classification = classification,
            Track = new FrozenTrack(Guid.CreateVersion7(), canary, TrackColor.Red),
            AgendaItems = [new AgendaItem(canary)],
            VenueName = canary,
            InterpretedInto = ["my"],
        };
        var planned = await portal.AnnounceAsync(slug);
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening of the seminar", people: known), secret);
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening of the seminar", people: known), secret);
        string[] parts =
        [
            "", "/agenda", "/agenda/grid", "/agenda/1", $"/agenda?room={secret.RoomId}", $"/agenda?track={secret.Track!.TrackId}", "/agenda?interpretation=my",
            "/agenda.ics", "/speakers", $"/speakers/{known.SpeakerId}", "/agenda/embed", "/releases.atom",
            "/agenda.csv", "/agenda.html", "/agenda.md", $"/calendar/speaker/{known.SpeakerId}.ics",
        ];

        foreach (var language in Languages.All)
        {
            foreach (var part in parts)
            {
                // The second answer comes from what is kept.
                for (var turn = 0; turn < 2; turn++)
                {
                    var text = (await portal.Browser.GetStringAsync($"/{language}/events/{slug}{part}")).Replace("\r\n ", "", StringComparison.Ordinal);
                    Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
                    Assert.DoesNotContain(hidden.SpeakerId.ToString(), text, StringComparison.Ordinal);
                    Assert.DoesNotContain("TLP:RED", text, StringComparison.Ordinal);
                }
            }

            foreach (var part in new[] { $"session/{secret.SessionId}", $"speaker/{hidden.SpeakerId}", $"room/{secret.RoomId}", $"track/{secret.Track!.TrackId}" })
            {
                using var calendar = await portal.Browser.GetAsync($"/{language}/events/{slug}/calendar/{part}.ics");
                Assert.DoesNotContain(Canary, await calendar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            await portal.Browser.GetByteArrayAsync($"/{language}/events/{slug}/agenda.pdf");
            Assert.DoesNotContain(Canary, portal.Pdf.Pages[^1], StringComparison.Ordinal);
            using var session = await portal.Browser.GetAsync($"/{language}/events/{slug}/sessions/{secret.SessionId}");
            using var speaker = await portal.Browser.GetAsync($"/{language}/events/{slug}/speakers/{hidden.SpeakerId}");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (session.StatusCode, speaker.StatusCode));
            Assert.DoesNotContain(Canary, await session.Content.ReadAsStringAsync() + await speaker.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var agenda = await portal.ReadAsync($"/en/events/{slug}/agenda");
        Assert.Equal(["Opening of the seminar", "Closed session"], agenda.QuerySelectorAll(".agenda-item h3").Select(Text));
        Assert.DoesNotContain("Open to all participants", Text(agenda.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_closed_since_keeps_nothing_of_its_open_time_but_its_release()
    {
        var open = PublicPortal.Session(0, "Once open", people: PublicPortal.Person("Asha Rao"));
        var planned = await portal.AnnounceAsync("closed-since");
        await portal.PublishAsync(planned.Id, open);
        await portal.PublishAsync(planned.Id, open with { Classification = Classification.Amber }, PublicPortal.Session(2, "Still open"));

        using var session = await portal.Browser.GetAsync($"/en/events/closed-since/sessions/{open.SessionId}");
        using var speaker = await portal.Browser.GetAsync($"/en/events/closed-since/speakers/{open.People[0].SpeakerId}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (session.StatusCode, speaker.StatusCode));
        Assert.DoesNotContain("Once open", await portal.Browser.GetStringAsync("/en/events/closed-since/agenda"), StringComparison.Ordinal);
        Assert.Contains("Once open", await portal.Browser.GetStringAsync("/en/events/closed-since/agenda/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_does_not_exist()
    {
        var session = PublicPortal.Session(0, "Opening", people: PublicPortal.Person("Asha Rao"));
        var planned = await portal.AnnounceAsync("there");
        await portal.PublishAsync(planned.Id, session);
        await portal.AnnounceAsync("elsewhere");
        await portal.AnnounceAsync("draft-only", isDraft: true);
        string[] addresses =
        [
            $"/en/events/there/sessions/{Guid.CreateVersion7()}", "/en/events/there/sessions/first", $"/en/events/elsewhere/sessions/{session.SessionId}",
            $"/en/events/there/speakers/{Guid.CreateVersion7()}", $"/en/events/elsewhere/speakers/{session.People[0].SpeakerId}",
            "/en/events/draft-only/speakers", "/en/events/draft-only/agenda/grid", "/en/events/draft-only/agenda/1", "/en/events/no-such/speakers",
        ];

        foreach (var address in addresses)
        {
            using var response = await portal.Browser.GetAsync(address);
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, address);
        }
    }

    private static string Fact(IDocument page, string term) =>
        Text(page.QuerySelectorAll(".definition").Single(fact => Text(fact.QuerySelector("dt")!) == term).QuerySelector("dd")!);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
