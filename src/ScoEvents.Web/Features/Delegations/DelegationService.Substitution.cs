using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>One person instead of another, in one act.</summary>
public sealed partial class DelegationService
{
    // Somebody edits the sessions that change at the same moment: the act is then done anew on what is there.
    private const int Attempts = 4;

    /// <summary>A new person takes place and role of another: the other's accreditation is replaced, the badge taken back, the place never free in between; the draft of the programme follows and the organisers are told. Refused: <c>not-found</c>, <c>forbidden</c>, <c>delegation.not-accepted</c>, <c>delegation.registration-closed</c> once the event is over, and what <see cref="Delegate.Describe"/>, <see cref="PassportNumber.Parse"/> and <see cref="PhotoReader.ReadAsync"/> refuse.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The accepted invitation.</param>
    /// <param name="delegateId">Who leaves.</param>
    /// <param name="form">Who comes; the role is that of who leaves.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The new person's id.</returns>
    public async Task<Result<Guid>> SubstituteAsync(Actor actor, Guid invitationId, Guid delegateId, DelegateForm form, CancellationToken cancellationToken)
    {
        var personId = Guid.CreateVersion7();
        var done = await ExchangeAsync(
            actor, invitationId,
            async (context, desk) =>
            {
                if (desk.Find(delegateId) is not { } leaving)
                {
                    return Error.NotFound();
                }

                form.Role = leaving.Role;
                var facts = Facts(desk, await StatesAsync(context, [form], cancellationToken), form, personId, known: null);
                if (facts.Error is not null)
                {
                    return facts;
                }

                return await VacateAsync(context, desk, delegateId, async place =>
                {
                    var filled = desk.Delegation.Fill(place, facts.Value, desk.Now);
                    if (filled.Error is not null)
                    {
                        return filled;
                    }

                    context.Accreditations.Add(AccreditationCase.Open(filled.Value, desk.ActorId, desk.Now));
                    var photo = await KeepPhotoAsync(context, desk, filled.Value, form, cancellationToken);
                    return photo.IsSuccess ? filled : Result<Delegate>.Fail(photo.Errors);
                }, cancellationToken);
            },
            cancellationToken);
        return done.IsSuccess ? personId : Result<Guid>.Fail(done.Errors);
    }

    /// <summary>A person of the reserve takes place and role of another. Refused as <see cref="SubstituteAsync"/>, and <c>delegation.not-in-reserve</c>.</summary>
    public Task<Result> SubstituteFromReserveAsync(Actor actor, Guid invitationId, Guid delegateId, Guid reserveId, CancellationToken cancellationToken) => ExchangeAsync(
        actor, invitationId,
        async (context, desk) => desk.Find(reserveId) switch
        {
            null => Error.NotFound(),
            { IsReserve: false } => DelegationErrors.NotInReserve(),
            _ => await VacateAsync(context, desk, delegateId, place => Task.FromResult(desk.Delegation.Fill(place, reserveId, desk.Now)), cancellationToken),
        },
        cancellationToken);

    private async Task<Result> ExchangeAsync(
        Actor actor, Guid invitationId, Func<ScoEventsDbContext, DelegationDesk, Task<Result>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var done = await ChangeAsync(actor, invitationId, isRegistration: false, change, cancellationToken);
            if (done.Error is not { Kind: ErrorKind.Stale } || attempt == Attempts)
            {
                return done;
            }
        }
    }

    // Left and filled by two saves of one transaction: the index of single heads counts after each row.
    private async Task<Result> VacateAsync(ScoEventsDbContext context, DelegationDesk desk, Guid delegateId, Func<Vacancy, Task<Result<Delegate>>> fill, CancellationToken cancellationToken)
    {
        if (desk.Find(delegateId) is not { } leaving)
        {
            return Error.NotFound();
        }

        var before = await StateAsync(context, delegateId, cancellationToken);
        var place = desk.Delegation.Vacate(delegateId, desk.Now);
        if (place.Error is not null)
        {
            return place;
        }

        if (await EndAsync(context, desk, delegateId, AccreditationState.Replaced, cancellationToken) is { IsSuccess: false } refused)
        {
            return refused;
        }

        var left = await context.TrySaveAsync(cancellationToken);
        if (!left.IsSuccess)
        {
            return left;
        }

        var filled = await fill(place.Value);
        if (filled.IsSuccess)
        {
            var others = desk.Delegation.Live.Where(person => person != filled.Value).ToList();
            await exchanges.FollowAsync(context, desk.Event, new Exchange(leaving, filled.Value, others, IsExchange: true), before, desk.Now, cancellationToken);
        }

        return filled;
    }

    private static Task<AccreditationState> StateAsync(ScoEventsDbContext context, Guid delegateId, CancellationToken cancellationToken) =>
        context.Accreditations.Where(found => found.DelegateId == delegateId).Select(found => found.State).SingleAsync(cancellationToken);

    private static async Task<Result> EndAsync(ScoEventsDbContext context, DelegationDesk desk, Guid delegateId, AccreditationState to, CancellationToken cancellationToken)
    {
        foreach (var badge in await context.Badges.Where(badge => badge.DelegateId == delegateId && badge.RevokedAt == null).ToListAsync(cancellationToken))
        {
            badge.Revoke(to.ToString(), desk.Now);
        }

        var accreditation = await context.Accreditations.SingleAsync(found => found.DelegateId == delegateId, cancellationToken);
        if (!AccreditationMoves.IsAllowed(accreditation.State, to))
        {
            // Revoked is the end already.
            return Result.Success;
        }

        return to == AccreditationState.Replaced ? accreditation.Replace(desk.ActorId, desk.Now) : accreditation.Withdraw(desk.ActorId, desk.Now);
    }
}
