using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.Packages;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Packages;
using ScoEvents.Web.Features.Programme;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Packages;

/// <summary>A whole event leaves one portal and arrives in another, whose states and sides have other identities.</summary>
public sealed class PackagesTests(TestDatabase here, OtherDatabase other) : IClassFixture<TestDatabase>, IClassFixture<OtherDatabase>
{
    private const string Prefix = "tables/";

    private TestDatabase There => other.Database;

    [Fact]
    public async Task An_event_that_was_taken_in_and_given_out_again_is_the_same_to_the_byte()
    {
        var (organiser, eventId) = await RichEventAsync();
        var package = await ExportAsync(here, organiser, eventId);
        var planner = await There.OrganiserAsync();

        var taken = OrganiserDesk.Value(await Service(There).ImportAsync(planner, package, default));
        var again = await ExportAsync(There, planner, taken);

        Assert.Equal(eventId, taken);
        Assert.Equal(package, again);
        Assert.Equal(package, await ExportAsync(here, organiser, eventId));
        await using var context = await There.OpenAsync(planner);
        var sessions = await context.Sessions.Where(session => session.EventId == eventId).ToListAsync();
        Assert.Equal(["Opening", "ड्राफ़्ट سیشن"], sessions.Select(session => session.Title["en"]).Order(StringComparer.Ordinal));
        Assert.Equal(2, await context.Releases.CountAsync(release => release.EventId == eventId));
        var speaker = await context.Speakers.SingleAsync(row => row.EventId == eventId);
        Assert.Equal(await There.SideAsync("KZ"), speaker.SideId);
        Assert.NotEqual(await here.SideAsync("KZ"), speaker.SideId);
        var content = await context.DocumentContents.SingleAsync(row => context.DocumentVersions.Any(version => version.Id == row.VersionId && version.EventId == eventId));
        Assert.Equal("Paper on evidence.\n", Encoding.UTF8.GetString(content.Bytes));
    }

    [Fact]
    public async Task A_plan_says_what_is_in_the_file_and_writes_nothing()
    {
        var (organiser, eventId) = await RichEventAsync();
        var package = await ExportAsync(here, organiser, eventId);
        var planner = await There.OrganiserAsync();
        await using var context = await here.OpenAsync(organiser);
        var planned = await context.Events.AsNoTracking().SingleAsync(row => row.Id == eventId);

        var plan = OrganiserDesk.Value(await Service(There).PlanAsync(planner, package, default));

        Assert.Equal((planned.Title, planned.Dates, null, null), (plan.Title, plan.Dates, plan.HereId, plan.Refusal));
        Assert.NotNull(plan.Secretariat);
        Assert.Equal(
            [
                new(PackagePart.Sessions, 2, null), new(PackagePart.Speakers, 1, null), new(PackagePart.Documents, 1, null), new(PackagePart.Tracks, 1, null),
                new(PackagePart.Interpreters, 0, null), new(PackagePart.Releases, 2, null), new(PackagePart.Venues, 1, 0), new PackagePlanRow(PackagePart.Rooms, 1, 0),
            ],
            plan.Rows);
        await NothingOfAsync(eventId);
        Assert.Equal(eventId, OrganiserDesk.Value(await Service(There).ImportAsync(planner, package, default)));
    }

    [Fact]
    public async Task A_plan_of_an_event_that_is_here_leads_to_it_and_counts_what_is_shared()
    {
        var (organiser, eventId) = await RichEventAsync();

        var package = await ExportAsync(here, organiser, eventId);
        var plan = OrganiserDesk.Value(await Service(here).PlanAsync(organiser, package, default));
        var strangers = OrganiserDesk.Value(await Service(here).PlanAsync(await here.OrganiserAsync("uz-isrs"), package, default));

        Assert.Equal(("package.taken", eventId), (plan.Refusal?.Code, plan.HereId));
        Assert.Null(strangers.HereId);
        Assert.Equal([new(PackagePart.Venues, 1, 1), new PackagePlanRow(PackagePart.Rooms, 1, 1)], plan.Rows.Where(row => row.Here is not null));
    }

