using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>What follows for persons where their side does not come.</summary>
internal static class DelegationLeaving
{
    // Kept with the badge and shown to guards; their page says the same in their language by the state of the person.
    private const string Reason = "The side does not come.";

    /// <summary>Ends the accreditations of persons who were taken out, and takes their badges back; two SQL commands before the save.</summary>
    /// <param name="context">In the transaction that takes them out.</param>
    /// <param name="persons">The persons.</param>
    /// <param name="by">Who says that they do not come.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task TakeOutAsync(this ScoEventsDbContext context, IReadOnlyCollection<Guid> persons, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var accreditation in await context.Accreditations.Where(found => persons.Contains(found.DelegateId)).ToListAsync(cancellationToken))
        {
            if (accreditation.IsLive)
            {
                accreditation.Withdraw(by, now);
            }
        }

        foreach (var badge in await context.Badges.Where(found => persons.Contains(found.DelegateId) && found.RevokedAt == null).ToListAsync(cancellationToken))
        {
            badge.Revoke(Reason, now);
        }
    }

    /// <summary>Takes back the badges of a side whose invitation is withdrawn; its persons stay registered, for it may be invited anew. One SQL command before the save.</summary>
    /// <param name="context">In the transaction that withdraws the invitation.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="sideId">The side.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task TakeBadgesBackAsync(this ScoEventsDbContext context, Guid eventId, Guid sideId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var badge in await context.Badges.Where(found => found.EventId == eventId && found.SideId == sideId && found.RevokedAt == null).ToListAsync(cancellationToken))
        {
            badge.Revoke(Reason, now);
        }
    }
}
