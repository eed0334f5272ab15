using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using ScoEvents.Data.ReferenceData;

namespace ScoEvents.Data;

/// <summary>Brings a database to the state that this version of the portal needs.</summary>
public static class PortalMigrator
{
    /// <summary>Applies missing migrations, then loads or updates the reference data; a database that is up to date is left as it is.</summary>
    /// <param name="ownerConnectionString">Connects under the role that owns the database, not the portal's own role.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels between two steps; each is a transaction.</param>
    public static async Task MigrateAsync(string ownerConnectionString, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var dataSource = DataModule.DataSource(ownerConnectionString);
        if (await IsCurrentAsync(dataSource, cancellationToken))
        {
            return;
        }

        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, dataSource, clock);
        await using var context = new ScoEventsDbContext(options.Options);
        await context.Database.MigrateAsync(cancellationToken);
        await ReferenceDataLoader.LoadAsync(context, clock, cancellationToken);
    }

    // Asked before a model is built, which takes longer than everything else at a start that has nothing to do.
    private static async Task<bool> IsCurrentAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var needed = typeof(PortalMigrator).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .ToArray();
        try
        {
            await using var question = dataSource.CreateCommand(
                """SELECT (SELECT count(*) FROM migrations WHERE "MigrationId" = ANY ($1)) = $2 AND EXISTS (SELECT FROM loaded_reference_data WHERE fingerprint = $3)""");
            question.Parameters.Add(new NpgsqlParameter { Value = needed });
            question.Parameters.Add(new NpgsqlParameter { Value = (long)needed.Length });
            question.Parameters.Add(new NpgsqlParameter { Value = SourceFiles.Fingerprint() });
            return await question.ExecuteScalarAsync(cancellationToken) is true;
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
        {
            return false;
        }
    }
}
