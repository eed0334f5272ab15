using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Exports.Persons;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Participants;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Attendance;
using ScoEvents.Web.Features.Participants;
using ScoEvents.Web.Features.Privacy;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Privacy;

public sealed class PrivacyTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly ParticipantsDesk _desk;
    private readonly DataPurge _purge;
    private readonly PrivacyService _service;
    private readonly PrivacyQueries _queries;

    public PrivacyTests(TestDatabase database)
    {
        _database = database;
        _desk = new ParticipantsDesk(database);
        _purge = new DataPurge(database.Contexts, database.Clock);
        _service = new PrivacyService(database.Contexts, _purge, database.Clock);
        var speech = new ParticipantSpeech(DelegationsDesk.Texts<ParticipantTexts>(), DelegationsDesk.Texts<ScoEvents.Web.Features.Delegations.DelegationsTexts>());
        var reading = new PersonReading(
            _desk.Delegations.Cipher, DelegationsDesk.Texts<PrivacyTexts>(), speech, new AttendanceSpeech(DelegationsDesk.Texts<AttendanceTexts>()));
        _queries = new PrivacyQueries(database.Contexts, reading, database.Clock);
    }

    [Fact]
    public async Task After_a_purge_nothing_of_passport_stay_and_photograph_is_in_a_dump_of_the_database()
    {
        var (organiser, eventId, person) = await OverAsync();
        var envelope = (string)(await _database.ScalarAsync($"SELECT passport_envelope FROM delegates WHERE id = '{person}'"))!;
        var photo = "ffd8ffcafe" + Guid.NewGuid().ToString("N");
        await _database.ScalarAsync($"""
            UPDATE delegates SET passport_expires_on = '2031-03-17', stay = jsonb_build_object('NeedsVisa', true, 'VisaPost', 'CANARYSTAY') WHERE id = '{person}' RETURNING 1
            """);
        await _database.ScalarAsync($"""
            INSERT INTO delegate_photos (delegate_id, event_id, side_id, bytes, content_type, width, height, sha256, uploaded_at)
            SELECT id, event_id, side_id, decode('{photo}', 'hex'), 'image/jpeg', 1, 1, '{new string('a', 64)}', now() FROM delegates WHERE id = '{person}' RETURNING 1
            """);
        await _database.ScalarAsync($"""
            INSERT INTO delegate_drafts (id, event_id, side_id, delegation_id, delegate_id, user_id, envelope, updated_at)
            SELECT gen_random_uuid(), event_id, side_id, delegation_id, id, '{organiser.UserId}', 'CANARYDRAFT', now() FROM delegates WHERE id = '{person}' RETURNING 1
            """);
        await MandateAsync(organiser, eventId, "CANARYMANDATE.pdf", "CANARYLETTER");
        var letter = Convert.ToHexStringLower(Encoding.ASCII.GetBytes("CANARYLETTER"));
        string[] canaries = [envelope, "CANARYSTAY", "CANARYDRAFT", photo, "2031-03-17", letter, "CANARYMANDATE"];
        Assert.All(canaries, canary => Assert.Contains(canary, DumpAsync().Result, StringComparison.Ordinal));

        var proof = await _service.PurgeAsync(organiser, eventId, default);

        Assert.True(proof.IsSuccess, proof.Error?.Code);
        var dump = await DumpAsync();
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, dump, StringComparison.Ordinal));
        // What is left of a number is the same for many persons; of this one it stands nowhere, nor ever stood in the trail.
        Assert.Equal(0L, await _database.ScalarAsync($"SELECT count(*) FROM delegates WHERE id = '{person}' AND (passport_masked <> '' OR passport_mark IS NOT NULL)"));
        Assert.Equal(0L, await _database.ScalarAsync($"SELECT count(*) FROM audit_entries WHERE event_id = '{eventId}' AND changes::text LIKE '%•%'"));
        var record = (await _queries.OfEventAsync(organiser, eventId, null, default)).Value.Proofs.Single();
        Assert.Equal((proof.Value, PurgeKind.Everything, false), (record.Proof, record.Kind, record.IsByPortal));
        Assert.Equal([("drafts", 1), ("mandates", 1), ("passports", 1), ("photos", 1), ("stays", 1)], record.Counts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => (part.Key, part.Value)));
        Assert.Equal("privacy.nothing-left", (await _service.PurgeAsync(organiser, eventId, default)).Error!.Code);
        await using var context = await _database.OpenAsync(organiser);
        var left = await context.Delegates.SingleAsync(found => found.Id == person);
        Assert.Equal(("Head", false, DelegateStay.Unknown), (left.FamilyName, left.HasPassport, left.Stay));
    }

    [Fact]
    public async Task The_proof_can_be_done_again_from_the_identities()
    {
        var (organiser, eventId, person) = await OverAsync();

        var proof = (await _service.PurgeAsync(organiser, eventId, default)).Value;

        var again = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"passports:{person}\n")));
        Assert.Equal(again, proof);
    }

    [Fact]
    public async Task Letters_alone_make_an_event_due_and_are_proved_like_all_else()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.Delegations.InviteAsync(organiser, eventId, "KZ");
        var letter = await MandateAsync(organiser, eventId, "Nomination.pdf", "%PDF-1.7");
        var other = await MandateAsync(organiser, await OtherEventAsync(organiser), "Other.pdf", "%PDF-1.7");
        await _database.ScalarAsync($"INSERT INTO delegation_settings (event_id, quotas, fields, zones, languages, purge_on) VALUES ('{eventId}', '[]', '[]', '[]', '[]', '2026-09-30') RETURNING 1");

        Assert.Contains(eventId, await _purge.DueAsync(default));
        var record = (await _purge.PurgeDueAsync(default))[eventId].Value;

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"mandates:{letter}\n"))), record.Proof);
        Assert.Equal([other], await LettersAsync(letter, other));
        Assert.DoesNotContain(eventId, await _purge.DueAsync(default));
        Assert.Equal("privacy.nothing-left", (await _purge.EventAsync(eventId, null, default)).Error!.Code);
    }

    [Fact]
    public async Task What_is_still_needed_is_not_purged_by_hand()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();

        Assert.Equal("privacy.event-open", (await _service.PurgeAsync(organiser, eventId, default)).Error!.Code);
        Assert.Equal("privacy.before-end", (await _service.KeepUntilAsync(organiser, eventId, new RetentionForm { Day = new DateOnly(2026, 12, 7) }, default)).Error!.Code);
    }

    [Fact]
    public async Task The_portal_purges_by_itself_when_the_day_has_passed_in_the_place_and_not_before()
    {
        var organiser = await _database.OrganiserAsync();
        var today = DateOnly.FromDateTime(_database.Clock.GetUtcNow().UtcDateTime);
        var eventId = await _desk.Delegations.EventAsync(today.AddDays(10));
        await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ"), "Head", DelegationRole.Head);
        var day = today.AddDays(20);
        Assert.True((await _service.KeepUntilAsync(organiser, eventId, new RetentionForm { Day = day }, default)).IsSuccess);
        Assert.DoesNotContain(eventId, await _purge.DueAsync(default));
        // New Delhi is five and a half hours ahead: its next day begins at 18:30 UTC.
        var end = new DateTimeOffset(day.ToDateTime(new TimeOnly(18, 29)), TimeSpan.Zero);
        var before = new DataPurge(_database.Contexts, new TestClock(end));
        var after = new DataPurge(_database.Contexts, new TestClock(end.AddMinutes(2)));
        Assert.DoesNotContain(eventId, await before.DueAsync(default));
        Assert.Contains(eventId, await after.DueAsync(default));

        Assert.True((await after.PurgeDueAsync(default))[eventId].IsSuccess);

        Assert.DoesNotContain(eventId, await after.DueAsync(default));
        var proof = (await _queries.OfEventAsync(organiser, eventId, null, default)).Value.Proofs.Single();
        Assert.True(proof.IsByPortal);
        Assert.Equal(0L, await _database.ScalarAsync($"SELECT count(*) FROM delegates WHERE event_id = '{eventId}' AND passport_envelope <> ''"));
    }

    [Fact]
    public async Task Of_two_nodes_that_purge_at_once_one_leaves_a_proof()
    {
        var (_, eventId, _) = await OverAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _purge.EventAsync(eventId, null, default))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.Equal("privacy.nothing-left", outcome.Error!.Code));
        Assert.Equal(1L, await _database.ScalarAsync($"SELECT count(*) FROM purge_records WHERE event_id = '{eventId}'"));
    }

    [Fact]
    public async Task An_erased_person_is_nobody_and_lists_keep_their_counts()
    {
        var (organiser, eventId, person) = await OverAsync();
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);

        var erased = await _service.EraseAsync(organiser, eventId, person, default);

        Assert.True(erased.IsSuccess, erased.Error?.Code);
        var row = (string)(await _database.ScalarAsync($"SELECT row_to_json(d)::text FROM delegates d WHERE id = '{person}'"))!;
        Assert.All(["Aigerim", "Бекова", "Deputy Director", "Digital Development", "mfa.example"], part => Assert.DoesNotContain(part, row, StringComparison.Ordinal));
        var list = (await _desk.Queries.GetAsync(organiser, eventId, 1, DelegationsDesk.RussianOrder, default)).Value;
        Assert.Equal((1, true), (list.Line.Persons, Assert.Single(list.Entries).IsErased));
        var proof = (await _queries.OfEventAsync(organiser, eventId, null, default)).Value.Proofs.Single();
        Assert.Equal((PurgeKind.Person, 1), (proof.Kind, proof.Counts["persons"]));
        Assert.Equal("privacy.erased-already", (await _service.EraseAsync(organiser, eventId, person, default)).Error!.Code);
        Assert.Equal("not-found", (await _service.EraseAsync(organiser, eventId, Guid.NewGuid(), default)).Error!.Code);
    }

    [Fact]
    public async Task Who_is_still_expected_is_not_erased_and_who_was_withdrawn_is()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var side = await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ");
        var person = await _desk.PersonAsync(side, "Head", DelegationRole.Head);

        Assert.Equal("privacy.person-comes", (await _service.EraseAsync(organiser, eventId, person, default)).Error!.Code);
        await _database.ScalarAsync($"UPDATE delegates SET withdrawn_at = now() WHERE id = '{person}' RETURNING 1");
        Assert.True((await _service.EraseAsync(organiser, eventId, person, default)).IsSuccess);
    }

    [Fact]
    public async Task All_data_of_a_person_come_as_a_page_and_as_json_and_the_trail_says_who_took_them()
    {
        var (organiser, eventId, person) = await OverAsync();
        await _desk.IssueAsync(organiser, eventId, SnapshotKind.Final);

        var file = (await _queries.PersonAsync(organiser, eventId, person, "ur", default)).Value;

        using var zip = new ZipArchive(new MemoryStream(PersonArchiveWriter.Write(file.Archive)));
        Assert.Equal(["index.html", "data.json"], zip.Entries.Select(entry => entry.FullName));
        var html = await ReadAsync("index.html");
        Assert.Contains("lang=\"ur\" dir=\"rtl\"", html, StringComparison.Ordinal);
        Assert.Contains("CANARY90017", html, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await ReadAsync("data.json"));
        var facts = json.RootElement.GetProperty("person")[0];
        Assert.Equal(("Head", "Aigerim", "a.bekova@mfa.example"), (facts.GetProperty("familyName").GetString(), facts.GetProperty("givenNames").GetString(), facts.GetProperty("email").GetString()));
        Assert.Equal("CANARY90017", json.RootElement.GetProperty("passport")[0].GetProperty("number").GetString());
        Assert.Equal("1", json.RootElement.GetProperty("lists")[0].GetProperty("number").GetString());
        Assert.False(json.RootElement.TryGetProperty("badges", out _));
        Assert.Equal(1L, await _database.ScalarAsync($"SELECT count(*) FROM audit_entries WHERE entity_id = '{person}' AND action = 'Exported' AND actor_id = '{organiser.UserId}'"));
        Assert.Equal("not-found", (await _queries.PersonAsync(organiser, eventId, person, "fr", default)).Error!.Code);
        Assert.Equal("not-found", (await _queries.PersonAsync(organiser, await _desk.Delegations.EventAsync(), person, "en", default)).Error!.Code);

        async Task<string> ReadAsync(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return await reader.ReadToEndAsync();
        }
    }

    [Fact]
    public async Task Persons_are_found_by_either_script_and_wildcards_are_letters()
    {
        var (organiser, eventId, _) = await OverAsync();

        Assert.Single((await _queries.OfEventAsync(organiser, eventId, "aigerim he", default)).Value.Search.Persons);
        Assert.Single((await _queries.OfEventAsync(organiser, eventId, "бекова", default)).Value.Search.Persons);
        Assert.Empty((await _queries.OfEventAsync(organiser, eventId, "%", default)).Value.Search.Persons);
        Assert.Empty((await _queries.OfEventAsync(organiser, eventId, " ", default)).Value.Search.Persons);
    }

    [Fact]
    public async Task Neither_a_focal_point_nor_the_task_of_another_work_can_purge()
    {
        var (_, eventId, person) = await OverAsync();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.AppConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();

        Assert.Equal(0, await RunAsync("SELECT set_config('app.task', 'mail', false)", $"UPDATE delegates SET passport_envelope = '' WHERE id = '{person}'"));
        Assert.Equal(0, await RunAsync("SELECT set_config('app.task', '', false)", $"DELETE FROM delegate_photos WHERE event_id = '{eventId}'"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync("SELECT 1", "UPDATE purge_records SET proof = ''"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);

        async Task<int> RunAsync(string setting, string sql)
        {
            await using (var set = new NpgsqlCommand(setting, connection))
            {
                await set.ExecuteScalarAsync();
            }

            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>An event that is over, to which one accredited person came.</summary>
    private async Task<(Actor Organiser, Guid EventId, Guid Person)> OverAsync()
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var person = await _desk.PersonAsync(await _desk.Delegations.AcceptedAsync(organiser, eventId, "KZ"), "Head", DelegationRole.Head);
        await _database.ScalarAsync($"UPDATE events SET status = '{EventStatus.Concluded}' WHERE id = '{eventId}' RETURNING 1");
        return (organiser, eventId, person);
    }

    /// <summary>Files a letter as the portal does, so that the trail holds what it would hold.</summary>
    private async Task<Guid> MandateAsync(Actor organiser, Guid eventId, string name, string content)
    {
        await using var context = await _database.OpenAsync(organiser);
        var letter = MandateLetter.File(
            eventId, await _database.SideAsync("KZ"), name, "application/pdf", Encoding.ASCII.GetBytes(content), organiser.UserId!.Value, _database.Clock.GetUtcNow());
        context.MandateLetters.Add(letter);
        await context.SaveChangesAsync();
        return letter.Id;
    }

    private async Task<Guid> OtherEventAsync(Actor organiser)
    {
        var eventId = await _desk.Delegations.EventAsync();
        await _desk.Delegations.InviteAsync(organiser, eventId, "KZ");
        return eventId;
    }

    private async Task<IReadOnlyList<Guid>> LettersAsync(params Guid[] ids)
    {
        await using var context = await _database.OpenAsync(await _database.OrganiserAsync());
        return await context.MandateLetters.Where(letter => ids.Contains(letter.Id)).Select(letter => letter.Id).ToListAsync();
    }

    private async Task<string> DumpAsync()
    {
        var target = new NpgsqlConnectionStringBuilder(_database.SuperuserConnectionString);
        var start = new ProcessStartInfo("pg_dump", ["--host", target.Host!, "--port", $"{target.Port}", "--username", target.Username!, "--data-only", target.Database!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = target.Password;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var dump = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return dump;
    }
}
