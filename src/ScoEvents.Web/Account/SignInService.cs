using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;

namespace ScoEvents.Web.Account;

/// <summary>Who has just signed in.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Language">Language of the account, one of the portal's.</param>
/// <param name="IsFirst">Whether the account was never used before, so that nobody has chosen its language yet.</param>
internal sealed record SignedIn(Guid UserId, string Language, bool IsFirst);

/// <summary>Signs people in, in the same time and with the same answer whether the account exists or not.</summary>
/// <remarks>At most four passwords are hashed at once, so that guessing cannot take the machine.</remarks>
internal sealed class SignInService(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, IPasswordHasher<PortalUser> hasher, DemoAccounts demo, IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock)
{
    private static readonly SemaphoreSlim _hashing = new(4, 4);
    private static readonly Lazy<string> _nobodysHash = new(() => new PasswordHasher<PortalUser>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(new PortalUser(), Guid.NewGuid().ToString()));

    /// <summary>Signs the person in. Null for an unknown account, a wrong password, too many attempts, or a demonstration account where there is none to be.</summary>
    public async Task<SignedIn?> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        await _hashing.WaitAsync(cancellationToken);
        try
        {
            var user = await users.FindByEmailAsync(email.Trim());
            if (user is null || (user.IsDemo && !demo.IsOffered) || await users.IsLockedOutAsync(user))
            {
                hasher.VerifyHashedPassword(new PortalUser(), _nobodysHash.Value, password);
                return null;
            }

            if (!(await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded)
            {
                return null;
            }

            var signedIn = new SignedIn(user.Id, user.Language, user.LastSignInAt is null);
            await NoteAsync(user.Id, cancellationToken);
            return signedIn;
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
