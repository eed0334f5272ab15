using FluentValidation;
using FluentValidation.Results;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.Delegations;

/// <summary>What a focal point says of a person.</summary>
public sealed class DelegateForm
{
    /// <summary>Part in the delegation.</summary>
    public DelegationRole? Role { get; set; }

    /// <summary>Latin script, as in the passport.</summary>
    public string? FamilyName { get; set; }

    /// <summary>Latin script, as in the passport.</summary>
    public string? GivenNames { get; set; }

    /// <summary>The whole name in its own script, or blank.</summary>
    public string? NativeName { get; set; }

    /// <summary>What the person is.</summary>
    public string? Function { get; set; }

    /// <summary>The body the person works for, or blank.</summary>
    public string? Body { get; set; }

    /// <summary>Mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The passport's number as typed; blank keeps the one that is there.</summary>
    public string? Passport { get; set; }

    /// <summary>Whether there is a number to keep; only spares the person a refusal, the entity decides.</summary>
    public bool HasPassport { get; set; }

    /// <summary>Version of the person that the focal point saw; 0 for a new one.</summary>
    public uint Version { get; set; }

    internal DelegateFacts ToFacts(ProtectedText? passport, Guid? id = null) => new(
        Role ?? DelegationRole.Member, FamilyName ?? "", GivenNames ?? "", NativeName, LocalizedText.Of(Languages.English, Function), LocalizedText.Of(Languages.English, Body), Email ?? "", passport, id);
}

/// <summary>Checks <see cref="DelegateForm"/>, beside the fields of the page and in the service.</summary>
public sealed class DelegateFormValidator : FormRules<DelegateForm>
{
    private readonly ErrorSpeech _speech;

    /// <summary>Takes the words of refusals.</summary>
    public DelegateFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        _speech = speech;
        Refuse(RuleFor(form => form.Role).Must(role => role is { } chosen && Enum.IsDefined(chosen)), "required");
        // The rules are the entity's own; here they only find their fields.
        RuleFor(form => form).Custom((form, context) => Add(context, Delegate.Check(form.ToFacts(null))));
        RuleFor(form => form).Custom((form, context) =>
        {
            if (!string.IsNullOrWhiteSpace(form.Passport))
            {
                Add(context, PassportNumber.Parse(form.Passport).Errors);
            }
            else if (!form.HasPassport)
            {
                Add(context, [Error.Invalid(nameof(form.Passport), "delegate.passport-missing")]);
            }
        });
    }

    private void Add(ValidationContext<DelegateForm> context, IEnumerable<Error> errors)
    {
        foreach (var error in errors)
        {
            context.AddFailure(new ValidationFailure(error.Field, _speech.Say(error)) { ErrorCode = error.Code, CustomState = error.Arguments.ToArray() });
        }
    }
}
