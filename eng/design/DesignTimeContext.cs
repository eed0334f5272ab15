using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ScoEvents.Data;

namespace ScoEvents.Design;

/// <summary>Gives dotnet-ef a context without a running portal; no connection is opened.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<ScoEventsDbContext>
{
    public ScoEventsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, DataModule.DataSource("Host=localhost;Database=design"), TimeProvider.System);
        return new ScoEventsDbContext(options.Options);
    }

    private static void Main()
    {
    }
}
