using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Exports;
using ScoEvents.Domain.Programme;
using ScoEvents.Exports.Pdf;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Events;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.Programme;
using ScoEvents.Web.Hosting;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Exports;

public sealed class ExportsTests : IClassFixture<TestDatabase>
{
    private const string Canary = "canary-4711";

    private readonly TestDatabase _database;
    private readonly OrganiserDesk _desk;
    private readonly ExportQueries _queries;
    private readonly ExportService _service;

    public ExportsTests(TestDatabase database)
    {
        _database = database;
        _desk = new OrganiserDesk(database);
        var texts = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var documents = new AgendaDocuments(
            new StringLocalizer<AgendaTexts>(texts), new StringLocalizer<PublicEventTexts>(texts), new StringLocalizer<ExportTexts>(texts), Options.Create(new PortalOptions()));
        _queries = new ExportQueries(database.Contexts, documents, database.Clock);
        var queue = new PdfQueue(new InstantEngine(), new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        _service = new ExportService(database.Contexts, _queries, queue, new PrintedAgendas(), database.Clock);
    }

    [Fact]
    public async Task The_draft_is_marked_as_a_draft_in_the_file_and_in_its_name()
    {
        var (organiser, id) = await EventAsync();

        var file = OrganiserDesk.Value(await _queries.FileAsync(organiser, id, new ExportForm { Format = ExportFormat.Md }, default));

        var text = Encoding.UTF8.GetString(await file.WriteAsync(ExportFormat.Md, default));
        Assert.EndsWith("-agenda-draft-en-TLP-RED.md", file.NameAs(ExportFormat.Md).ToAscii(), StringComparison.Ordinal);
        Assert.StartsWith("Draft · TLP:RED\n", text, StringComparison.Ordinal);
        Assert.Contains(Canary, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExportFormat.Docx)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Html)]
    [InlineData(ExportFormat.Md)]
    [InlineData(ExportFormat.Ics)]
    public async Task What_is_above_the_asked_ceiling_stands_in_no_format(ExportFormat format)
    {
        var (organiser, id) = await EventAsync();
        OrganiserDesk.Value(await _desk.Releases.PublishAsync(organiser, id, new ReleaseForm { Number = 1 }, default));
        var form = new ExportForm { Edition = 1, Format = format, Second = "ur", Ceiling = Classification.Amber };

        var open = OrganiserDesk.Value(await _queries.FileAsync(organiser, id, new ExportForm { Edition = 1, Format = format }, default));
        var cut = OrganiserDesk.Value(await _queries.FileAsync(organiser, id, form, default));

        Assert.Contains(Canary, Everything(await open.WriteAsync(format, default)), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Everything(await cut.WriteAsync(format, default)), StringComparison.Ordinal);
        Assert.Contains("TLP-CLEAR", cut.NameAs(format).ToAscii(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_counts_what_the_file_holds_and_takes_the_same_commands_for_more_sessions()
    {
        var (organiser, id) = await EventAsync();
        ExportPreview? preview = null;

        var two = await CommandCount.OfAsync(async () => preview = OrganiserDesk.Value(
            await _queries.PreviewAsync(organiser, id, new ExportForm { Ceiling = Classification.Clear }, default)));
        var room = await _desk.RoomAsync(organiser, id, "Hall B");
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Third", room, "15:00", "16:00"));
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Fourth", room, "16:00", "17:00"));
        var four = await CommandCount.OfAsync(async () => Assert.Equal(4, OrganiserDesk.Value(
            await _queries.PreviewAsync(organiser, id, new ExportForm(), default)).Sessions));

        Assert.Equal((2, 1, Classification.Green), (preview!.Sessions, preview.Hidden, preview.Classification));
        Assert.Equal(["Hall A"], preview.Rooms.Select(choice => choice.Name["en"]));
        Assert.Equal([new DateOnly(2026, 12, 7)], preview.Days);
        Assert.Equal(two, four);
    }

    [Fact]
    public async Task A_release_that_does_not_exist_a_calendar_of_a_draft_and_an_unknown_language_are_refused()
    {
        var (organiser, id) = await EventAsync();

        Assert.Equal("not-found", (await _queries.FileAsync(organiser, id, new ExportForm { Edition = 7 }, default)).Error!.Code);
        Assert.Equal("not-found", (await _queries.FileAsync(organiser, id, new ExportForm { Edition = 0 }, default)).Error!.Code);
        Assert.Equal("not-found", (await _queries.FileAsync(organiser, id, new ExportForm { Format = ExportFormat.Ics }, default)).Error!.Code);
        Assert.Equal("choice", (await _queries.FileAsync(organiser, id, new ExportForm { Language = "xx" }, default)).Error!.Code);
    }

    [Fact]
    public async Task A_preset_is_for_everybody_of_the_event_and_of_no_other()
    {
        var (organiser, id) = await EventAsync();
        var (elsewhere, other) = await EventAsync();
        var staff = await _database.PersonAsync(Role.Staff, GrantScope.Event(id));
        var form = new ExportForm { Format = ExportFormat.Xlsx, Language = "ru", Days = [new DateOnly(2026, 12, 7)] };

        Assert.True((await _service.SavePresetAsync(organiser, id, " Board ", form, default)).IsSuccess);
        form.Language = "zh";
        Assert.True((await _service.SavePresetAsync(staff, id, "Board", form, default)).IsSuccess);

        var preset = Assert.Single(OrganiserDesk.Value(await _queries.ChoicesAsync(staff, id, default)).Presets);
        Assert.Equal(("Board", form.ToQuery()), (preset.Name, ExportForm.Parse(preset.Options)!.ToQuery()));
        Assert.Empty(OrganiserDesk.Value(await _queries.ChoicesAsync(elsewhere, other, default)).Presets);
        // Through another event its identity leads nowhere.
        await _service.DeletePresetAsync(elsewhere, other, preset.Id, default);
        Assert.Single(OrganiserDesk.Value(await _queries.ChoicesAsync(staff, id, default)).Presets);
        await _service.DeletePresetAsync(organiser, id, preset.Id, default);
        Assert.Empty(OrganiserDesk.Value(await _queries.ChoicesAsync(staff, id, default)).Presets);
    }

    [Fact]
    public async Task Presets_without_a_name_with_a_hostile_one_and_beyond_the_bound_are_refused()
    {
        var (organiser, id) = await EventAsync();
        for (var number = 0; number < ExportPreset.MaxOfEvent; number++)
        {
            Assert.True((await _service.SavePresetAsync(organiser, id, $"Preset {number}", new ExportForm(), default)).IsSuccess);
        }

        Assert.Equal(("Name", "exports.preset-name-missing"), Assert.Single(OrganiserDesk.Refusals(await _service.SavePresetAsync(organiser, id, " ", new ExportForm(), default))));
        Assert.Equal(("Name", "characters"), Assert.Single(OrganiserDesk.Refusals(await _service.SavePresetAsync(organiser, id, "a\u202Eb", new ExportForm(), default))));
        Assert.Equal(("Name", "exports.preset-name-too-long"), Assert.Single(OrganiserDesk.Refusals(await _service.SavePresetAsync(organiser, id, new string('n', 81), new ExportForm(), default))));
        Assert.Equal("exports.too-many-presets", (await _service.SavePresetAsync(organiser, id, "One more", new ExportForm(), default)).Error!.Code);
        Assert.True((await _service.SavePresetAsync(organiser, id, "Preset 3", new ExportForm { Language = "hi" }, default)).IsSuccess);
    }

    [Fact]
    public async Task Of_two_who_save_the_same_name_at_once_both_are_answered_and_one_preset_is_there()
    {
        var (organiser, id) = await EventAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _service.SavePresetAsync(organiser, id, "Same", new ExportForm(), default)));

        Assert.Single(OrganiserDesk.Value(await _queries.ChoicesAsync(organiser, id, default)).Presets);
        Assert.Contains(answers, answer => answer.IsSuccess);
        Assert.All(answers.Where(answer => !answer.IsSuccess), answer => Assert.Contains(answer.Error!.Code, new[] { "exports.preset-name-taken", "stale" }));
    }

    [Fact]
    public async Task A_printed_file_is_there_for_the_one_who_asked_and_for_nobody_else()
    {
        var (organiser, id) = await EventAsync();
        var staff = await _database.PersonAsync(Role.Staff, GrantScope.Event(id));

        var job = OrganiserDesk.Value(await _service.PrintAsync(organiser, id, new ExportForm(), default));
        await job.Printed;

        Assert.Equal([1, 2, 3], OrganiserDesk.Value(await _service.FindPrintedAsync(organiser, id, job.Id, default)).Pdf);
        Assert.Equal("not-found", (await _service.FindPrintedAsync(staff, id, job.Id, default)).Error!.Code);
    }

    [Theory]
    [InlineData("edition=draft&format=docx&language=ur&second=en&detail=Titles&access=Open&ceiling=Green&paper=Letter&landscape=true&day=2026-12-07", true)]
    [InlineData("edition=3&paper=A4", true)]
    [InlineData("edition=-1", false)]
    [InlineData("edition=latest", false)]
    [InlineData("format=exe", false)]
    [InlineData("format=1", false)]
    [InlineData("language=xx", false)]
    [InlineData("language=en&language=", false)]
    [InlineData("ceiling=9", false)]
    [InlineData("day=07.12.2026", false)]
    [InlineData("room=1", false)]
    [InlineData("preset=unknown", false)]
    public void Only_what_can_be_chosen_is_read_from_an_address(string query, bool isRead) => Assert.Equal(isRead, ExportForm.Parse(query) is not null);

    [Fact]
    public void A_list_that_never_ends_is_not_read() =>
        Assert.Null(ExportForm.Parse(string.Join('&', Enumerable.Range(0, ExportForm.MaxChoices + 1).Select(_ => $"room={Guid.NewGuid()}"))));

    private async Task<(Actor Organiser, Guid Id)> EventAsync()
    {
        var organiser = await _database.OrganiserAsync();
        var id = await _desk.EventAsync(organiser);
        var room = await _desk.RoomAsync(organiser, id);
        await _desk.SessionAsync(organiser, id, OrganiserDesk.Session("Opening", room, "09:00", "10:00"));
        var secret = OrganiserDesk.Session($"About {Canary}", room, "10:00", "11:00");
        secret.Abstract = new() { En = Canary };
        secret.Classification = Classification.Red;
        await _desk.SessionAsync(organiser, id, secret);
        return (organiser, id);
    }

    // Office files are archives; what they hold is looked for part by part.
    private static string Everything(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.UTF8.GetString(file);
        }

        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    private sealed class InstantEngine : IPdfEngine
    {
        public Task<byte[]> PrintAsync(PrintablePage page, CancellationToken cancellationToken = default) => Task.FromResult<byte[]>([1, 2, 3]);
    }
}
