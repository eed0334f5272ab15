using System.Net;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

public sealed class PublicCacheTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_page_is_kept_and_named_by_its_content()
    {
        await portal.AnnounceAsync("kept");

        using var first = await AskAsync("/en/events/kept", "br");
        using var second = await AskAsync("/en/events/kept", "gzip, deflate, br");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/en/events/kept");
        again.Headers.AcceptEncoding.ParseAdd("br");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await portal.Browser.SendAsync(again);

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(["br"], second.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], second.Headers.Vary);
        Assert.True(second.Headers.CacheControl is { Public: true, NoCache: true });
        Assert.Contains("default-src 'none'", Assert.Single(second.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("identity", "")]
    [InlineData("br;q=0", "")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate, gzip;q=1.0, *;q=0.5", "gzip")]
    public async Task A_browser_gets_the_encoding_it_takes(string accepted, string expected)
    {
        using var response = await AskAsync("/en/events/tashkent-information-security-forum-2022", accepted);

        Assert.Equal(expected, string.Join(',', response.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task A_change_is_seen_once_it_is_told_and_not_before()
    {
        var planned = await portal.AnnounceAsync("changing", "Title before");
        await AskTitleAsync("/en/events/changing");
        await portal.Database.ScalarAsync($$"""UPDATE events SET title = '{"en": "Title after"}' WHERE id = '{{planned.Id}}'""");

        var beforeItIsTold = await AskTitleAsync("/en/events/changing");
        await portal.Database.ScalarAsync($"SELECT pg_notify('scoevents', 'event:{planned.Id}')");

        Assert.Contains("Title before", beforeItIsTold, StringComparison.Ordinal);
        await UntilAsync("/en/events/changing", "Title after");
    }

    [Fact]
    public async Task A_change_that_nobody_told_of_is_seen_after_a_minute()
    {
        var planned = await portal.AnnounceAsync("untold", "Title before");
        await AskTitleAsync("/en/events/untold");
        await portal.Database.ScalarAsync($$"""UPDATE events SET title = '{"en": "Title after"}' WHERE id = '{{planned.Id}}'""");

        portal.Database.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Contains("Title after", await AskTitleAsync("/en/events/untold"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_line_to_the_database_was_lost_nothing_old_is_shown()
    {
        var planned = await portal.AnnounceAsync("lost-line", "Title before");
        await AskTitleAsync("/en/events/lost-line");
        await portal.Database.ScalarAsync(
            $$"""
            UPDATE events SET title = '{"en": "Title after"}' WHERE id = '{{planned.Id}}';
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'
            """);

        await UntilAsync("/en/events/lost-line", "Title after");
    }

    [Theory]
    [InlineData("/en/events?page=1")]
    [InlineData("/en/events?utm=campaign")]
    [InlineData("/en/events/")]
    [InlineData("/en/Events")]
    public async Task An_address_that_the_portal_does_not_write_itself_is_not_kept(string address)
    {
        using var first = await AskAsync(address, "br");
        using var second = await AskAsync(address, "br");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Null(first.Headers.ETag);
        Assert.Null(second.Headers.ETag);
    }

    [Fact]
    public async Task What_is_not_found_is_not_kept()
    {
        using var before = await AskAsync("/en/events/comes-later", "br");
        await portal.AnnounceAsync("comes-later");
        using var after = await AskAsync("/en/events/comes-later", "br");

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Two_renderings_of_a_page_are_the_same_bytes()
    {
        await portal.AnnounceAsync("same-bytes");
        using var first = await AskAsync("/en/events/same-bytes", "br");
        portal.Database.Clock.Advance(TimeSpan.FromSeconds(61));
        using var second = await AskAsync("/en/events/same-bytes", "br");

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_page_holds_nothing_of_the_host_it_was_asked_by()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/events/sco-summit-2017");
        request.Headers.Host = "localhost:54321";

        using var response = await portal.Browser.SendAsync(request);

        Assert.DoesNotContain("54321", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_made_once_for_all_who_want_it_at_once()
    {
        await portal.AnnounceAsync("wanted");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync("/en/events/wanted", "br")));

        Assert.All(answers, answer => Assert.Equal(answers[0].Headers.ETag, answer.Headers.ETag));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private async Task UntilAsync(string address, string expected)
    {
        using var deadline = new CancellationTokenSource(_patience);
        while (!(await AskTitleAsync(address)).Contains(expected, StringComparison.Ordinal))
        {
            deadline.Token.ThrowIfCancellationRequested();
        }
    }

    private Task<string> AskTitleAsync(string address) => portal.Browser.GetStringAsync(address);

    private Task<HttpResponseMessage> AskAsync(string address, string encodings)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (encodings.Length > 0)
        {
            request.Headers.AcceptEncoding.ParseAdd(encodings);
        }

        return portal.Browser.SendAsync(request);
    }
}
