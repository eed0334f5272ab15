using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Constraints;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Registers the persons of a side.</summary>
/// <remarks>Every write locks the row of the delegation first, then counts, then changes, in one transaction: two writers cannot share the last place.</remarks>
public sealed partial class DelegationService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, FieldCipher cipher, IValidator<DelegateForm> rules, ExchangeMails exchanges)
{
    /// <summary>Registers a person, in a place or in reserve. Refused: <c>not-found</c>, <c>forbidden</c>, <c>delegation.not-accepted</c>, <c>delegation.registration-closed</c>, <c>delegation.deadline-passed</c>, and what <see cref="Delegation.Register"/>, <see cref="PassportNumber.Parse"/> and <see cref="PhotoReader.ReadAsync"/> refuse.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The accepted invitation.</param>
    /// <param name="form">Who.</param>
    /// <param name="cancellationToken">Cancels the registration.</param>
    /// <returns>The person's id.</returns>
    public async Task<Result<Guid>> RegisterAsync(Actor actor, Guid invitationId, DelegateForm form, CancellationToken cancellationToken)
    {
        var personId = Guid.Empty;
        var done = await ChangeAsync(
            actor, invitationId, isRegistration: true,
            async (context, desk) =>
            {
                var registered = await RegisterAsync(context, desk, await StatesAsync(context, [form], cancellationToken), form, cancellationToken);
                personId = registered.IsSuccess ? registered.Value : Guid.Empty;
                return registered;
            },
            cancellationToken);
        return done.IsSuccess ? personId : Result<Guid>.Fail(done.Errors);
    }

    /// <summary>Registers persons in the order given, all or none. Refused as <see cref="RegisterAsync(Actor, Guid, DelegateForm, CancellationToken)"/>; refusals of a person's field stand at <c>[index].Field</c>.</summary>
    /// <returns>The ids in the same order.</returns>
    public async Task<Result<IReadOnlyList<Guid>>> RegisterManyAsync(Actor actor, Guid invitationId, IReadOnlyList<DelegateForm> forms, CancellationToken cancellationToken)
    {
        var ids = new List<Guid>(forms.Count);
        var done = await ChangeAsync(
            actor, invitationId, isRegistration: true,
            async (context, desk) =>
            {
                var errors = new List<Error>();
                var states = await StatesAsync(context, forms, cancellationToken);
                // Lists keep the order of registration, which the database knows to the microsecond.
                for (var i = 0; i < forms.Count; i++)
                {
                    var registered = await RegisterAsync(context, desk with { Now = desk.Now.AddMicroseconds(i) }, states, forms[i], cancellationToken);
                    if (registered.IsSuccess)
                    {
                        ids.Add(registered.Value);
                    }

                    errors.AddRange(registered.Errors.Select(error => error.At($"[{i}].{error.Field}")));
                }

                return errors.Count == 0 ? Result.Success : Result.Fail(errors);
            },
            cancellationToken);
        return done.IsSuccess ? ids : Result<IReadOnlyList<Guid>>.Fail(done.Errors);
    }

    /// <summary>Changes a person; a blank passport keeps the number that is there, and whoever stands in reserve stays there. Who was handed in and is not being reviewed yet is handed in anew by it; of the admitted only travel, stay and address can be changed. Refused as <see cref="RegisterAsync(Actor, Guid, DelegateForm, CancellationToken)"/>, and <c>stale</c>, <c>delegate.under-review</c>.</summary>
    public Task<Result> CorrectAsync(Actor actor, Guid invitationId, Guid delegateId, DelegateForm form, CancellationToken cancellationToken) => ChangeAsync(
        actor, invitationId, isRegistration: false,
        async (context, desk) =>
        {
            var states = await StatesAsync(context, [form], cancellationToken);
            return await CorrectAsync(context, desk, states, await CasesAsync(context, [delegateId], cancellationToken), delegateId, form, cancellationToken);
        },
        cancellationToken);

    /// <summary>Takes a person out; the place is free again, the badge opens nothing any more, and the organisers are told with the sessions that name the person. Refused: <c>not-found</c>, <c>forbidden</c>, <c>delegation.not-accepted</c>, <c>delegation.registration-closed</c> once the event is over.</summary>
    public Task<Result> WithdrawAsync(Actor actor, Guid invitationId, Guid delegateId, CancellationToken cancellationToken) =>
        WithdrawAsync(actor, invitationId, delegateId, version: null, cancellationToken);

