using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Api;

namespace ScoEvents.Bench;

/// <summary>A token for a program that reads everything, of the staff of the demonstration.</summary>
internal static class TokenSeed
{
    /// <summary>Writes the token.</summary>
    /// <param name="folder">The portal's data folder.</param>
    public static async Task<int> RunAsync(string folder)
    {
        await using var source = DataModule.DataSource(PortalDatabaseFolder.ConnectionString(folder, "Superuser"));
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, TimeProvider.System);
        await using var context = new ScoEventsDbContext(options.Options) { Auditing = false };
        var user = await context.Users.Where(known => known.Email == "staff@nscs.example").Select(known => known.Id).SingleAsync();
        var made = ApiToken.Make(user, "Bench", [ApiScope.ProgrammeRead, ApiScope.DelegationsRead, ApiScope.PersonalRead], 1, TimeProvider.System.GetUtcNow()).Value;
        context.ApiTokens.Add(made.Token);
        await context.SaveChangesAsync();
        Console.WriteLine(made.Text);
        return 0;
    }
}
