using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Translations;

/// <summary>What events say of their languages; nothing of it is secret.</summary>
public sealed class EventLanguageQueries(IDbContextFactory<ScoEventsDbContext> contexts)
{
    /// <summary>What an event says, or null where there is none; one SQL command.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<EventLanguages?> OfEventAsync(Guid eventId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        return await SaidAsync(context.Events.Where(planned => planned.Id == eventId), cancellationToken);
    }

    /// <summary>What the event of an invitation says, or null where the actor knows of none; one SQL command.</summary>
    /// <param name="actor">Who speaks for the invited side, or works for the event.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<EventLanguages?> OfInvitationAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        return await SaidAsync(context.Events.Where(planned => context.Invitations.Any(invitation => invitation.Id == invitationId && invitation.EventId == planned.Id)), cancellationToken);
    }

    /// <summary>The order in which languages stand in for each other in the event of an address, empty for the portal's own; one SQL command.</summary>
    /// <param name="slug">The event's name in addresses.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<string>> OrderOfAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(Actor.Public, cancellationToken);
        return await context.Events.AsNoTracking().Where(planned => planned.Slug == slug).Select(planned => planned.FallbackOrder).SingleOrDefaultAsync(cancellationToken) ?? [];
    }

    private static async Task<EventLanguages?> SaidAsync(IQueryable<ScoEvent> found, CancellationToken cancellationToken)
    {
        var said = await found.AsNoTracking().Select(planned => new { planned.WantedLanguages, planned.FallbackOrder, planned.Title }).SingleOrDefaultAsync(cancellationToken);
        return said is null ? null : new EventLanguages(ScoEvent.WantedIn(said.WantedLanguages, said.Title), said.FallbackOrder);
    }
}

/// <summary>What an event says of its languages.</summary>
/// <param name="Wanted">In which its texts are wanted, in the portal's order.</param>
/// <param name="Fallback">Which stand in for a missing one, first choice first; empty for the portal's own order.</param>
public sealed record EventLanguages(IReadOnlyList<string> Wanted, IReadOnlyList<string> Fallback);
