using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>What is left of the documents and speakers of an event to somebody who got past the portal's services.</summary>
public sealed class DocumentSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    private static readonly string[] _tables = ["session_documents", "document_versions", "document_contents"];

    private readonly OrganiserDesk _desk = new(database);

    [Fact]
    public async Task Who_has_no_part_in_the_event_sees_no_document_no_byte_and_no_speaker()
    {
        var (organiser, id) = await ArrangeAsync(Classification.Amber);
        foreach (var stranger in new[] { Actor.Public, await database.PersonAsync(), await database.OrganiserAsync("uz-isrs"), await database.FocalPointAsync("KZ"), await database.PersonAsync(Role.Administrator, GrantScope.Portal) })
        {
            await using var sql = await RawSql.AsAsync(database, stranger);

            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM session_documents WHERE event_id = '{id}'"));
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM document_versions WHERE event_id = '{id}'"));
            Assert.Equal(0, await sql.CountAsync("SELECT count(*) FROM document_contents WHERE bytes = 'Amber'::bytea"));
            Assert.Equal(0, await sql.CountAsync($"SELECT count(*) FROM speakers WHERE event_id = '{id}'"));
        }

        await using var own = await RawSql.AsAsync(database, organiser);
        Assert.Equal(1, await own.CountAsync($"SELECT count(*) FROM document_contents c JOIN document_versions v ON v.id = c.version_id WHERE v.event_id = '{id}'"));
        Assert.Equal(1, await own.CountAsync($"SELECT count(*) FROM speakers WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task Staff_reads_and_changes_nothing()
    {
        var (_, id) = await ArrangeAsync(Classification.Amber);
        await using var sql = await RawSql.AsAsync(database, await database.PersonAsync(Role.Staff, GrantScope.Event(id)));

        Assert.Equal(1, await sql.CountAsync($"SELECT count(*) FROM document_versions WHERE event_id = '{id}'"));
        foreach (var table in _tables.Take(2))
        {
            Assert.Equal(0, await sql.RunAsync($"UPDATE {table} SET event_id = event_id WHERE event_id = '{id}'"));
            Assert.Equal(0, await sql.RunAsync($"DELETE FROM {table} WHERE event_id = '{id}'"));
        }

        Assert.Equal(0, await sql.RunAsync($"UPDATE speakers SET email = 'x@y.example' WHERE event_id = '{id}'"));
    }

    [Fact]
    public async Task Bytes_are_never_changed_not_even_by_an_organiser()
    {
        var (organiser, _) = await ArrangeAsync(Classification.Amber);
        await using var sql = await RawSql.AsAsync(database, organiser);

        Assert.Equal(Denied, await sql.RefusedAsync("UPDATE document_contents SET bytes = 'other'::bytea"));
    }

    [Fact]
    public async Task An_organiser_of_another_event_puts_nothing_into_this_one()
    {
        var (_, id) = await ArrangeAsync(Classification.Clear);
        await using var sql = await RawSql.AsAsync(database, await database.OrganiserAsync("uz-isrs"));

        Assert.Equal(Denied, await sql.RefusedAsync(
            $"INSERT INTO document_versions SELECT gen_random_uuid(), document_id, event_id, language, 99, classification, file_name, content_type, size, sha256, uploaded_by, uploaded_at, withdrawn_at FROM document_versions WHERE event_id = '{id}'"));
        Assert.Equal(Denied, await sql.RefusedAsync($"INSERT INTO speakers (id, event_id, name, function, biography, language) VALUES (gen_random_uuid(), '{id}', '{{}}', '{{}}', '{{}}', 'en')"));
        Assert.Equal(0, await sql.RunAsync($"UPDATE document_versions SET classification = 'Clear' WHERE event_id = '{id}'"));
    }

    private async Task<(Actor Organiser, Guid EventId)> ArrangeAsync(Classification classification)
    {
        var organiser = await database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var session = await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Session"));
        await _desk.SpeakerAsync(organiser, id, "Speaker");
        OrganiserDesk.Value(await _desk.Documents.UploadAsync(organiser, id, session, new DocumentForm
        {
            Title = new LocalizedTextInput { En = "Paper" },
            Classification = classification,
            FileName = "paper.txt",
            File = System.Text.Encoding.UTF8.GetBytes(classification.ToString()),
        }, default));
        return (organiser, id);
    }
}
