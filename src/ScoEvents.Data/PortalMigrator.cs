using Microsoft.EntityFrameworkCore;
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
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, dataSource, clock);
        await using var context = new ScoEventsDbContext(options.Options);
        await context.Database.MigrateAsync(cancellationToken);
        await ReferenceDataLoader.LoadAsync(context, clock, cancellationToken);
    }
}
