using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Packages;

/// <summary>Reads what a package holds and what of it is here, writing nothing.</summary>
internal static class PackagePlanReader
{
    private const string Venues = "venues";
    private const string Rooms = "rooms";

    private static readonly (PackagePart Part, string Table)[] _parts =
    [
        (PackagePart.Sessions, "sessions"), (PackagePart.Speakers, "speakers"), (PackagePart.Documents, "session_documents"), (PackagePart.Tracks, "tracks"),
        (PackagePart.Interpreters, "interpreter_teams"), (PackagePart.Releases, "releases"), (PackagePart.Venues, Venues), (PackagePart.Rooms, Rooms),
    ];

    /// <summary>The plan, without a refusal.</summary>
    /// <exception cref="JsonException">A table is not JSON. Rows of another form throw what reading JSON throws.</exception>
    public static async Task<PackagePlan> ReadAsync(ScoEventsDbContext context, Guid eventId, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        var ids = await PortableIds.ReadAsync(context, cancellationToken);
        using var events = JsonDocument.Parse(ids.ToLocal(Encoding.UTF8.GetString(files[FileOf(PackageTables.Events)])));
        var planned = events.RootElement.EnumerateArray().Single();
        var (slug, secretariatId) = (planned.GetProperty("slug").GetString(), Optional(planned, "secretariat_id")?.GetGuid());
        var rows = new List<PackagePlanRow>();
        foreach (var (part, table) in _parts)
        {
            using var read = JsonDocument.Parse(files[FileOf(table)]);
            rows.Add(new PackagePlanRow(part, read.RootElement.GetArrayLength(), await HereAsync(context, table, read, cancellationToken)));
        }

        return new PackagePlan(
            LocalizedText.From(planned.GetProperty("title").Deserialize<Dictionary<string, string?>>() ?? []),
            new EventDates(Day(planned, "starts_on"), Day(planned, "ends_on"), Enum.Parse<DatePrecision>(planned.GetProperty("date_precision").GetString() ?? "")),
            await context.Organisations.Where(body => context.Secretariats.Any(host => host.Id == secretariatId && host.OrganisationId == body.Id))
                .Select(body => body.Names).SingleOrDefaultAsync(cancellationToken),
            rows)
        {
            HereId = await context.Events.Where(here => here.Id == eventId || here.Slug == slug).OrderBy(here => here.Id != eventId)
                .Select(here => (Guid?)here.Id).FirstOrDefaultAsync(cancellationToken),
        };
    }

    private static async Task<int?> HereAsync(ScoEventsDbContext context, string table, JsonDocument read, CancellationToken cancellationToken)
    {
        if (table is not (Venues or Rooms))
        {
            return null;
        }

        var ids = read.RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetGuid()).ToList();
        return table == Venues
            ? await context.Venues.CountAsync(venue => ids.Contains(venue.Id), cancellationToken)
            : await context.Venues.SelectMany(venue => venue.Rooms).CountAsync(room => ids.Contains(room.Id), cancellationToken);
    }

    private static DateOnly? Day(JsonElement row, string column) => Optional(row, column)?.Deserialize<DateOnly>();

    private static JsonElement? Optional(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static string FileOf(string table) => PackageRows.FileOf(PackageTables.All.Single(row => row.Name == table));
}
