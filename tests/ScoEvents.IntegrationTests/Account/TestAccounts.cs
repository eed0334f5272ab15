using Microsoft.AspNetCore.Identity;
using Npgsql;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.TestKit;

namespace ScoEvents.IntegrationTests.Account;

/// <summary>Accounts that can sign in with a password.</summary>
internal static class TestAccounts
{
    public const string Password = "correct horse battery staple";

    /// <summary>A new account with <see cref="Password"/>.</summary>
    /// <returns>The person and the mail address to sign in with.</returns>
    public static async Task<(Actor Actor, string Email)> AccountAsync(this TestDatabase database)
    {
        var actor = await database.PersonAsync();
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand(
            "UPDATE users SET password_hash = $1, lockout_enabled = true, email_confirmed = true WHERE id = $2 RETURNING email");
        command.Parameters.Add(new NpgsqlParameter { Value = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), Password) });
        command.Parameters.Add(new NpgsqlParameter { Value = actor.UserId!.Value });
        return (actor, (string)(await command.ExecuteScalarAsync())!);
    }
}
