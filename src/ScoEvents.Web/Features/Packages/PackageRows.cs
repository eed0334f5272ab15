using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using ScoEvents.Data;

namespace ScoEvents.Web.Features.Packages;

/// <summary>Reads the rows of an event out of its tables and writes them into those of another portal, inside the caller's transaction.</summary>
internal static class PackageRows
{
    public const string About = "package.json";
    private const string Format = "scoevents-event";
    private const int Version = 1;

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

        files[About] = await AboutAsync(context, eventId, cancellationToken);
        return files;
    }

    /// <summary>The event that a package holds, or null where it was written by another version of the portal, or by something else.</summary>
    public static async Task<Guid?> EventOfAsync(ScoEventsDbContext context, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        if (!files.TryGetValue(About, out var about))
        {
            return null;
        }

        try
        {
            using var read = JsonDocument.Parse(about);
            if (!read.RootElement.TryGetProperty("event", out var id) || !id.TryGetGuid(out var eventId))
            {
                return null;
            }

            var own = await AboutAsync(context, eventId, cancellationToken);
            return own.SequenceEqual(about) ? eventId : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes the rows of all tables and the bytes of documents.</summary>
    /// <exception cref="PostgresException">A row breaks a constraint, or is none.</exception>
    public static async Task WriteAsync(ScoEventsDbContext context, IReadOnlyDictionary<string, byte[]> files, PortableIds ids, CancellationToken cancellationToken)
    {
        foreach (var table in PackageTables.All)
        {
            var rows = ids.ToLocal(Encoding.UTF8.GetString(files[FileOf(table)]));
            await context.Database.ExecuteSqlRawAsync(
                table.Insert,
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

    private static async Task<byte[]> AboutAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var schema = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Order(StringComparer.Ordinal).Last();
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $$"""{"format": "{{Format}}", "version": {{Version}}, "schema": "{{schema}}", "event": "{{eventId:D}}"}""") + "\n");
    }
}
