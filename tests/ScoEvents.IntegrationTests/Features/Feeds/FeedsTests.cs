using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.IntegrationTests.Features.Public;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Feeds;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Feeds;

/// <summary>Private calendars as a phone asks for them: the whole portal, over HTTP, without a sign-in.</summary>
public sealed class FeedsTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private const string Canary = "canary-2290";

    [Fact]
    public async Task An_address_shows_what_its_owner_may_see_at_that_moment()
    {
        var planned = await PublishedAsync("feed-rights");
        var organiser = await portal.Database.OrganiserAsync();
        var address = await OpenAsync(organiser, planned, new FeedSubject(FeedKind.Event));

        var (before, tag) = await ReadAsync(address);
        await portal.Database.RevokeAllAsync(organiser);
        var (after, newTag) = await ReadAsync(address);

        Assert.Contains(Canary, before, StringComparison.Ordinal);
        Assert.Contains(":Open panel", after, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, after, StringComparison.Ordinal);
        Assert.Equal(2, after.Split("BEGIN:VEVENT").Length - 1);
        Assert.NotEqual(tag, newTag);
    }

    [Fact]
    public async Task An_address_of_an_event_that_is_not_announced_dies_with_the_right_of_its_owner()
    {
        var planned = await PublishedAsync("feed-draft", isDraft: true);
        var organiser = await portal.Database.OrganiserAsync();
        var address = await OpenAsync(organiser, planned, new FeedSubject(FeedKind.Event));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));

        await portal.Database.RevokeAllAsync(organiser);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
    }

    [Fact]
    public async Task An_address_that_was_taken_back_is_gone_and_one_that_never_was_is_not_found()
    {
        var planned = await PublishedAsync("feed-revoked");
        var organiser = await portal.Database.OrganiserAsync();
        var address = await OpenAsync(organiser, planned, new FeedSubject(FeedKind.Event));
        var row = Assert.Single(await RowsAsync(organiser, planned));

        Assert.True((await Service().RevokeAsync(organiser, planned, row.Id, default)).IsSuccess);

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(FeedRoutes.Feed(new string('A', 43))));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(FeedRoutes.Feed("x")));
        Assert.False(Assert.Single(await RowsAsync(organiser, planned)).IsLive);
    }

    [Fact]
    public async Task Every_kind_of_address_shows_its_part_only()
    {
        var hall = Guid.CreateVersion7();
        var side = await portal.Database.SideAsync("IN");
        var speaker = PublicPortal.Person("Anil Kumar") with { SideId = side };
        var track = new FrozenTrack(Guid.CreateVersion7(), LocalizedText.Of(en: "Law"), TrackColor.Blue);
        var chosen = PublicPortal.Session(1, "Chosen", people: speaker) with { RoomId = hall, Track = track };
        var planned = (await portal.AnnounceAsync("feed-kinds")).Id;
        await portal.PublishAsync(planned, chosen, PublicPortal.Session(2, "Other"));
        var organiser = await portal.Database.OrganiserAsync();

        foreach (var subject in new[]
        {
            new FeedSubject(FeedKind.Room, hall), new FeedSubject(FeedKind.Track, track.TrackId), new FeedSubject(FeedKind.Side, side),
            new FeedSubject(FeedKind.Speaker, speaker.SpeakerId), new FeedSubject(FeedKind.Session, chosen.SessionId),
        })
        {
            var (text, _) = await ReadAsync(await OpenAsync(organiser, planned, subject));
            Assert.Contains(":Chosen", text, StringComparison.Ordinal);
            Assert.DoesNotContain(":Other", text, StringComparison.Ordinal);
        }

        var (day, _) = await ReadAsync(await OpenAsync(organiser, planned, new FeedSubject(FeedKind.Day, Day: new DateOnly(2026, 11, 10))));
        var (empty, _) = await ReadAsync(await OpenAsync(organiser, planned, new FeedSubject(FeedKind.Day, Day: new DateOnly(2026, 11, 11))));
        Assert.Equal(2, day.Split("BEGIN:VEVENT").Length - 1);
        Assert.DoesNotContain("BEGIN:VEVENT", empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_private_named_by_its_content_and_not_sent_twice()
    {
        var planned = await PublishedAsync("feed-headers");
        var organiser = await portal.Database.OrganiserAsync();
        var address = await OpenAsync(organiser, planned, new FeedSubject(FeedKind.Event), "ru");

        using var first = await portal.Browser.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await portal.Browser.SendAsync(again);

        Assert.True(first.Headers.CacheControl!.Private);
        Assert.Equal("noindex", Assert.Single(first.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("text/calendar", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotNull(Assert.Single(await RowsAsync(organiser, planned)).LastUsedAt);
    }

    [Fact]
    public async Task The_secret_is_long_new_each_time_and_nowhere_in_the_database()
    {
        var planned = await PublishedAsync("feed-secret");
        var organiser = await portal.Database.OrganiserAsync();

        var one = await SecretAsync(organiser, planned, new FeedSubject(FeedKind.Event), "en");
        var two = await SecretAsync(organiser, planned, new FeedSubject(FeedKind.Event), "en");

        Assert.NotEqual(one, two);
        Assert.Equal(43, one.Length);
        Assert.Equal(0L, await portal.Database.ScalarAsync($"SELECT count(*) FROM feed_addresses f WHERE f::text LIKE '%{one}%'"));
        Assert.Equal(0L, await portal.Database.ScalarAsync($"SELECT count(*) FROM audit_entries a WHERE a::text LIKE '%{one}%'"));
        Assert.Equal(1L, await portal.Database.ScalarAsync($"SELECT count(*) FROM feed_addresses WHERE token_hash = sha256('{one}'::bytea)"));
    }

    [Fact]
    public async Task Staff_keep_their_own_addresses_and_organisers_see_and_end_all_of_them()
    {
        var planned = await PublishedAsync("feed-owners");
        var organiser = await portal.Database.OrganiserAsync();
        var staff = await portal.Database.PersonAsync(Role.Staff, GrantScope.Event(planned));
        var other = await portal.Database.PersonAsync(Role.Staff, GrantScope.Event(planned));
        await OpenAsync(staff, planned, new FeedSubject(FeedKind.Event));
        var row = Assert.Single(await RowsAsync(staff, planned));

        Assert.Empty(await RowsAsync(other, planned));
        Assert.Equal("not-found", (await Service().RevokeAsync(other, planned, row.Id, default)).Error!.Code);
        Assert.True((await Service().RevokeAsync(organiser, planned, row.Id, default)).IsSuccess);
        Assert.False(Assert.Single(await RowsAsync(organiser, planned)).IsLive);
    }

    [Theory]
    [InlineData("Event:2026-11-10", "feeds.subject-missing")]
    [InlineData("Room", "feeds.subject-missing")]
    [InlineData("Day:yesterday", "feeds.subject-missing")]
    [InlineData("4", "feeds.subject-missing")]
    [InlineData("", "feeds.subject-missing")]
    [InlineData("Event", "choice")]
    public async Task What_cannot_be_chosen_is_refused(string subject, string code)
    {
        var planned = (await portal.AnnounceAsync($"feed-bad-{Guid.NewGuid():N}"[..20])).Id;
        var organiser = await portal.Database.OrganiserAsync();

        var opened = await Service().OpenAsync(organiser, planned, new FeedForm { Subject = subject, Language = "xx" }, default);

        Assert.Equal(code, opened.Error!.Code);
    }

    [Fact]
    public async Task Public_pages_offer_their_calendar_by_link_and_by_code()
    {
        var speaker = PublicPortal.Person("Anil Kumar");
        var session = PublicPortal.Session(1, "Open panel", people: speaker);
        var planned = await portal.AnnounceAsync("feed-public");
        await portal.PublishAsync(planned.Id, session);

        foreach (var (page, calendar) in new[]
        {
            ("agenda", "agenda.ics"),
            ($"sessions/{session.SessionId}", $"calendar/session/{session.SessionId}.ics"),
            ($"speakers/{speaker.SpeakerId}", $"calendar/speaker/{speaker.SpeakerId}.ics"),
        })
        {
            var document = await portal.ReadAsync($"/ur/events/feed-public/{page}");
            var link = Assert.Single(document.QuerySelectorAll(".subscribe a[href^='webcal:']"));
            var address = link.GetAttribute("href")!;
            Assert.EndsWith($"/ur/events/feed-public/{calendar}", address, StringComparison.Ordinal);
            Assert.Equal(ScoEvents.Exports.QrPath.Of(address).Path, document.QuerySelector(".subscribe .qr path:last-child")!.GetAttribute("d"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/ur/events/feed-public/{calendar}"));
        }
    }

    private async Task<Guid> PublishedAsync(string slug, bool isDraft = false)
    {
        var planned = await portal.AnnounceAsync(slug, isDraft: isDraft);
        await portal.PublishAsync(planned.Id, PublicPortal.Session(1, "Open panel"), PublicPortal.Session(2, Canary, SessionAccess.DelegationsOnly));
        return planned.Id;
    }

    private async Task<string> OpenAsync(Actor actor, Guid eventId, FeedSubject subject, string language = "en") =>
        FeedRoutes.Feed(await SecretAsync(actor, eventId, subject, language));

    private async Task<string> SecretAsync(Actor actor, Guid eventId, FeedSubject subject, string language) =>
        OrganiserDesk.Value(await Service().OpenAsync(actor, eventId, new FeedForm { Subject = FeedForm.Write(subject), Language = language }, default));

    private async Task<IReadOnlyList<FeedRow>> RowsAsync(Actor actor, Guid eventId) =>
        OrganiserDesk.Value(await portal.Services.CreateScope().ServiceProvider.GetRequiredService<FeedQueries>().ListAsync(actor, eventId, default)).Rows;

    private FeedService Service() => portal.Services.CreateScope().ServiceProvider.GetRequiredService<FeedService>();

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await portal.Browser.GetAsync(address);
        return response.StatusCode;
    }

    private async Task<(string Text, string Tag)> ReadAsync(string address)
    {
        using var response = await portal.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync(), response.Headers.ETag!.ToString());
    }
}
