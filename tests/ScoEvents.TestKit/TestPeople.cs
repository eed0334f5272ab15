using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;

namespace ScoEvents.TestKit;

/// <summary>Makes the people of a test: users with roles, and finds the secretariats and sides they belong to.</summary>
/// <remarks>Works as superuser, whom no row-level security binds: what an administrator would have done before the test begins.</remarks>
public static class TestPeople
{
    /// <summary>A new user who holds one role.</summary>
    public static async Task<Actor> PersonAsync(this TestDatabase database, Role role, GrantScope scope)
    {
        var actor = await database.PersonAsync();
        await database.GrantAsync(actor, role, scope);
        return actor;
    }

    /// <summary>A new user without any role.</summary>
    public static async Task<Actor> PersonAsync(this TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var context = Context(database, source);
        var user = new PortalUser();
        user.UserName = user.Email = $"{user.Id:N}@people.test";
        user.NormalizedUserName = user.NormalizedEmail = user.Email.ToUpperInvariant();
        user.DisplayName = $"Person {user.Id:N}";
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        context.Users.Add(user);
        await context.SaveChangesAsync();
        return Actor.Of(user.Id);
    }

    /// <summary>Gives a user one more role.</summary>
    public static async Task GrantAsync(this TestDatabase database, Actor actor, Role role, GrantScope scope)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var context = Context(database, source);
        context.Grants.Add(Grant.Give(actor.UserId!.Value, role, scope, database.Clock.GetUtcNow()));
        await context.SaveChangesAsync();
    }

    /// <summary>Takes all roles of a user back.</summary>
    public static async Task RevokeAllAsync(this TestDatabase database, Actor actor)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var context = Context(database, source);
        foreach (var grant in await context.Grants.Where(grant => grant.UserId == actor.UserId && grant.RevokedAt == null).ToListAsync())
        {
            grant.Revoke(database.Clock.GetUtcNow());
        }

        await context.SaveChangesAsync();
    }

    /// <summary>The secretariat of an organisation, by the organisation's key: <c>in-nscs</c>, <c>sco-rats-ec</c> or <c>uz-isrs</c>.</summary>
    public static async Task<Guid> SecretariatAsync(this TestDatabase database, string key = "in-nscs")
    {
        await using var context = await database.OpenAsync(Actor.Public);
        return await context.Secretariats.Where(secretariat => secretariat.Slug == key).Select(secretariat => secretariat.Id).SingleAsync();
    }

    /// <summary>The side of a state, by its ISO code, or of an organisation, by its key.</summary>
    public static async Task<Guid> SideAsync(this TestDatabase database, string codeOrKey)
    {
        await using var context = await database.OpenAsync(Actor.Public);
        return await context.Sides
            .Where(side => context.States.Any(state => state.Id == side.StateId && state.Iso2 == codeOrKey)
                || context.Organisations.Any(organisation => organisation.Id == side.OrganisationId && organisation.Key == codeOrKey))
            .Select(side => side.Id)
            .SingleAsync();
    }

    /// <summary>An organiser of a secretariat.</summary>
    public static async Task<Actor> OrganiserAsync(this TestDatabase database, string secretariat = "in-nscs") =>
        await database.PersonAsync(Role.Organiser, GrantScope.Secretariat(await database.SecretariatAsync(secretariat)));

    /// <summary>A focal point of a side, in all events.</summary>
    public static async Task<Actor> FocalPointAsync(this TestDatabase database, string codeOrKey) =>
        await database.PersonAsync(Role.FocalPoint, GrantScope.Side(await database.SideAsync(codeOrKey)));

    /// <summary>Names a user as focal point of a side, who gets mails in a language.</summary>
    public static async Task AppointAsync(this TestDatabase database, Actor actor, string codeOrKey, string name, string email, string language = "en")
    {
        var side = await database.SideAsync(codeOrKey);
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var context = Context(database, source);
        context.FocalPoints.Add(FocalPoint.Appoint(side, actor.UserId!.Value, name, email, database.Clock.GetUtcNow()));
        (await context.Users.SingleAsync(user => user.Id == actor.UserId)).Language = language;
        await context.SaveChangesAsync();
    }

    private static ScoEventsDbContext Context(TestDatabase database, NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, database.Clock);
        return new ScoEventsDbContext(options.Options) { Auditing = false };
    }
}
