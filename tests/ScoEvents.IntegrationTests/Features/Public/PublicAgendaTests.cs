using System.Net;
using System.Net.Http.Headers;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Pdf;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

public sealed class PublicAgendaTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private const string Canary = "CANARY-7f3a";

    [Theory]
    [InlineData(SessionAccess.DelegationsOnly)]
    [InlineData(SessionAccess.MembersOnly)]
    [InlineData(SessionAccess.HeadsOnly)]
    [InlineData(SessionAccess.NamedPersons)]
    public async Task Of_a_closed_session_only_type_and_time_leave_the_portal(SessionAccess access)
    {
        var slug = $"closed-{access}".ToLowerInvariant();
        var planned = await portal.AnnounceAsync(slug);
        var canary = LocalizedText.From(Languages.All.Select(language => KeyValuePair.Create(language, (string?)$"{Canary} {language}")));
        await portal.PublishAsync(
            planned.Id,
            PublicPortal.Session(0, "Opening of the seminar"),
            new FrozenSession(
                Guid.CreateVersion7(), SessionType.RestrictedMeeting, access, canary, canary, Guid.CreateVersion7(), canary, 1, PublicPortal.Half(1),
                [new FrozenSpeaker(Guid.CreateVersion7(), SpeakerRole.Chair, canary, canary, canary), new FrozenSpeaker(Guid.CreateVersion7(), SpeakerRole.Speaker, canary, canary, canary)]));

        foreach (var language in Languages.All)
        {
            var page = await portal.Browser.GetStringAsync($"/{language}/events/{slug}/agenda");
            var calendar = await portal.Browser.GetStringAsync($"/{language}/events/{slug}/agenda.ics");
            using var pdf = await portal.Browser.GetAsync($"/{language}/events/{slug}/agenda.pdf");
            var printed = portal.Pdf.Pages[^1];

            Assert.Equal(HttpStatusCode.OK, pdf.StatusCode);
            Assert.All(
                new[] { page, calendar.Replace("\r\n ", "", StringComparison.Ordinal), printed },
                text =>
                {
                    Assert.Contains("Opening of the seminar", text, StringComparison.Ordinal);
                    Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
                    Assert.True(language != Languages.English || text.Contains("Closed session", StringComparison.Ordinal));
                });
        }
    }

    [Fact]
    public async Task Times_are_those_of_the_place_and_the_zone_stands_in_words()
    {
        var planned = await portal.AnnounceAsync("times");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening of the seminar"));

        var html = await portal.Browser.GetStringAsync("/en/events/times/agenda");

        Assert.Contains("<time datetime=\"2026-11-10T09:30&#x2B;05:30\">09:30</time>", html, StringComparison.Ordinal);
        Assert.Contains("local time in New Delhi (UTC&#x2B;05:30)", html, StringComparison.Ordinal);
        Assert.Contains("Tuesday, 10 November 2026", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_session_leaves_page_and_paper_and_is_cancelled_in_calendars()
    {
        var planned = await portal.AnnounceAsync("withdrawn");
        var kept = PublicPortal.Session(0, "Session that stays");
        await portal.PublishAsync(planned.Id, kept, PublicPortal.Session(1, "Session that goes"));
        await portal.PublishAsync(planned.Id, kept);

        var page = await portal.Browser.GetStringAsync("/en/events/withdrawn/agenda");
        var calendar = await portal.Browser.GetStringAsync("/en/events/withdrawn/agenda.ics");
        await portal.Browser.GetByteArrayAsync("/en/events/withdrawn/agenda.pdf");

        Assert.DoesNotContain("Session that goes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Session that goes", portal.Pdf.Pages[^1], StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_printed_once_and_named_by_what_it_holds()
    {
        var planned = await portal.AnnounceAsync("printed");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening of the seminar"));
        var before = portal.Pdf.Pages.Count;

        using var first = await portal.Browser.GetAsync("/en/events/printed/agenda.pdf");
        using var second = await portal.Browser.GetAsync("/en/events/printed/agenda.pdf");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/en/events/printed/agenda.pdf");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await portal.Browser.SendAsync(again);

        Assert.Equal("application/pdf", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal("printed-agenda-r1-en-TLP-CLEAR.pdf", first.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("nosniff", Assert.Single(first.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(before + 1, portal.Pdf.Pages.Count);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task A_calendar_is_typed_and_asked_for_again_only_when_it_changed()
    {
        var planned = await portal.AnnounceAsync("calendar");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening of the seminar"));

        using var first = await portal.Browser.GetAsync("/ru/events/calendar/agenda.ics");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/ru/events/calendar/agenda.ics");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await portal.Browser.SendAsync(again);
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Another opening"));
        // Nobody told of the release here, so what is kept has to grow old first.
        portal.Database.Clock.Advance(TimeSpan.FromSeconds(61));
        using var changed = new HttpRequestMessage(HttpMethod.Get, "/ru/events/calendar/agenda.ics");
        changed.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var fresh = await portal.Browser.SendAsync(changed);

        Assert.Equal(new MediaTypeHeaderValue("text/calendar", "utf-8"), first.Content.Headers.ContentType);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task An_agenda_that_cannot_be_printed_says_so_and_leads_back_to_the_page()
    {
        var planned = await portal.AnnounceAsync("unprintable");
        await portal.PublishAsync(planned.Id, PublicPortal.Session(0, "Opening of the seminar"));
        portal.Pdf.Failure = new PdfEngineException(PdfEngineFailure.BrowserMissing, "There is none.");

        using var response = await portal.Browser.GetAsync("/en/events/unprintable/agenda.pdf");
        portal.Pdf.Failure = null;
        using var later = await portal.Browser.GetAsync("/en/events/unprintable/agenda.pdf");

        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("The PDF could not be made just now", html, StringComparison.Ordinal);
        Assert.Contains("/en/events/unprintable/agenda\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("There is none.", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }
}
