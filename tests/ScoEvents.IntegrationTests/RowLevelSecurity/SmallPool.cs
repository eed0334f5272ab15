using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;

namespace ScoEvents.IntegrationTests.RowLevelSecurity;

/// <summary>Contexts as the portal makes them, on fewer connections than there are people.</summary>
internal sealed class SmallPool(NpgsqlDataSource pool, TimeProvider clock) : IDbContextFactory<ScoEventsDbContext>
{
    public ScoEventsDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, pool, clock);
        return new ScoEventsDbContext(options.Options);
    }

    /// <summary>A user for each grant, in one go; null for a user without any.</summary>
    public static async Task<IReadOnlyList<Actor>> CrowdAsync(TestDatabase database, IEnumerable<(Role Role, GrantScope Scope)?> grants)
    {
        await using var source = DataModule.DataSource(database.SuperuserConnectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, database.Clock);
        await using var context = new ScoEventsDbContext(options.Options) { Auditing = false };
        var people = new List<Actor>();
        foreach (var grant in grants)
        {
            var user = new PortalUser { DisplayName = $"Person {people.Count}", SecurityStamp = Guid.NewGuid().ToString("N") };
            user.UserName = user.NormalizedUserName = user.Email = user.NormalizedEmail = $"{user.Id:N}@POOL.TEST";
            context.Users.Add(user);
            if (grant is { } given)
            {
                context.Grants.Add(Grant.Give(user.Id, given.Role, given.Scope, database.Clock.GetUtcNow()));
            }

            people.Add(Actor.Of(user.Id));
        }

        await context.SaveChangesAsync();
        return people;
    }
}
