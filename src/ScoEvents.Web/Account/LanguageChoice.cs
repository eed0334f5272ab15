using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Account;

/// <summary>Remembers the language that a signed-in person chose, for what the portal writes to the person: mails.</summary>
internal sealed class LanguageChoice(IDbContextFactory<ScoEventsDbContext> contexts)
{
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
