using Microsoft.EntityFrameworkCore;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Data.Constraints;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>What every change of a delegation goes through.</summary>
public sealed partial class DelegationService
{
    private async Task<Result> ChangeAsync(
        Actor actor, Guid invitationId, bool isRegistration, Func<ScoEventsDbContext, DelegationDesk, Task<Result>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateForAsync(actor, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var admitted = await context.AdmitFocalPointAsync(invitationId, cancellationToken);
        if (admitted.Error is { } refused)
        {
            return refused;
        }

        var (invitation, planned) = admitted.Value;
        var now = clock.GetUtcNow();
        var settings = await context.DelegationSettings.AsNoTracking().SingleOrDefaultAsync(found => found.EventId == planned.Id, cancellationToken)
            ?? DelegationSettings.For(planned.Id);
        if (Closed(invitation, planned, settings, isRegistration, now) is { } closed)
        {
            return closed;
        }

        var delegation = await context.Delegations.Include(found => found.Delegates)
            .SingleAsync(found => found.InvitationId == invitationId, cancellationToken);
        if (await change(context, new DelegationDesk(delegation, planned, settings, settings.LimitsFor(invitation.Capacity), actor.UserId, now)) is { IsSuccess: false } wrong)
        {
            return wrong;
        }

        var saved = await context.TrySaveAsync(cancellationToken);
        if (saved.IsSuccess)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private static Error? Closed(Invitation invitation, ScoEvent planned, DelegationSettings settings, bool isRegistration, DateTimeOffset now)
    {
        if (invitation.Status != InvitationStatus.Accepted)
        {
            return DelegationErrors.NotAccepted();
        }

        if (!(isRegistration ? planned.AcceptsDelegates : planned.AcceptsCorrections))
        {
            return DelegationErrors.RegistrationClosed();
        }

        return isRegistration && settings.RegisterBy is { } last && DateOnly.FromDateTime(EventZone.Find(planned.TimeZone)?.ToLocal(now) ?? now.UtcDateTime) > last
            ? DelegationErrors.DeadlinePassed(last)
            : null;
    }

    /// <summary>What a form says of a person, checked, without what the event does not ask for, and with the number encrypted for that person.</summary>
    private Result<DelegateFacts> Facts(DelegationDesk desk, IReadOnlySet<Guid> states, DelegateForm form, Guid delegateId, Delegate? known)
    {
        var invalid = rules.Check(form).ToList();
        if (!ChosenStates(form).All(states.Contains))
        {
            invalid.Add(Error.Invalid(nameof(form.Nationality), "choice"));
        }

        if (form.PassportExpiry < (desk.Event.EndsOn ?? desk.Event.StartsOn))
        {
            invalid.Add(Error.Invalid(nameof(form.PassportExpiry), "delegate.passport-expires", (desk.Event.EndsOn ?? desk.Event.StartsOn)!.Value));
        }

        if (invalid.Count > 0)
        {
            return Result<DelegateFacts>.Fail(invalid);
        }

        var passport = string.IsNullOrWhiteSpace(form.Passport) ? null : cipher.Protect(PassportNumber.Parse(form.Passport).Value, delegateId);
        var facts = form.ToFacts(passport, known is null ? delegateId : null, EventZone.Find(desk.Event.TimeZone), known?.ConsentAt ?? desk.Now);
        return desk.Settings.Keep(facts);
    }

    /// <summary>Those of the states chosen in the forms that there are, in one command however many forms there are.</summary>
    private static async Task<IReadOnlySet<Guid>> StatesAsync(ScoEventsDbContext context, IEnumerable<DelegateForm> forms, CancellationToken cancellationToken)
    {
        var chosen = forms.SelectMany(ChosenStates).Distinct().ToList();
        return chosen.Count == 0 ? new HashSet<Guid>() : await context.States.Where(state => chosen.Contains(state.Id)).Select(state => state.Id).ToHashSetAsync(cancellationToken);
    }

    private static IEnumerable<Guid> ChosenStates(DelegateForm form) => new[] { form.Nationality, form.PassportState }.OfType<Guid>();

    private static async Task<Result> KeepPhotoAsync(ScoEventsDbContext context, DelegationDesk desk, Delegate person, DelegateForm form, CancellationToken cancellationToken)
    {
        if (form.Photo is null && !form.RemovesPhoto)
        {
            return Result.Success;
        }

        var kept = await context.DelegatePhotos.SingleOrDefaultAsync(photo => photo.DelegateId == person.Id, cancellationToken);
        if (form.Photo is null || desk.Settings.NeedOf(DelegateField.Photo, person.Role) == FieldNeed.Hidden)
        {
            if (kept is not null)
            {
                context.DelegatePhotos.Remove(kept);
            }

            return Result.Success;
        }

        // Decoded here whoever decoded it before: what is stored is what this service made.
        var read = await PhotoReader.ReadAsync(form.Photo, cancellationToken);
        if (read.Error is not null)
        {
            return read;
        }

        if (kept is null)
        {
            context.DelegatePhotos.Add(DelegatePhoto.Of(person, read.Value, desk.Now));
        }
        else
        {
            kept.Replace(read.Value, desk.Now);
        }

        return Result.Success;
    }

    /// <summary>A delegation under lock, and all that a change of it needs.</summary>
    private sealed record DelegationDesk(
        Delegation Delegation, ScoEvent Event, DelegationSettings Settings, DelegationLimits Limits, Guid? ActorId, DateTimeOffset Now)
    {
        public Delegate? Find(Guid delegateId) => Delegation.Live.FirstOrDefault(person => person.Id == delegateId);
    }
}
