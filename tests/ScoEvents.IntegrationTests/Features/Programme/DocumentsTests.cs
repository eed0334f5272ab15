using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Shared;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Programme;

public sealed class DocumentsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task A_document_has_languages_and_revisions_and_its_bytes_come_back_as_they_went()
    {
        var (organiser, id, session) = await SessionAsync();
        var first = await UploadAsync(organiser, id, session, "Первая редакция", "ru");
        var document = Assert.Single(await ListAsync(organiser, id, session)).Id;

        var second = await UploadAsync(organiser, id, session, "Вторая редакция", "ru", document);
        var english = await UploadAsync(organiser, id, session, "First revision", "en", document);

        var listed = Assert.Single(await ListAsync(organiser, id, session));
        Assert.Equal([(english, "en", 1), (second, "ru", 2), (first, "ru", 1)], listed.Versions.Select(version => (version.Id, version.Language, version.Revision)));
        Assert.All(listed.Versions, version => Assert.Equal(Classification.Amber, version.Classification));
        Assert.Equal("Первая редакция", await ReadAsync(organiser, id, first));
        Assert.Equal("Вторая редакция", await ReadAsync(organiser, id, second));
    }

    [Fact]
    public async Task A_lie_is_refused_beside_the_file_and_nothing_is_kept()
    {
        var (organiser, id, session) = await SessionAsync();
        DocumentForm Form(string name, byte[]? file) => new() { Title = new LocalizedTextInput { En = "Paper" }, FileName = name, File = file };

        foreach (var (form, code) in new[]
        {
            (Form("a.txt", null), "document.file-missing"), (Form("a.txt", []), "document.empty"), (Form("../a.txt", "a"u8.ToArray()), "document.bad-name"),
            (Form("a.pdf", "a"u8.ToArray()), "document.unknown-type"), (Form("a.txt", new byte[FileInspection.MaxSize + 1]), "document.too-large"),
        })
        {
            Assert.Equal([("File", code)], OrganiserDesk.Refusals(await _desk.Documents.UploadAsync(organiser, id, session, form, default)));
        }

        Assert.Equal([("Title.En", "document.title-missing"), ("Language", "choice"), ("Classification", "choice")], OrganiserDesk.Refusals(await _desk.Documents.UploadAsync(
            organiser, id, session, new DocumentForm { Language = "de", Classification = (Classification)77, FileName = "a.txt", File = "a"u8.ToArray() }, default)));
        Assert.Empty(await ListAsync(organiser, id, session));
        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM document_versions WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task Revisions_follow_each_other_without_gaps_however_many_upload_at_once()
    {
        var (organiser, id, session) = await SessionAsync();
        await UploadAsync(organiser, id, session, "1", "en");
        var document = Assert.Single(await ListAsync(organiser, id, session)).Id;

        await Task.WhenAll(Enumerable.Range(2, 9).Select(number => Task.Run(() => UploadAsync(organiser, id, session, number.ToString(CultureInfo.InvariantCulture), "en", document))));

        Assert.Equal(Enumerable.Range(1, 10).Reverse(), Assert.Single(await ListAsync(organiser, id, session)).Versions.Select(version => version.Revision));
    }

    [Fact]
    public async Task Every_download_of_what_is_marked_amber_or_stricter_is_in_the_trail_and_of_what_is_not_is_not()
    {
        var (organiser, id, session) = await SessionAsync();
        var staff = await database.PersonAsync(Role.Staff, GrantScope.Event(id));
        var (amber, green) = (await UploadAsync(organiser, id, session, "amber", "en"), await UploadAsync(organiser, id, session, "green", "en", classification: Classification.Green));

        await ReadAsync(staff, id, amber);
        await ReadAsync(organiser, id, amber);
        await ReadAsync(staff, id, green);

        Assert.Equal(2L, await DownloadsAsync(amber));
        Assert.Equal(0L, await DownloadsAsync(green));
    }

    [Fact]
    public async Task Red_is_for_organisers_and_a_refused_download_leaves_no_byte_and_no_trail()
    {
        var (organiser, id, session) = await SessionAsync();
        var staff = await database.PersonAsync(Role.Staff, GrantScope.Event(id));
        var red = await UploadAsync(organiser, id, session, "red", "en", classification: Classification.Red);
        using var output = new MemoryStream();

        Assert.Equal("forbidden", (await _desk.DocumentQueries.GetDownloadAsync(staff, id, red, default)).Error?.Code);
        Assert.Equal("forbidden", (await _desk.DocumentQueries.CopyAsync(staff, id, red, output, default)).Error?.Code);

        Assert.Equal((0L, 0L), (output.Length, await DownloadsAsync(red)));
        Assert.False(Assert.Single(await ListAsync(staff, id, session)).Versions.Single().CanDownload);
        Assert.Equal("red", await ReadAsync(organiser, id, red));
    }

    [Fact]
    public async Task What_was_withdrawn_stays_in_the_list_and_can_no_longer_be_downloaded()
    {
        var (organiser, id, session) = await SessionAsync();
        var version = await UploadAsync(organiser, id, session, "paper", "en");

        Assert.True((await _desk.Documents.WithdrawAsync(organiser, id, version, default)).IsSuccess);
        Assert.True((await _desk.Documents.WithdrawAsync(organiser, id, version, default)).IsSuccess);

        Assert.True(Assert.Single(await ListAsync(organiser, id, session)).Versions.Single().IsWithdrawn);
        Assert.Equal("not-found", (await _desk.DocumentQueries.GetDownloadAsync(organiser, id, version, default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.DocumentQueries.CopyAsync(organiser, id, version, Stream.Null, default)).Error?.Code);
    }

    [Fact]
    public async Task A_document_is_renamed_by_who_saw_it_last_and_marked_anew()
    {
        var (organiser, id, session) = await SessionAsync();
        var version = await UploadAsync(organiser, id, session, "paper", "en");
        var seen = Assert.Single(await ListAsync(organiser, id, session));

        Assert.True((await _desk.Documents.RenameAsync(organiser, id, seen.Id, LocalizedText.Of(en: "Renamed"), seen.Version, default)).IsSuccess);
        Assert.Equal("stale", (await _desk.Documents.RenameAsync(organiser, id, seen.Id, LocalizedText.Of(en: "Renamed"), seen.Version, default)).Error?.Code);
        Assert.True((await _desk.Documents.ClassifyAsync(organiser, id, version, Classification.Clear, default)).IsSuccess);

        var listed = Assert.Single(await ListAsync(organiser, id, session));
        Assert.Equal(("Renamed", Classification.Clear), (listed.Title["en"], listed.Versions.Single().Classification));
    }

    [Fact]
    public async Task A_document_of_another_session_or_event_is_not_found()
    {
        var (organiser, id, session) = await SessionAsync();
        var (_, elsewhere, other) = await SessionAsync();
        var version = await UploadAsync(organiser, elsewhere, other, "paper", "en");
        var document = Assert.Single(await ListAsync(organiser, elsewhere, other)).Id;
        DocumentForm Form(Guid? of) => new() { DocumentId = of, Title = new LocalizedTextInput { En = "Paper" }, FileName = "a.txt", File = "a"u8.ToArray() };

        Assert.Equal("not-found", (await _desk.DocumentQueries.GetDownloadAsync(organiser, id, version, default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Documents.WithdrawAsync(organiser, id, version, default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Documents.RenameAsync(organiser, id, document, LocalizedText.Of(en: "Mine"), 1, default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Documents.UploadAsync(organiser, id, session, Form(document), default)).Error?.Code);
        Assert.Equal("not-found", (await _desk.Documents.UploadAsync(organiser, id, other, Form(null), default)).Error?.Code);
        Assert.Empty(await ListAsync(organiser, id, other));
    }

    [Fact]
    public async Task A_deleted_session_takes_its_documents_along()
    {
        var (organiser, id, session) = await SessionAsync();
        await UploadAsync(organiser, id, session, "paper", "en");
        var seen = OrganiserDesk.Value(await _desk.Sessions.GetAsync(organiser, id, session, default));

        Assert.Equal(1, seen.Documents);
        Assert.True((await _desk.Programme.DeleteSessionAsync(organiser, id, session, seen.Form.Version, default)).IsSuccess);

        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM document_versions WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task The_largest_file_goes_in_and_comes_out_whole()
    {
        var (organiser, id, session) = await SessionAsync();
        var bytes = new byte[FileInspection.MaxSize];
        Array.Fill(bytes, (byte)'x');
        var version = OrganiserDesk.Value(await _desk.Documents.UploadAsync(
            organiser, id, session, new DocumentForm { Title = new LocalizedTextInput { En = "Large" }, FileName = "large.txt", File = bytes }, default));
        using var output = new MemoryStream();

        Assert.True((await _desk.DocumentQueries.CopyAsync(organiser, id, version, output, default)).IsSuccess);

        Assert.Equal(bytes, output.ToArray());
        Assert.InRange((long)(await database.ScalarAsync("SELECT coalesce(max(length(changes::text)), 0)::bigint FROM audit_entries"))!, 1, 100_000);
    }

    [Fact]
    public async Task A_list_costs_as_many_commands_for_three_documents_as_for_one()
    {
        var (organiser, id, session) = await SessionAsync();
        await UploadAsync(organiser, id, session, "1", "en");
        var one = await CommandCount.OfAsync(async () => Assert.Single(await ListAsync(organiser, id, session)));
        await UploadAsync(organiser, id, session, "2", "ru");
        await UploadAsync(organiser, id, session, "3", "zh");

        var three = await CommandCount.OfAsync(async () => Assert.Equal(3, (await ListAsync(organiser, id, session)).Count));

        Assert.Equal(one, three);
    }

    private async Task<(Actor Organiser, Guid EventId, Guid SessionId)> SessionAsync()
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        return (organiser, id, await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Session")));
    }

    private async Task<Guid> UploadAsync(
        Actor actor, Guid eventId, Guid sessionId, string text, string language, Guid? document = null, Classification classification = Classification.Amber) =>
        OrganiserDesk.Value(await _desk.Documents.UploadAsync(actor, eventId, sessionId, new DocumentForm
        {
            DocumentId = document,
            Title = new LocalizedTextInput { En = "Paper" },
            Language = language,
            Classification = classification,
            FileName = "paper.txt",
            File = System.Text.Encoding.UTF8.GetBytes(text),
        }, default));

    private async Task<IReadOnlyList<DocumentRow>> ListAsync(Actor actor, Guid eventId, Guid sessionId) =>
        OrganiserDesk.Value(await _desk.DocumentQueries.ListAsync(actor, eventId, sessionId, default));

    private async Task<string> ReadAsync(Actor actor, Guid eventId, Guid versionId)
    {
        using var output = new MemoryStream();
        var copied = await _desk.DocumentQueries.CopyAsync(actor, eventId, versionId, output, default);
        Assert.Null(copied.Error);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private Task<object?> DownloadsAsync(Guid versionId) =>
        database.ScalarAsync($"SELECT count(*) FROM audit_entries WHERE action = 'Downloaded' AND entity_id = '{versionId}'");
}
