using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Persons are handed in.</summary>
public sealed partial class DelegationService
{
    /// <summary>Hands a person in for review, first or after correction; who stands in reserve can be reviewed, but not admitted. Refused: <c>not-found</c>, <c>forbidden</c>, <c>delegation.not-accepted</c>, <c>delegation.registration-closed</c> once the event is over, <c>delegate.incomplete</c> with name, number and names of the missing fields, <c>accreditation.move</c>.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The accepted invitation.</param>
    /// <param name="delegateId">Who.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    public Task<Result> SubmitAsync(Actor actor, Guid invitationId, Guid delegateId, CancellationToken cancellationToken) =>
        SubmitAsync(actor, invitationId, delegateId, version: null, cancellationToken);

    // As with withdrawals, the version is compared under the delegation's lock.
    internal Task<Result> SubmitAsync(Actor actor, Guid invitationId, Guid delegateId, uint? version, CancellationToken cancellationToken) => ChangeAsync(
        actor, invitationId, isRegistration: false,
        async (context, desk) =>
        {
            if (desk.Find(delegateId) is not { } person)
            {
                return Error.NotFound();
            }

            if (version is not null && person.Version != version)
            {
                return Error.Stale();
            }

            var withPhoto = await WithPhotoAsync(context, desk, cancellationToken);
            if (Incomplete(desk, person, withPhoto) is { } incomplete)
            {
                return incomplete;
            }

            var accreditation = await context.Accreditations.SingleAsync(found => found.DelegateId == delegateId, cancellationToken);
            return accreditation.Submit(actor.UserId!.Value, desk.Now);
        },
        cancellationToken);

    /// <summary>Hands everybody in, the reserve too, who is complete and waits with the side, as draft or for correction; the others stay where they are. Refused: as <see cref="SubmitAsync"/>, and <c>delegation.no-head</c>, <c>delegation.nothing-to-submit</c>; where nobody is complete, a <c>delegate.incomplete</c> for each.</summary>
    public async Task<Result<SubmitOutcome>> SubmitAllAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken)
    {
        SubmitOutcome? outcome = null;
        var done = await ChangeAsync(
            actor, invitationId, isRegistration: false,
            async (context, desk) =>
            {
                if (!desk.Delegation.Coming.Any(person => person.Role == DelegationRole.Head))
                {
                    return DelegationErrors.NoHead();
                }

                var waiting = await context.Accreditations
                    .Where(found => found.DelegationId == desk.Delegation.Id && (found.State == AccreditationState.Draft || found.State == AccreditationState.ReturnedForCorrection))
                    .ToDictionaryAsync(found => found.DelegateId, cancellationToken);
                var persons = desk.Delegation.Live.Where(person => waiting.ContainsKey(person.Id)).ToList();
                if (persons.Count == 0)
                {
                    return DelegationErrors.NothingToSubmit();
                }

                var withPhoto = await WithPhotoAsync(context, desk, cancellationToken);
                var incomplete = new List<Error>();
                foreach (var person in persons)
                {
                    if (Incomplete(desk, person, withPhoto) is { } missing)
                    {
                        incomplete.Add(missing);
                    }
                    else if (waiting[person.Id].Submit(actor.UserId!.Value, desk.Now) is { IsSuccess: false } refused)
                    {
                        return refused;
                    }
                }

                outcome = new SubmitOutcome(persons.Count - incomplete.Count, incomplete);
                return outcome.Submitted == 0 ? Result.Fail(incomplete) : Result.Success;
            },
            cancellationToken);
        return done.IsSuccess ? outcome! : Result<SubmitOutcome>.Fail(done.Errors);
    }

    private static async Task<HashSet<Guid>> WithPhotoAsync(ScoEventsDbContext context, DelegationDesk desk, CancellationToken cancellationToken) =>
        [.. await context.DelegatePhotos
            .Where(photo => photo.EventId == desk.Delegation.EventId && photo.SideId == desk.Delegation.SideId)
            .Select(photo => photo.DelegateId).ToListAsync(cancellationToken)];

    private static Error? Incomplete(DelegationDesk desk, Delegate person, HashSet<Guid> withPhoto) =>
        MissingFields.Of(person, desk.Settings, withPhoto.Contains(person.Id)) is { Count: > 0 } missing
            ? DelegationErrors.Incomplete(person.DisplayName, missing)
            : null;
}

/// <summary>What came of handing in a delegation.</summary>
/// <param name="Submitted">Persons handed in.</param>
/// <param name="Incomplete">A refusal for each who was not complete.</param>
public sealed record SubmitOutcome(int Submitted, IReadOnlyList<Error> Incomplete);
