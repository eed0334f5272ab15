using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;

namespace ScoEvents.Web.Account;

/// <summary>Signs people in, in the same time and with the same answer whether the account exists or not.</summary>
/// <remarks>At most four passwords are hashed at once, so that guessing cannot take the machine.</remarks>
internal sealed class SignInService(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, IPasswordHasher<PortalUser> hasher, DemoAccounts demo, IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
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

            if (!(await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded)
            {
                return false;
            }

            await NoteAsync(user.Id, cancellationToken);
            return true;
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <summary>Makes an account's hash of a password, taking turns with those who sign in.</summary>
    public async Task<string> HashAsync(PortalUser user, string password, CancellationToken cancellationToken)
    {
        await _hashing.WaitAsync(cancellationToken);
        try
        {
            return hasher.HashPassword(user, password);
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <summary>Notes that somebody signed in now, for those who ask whether a focal point has ever been here.</summary>
    public async Task NoteAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateForAsync(Actor.Of(userId), cancellationToken);
        await context.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(user => user.SetProperty(found => found.LastSignInAt, now), cancellationToken);
    }
}
