using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Exports.ScheduleFormat;
using ScoEvents.IntegrationTests.Features.Events;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Import;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.IntegrationTests.Features.Import;

/// <summary>What an organiser takes a programme over with: the real services over a test's database.</summary>
internal sealed class ImportDesk : IDisposable
{
    public ImportDesk(TestDatabase database)
    {
        var texts = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var speech = new ErrorSpeech(new StringLocalizer<ErrorTexts>(texts));
        Queries = new ImportQueries(database.Contexts, Reader, new ImportFormValidator(speech));
        Service = new ImportService(database.Contexts, database.Clock);
    }

    public ImportReader Reader { get; } = new();

    public ImportQueries Queries { get; }

    public ImportService Service { get; }

    public static ImportForm Form() => new()
    {
        Access = SessionAccess.Open,
        Classification = Classification.Clear,
        VenueName = new LocalizedTextInput { En = "Conference centre" },
    };

    /// <summary>Reads a file as the page does.</summary>
    public async Task<ScheduleReading> ReadAsync(byte[] file, string slug = "seminar2026")
    {
        var brought = new ImportFile("file", file);
        var options = new ScheduleReadingOptions { AssumedAcronym = slug, AssumedTimeZone = "Asia/Kolkata" };
        var mapping = brought.Kind == ScheduleFileKind.Table ? SessionTableMapping.Guess((await Reader.ReadHeadAsync(brought, default)).Headings) : null;
        return await Reader.ReadAsync(brought, mapping, options, default);
    }

    public async Task<ImportPlan> PlanAsync(Actor actor, Guid eventId, byte[] file, ImportForm? form = null) =>
        OrganiserDesk.Value(await Queries.PlanAsync(actor, eventId, await ReadAsync(file), form ?? Form(), default));

    /// <summary>Plans and confirms.</summary>
    public async Task<(ImportPlan Plan, ImportDone Done)> ImportAsync(Actor actor, Guid eventId, byte[] file, ImportForm? form = null)
    {
        var plan = await PlanAsync(actor, eventId, file, form);
        return (plan, OrganiserDesk.Value(await Service.ApplyAsync(actor, eventId, plan, null, default)));
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public void Dispose() => Reader.Dispose();
}

/// <summary>Schedules of our own, in the words of the exchange format.</summary>
internal static class ImportSamples
{
    /// <summary>The seminar of 7 and 8 December 2026 in two halls.</summary>
    public static byte[] Json(IEnumerable<string> first, IEnumerable<string>? second = null, string zone = "\"time_zone_name\":\"Asia/Kolkata\",", string more = "") => ImportDesk.Bytes($$$$"""
        {"schedule":{"version":"1","conference":{"acronym":"seminar2026","title":"Seminar","start":"2026-12-07","end":"2026-12-08",{{{{zone}}}}{{{{more}}}}
        "tracks":[{"name":"Law","color":"#1155cc"},{"name":"Networks","color":"#0a8f3c"}],
        "days":[{"index":1,"date":"2026-12-07","day_start":"2026-12-07T00:00:00+05:30","day_end":"2026-12-08T00:00:00+05:30","rooms":{"Hall A":[{{{{string.Join(',', first)}}}}],"Hall B":[{{{{string.Join(',', second ?? [])}}}}]}}]}}}
        """);

    /// <summary>A session on 7 December; fields that are given stand in for the usual ones, since the last of a name counts.</summary>
    public static string Session(int number, string start = "10:00", string fields = "") => $$"""
        {"guid":"{{Id(number)}}","id":{{number}},"date":"2026-12-07T{{start}}:00+05:30","start":"{{start}}","duration":"00:30","title":"Talk {{number}}",
        "subtitle":"","track":"Law","type":"panel","language":"en","abstract":"About {{number}}","description":"","persons":[{"guid":"{{PersonId(number)}}","public_name":"Person {{number}}"}],"links":[]{{(fields.Length > 0 ? "," + fields : "")}}}
        """;

    public static string Id(int number) => $"00000000-0000-4000-8000-{number:000000000000}";

    public static string PersonId(int number) => $"00000000-0000-4000-9000-{number:000000000000}";
}
