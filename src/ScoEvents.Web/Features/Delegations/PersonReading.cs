using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Delegations;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Reads the persons of a delegation with all that their papers say.</summary>
internal static class PersonReading
{
    /// <summary>What an event asks for; the defaults where nobody set anything.</summary>
    public static async Task<DelegationSettings> SettingsAsync(this ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken) =>
        await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken) ?? DelegationSettings.For(eventId);

    /// <summary>Everybody who was not taken out, in the order of roles, the reserve last; one SQL command.</summary>
    public static async Task<List<DelegateDetails>> PersonsAsync(
        this ScoEventsDbContext context, Guid? delegationId, DelegationSettings settings, CancellationToken cancellationToken)
    {
        var found = await (
            from person in context.Delegates.AsNoTracking()
            where person.DelegationId == delegationId && person.WithdrawnAt == null
            join accreditation in context.Accreditations.AsNoTracking() on person.Id equals accreditation.DelegateId
            select new
            {
                Person = person,
                accreditation.State,
                accreditation.Comments,
                accreditation.Reason,
                Photo = context.DelegatePhotos.Where(photo => photo.DelegateId == person.Id).Select(photo => photo.Sha256).FirstOrDefault(),
                InsteadOf = context.Delegates.Where(other => other.Id == person.SubstitutesId).Select(other => new { other.GivenNames, other.FamilyName }).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return
        [
            .. found.OrderBy(row => row.Person.IsReserve).ThenBy(row => row.Person.Role).ThenBy(row => row.Person.RegisteredAt).ThenBy(row => row.Person.Id)
                .Select(row => Details(row.Person) with
                {
                    State = row.State,
                    Comments = row.Comments,
                    Reason = row.Reason,
                    PhotoMark = row.Photo?[..12],
                    Missing = MissingFields.Of(row.Person, settings, row.Photo is not null),
                    InsteadOf = row.InsteadOf is { } other ? $"{other.GivenNames} {other.FamilyName.ToUpperInvariant()}" : null,
                }),
        ];
    }

    private static DelegateDetails Details(Domain.Delegations.Delegate person) => new(
        person.Id, person.Role, person.FamilyName, person.GivenNames, person.NativeName, person.Function, person.Body, person.Email,
        person.Passport.Masked, person.RegisteredAt, person.Version)
    {
        IsReserve = person.IsReserve,
        FormOfAddress = person.FormOfAddress,
        Category = person.Category,
        NationalityId = person.NationalityId,
        PassportStateId = person.PassportStateId,
        PassportExpiresOn = person.PassportExpiresOn,
        Stay = person.Stay,
        Languages = person.Languages,
        HasConsent = person.ConsentAt is not null,
    };
}