    // The version is compared under the delegation's lock, so that nobody changes the person between the look and the act.
    internal Task<Result> WithdrawAsync(Actor actor, Guid invitationId, Guid delegateId, uint? version, CancellationToken cancellationToken) => ChangeAsync(
        actor, invitationId, isRegistration: false,
        async (context, desk) =>
        {
            if (version is not null && desk.Delegation.Live.FirstOrDefault(person => person.Id == delegateId) is { } known && known.Version != version)
            {
                return Error.Stale();
            }

            if (desk.Find(delegateId) is not { } leaving)
            {
                return Error.NotFound();
            }

            var before = await StateAsync(context, delegateId, cancellationToken);
            var left = desk.Delegation.Withdraw(delegateId, desk.Now);
            var ended = left.IsSuccess ? await EndAsync(context, desk, delegateId, AccreditationState.Withdrawn, cancellationToken) : left;
            if (ended.IsSuccess)
            {
                await exchanges.FollowAsync(context, desk.Event, new Exchange(leaving, null, [.. desk.Delegation.Live], IsExchange: false), before, desk.Now, cancellationToken);
            }

            return ended;
        },
        cancellationToken);

    /// <summary>Gives a free place to a person of the reserve. Refused as <see cref="WithdrawAsync"/>, and what <see cref="Delegation.Promote"/> refuses.</summary>
    public Task<Result> PromoteAsync(Actor actor, Guid invitationId, Guid delegateId, CancellationToken cancellationToken) => ChangeAsync(
        actor, invitationId, isRegistration: false, (_, desk) => Task.FromResult(desk.Delegation.Promote(delegateId, desk.Now, desk.Limits)), cancellationToken);

    private async Task<Result<Guid>> RegisterAsync(ScoEventsDbContext context, DelegationDesk desk, IReadOnlySet<Guid> states, DelegateForm form, CancellationToken cancellationToken)
    {
        var personId = Guid.CreateVersion7();
        var facts = Facts(desk, states, form, personId, known: null);
        if (facts.Error is not null)
        {
            return Result<Guid>.Fail(facts.Errors);
        }

        var registered = desk.Delegation.Register(facts.Value, desk.Now, desk.Limits);
        if (registered.Error is not null)
        {
            return Result<Guid>.Fail(registered.Errors);
        }

        context.Accreditations.Add(AccreditationCase.Open(registered.Value, desk.ActorId, desk.Now));
        var photo = await KeepPhotoAsync(context, desk, registered.Value, form, cancellationToken);
        return photo.IsSuccess ? personId : Result<Guid>.Fail(photo.Errors);
    }

    private static Task<Dictionary<Guid, AccreditationCase>> CasesAsync(ScoEventsDbContext context, IReadOnlyCollection<Guid> delegateIds, CancellationToken cancellationToken) =>
        context.Accreditations.Where(found => delegateIds.Contains(found.DelegateId)).ToDictionaryAsync(found => found.DelegateId, cancellationToken);

    private async Task<Result> CorrectAsync(
        ScoEventsDbContext context, DelegationDesk desk, IReadOnlySet<Guid> states, IReadOnlyDictionary<Guid, AccreditationCase> cases, Guid delegateId, DelegateForm form, CancellationToken cancellationToken)
    {
        if (desk.Find(delegateId) is not { } known)
        {
            return Error.NotFound();
        }

        var facts = Facts(desk, states, form, delegateId, known);
        if (facts.Error is not null)
        {
            return facts;
        }

        context.Entry(known).Property(person => person.Version).OriginalValue = form.Version;
        // Also where only the photograph changes within one tick of the clock: whoever saw another version is stale.
        context.Entry(known).Property(person => person.ModifiedAt).IsModified = true;
        var accreditation = cases[delegateId];
        var touchesPerson = known.DiffersIn(facts.Value) || form.Photo is not null || form.RemovesPhoto;
        if (accreditation.Correct(touchesPerson, desk.ActorId, desk.Now) is { IsSuccess: false } refused)
        {
            return refused;
        }

        // Also within one tick of the clock: a reviewer's copy must be stale after it.
        context.Entry(accreditation).Property(found => found.StateAt).IsModified |= touchesPerson && accreditation.State == AccreditationState.Submitted;
        var corrected = desk.Delegation.Correct(delegateId, facts.Value, desk.Now, desk.Limits);
        return corrected.IsSuccess ? await KeepPhotoAsync(context, desk, known, form, cancellationToken) : corrected;
    }
}
