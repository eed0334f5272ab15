using Microsoft.AspNetCore.Identity;
using ScoEvents.Data.Access;

namespace ScoEvents.Web.Account;

/// <summary>Signs people in, in the same time and with the same answer whether the account exists or not.</summary>
/// <remarks>At most four passwords are hashed at once, so that guessing cannot take the machine.</remarks>
internal sealed class SignInService(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, IPasswordHasher<PortalUser> hasher, DemoAccounts demo)
{
    private static readonly SemaphoreSlim _hashing = new(4, 4);
    private static readonly Lazy<string> _nobodysHash = new(() => new PasswordHasher<PortalUser>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(new PortalUser(), Guid.NewGuid().ToString()));

    /// <summary>Signs the person in. False for an unknown account, a wrong password, too many attempts, or a demonstration account where there is none to be.</summary>
    public async Task<bool> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        await _hashing.WaitAsync(cancellationToken);
        try
        {
            var user = await users.FindByEmailAsync(email.Trim());
            if (user is null || (user.IsDemo && !demo.IsOffered) || await users.IsLockedOutAsync(user))
            {
                hasher.VerifyHashedPassword(new PortalUser(), _nobodysHash.Value, password);
                return false;
            }

            return (await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
        }
        finally
        {
            _hashing.Release();
        }
    }
}
