using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Invitations;

namespace ScoEvents.Web.Features.Invitations;

/// <summary>Reads how far delegations are.</summary>
internal static class StandingReading
{
    /// <summary>The standing of every side of an event that has persons; one SQL command.</summary>
    public static async Task<Dictionary<Guid, DelegationStanding>> StandingsAsync(
        this ScoEventsDbContext context, Guid eventId, DelegationSettings settings, CancellationToken cancellationToken)
    {
        var persons = await context.Delegates.AsNoTracking()
            .Where(person => person.EventId == eventId && person.WithdrawnAt == null && !person.IsReserve)
            .Select(person => new
            {
                person.SideId,
                person.Role,
                HasPassport = person.Passport.Masked != "",
                HasPhoto = context.DelegatePhotos.Any(photo => photo.DelegateId == person.Id),
                IsPurged = person.PurgedAt != null,
                State = context.Accreditations.Where(found => found.DelegateId == person.Id).Select(found => (AccreditationState?)found.State).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return persons.GroupBy(person => person.SideId).ToDictionary(side => side.Key, side => new DelegationStanding(
            side.Count(),
            side.Any(person => person.Role == DelegationRole.Head),
            side.Count(person => person.State is AccreditationState.Draft or AccreditationState.ReturnedForCorrection),
            side.Count(person => !person.HasPhoto && !person.IsPurged && settings.NeedOf(DelegateField.Photo, person.Role) == FieldNeed.Required),
            side.Count(person => !person.HasPassport && !person.IsPurged && settings.NeedOf(DelegateField.Passport, person.Role) == FieldNeed.Required)));
    }
}
