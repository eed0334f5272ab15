using System.Globalization;
using Npgsql;
using ScoEvents.Domain.Access;
using ScoEvents.IntegrationTests.Features.FocalPoints;
using ScoEvents.TestKit;
using Xunit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>A row in every protected table for the own side, for another side of the same event, and for the own side in another event.</summary>
/// <remarks>
/// Rows are made up from the catalog, so that a table which is added later is asked the same questions without a word here.
/// The one who tries became focal point of Kazakhstan by a link, for one event.
/// </remarks>
public sealed class OwnSideWorld : IAsyncLifetime
{
    private const string Rows =
        """
        SELECT c.table_name, c.column_name, c.udt_name, coalesce(c.character_maximum_length, 200) AS length, c.is_nullable = 'YES' AS may_be_null
        FROM information_schema.columns c
        JOIN pg_class k ON k.relname = c.table_name AND k.relnamespace = 'public'::regnamespace AND k.relkind = 'r'
        WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' AND k.relrowsecurity
          AND EXISTS (SELECT FROM information_schema.columns e WHERE e.table_schema = 'public' AND e.table_name = c.table_name AND e.column_name = 'event_id')
          AND (c.table_name IN ('note_templates', 'delegation_settings', 'participant_snapshots', 'purge_records')
            OR EXISTS (SELECT FROM information_schema.columns e WHERE e.table_schema = 'public' AND e.table_name = c.table_name AND e.column_name = 'side_id'))
        ORDER BY c.table_name, c.ordinal_position
        """;

    // Grants say who may, and are read by everybody; they and speakers are asked about in tests of their own.
    private static readonly string[] _others = ["grants", "speakers"];

    public TestDatabase Database { get; } = new();

    /// <summary>Focal point of Kazakhstan, for the one event.</summary>
    public Actor Kazakhstan { get; private set; } = Actor.Public;

    public Actor Organiser { get; private set; } = Actor.Public;

    public Guid OwnSide { get; private set; }

    public Guid OtherSide { get; private set; }

    public Guid EventId { get; private set; }

    public Guid OtherEventId { get; private set; }

    /// <summary>Every protected table that belongs to events, with its columns.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<TableColumn>> Tables { get; private set; } = new Dictionary<string, IReadOnlyList<TableColumn>>();

    internal FocalPointDesk Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        Desk = new FocalPointDesk(Database);
        var (own, other, elsewhere) = (await Desk.InvitedAsync("KZ"), await Desk.InvitedAsync("KZ"), await Database.SideAsync("UZ"));
        (Organiser, EventId, OtherEventId, OwnSide, OtherSide) = (own.Organiser, own.EventId, other.EventId, own.SideId, elsewhere);
        (Kazakhstan, _) = await Desk.NamedAsync(Organiser, own.InvitationId);
        Tables = await TablesAsync();
        await using var superuser = new NpgsqlConnection(Database.SuperuserConnectionString);
        await superuser.OpenAsync();
        // Foreign keys are not what is tested; they would ask for the rest of an event with every row.
        await RunAsync(superuser, "SET session_replication_role = replica");
        foreach (var table in Tables.Keys)
        {
            await RunAsync(superuser, Insert(table, EventId, OwnSide, "own") + " ON CONFLICT DO NOTHING");
            await RunAsync(superuser, Insert(table, EventId, OtherSide, "foreign") + " ON CONFLICT DO NOTHING");
            await RunAsync(superuser, Insert(table, OtherEventId, OwnSide, "elsewhere") + " ON CONFLICT DO NOTHING");
        }
    }

    public Task DisposeAsync() => Database.DisposeAsync();

    /// <summary>A statement that adds a made-up row.</summary>
    public string Insert(string table, Guid eventId, Guid sideId, string mark) => string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO {table} ({string.Join(", ", Tables[table].Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", Tables[table].Select(column => Value(table, column, eventId, sideId, mark)))})");

    /// <summary>All rows of the tables as one text each, as a superuser sees them.</summary>
    public async Task<string> EverythingAsync() => string.Join('\n', await Task.WhenAll(Tables.Keys.Order(StringComparer.Ordinal)
        .Select(async table => $"{table}: {await Database.ScalarAsync($"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t")}")));

    /// <summary>Whether the table's rows name a side.</summary>
    public bool HasSide(string table) => Tables[table].Any(column => column.Name == "side_id");

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<TableColumn>>> TablesAsync()
    {
        await using var source = NpgsqlDataSource.Create(Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(Rows);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<TableColumn>();
        while (await reader.ReadAsync())
        {
            columns.Add(new TableColumn(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetBoolean(4)));
        }

        return columns.Where(column => !_others.Contains(column.Table)).GroupBy(column => column.Table)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<TableColumn>)[.. group]);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Value(string table, TableColumn column, Guid eventId, Guid sideId, string mark) => (table, column.Name) switch
    {
        (_, "event_id") => $"'{eventId}'",
        (_, "side_id") => $"'{sideId}'",
        // Invitations and delegations that nobody has yet: one a side.
        ("invitations", "status") => "'Accepted'",
        ("delegate_drafts", "user_id") => $"'{Kazakhstan.UserId}'",
        ("document_versions", "classification") => "'Red'",
        // Made by a link in its time, or not at all.
        ("focal_point_links", "used_at" or "used_by" or "revoked_at") => "NULL",
        (_, "ended_at" or "withdrawn_at" or "head_of") => "NULL",
        (_, "rank") => "'Deputy'",
        (_, "role") => "'Member'",
        (_, "status" or "state") => "'Draft'",
        (_, "outcome") => "'Admitted'",
        _ when column.MayBeNull && column.Type is not "uuid" => "NULL",
        _ => column.Type switch
        {
            "uuid" => "gen_random_uuid()",
            "varchar" or "text" or "bpchar" => column.Length < 20 ? $"'{mark[..Math.Min(mark.Length, column.Length)]}'" : $"left('{mark}-' || gen_random_uuid(), {column.Length})",
            "bool" => "false",
            "int2" or "int4" or "int8" => "(random() * 100000)::int + 1",
            "timestamptz" => "now()",
            "date" => "current_date",
            "time" => "'09:00'",
            "bytea" => "convert_to(md5(random()::text), 'UTF8')",
            "jsonb" => "'[]'",
            _ when column.Type.StartsWith('_') => "'{}'",
            _ => "DEFAULT",
        },
    };
}

/// <summary>A column as the catalog knows it.</summary>
internal sealed record TableColumn(string Table, string Name, string Type, int Length, bool MayBeNull);
