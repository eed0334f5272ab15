using FluentValidation;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.States;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>Whom an organiser invites in one act: whole statuses without single states, and single sides as guests.</summary>
public sealed class InviteForm
{
    /// <summary>The first day of the event as the organiser saw it, which decides who holds a status.</summary>
    public DateOnly? FirstDay { get; set; }

    /// <summary>All states of these statuses.</summary>
    public IList<StateStatus> Statuses { get; set; } = [];

    /// <summary>Except these sides.</summary>
    public IList<Guid> ExceptSideIds { get; set; } = [];

    /// <summary>And these states or organisations, each as a guest or as the body it is.</summary>
    public IList<Guid> GuestSideIds { get; set; } = [];
}

/// <summary>Checks <see cref="InviteForm"/>, beside the fields of the page and in the service.</summary>
public sealed class InviteFormValidator : FormRules<InviteForm>
{
    private const int MostSides = 500;

    /// <summary>Takes the words of refusals.</summary>
    public InviteFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form).Must(form => form.Statuses.Count + form.GuestSideIds.Count > 0).OverridePropertyName(""), "invitation.nobody");
        Refuse(RuleForEach(form => form.Statuses).IsInEnum(), "not-found");
        Refuse(RuleFor(form => form.ExceptSideIds).Must(sides => sides.Count <= MostSides), "not-found");
        Refuse(RuleFor(form => form.GuestSideIds).Must(sides => sides.Count <= MostSides), "not-found");
    }
}

/// <summary>How many persons a side may send.</summary>
public sealed class QuotaForm
{
    /// <summary>Persons, 1 to <see cref="ScoEvent.MaxDelegationQuota"/>.</summary>
    public int? Quota { get; set; }

    /// <summary>Version of the invitation that the organiser saw.</summary>
    public uint Version { get; set; }
}

/// <summary>Checks <see cref="QuotaForm"/>, beside the fields of the page and in the service.</summary>
public sealed class QuotaFormValidator : FormRules<QuotaForm>
{
    /// <summary>Takes the words of refusals.</summary>
    public QuotaFormValidator(ErrorSpeech speech)
        : base(speech) => Refuse(RuleFor(form => form.Quota).Must(quota => quota is >= 1 and <= ScoEvent.MaxDelegationQuota), "event.quota-out-of-range", ScoEvent.MaxDelegationQuota);
}
