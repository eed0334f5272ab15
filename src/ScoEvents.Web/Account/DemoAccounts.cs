using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Hosting;

namespace ScoEvents.Web.Account;

/// <summary>One account per role, to try the portal with; in development and with the embedded database only, never in production.</summary>
internal sealed class DemoAccounts(
    PortalDatabase database, IHostEnvironment environment, TimeProvider clock, IDbContextFactory<ScoEventsDbContext> contexts)
{
    private static readonly DemoPerson[] _people =
    [
        new("organiser@nscs.example", "Asha Rao", "OrganiserOfNscs", Role.Organiser, "in-nscs"),
        new("organiser2@nscs.example", "Vikram Sethi", "OrganiserOfNscs", Role.Organiser, "in-nscs"),
        new("registrar@nscs.example", "Meera Iyer", "RegistrarOfNscs", Role.Registrar, "in-nscs"),
        new("staff@nscs.example", "Rohan Das", "StaffOfNscs", Role.Staff, "in-nscs"),
        new("organiser@ecrats.example", "Timur Saidov", "OrganiserOfRats", Role.Organiser, "sco-rats-ec"),
        new("focal.kz@mfa.example", "Aigerim Bekova", "FocalPointOfKazakhstan", Role.FocalPoint, "KZ"),
        new("focal.uz@mfa.example", "Jamshid Karimov", "FocalPointOfUzbekistan", Role.FocalPoint, "UZ"),
        new("administrator@portal.example", "Anna Orlova", "Administrator", Role.Administrator, null),
        new("auditor@portal.example", "Li Wei", "Auditor", Role.Auditor, null),
    ];

    /// <summary>Whether demonstration accounts exist here and may sign in.</summary>
    public bool IsOffered => !environment.IsProduction() && (database.IsEmbedded || environment.IsDevelopment());

    /// <summary>The people, in the order of the sign-in page.</summary>
    public IReadOnlyList<DemoPerson> People => IsOffered ? _people : [];

    /// <summary>The password of all of them: made at random for this installation, kept in its data folder.</summary>
    public string Password => SecretFile.ReadOrCreate(database.DataFolder, "demo.password", 12);

    /// <summary>Makes the accounts that are missing, under the owner's role.</summary>
    public async Task SeedAsync(IPasswordHasher<PortalUser> hasher, ILookupNormalizer normalizer, CancellationToken cancellationToken)
    {
        if (!IsOffered || database.OwnerConnectionString is null || await AreAllThereAsync(cancellationToken))
        {
            return;
        }

        await using var source = DataModule.DataSource(new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Pooling = false }.ConnectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, clock);
        await using var context = new ScoEventsDbContext(options.Options);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7220002)", cancellationToken);
        var known = await context.Users.Where(user => user.IsDemo).Select(user => user.Email).ToListAsync(cancellationToken);
        var missing = _people.Where(person => !known.Contains(person.Email)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var hash = hasher.HashPassword(new PortalUser(), Password);
        foreach (var person in missing)
        {
            var user = new PortalUser
            {
                UserName = person.Email,
                NormalizedUserName = normalizer.NormalizeName(person.Email),
                Email = person.Email,
                NormalizedEmail = normalizer.NormalizeEmail(person.Email),
                EmailConfirmed = true,
                DisplayName = person.Name,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
                IsDemo = true,
            };
            context.Users.Add(user);
            context.Grants.Add(Grant.Give(user.Id, person.Role, await ScopeAsync(context, person, cancellationToken), clock.GetUtcNow()));
        }

        await context.SaveChangesAsync(cancellationToken);
        await AppointFocalPointsAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<bool> AreAllThereAsync(CancellationToken cancellationToken)
    {
        var emails = _people.Select(person => person.Email).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.CountAsync(user => user.IsDemo && emails.Contains(user.Email!), cancellationToken) == emails.Count;
    }

    private static async Task<GrantScope> ScopeAsync(ScoEventsDbContext context, DemoPerson person, CancellationToken cancellationToken) => person.Role switch
    {
        Role.Administrator or Role.Auditor => GrantScope.Portal,
        Role.Organiser or Role.Registrar or Role.Staff => GrantScope.Secretariat(
            await context.Secretariats.Where(secretariat => secretariat.Slug == person.Of).Select(secretariat => secretariat.Id).SingleAsync(cancellationToken)),
        Role.FocalPoint => GrantScope.Side(await context.Sides
            .Where(side => context.States.Any(state => state.Id == side.StateId && state.Iso2 == person.Of))
            .Select(side => side.Id)
            .SingleAsync(cancellationToken)),
    };

    // Row-level security binds the owner here too: focal points are appointed by an administrator, so by the one just made.
    private async Task AppointFocalPointsAsync(ScoEventsDbContext context, CancellationToken cancellationToken)
    {
        var administrator = await context.Grants.Where(grant => grant.Role == Role.Administrator && grant.RevokedAt == null)
            .Select(grant => grant.UserId).FirstAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT set_config('app.user', {administrator.ToString()}, true)", cancellationToken);
        context.ActorId = administrator;
        var appointed = await context.FocalPoints.Select(focalPoint => focalPoint.UserId).ToListAsync(cancellationToken);
        var offices = await context.Grants
            .Where(grant => grant.Role == Role.FocalPoint && grant.RevokedAt == null)
            .Join(context.Users.Where(user => user.IsDemo), grant => grant.UserId, user => user.Id, (grant, user) => new { grant.SideId, user.Id, user.DisplayName, user.Email })
            .ToListAsync(cancellationToken);
        context.FocalPoints.AddRange(offices
            .Where(office => !appointed.Contains(office.Id))
            .Select(office => FocalPoint.Appoint(office.SideId!.Value, office.Id, office.DisplayName, office.Email!, clock.GetUtcNow())));
        await context.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A person of the demonstration.</summary>
/// <param name="Email">Mail address, which is the name to sign in with.</param>
/// <param name="Name">Display name.</param>
/// <param name="PartKey">Key of the text that says what the person is.</param>
/// <param name="Role">The role.</param>
/// <param name="Of">Key of the secretariat or ISO code of the state, or null for the whole portal.</param>
internal sealed record DemoPerson(string Email, string Name, string PartKey, Role Role, string? Of);

internal static class DemoAccountsModule
{
    public static void AddDemoAccounts(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DemoAccounts>();

    /// <summary>Makes the demonstration accounts where they belong.</summary>
    public static async Task SeedDemoAccountsAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await app.Services.GetRequiredService<DemoAccounts>().SeedAsync(
            scope.ServiceProvider.GetRequiredService<IPasswordHasher<PortalUser>>(),
            scope.ServiceProvider.GetRequiredService<ILookupNormalizer>(),
            app.Lifetime.ApplicationStopping);
    }
}