    [Fact]
    public async Task A_plan_says_why_as_far_as_the_file_can_be_read()
    {
        var (organiser, eventId) = await RichEventAsync();
        var package = await ExportAsync(here, organiser, eventId);
        var planner = await There.OrganiserAsync();
        byte[] With(string table, string from, string to) => PackageFile.Write(new Dictionary<string, byte[]>(Files(package))
        {
            [$"{Prefix}{table}.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Files(package)[$"{Prefix}{table}.json"]).Replace(from, to, StringComparison.Ordinal)),
        });

        Assert.Equal("forbidden", OrganiserDesk.Value(await Service(There).PlanAsync(await There.OrganiserAsync("uz-isrs"), package, default)).Refusal?.Code);
        Assert.Equal("package.content", OrganiserDesk.Value(await Service(There).PlanAsync(planner, With("sessions", "\"Open\"", "\"Nobody\""), default)).Refusal?.Code);
        Assert.Equal("package.content", (await Service(There).PlanAsync(planner, With("events", "\"title\"", "\"titles\""), default)).Error!.Code);
        Assert.Equal("package.content", (await Service(There).PlanAsync(planner, With("events", "\"secretariat_id\"", "\"secretariat\""), default)).Error!.Code);
        Assert.Equal("package.content", await CodeAsync(There, planner, With("events", "\"secretariat_id\"", "\"secretariat\"")));
        Assert.Equal("package.hash", (await Service(There).PlanAsync(planner, Tampered(package, PackageRowsFile), default)).Error!.Code);
        Assert.Equal("not-found", (await Service(There).PlanAsync(await There.PersonAsync(), package, default)).Error!.Code);
        await NothingOfAsync(eventId);
    }

    [Fact]
    public async Task An_event_that_is_here_already_is_not_taken_in_twice()
    {
        var (organiser, eventId) = await RichEventAsync();

        Assert.Equal("package.taken", await CodeAsync(here, organiser, await ExportAsync(here, organiser, eventId)));
    }

    [Fact]
    public async Task A_changed_row_a_changed_document_and_a_changed_list_are_each_found()
    {
        var (organiser, eventId) = await RichEventAsync();
        var package = await ExportAsync(here, organiser, eventId);
        var planner = await There.OrganiserAsync();

        foreach (var name in new[] { Prefix + "sessions.json", "documents/", "SHA256SUMS", PackageRowsFile })
        {
            Assert.Equal("package.hash", await CodeAsync(There, planner, Tampered(package, name)));
        }

        await NothingOfAsync(eventId);
    }

    [Fact]
    public async Task Rows_with_a_right_hash_that_no_portal_wrote_leave_nothing_behind()
    {
        var (organiser, eventId) = await RichEventAsync();
        var files = Files(await ExportAsync(here, organiser, eventId));
        var planner = await There.OrganiserAsync();
        var foreignEvent = Guid.CreateVersion7().ToString();

        foreach (var (table, from, to) in new[]
        {
            ("sessions", "\"access\": \"Open\"", "\"access\": \"Nobody\""),
            ("sessions", "\"event_id\": \"" + eventId, "\"event_id\": \"" + foreignEvent),
            ("sessions", "]\n", "not json"),
            ("slots", "\"starts_at\"", "\"started_at\""),
            ("releases", "\"event_id\": \"" + eventId, "\"event_id\": \"" + foreignEvent),
            ("tracks", "\"color\"", "\"colour\""),
            ("document_versions", "\"size\": 19", "\"size\": 20"),
            ("document_versions", "text/plain", "text/html"),
            ("speakers", "{\"en\": ", "{\"xx\": "),
        })
        {
            var name = $"{Prefix}{table}.json";
            var text = Encoding.UTF8.GetString(files[name]);
            Assert.Contains(from, text, StringComparison.Ordinal);
            var changed = new Dictionary<string, byte[]>(files) { [name] = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)) };
            Assert.Equal((table, "package.content"), (table, await CodeAsync(There, planner, PackageFile.Write(changed))));
        }

