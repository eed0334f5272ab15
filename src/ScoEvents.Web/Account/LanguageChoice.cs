using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Account;

/// <summary>Remembers the language that a signed-in person chose: for every browser the person signs in from, and for mails to the person.</summary>
internal sealed class LanguageChoice(IDbContextFactory<ScoEventsDbContext> contexts, RequestLanguage requestLanguage)
{
    /// <summary>Lets the portal speak the language of the account from now on in this browser; an account that is new, or whose owner chose another language on the way in, takes that over.</summary>
    /// <param name="context">The request that signs in.</param>
    /// <param name="signedIn">Who came in.</param>
    /// <param name="chosen">What was chosen on the sign-in page itself; null where nothing was.</param>
    public async Task FollowAsync(HttpContext context, SignedIn signedIn, PortalLanguage? chosen)
    {
        var language = chosen ?? (signedIn.IsFirst ? PortalLanguages.Current : PortalLanguages.Find(signedIn.Language)) ?? PortalLanguages.English;
        await KeepAsync(Actor.Of(signedIn.UserId), language, context.RequestAborted);
        requestLanguage.Remember(context, language);
    }

    /// <summary>Keeps it with the account; the public has none.</summary>
    public async Task KeepAsync(Actor actor, PortalLanguage language, CancellationToken cancellationToken)
    {
        if (actor.UserId is not { } userId)
        {
            return;
        }

        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        if (await context.Users.SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is { } user && user.Language != language.Code)
        {
            user.Language = language.Code;
            // Where somebody changed the account in the same moment the cookie holds the choice, and the next one is kept.
            await context.TrySaveAsync(cancellationToken);
        }
    }
}
