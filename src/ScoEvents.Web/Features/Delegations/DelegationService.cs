using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Registers the persons of a side.</summary>
/// <remarks>Every write locks the row of the delegation first, then counts, then changes, in one transaction: two writers cannot share the last place.</remarks>
public sealed class DelegationService(
    IDbContextFactory<ScoEventsDbContext> contexts, TimeProvider clock, FieldCipher cipher, IValidator<DelegateForm> rules)
{
    /// <summary>Registers a person. Refused: <c>not-found</c>, <c>forbidden</c>, <c>delegation.not-accepted</c>, <c>delegation.registration-closed</c>, <c>delegation.quota-reached</c>, <c>delegation.second-head</c>, and what <see cref="Delegate.Describe"/> and <see cref="PassportNumber.Parse"/> refuse.</summary>
    /// <param name="actor">A focal point of the side.</param>
    /// <param name="invitationId">The accepted invitation.</param>
    /// <param name="form">Who.</param>
    /// <param name="cancellationToken">Cancels the registration.</param>
    /// <returns>The person's id.</returns>
    public async Task<Result<Guid>> RegisterAsync(Actor actor, Guid invitationId, DelegateForm form, CancellationToken cancellationToken)
    {
        var personId = Guid.CreateVersion7();
        var done = await ChangeAsync(
            actor, invitationId, form,
            (context, delegation) =>
            {
                var passport = Protect(form, personId);
                if (passport.Error is { } wrong)
                {
                    return wrong;
                }

                var registered = delegation.Register(form.ToFacts(passport.Value, personId), clock.GetUtcNow());
                if (registered.IsSuccess)
                {
                    context.Accreditations.Add(AccreditationCase.Open(registered.Value, actor.UserId, clock.GetUtcNow()));
                }

                return registered;
            },
            cancellationToken);
        return done.IsSuccess ? personId : Result<Guid>.Fail(done.Errors);
    }

    /// <summary>Changes a person; a blank passport keeps the number that is there. Refused as <see cref="RegisterAsync"/>, without the quota, and <c>stale</c>.</summary>
    public Task<Result> CorrectAsync(Actor actor, Guid invitationId, Guid delegateId, DelegateForm form, CancellationToken cancellationToken) => ChangeAsync(
        actor, invitationId, form,
        (context, delegation) =>
        {
            if (delegation.Live.FirstOrDefault(person => person.Id == delegateId) is not { } known)
            {
                return Error.NotFound();
            }

            var passport = Protect(form, delegateId);
            if (passport.Error is { } wrong)
            {
                return wrong;
            }

            context.Entry(known).Property(person => person.Version).OriginalValue = form.Version;
            return delegation.Correct(delegateId, form.ToFacts(passport.Value), clock.GetUtcNow());
        },
        cancellationToken);

    /// <summary>Takes a person out; the place is free again. Refused: <c>not-found</c>, <c>forbidden</c>, <c>delegation.not-accepted</c>, <c>delegation.registration-closed</c>.</summary>
    public Task<Result> WithdrawAsync(Actor actor, Guid invitationId, Guid delegateId, CancellationToken cancellationToken) => ChangeAsync(
        actor, invitationId, form: null, (context, delegation) => delegation.Withdraw(delegateId, clock.GetUtcNow()), cancellationToken,
        async context =>
        {
            var accreditation = await context.Accreditations.SingleOrDefaultAsync(found => found.DelegateId == delegateId, cancellationToken);
            return accreditation is { IsLive: true } ? accreditation.Withdraw(actor.UserId, clock.GetUtcNow()) : Result.Success;
        });

    private async Task<Result> ChangeAsync(
        Actor actor, Guid invitationId, DelegateForm? form, Func<ScoEventsDbContext, Delegation, Result> change, CancellationToken cancellationToken,
        Func<ScoEventsDbContext, Task<Result>>? then = null)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitFocalPointAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var (invitation, planned) = admitted.Value;
        if (invitation.Status != InvitationStatus.Accepted)
        {
            return DelegationErrors.NotAccepted();
        }

        if (!planned.AcceptsDelegates)
        {
            return DelegationErrors.RegistrationClosed();
        }

        if (form is not null && rules.Check(form) is { Count: > 0 } invalid)
        {
            return Result.Fail(invalid);
        }

        var delegation = await context.Delegations.Include(found => found.Delegates)
            .SingleAsync(found => found.InvitationId == invitationId, cancellationToken);
        if (change(context, delegation) is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        if (then is not null && await then(context) is { IsSuccess: false } stopped)
        {
            return stopped;
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>The number as it is kept, encrypted for one person; null where none was typed.</summary>
    private Result<ProtectedText?> Protect(DelegateForm form, Guid delegateId)
    {
        if (string.IsNullOrWhiteSpace(form.Passport))
        {
            return Result.Ok<ProtectedText?>(null);
        }

        var number = PassportNumber.Parse(form.Passport);
        return number.IsSuccess ? Result.Ok<ProtectedText?>(cipher.Protect(number.Value, delegateId)) : Result<ProtectedText?>.Fail(number.Errors);
    }
}
