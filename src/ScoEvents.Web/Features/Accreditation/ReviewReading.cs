using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Web.Features.Delegations;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Accreditation;

/// <summary>All persons of an event with their cases, read once for a page of the queue.</summary>
internal sealed class ReviewReading
{
    /// <summary>Everybody ever registered.</summary>
    public required IReadOnlyList<ReviewedPerson> Persons { get; init; }

    public required DelegationSettings Settings { get; init; }

    public required IReadOnlyDictionary<Guid, SideRow> Sides { get; init; }

    public required IReadOnlyDictionary<Guid, Capacity> Capacities { get; init; }

    public required IReadOnlyDictionary<Guid, string> Reviewers { get; init; }

    public required DateOnly? FirstDay { get; init; }

    public required string? TimeZone { get; init; }

    /// <summary>Reads it; six SQL commands, whatever the number of persons.</summary>
    public static async Task<ReviewReading> ReadAsync(ScoEventsDbContext context, Guid eventId, CancellationToken cancellationToken)
    {
        var planned = await context.Events.AsNoTracking().Where(found => found.Id == eventId)
            .Select(found => new { found.StartsOn, found.TimeZone }).SingleAsync(cancellationToken);
        var persons = await (
            from reviewed in context.Accreditations.AsNoTracking()
            where reviewed.EventId == eventId
            join person in context.Delegates.AsNoTracking() on reviewed.DelegateId equals person.Id
            select new ReviewedPerson(reviewed, person, context.DelegatePhotos.Any(photo => photo.DelegateId == person.Id))).ToListAsync(cancellationToken);
        var capacities = await context.Invitations.AsNoTracking().Where(invitation => invitation.EventId == eventId)
            .Select(invitation => new { invitation.SideId, invitation.Capacity }).ToDictionaryAsync(found => found.SideId, found => found.Capacity, cancellationToken);
        var reviewerIds = persons.Select(found => found.Case.ReviewerId).OfType<Guid>().Distinct().ToList();
        return new ReviewReading
        {
            Persons = persons,
            Capacities = capacities,
            FirstDay = planned.StartsOn,
            TimeZone = planned.TimeZone,
            Settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(found => found.EventId == eventId, cancellationToken) ?? DelegationSettings.For(eventId),
            Sides = await context.SidesAsync([.. persons.Select(found => found.Person.SideId).Distinct()], cancellationToken),
            Reviewers = await context.Users.AsNoTracking().Where(user => reviewerIds.Contains(user.Id))
                .Select(user => new { user.Id, user.DisplayName }).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken),
        };
    }

    /// <summary>What tells persons apart who can still come.</summary>
    public IReadOnlyCollection<PersonTrace> Traces() =>
        [.. Persons.Where(found => found.Case.IsLive || found.Case.State == AccreditationState.Refused).Select(found => found.Trace())];

    public SideLabel SideOf(ReviewedPerson found) => Sides[found.Person.SideId].LabelOn(FirstDay);

    public ReviewRow Row(ReviewedPerson found, int alike)
    {
        var (reviewed, person) = (found.Case, found.Person);
        return new ReviewRow(
            reviewed.Id, person.Id, SideOf(found), person.DisplayName, person.NativeName, person.Role, person.Category, person.Function, person.Body, person.IsReserve,
            reviewed.State, reviewed.StateAt, reviewed.Vetting, reviewed.ReviewerId is { } reviewer ? Reviewers.GetValueOrDefault(reviewer, "–") : null,
            Missing(found), alike, reviewed.Version);
    }

    // Of those who were decided on, or do not come, nothing is missing any more.
    public IReadOnlyList<string> Missing(ReviewedPerson found) =>
        found.Case.State is AccreditationState.Draft or AccreditationState.Submitted or AccreditationState.UnderReview or AccreditationState.ReturnedForCorrection
            ? MissingFields.Of(found.Person, Settings, found.HasPhoto) : [];
}

/// <summary>A person with the case.</summary>
internal sealed record ReviewedPerson(AccreditationCase Case, Delegate Person, bool HasPhoto)
{
    public PersonTrace Trace() => new(
        Person.Id, Person.ModifiedAt, $"{Person.GivenNames} {Person.FamilyName}", Person.NativeName, Person.Passport.Mark, Person.PassportStateId);
}
