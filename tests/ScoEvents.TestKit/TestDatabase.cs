using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using Xunit;

namespace ScoEvents.TestKit;

/// <summary>A database of a test class's own: a copy of one that was migrated once, with the reference data and nothing else.</summary>
/// <remarks>Used as a class fixture. Connections are opened under the portal's own role, so row-level security holds in every test.</remarks>
public sealed class TestDatabase : IAsyncLifetime
{
    private const string Template = "scoevents_template";
    private static readonly SemaphoreSlim _templateGate = new(1, 1);
    private static bool _templateReady;
    private readonly string _name = $"test_{Guid.CreateVersion7():N}";
    private PostgresServer? _server;
    private NpgsqlDataSource? _dataSource;

    /// <summary>The clock of everything in the test: stands still at 1 October 2026, 08:00 UTC, until it is moved.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Connects under the portal's own role.</summary>
    public string AppConnectionString => _server!.AppConnectionString(_name);

    /// <summary>Connects under the role that owns the database.</summary>
    public string OwnerConnectionString => _server!.OwnerConnectionString(_name);

    /// <summary>Connects under a superuser, whom no row-level security binds: for looking at what is really there.</summary>
    public string SuperuserConnectionString => _server!.SuperuserConnectionString(_name);

    /// <summary>Makes contexts as the portal does.</summary>
    public IDbContextFactory<ScoEventsDbContext> Contexts => new Factory(this);

    /// <summary>Opens a context that acts for somebody.</summary>
    public Task<ScoEventsDbContext> OpenAsync(Actor actor) => Contexts.CreateForAsync(actor, CancellationToken.None);

    /// <summary>Runs one SQL command as superuser.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _server = await PostgresServer.GetAsync();
        await _templateGate.WaitAsync();
        try
        {
            if (!_templateReady)
            {
                await _server.DropDatabaseAsync(Template);
                await _server.CreateDatabaseAsync(Template);
                var owner = new NpgsqlConnectionStringBuilder(_server.OwnerConnectionString(Template)) { Pooling = false };
                await PortalMigrator.MigrateAsync(owner.ConnectionString, Clock, CancellationToken.None);
                _templateReady = true;
            }

            await _server.CreateDatabaseAsync(_name, Template);
        }
        finally
        {
            _templateGate.Release();
        }

        _dataSource = DataModule.DataSource(AppConnectionString);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_dataSource is not null)
        {
            await _dataSource.DisposeAsync();
            await _server!.DropDatabaseAsync(_name);
        }
    }

    private sealed class Factory(TestDatabase database) : IDbContextFactory<ScoEventsDbContext>
    {
        public ScoEventsDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
            DataModule.Configure(options, database._dataSource!, database.Clock);
            return new ScoEventsDbContext(options.Options);
        }
    }
}

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan by) => _now += by;
}