        await NothingOfAsync(eventId);
    }

    [Fact]
    public async Task Another_version_a_missing_table_and_a_file_too_many_are_refused()
    {
        var (organiser, eventId) = await RichEventAsync();
        var files = Files(await ExportAsync(here, organiser, eventId));
        var planner = await There.OrganiserAsync();
        var about = Encoding.UTF8.GetString(files[PackageRowsFile]);

        Dictionary<string, byte[]> About(string from, string to) => new(files) { [PackageRowsFile] = Encoding.UTF8.GetBytes(about.Replace(from, to, StringComparison.Ordinal)) };
        var schema = about.Split("\"schema\": \"")[1].Split('"')[0];
        var without = files.Where(file => file.Key != Prefix + "slots.json").ToDictionary();
        var nameless = files.Where(file => file.Key != PackageRowsFile).ToDictionary();
        var more = new Dictionary<string, byte[]>(files) { ["notes.txt"] = "hello"u8.ToArray() };

        foreach (var (code, from, to) in new[]
        {
            ("package.newer", "\"version\": 1", "\"version\": 2"), ("package.older", "\"version\": 1", "\"version\": 0"),
            ("package.older", schema, "20260101000000_Older"), ("package.newer", schema, "20990101000000_Newer"),
            ("package.version", schema, "an older one"), ("package.version", "scoevents-event", "another-event"), ("package.version", "\"event\"", "\"events\""),
        })
        {
            Assert.Equal((to, code), (to, await CodeAsync(There, planner, PackageFile.Write(About(from, to)))));
        }

        var refused = (await Service(There).ImportAsync(planner, PackageFile.Write(About(schema, "20260101000000_Older")), default)).Error!;
        Assert.Equal(["20260101000000_Older", schema], refused.Arguments);
        Assert.Equal("package.version", await CodeAsync(There, planner, PackageFile.Write(without)));
        Assert.Equal("package.version", await CodeAsync(There, planner, PackageFile.Write(nameless)));
        Assert.Equal("package.content", await CodeAsync(There, planner, PackageFile.Write(more)));
        await NothingOfAsync(eventId);
    }

    [Fact]
    public async Task Only_who_plans_in_the_secretariat_takes_its_events_in_and_only_organisers_give_them_out()
    {
        var (organiser, eventId) = await RichEventAsync();
        var package = await ExportAsync(here, organiser, eventId);

        Assert.Equal("forbidden", await CodeAsync(There, await There.OrganiserAsync("uz-isrs"), package));
        Assert.Equal("not-found", await CodeAsync(There, await There.PersonAsync(), package));
        Assert.Equal("not-found", await CodeAsync(There, Actor.Public, package));
        var staff = await here.PersonAsync(Role.Staff, GrantScope.Event(eventId));
        Assert.Equal("forbidden", (await Service(here).ExportAsync(staff, eventId, default)).Error!.Code);
        await NothingOfAsync(eventId);
    }

    [Fact]
    public async Task Delegations_and_secrets_are_not_in_it()
    {
        var (organiser, eventId) = await RichEventAsync();

        var files = Files(await ExportAsync(here, organiser, eventId));

        Assert.DoesNotContain(files.Keys, name => name.Contains("delegates", StringComparison.Ordinal) || name.Contains("invitations", StringComparison.Ordinal)
            || name.Contains("grants", StringComparison.Ordinal) || name.Contains("feed", StringComparison.Ordinal) || name.Contains("outbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_table_with_rows_of_an_event_is_in_it_or_left_out_on_purpose()
    {
        // Persons and what follows from them, rights, mails, secrets and addresses; relations lead to events that may not be there, and attendance of old belongs to records.
        string[] leftOut =
        [
            "accreditation_steps", "accreditations", "attendance_records", "audit_entries", "badges", "check_ins", "delegate_drafts", "delegate_photos", "delegates", "delegations",
            "event_attendance", "event_relations", "feed_addresses", "focal_point_links", "focal_points", "grants", "invitations", "issued_letters", "mandate_letters", "notes_verbales", "notices",
            "outbox_mails", "participant_snapshots", "purge_records", "scheduled_exports", "webhook_deliveries", "webhooks",
        ];
        var (organiser, eventId) = await RichEventAsync();
        var inIt = Files(await ExportAsync(here, organiser, eventId)).Keys
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..^".json".Length]).ToList();

        var ofEvents = (string)(await here.ScalarAsync(
            "SELECT string_agg(table_name, ' ' ORDER BY table_name) FROM information_schema.columns WHERE column_name = 'event_id' AND table_schema NOT IN ('pg_catalog', 'information_schema')"))!;

        Assert.Equal("", string.Join(' ', ofEvents.Split(' ').Except(inIt).Except(leftOut)));
    }

    private const string PackageRowsFile = "package.json";

    private static PackageService Service(TestDatabase database) => new(database.Contexts);

    private static async Task<byte[]> ExportAsync(TestDatabase database, Actor actor, Guid eventId) =>
        OrganiserDesk.Value(await Service(database).ExportAsync(actor, eventId, default)).Bytes;

    private static async Task<string?> CodeAsync(TestDatabase database, Actor actor, byte[] package) =>
        (await Service(database).ImportAsync(actor, package, default)).Error?.Code;

    private static Dictionary<string, byte[]> Files(byte[] package) => PackageFile.Read(package).Files!.ToDictionary();

    private async Task NothingOfAsync(Guid eventId)
    {
        foreach (var table in new[] { "sessions", "slots", "speakers", "tracks", "releases", "session_documents", "document_versions", "event_rooms" })
        {
            Assert.True(0L == (long)(await There.ScalarAsync($"SELECT count(*) FROM {table} WHERE event_id = '{eventId}'"))!, table);
        }

        Assert.Equal(0L, await There.ScalarAsync($"SELECT count(*) FROM events WHERE id = '{eventId}'"));
    }

    private static byte[] Tampered(byte[] package, string name)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.First(entry => entry.FullName.StartsWith(name, StringComparison.Ordinal));
            using var content = entry.Open();
            content.Seek(0, SeekOrigin.End);
            content.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }

    private async Task<(Actor Organiser, Guid EventId)> RichEventAsync()
    {
        var desk = new OrganiserDesk(here);
        var organiser = await here.OrganiserAsync();
        var eventId = await desk.EventAsync(organiser, OrganiserDesk.Seminar($"Package {Guid.NewGuid():N}"));
        var room = await desk.RoomAsync(organiser, eventId);
        await desk.SpeakerAsync(organiser, eventId, "Aidar Bekov", await here.SideAsync("KZ"));
        OrganiserDesk.Value(await desk.Tracks.AddAsync(organiser, eventId, new TrackForm { Name = new() { En = "Law" } }, default));
        var opening = await desk.SessionAsync(organiser, eventId, OrganiserDesk.Session("Opening", room, "10:00", "11:00"));
        OrganiserDesk.Value(await desk.Documents.UploadAsync(organiser, eventId, opening, new DocumentForm
        {
            File = "Paper on evidence.\n"u8.ToArray(),
            FileName = "paper.txt",
            Title = new() { En = "Paper" },
            Language = "en",
            Classification = Classification.Amber,
        }, default));
        OrganiserDesk.Value(await desk.Releases.PublishAsync(organiser, eventId, new ReleaseForm { Number = 1 }, default));
        await desk.SessionAsync(organiser, eventId, OrganiserDesk.Session("ड्राफ़्ट سیشن", room, "11:00", "12:00"));
        OrganiserDesk.Value(await desk.Releases.PublishAsync(organiser, eventId, new ReleaseForm { Number = 2 }, default));
        return (organiser, eventId);
    }
}

/// <summary>The database of the other portal.</summary>
public sealed class OtherDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; } = new();

    /// <summary>Gives states and sides other identities, as a portal that was set up by itself has them.</summary>
    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        await Database.ScalarAsync(
            """
            DO $$
            DECLARE reference record;
            BEGIN
                SET LOCAL session_replication_role = replica;
                FOR reference IN SELECT conrelid::regclass::text AS child, a.attname AS col, confrelid::regclass::text AS parent
                    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                    WHERE contype = 'f' AND confrelid::regclass::text IN ('states', 'organisations', 'sides') AND array_length(conkey, 1) = 1 LOOP
                    EXECUTE format('UPDATE %s SET %I = md5(%I::text)::uuid WHERE %I IS NOT NULL', reference.child, reference.col, reference.col, reference.col);
                END LOOP;
                UPDATE states SET id = md5(id::text)::uuid;
                UPDATE organisations SET id = md5(id::text)::uuid;
                UPDATE sides SET id = md5(id::text)::uuid;
            END $$
            """);
    }

    public Task DisposeAsync() => Database.DisposeAsync();
}
