using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Cases under lock, with what a decision on them needs.</summary>
internal sealed class ReviewDesk
{
    public required IReadOnlyList<(AccreditationCase Case, Delegate Person)> Cases { get; init; }

    public required DelegationSettings Settings { get; init; }

    /// <summary>Of whom there is a photograph.</summary>
    public required IReadOnlySet<Guid> Photos { get; init; }

    /// <summary>Locks cases of an event against other writers, always in one order; those that there are not are left out. Five SQL commands.</summary>
    public static async Task<ReviewDesk> LockAsync(ScoEventsDbContext context, Guid eventId, Guid[] caseIds, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM accreditations WHERE event_id = {eventId} AND id = ANY({caseIds}) ORDER BY id FOR UPDATE", cancellationToken);
        var cases = await context.Accreditations.Where(reviewed => reviewed.EventId == eventId && caseIds.Contains(reviewed.Id))
            .OrderBy(reviewed => reviewed.StateAt).ThenBy(reviewed => reviewed.Id).ToListAsync(cancellationToken);
        var persons = cases.ConvertAll(reviewed => reviewed.DelegateId);
        var known = await context.Delegates.AsNoTracking().Where(person => persons.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        return new ReviewDesk
        {
            Cases = cases.ConvertAll(reviewed => (reviewed, known[reviewed.DelegateId])),
            Settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken) ?? DelegationSettings.For(eventId),
            Photos = (await context.DelegatePhotos.Where(photo => persons.Contains(photo.DelegateId)).Select(photo => photo.DelegateId).ToListAsync(cancellationToken)).ToHashSet(),
        };
    }

    /// <summary>A badge of somebody who is not admitted any more opens no door.</summary>
    public static async Task TakeBadgesBackAsync(ScoEventsDbContext context, AccreditationCase revoked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reason = revoked.Reason ?? "";
        foreach (var badge in await context.Badges.Where(badge => badge.CaseId == revoked.Id && badge.RevokedAt == null).ToListAsync(cancellationToken))
        {
            badge.Revoke(reason.Length <= Badge.MaxReasonLength ? reason : reason[..Badge.MaxReasonLength], now);
        }
    }
}
