using System.Net;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Public;

/// <summary>Which documents of sessions anybody may have.</summary>
public sealed class PublicDocumentTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    [Fact]
    public async Task A_document_marked_clear_stands_on_its_session_s_page_and_comes_as_a_file()
    {
        var session = PublicPortal.Session(0, "Law of the sea");
        var planned = await portal.AnnounceAsync("clear-paper");
        await portal.PublishAsync(planned.Id, session);
        var version = await portal.AttachAsync(planned.Id, session.SessionId, "Paper for all", Classification.Clear);

        var page = await portal.ReadAsync($"/en/events/clear-paper/sessions/{session.SessionId}");
        var link = page.QuerySelector(".document-list a")!.GetAttribute("href");
        using var file = await portal.Browser.GetAsync(link);

        Assert.Equal($"/events/clear-paper/documents/{version}", link);
        Assert.Contains("Paper for all", page.QuerySelector(".document-list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Content of Paper for all", await file.Content.ReadAsStringAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("TLP-CLEAR", file.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData(Classification.Green, false, SessionAccess.Open)]
    [InlineData(Classification.Amber, false, SessionAccess.Open)]
    [InlineData(Classification.Red, false, SessionAccess.Open)]
    [InlineData(Classification.Clear, true, SessionAccess.Open)]
    [InlineData(Classification.Clear, false, SessionAccess.DelegationsOnly)]
    public async Task Any_other_document_is_neither_named_nor_given(Classification classification, bool isWithdrawn, SessionAccess access)
    {
        var slug = $"paper-{classification}-{isWithdrawn}-{access}".ToLowerInvariant();
        var session = PublicPortal.Session(0, "Law of the sea", access);
        var planned = await portal.AnnounceAsync(slug);
        await portal.PublishAsync(planned.Id, session, PublicPortal.Session(1, "Another session"));
        var version = await portal.AttachAsync(planned.Id, session.SessionId, "CANARY-paper", classification, isWithdrawn);

        using var page = await portal.Browser.GetAsync($"/en/events/{slug}/sessions/{session.SessionId}");
        using var file = await portal.Browser.GetAsync($"/events/{slug}/documents/{version}");

        Assert.DoesNotContain("CANARY-paper", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.DoesNotContain("CANARY-paper", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_a_session_that_was_cancelled_is_of_another_event_or_was_never_published_is_not_there()
    {
        var (gone, kept) = (PublicPortal.Session(0, "Goes"), PublicPortal.Session(1, "Stays"));
        var planned = await portal.AnnounceAsync("paper-places");
        await portal.AnnounceAsync("paper-elsewhere");
        await portal.PublishAsync(planned.Id, gone, kept);
        await portal.PublishAsync(planned.Id, kept);
        var ofGone = await portal.AttachAsync(planned.Id, gone.SessionId, "Of a cancelled session", Classification.Clear);
        var ofKept = await portal.AttachAsync(planned.Id, kept.SessionId, "Of a session that stays", Classification.Clear);
        var unpublished = await portal.AttachAsync(planned.Id, Guid.CreateVersion7(), "Of a session that was never published", Classification.Clear);

        var answers = new Dictionary<string, HttpStatusCode>();
        foreach (var address in new[] { $"paper-places/documents/{ofKept}", $"paper-places/documents/{ofGone}", $"paper-places/documents/{unpublished}", $"paper-elsewhere/documents/{ofKept}" })
        {
            using var answer = await portal.Browser.GetAsync($"/events/{address}");
            answers[address] = answer.StatusCode;
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], answers.Values);
    }
}
