using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using ScoEvents.Data.Embedded;
using ScoEvents.TestKit;
using Xunit;
using static ScoEvents.IntegrationTests.Embedded.EmbeddedDatabase;

namespace ScoEvents.IntegrationTests.Embedded;

/// <summary>One embedded database for the tests that only look at it.</summary>
public sealed class RunningEmbeddedDatabase : IAsyncLifetime
{
    private readonly EmbeddedDatabase _database = new();

    public EmbeddedPostgres Postgres { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _database.Options = _database.Options with { Settings = PostgresServer.FastSettings };
        Postgres = await _database.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Postgres.DisposeAsync();
        _database.Dispose();
    }
}

/// <summary>What the embedded database is when it has started, and who may do what in it.</summary>
public sealed class EmbeddedPostgresContentTests(RunningEmbeddedDatabase running) : IClassFixture<RunningEmbeddedDatabase>
{
    private const string RoleAttributes =
        """
        SELECT concat_ws(' ', rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls)
        FROM pg_roles WHERE rolname = current_user
        """;

    private readonly EmbeddedPostgres _postgres = running.Postgres;

    [Fact]
    public async Task The_application_role_is_neither_superuser_nor_owner_nor_beyond_row_level_security()
    {
        var attributes = await ReadAsync<string>(_postgres.AppConnectionString(), RoleAttributes);
        var owner = await ReadAsync<string>(
            _postgres.AppConnectionString(),
            "SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = current_database()");

        Assert.Equal("t f f f f f", attributes);
        Assert.Equal(PostgresRoles.Owner, owner);
    }

    [Fact]
    public async Task The_application_role_is_a_member_of_no_other_role()
    {
        var memberships = await ReadAsync<long>(
            _postgres.AppConnectionString(),
            "SELECT count(*) FROM pg_auth_members WHERE member = (SELECT oid FROM pg_roles WHERE rolname = current_user)");

        Assert.Equal(0, memberships);
    }

    [Fact]
    public async Task The_owner_may_create_databases_and_is_neither_superuser_nor_beyond_row_level_security()
    {
        var attributes = await ReadAsync<string>(_postgres.OwnerConnectionString(), RoleAttributes);

        Assert.Equal("t f t f f f", attributes);
    }

    [Fact]
    public async Task The_application_role_creates_no_table()
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => ExecuteAsync(_postgres.AppConnectionString(), "CREATE TABLE own (id int)"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var wrong = new NpgsqlConnectionStringBuilder(_postgres.AppConnectionString()) { Password = "wrong" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(wrong, "SELECT 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task The_database_is_in_unicode_sorted_by_ICU_and_checked_by_sums()
    {
        var facts = await ReadAsync<string>(
            _postgres.AppConnectionString(),
            """
            SELECT concat_ws(' ', pg_encoding_to_char(encoding), datlocprovider, current_setting('data_checksums'),
                             current_setting('TimeZone'), current_setting('jit'))
            FROM pg_database WHERE datname = current_database()
            """);

        Assert.Equal("UTF8 i on UTC off", facts);
    }

    [Fact]
    public async Task Migrations_of_the_owner_find_the_extensions()
    {
        await ExecuteAsync(_postgres.OwnerConnectionString(), "CREATE EXTENSION IF NOT EXISTS btree_gist");

        var extensions = await ReadAsync<string>(
            _postgres.OwnerConnectionString(),
            "SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension WHERE extname <> 'plpgsql'");

        Assert.Equal("btree_gist pg_trgm unaccent", extensions);
    }

    [Fact]
    public async Task No_port_is_open_unless_one_is_configured()
    {
        var listens = await ReadAsync<string>(_postgres.SuperuserConnectionString(), "SHOW listen_addresses");

        Assert.Equal(string.Empty, listens);
    }

    [Fact]
    public void The_passwords_are_readable_by_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var mode = File.GetUnixFileMode(Path.Combine(_postgres.DataFolder, "passwords.json"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public async Task The_server_never_runs_as_root()
    {
        var status = await File.ReadAllLinesAsync($"/proc/{_postgres.ProcessId.ToString(CultureInfo.InvariantCulture)}/status");

        Assert.DoesNotContain("0", status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t'));
    }

    [Fact]
    public async Task A_configured_port_answers_on_loopback()
    {
        using var database = new EmbeddedDatabase();
        database.Options = database.Options with { Port = FreePort(), Settings = PostgresServer.FastSettings };

        await using var postgres = await database.StartAsync();

        Assert.Equal("127.0.0.1", new NpgsqlConnectionStringBuilder(postgres.AppConnectionString()).Host);
        Assert.Equal(1, await ReadAsync<int>(postgres.AppConnectionString(), "SELECT 1"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
