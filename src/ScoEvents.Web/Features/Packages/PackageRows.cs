using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using ScoEvents.Data;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Packages;

/// <summary>Reads the rows of an event out of its tables and writes them into those of another portal, inside the caller's transaction.</summary>
internal static partial class PackageRows
{
    public const string About = "package.json";
    private const string Format = "scoevents-event";
    private const int Version = 1;
    private const string OtherVersion = "package.version";

    /// <summary>Everything of an event as the files of a package; the same state of the event gives the same bytes.</summary>
    public static async Task<SortedDictionary<string, byte[]>> ReadAsync(ScoEventsDbContext context, Guid eventId, PortableIds ids, CancellationToken cancellationToken)
    {
        // Times are written in the zone of the session.
        await context.Database.ExecuteSqlRawAsync("SET LOCAL TIME ZONE 'UTC'", cancellationToken);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var table in PackageTables.All)
        {
            var rows = await context.Database.SqlQueryRaw<string>(table.Select, eventId).ToListAsync(cancellationToken);
            files[FileOf(table)] = Encoding.UTF8.GetBytes(ids.ToPortable("[\n" + string.Join(",\n", rows) + "\n]\n"));
        }

        foreach (var content in context.DocumentContents.AsNoTracking()
            .Where(content => context.DocumentVersions.Any(version => version.Id == content.VersionId && version.EventId == eventId)))
        {
            files[$"documents/{content.VersionId:D}"] = content.Bytes;
        }

        files[About] = AboutOf(await SchemaAsync(context, cancellationToken), eventId);
        return files;
    }

    /// <summary>The event that a package holds. Refused: <c>package.older</c> and <c>package.newer</c> with the schemas of file and portal where another version of the portal wrote it, <c>package.version</c> where something else did.</summary>
    public static async Task<Result<Guid>> EventOfAsync(ScoEventsDbContext context, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        if (!files.TryGetValue(About, out var about))
        {
            return Error.Refused(OtherVersion);
        }

        try
        {
            using var read = JsonDocument.Parse(about);
            var (format, version, schema, eventId) = (
                read.RootElement.GetProperty("format").GetString(), read.RootElement.GetProperty("version").GetInt32(),
                read.RootElement.GetProperty("schema").GetString() ?? "", read.RootElement.GetProperty("event").GetGuid());
            if (format != Format || !MigrationName().IsMatch(schema))
            {
                return Error.Refused(OtherVersion);
            }

            // Names of migrations begin with when they were made.
            var own = await SchemaAsync(context, cancellationToken);
            return (version.CompareTo(Version), string.CompareOrdinal(schema, own)) switch
            {
                (0, 0) => AboutOf(own, eventId).SequenceEqual(about) ? eventId : Error.Refused(OtherVersion),
                ( < 0, _) or (0, < 0) => Error.Refused("package.older", schema, own),
                _ => Error.Refused("package.newer", schema, own),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Error.Refused(OtherVersion);
        }
    }

    /// <summary>Writes the rows of all tables and the bytes of documents.</summary>
    /// <exception cref="PostgresException">A row breaks a constraint, or is none.</exception>
    public static async Task WriteAsync(ScoEventsDbContext context, IReadOnlyDictionary<string, byte[]> files, PortableIds ids, CancellationToken cancellationToken)
    {
        var columns = (await context.Database.SqlQueryRaw<TableColumns>(PackageTables.Columns).ToListAsync(cancellationToken)).ToDictionary(table => table.Name, table => table.Columns);
        foreach (var table in PackageTables.All)
        {
            var rows = ids.ToLocal(Encoding.UTF8.GetString(files[FileOf(table)]));
            await context.Database.ExecuteSqlRawAsync(
                table.Insert(columns[table.Name]),
                [new NpgsqlParameter("rows", NpgsqlDbType.Jsonb) { Value = rows }],
                cancellationToken);
        }

        foreach (var (name, bytes) in files.Where(file => file.Key.StartsWith("documents/", StringComparison.Ordinal)))
        {
            await context.Database.ExecuteSqlRawAsync(
                "INSERT INTO document_contents (version_id, bytes) VALUES (@id, @bytes)",
                [new NpgsqlParameter("id", Guid.Parse(name["documents/".Length..])), new NpgsqlParameter("bytes", bytes)],
                cancellationToken);
        }
    }

    public static string FileOf(PackageTable table) => $"tables/{table.Name}.json";

    private static async Task<string> SchemaAsync(ScoEventsDbContext context, CancellationToken cancellationToken) =>
        (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Order(StringComparer.Ordinal).Last();

    private static byte[] AboutOf(string schema, Guid eventId) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $$"""{"format": "{{Format}}", "version": {{Version}}, "schema": "{{schema}}", "event": "{{eventId:D}}"}""") + "\n");

    private sealed record TableColumns(string Name, string Columns);

    [GeneratedRegex(@"^[0-9]{14}_[A-Za-z0-9_]{1,120}\z", RegexOptions.CultureInvariant, 250)]
    private static partial Regex MigrationName();
}
