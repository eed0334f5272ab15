using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;

namespace ScoEvents.Web.Hosting;

/// <summary>What an operator does from the command line: <c>migrate</c> and <c>create-administrator</c>.</summary>
internal static class Verbs
{
    /// <summary>Carries out the verb that the arguments begin with. Null where they begin with none and the portal is to start.</summary>
    public static async Task<int?> RunVerbAsync(this WebApplication app, string[] args)
    {
        try
        {
            return await CarryOutAsync(app, args);
        }
        catch (NpgsqlException exception)
        {
            return await FailAsync($"The database refused: {exception.Message}");
        }
    }

    private static async Task<int?> CarryOutAsync(WebApplication app, string[] args)
    {
        var verb = VerbOf(args);
        var owner = app.Services.GetRequiredService<PortalDatabase>().OwnerConnectionString;
        var clock = app.Services.GetRequiredService<TimeProvider>();
        switch (verb)
        {
            case null:
                return null;
            case "migrate" or "create-administrator" when owner is null:
                return await FailAsync("Set ConnectionStrings__Owner to a connection under the role that owns the database.");
            case "migrate":
                await PortalMigrator.MigrateAsync(owner, clock, app.Lifetime.ApplicationStopping);
                await Console.Out.WriteLineAsync("The database is up to date.");
                return 0;
            case "create-administrator":
                return await CreateAdministratorAsync(app, owner, args.SkipWhile(argument => argument != verb).Skip(1).ToArray());
            default:
                return await FailAsync($"There is no verb '{verb}'. Verbs: migrate, create-administrator EMAIL NAME.");
        }
    }

    /// <summary>The first argument that is no setting; <c>--key value</c> is one, as it is to the configuration.</summary>
    private static string? VerbOf(string[] args)
    {
        for (var place = 0; place < args.Length; place++)
        {
            var isSetting = args[place].StartsWith('-') || args[place].Contains('=', StringComparison.Ordinal);
            if (!isSetting)
            {
                return args[place];
            }

            if (!args[place].Contains('=', StringComparison.Ordinal))
            {
                place++;
            }
        }

        return null;
    }

    private static async Task<int> CreateAdministratorAsync(WebApplication app, string owner, string[] names)
    {
        if (names.Length < 2)
        {
            return await FailAsync("Usage: create-administrator EMAIL NAME. The password is read from standard input.");
        }

        // What a person types to sign in; "Anna <a@b.example>" is an address to a mail program only.
        if (!MailAddress.TryCreate(names[0], out var address) || address.Address != names[0] || names[0].Any(char.IsControl))
        {
            return await FailAsync($"'{names[0]}' is no mail address.");
        }

        var password = await ReadPasswordAsync();
        var services = app.Services.CreateScope().ServiceProvider;
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var user = new PortalUser
        {
            UserName = names[0],
            Email = names[0],
            EmailConfirmed = true,
            DisplayName = string.Join(' ', names.Skip(1)),
            LockoutEnabled = true,
            NormalizedUserName = users.NormalizeName(names[0]),
            NormalizedEmail = users.NormalizeEmail(names[0]),
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused)
            {
                return await FailAsync(string.Join(' ', refused.Errors.Select(error => error.Description)));
            }
        }

        user.PasswordHash = services.GetRequiredService<IPasswordHasher<PortalUser>>().HashPassword(user, password);
        await using var source = DataModule.DataSource(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, services.GetRequiredService<TimeProvider>());
        await using var context = new ScoEventsDbContext(options.Options);
        if (await context.Users.AnyAsync(known => known.NormalizedEmail == user.NormalizedEmail))
        {
            return await FailAsync("There is an account with this mail address already.");
        }

        context.Users.Add(user);
        context.Grants.Add(Grant.Give(user.Id, Role.Administrator, GrantScope.Portal, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await context.SaveChangesAsync();
        await Console.Out.WriteLineAsync("The administrator can sign in.");
        return 0;
    }

    private static async Task<string> ReadPasswordAsync()
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync() ?? "";
        }

        await Console.Error.WriteAsync("Password (at least 12 characters, not shown): ");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 1;
    }
}
