using FluentValidation;
using FluentValidation.Results;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Web.Localization;

/// <summary>Base of the validators of forms: each rule refuses with a code of the domain, and says it in the reader's language.</summary>
/// <remarks>The same validator serves the form, beside its fields, and the service, before it touches an entity.</remarks>
public abstract class FormRules<TForm>(ErrorSpeech speech) : AbstractValidator<TForm>
{
    /// <summary>Gives the rule before it a code and words.</summary>
    protected IRuleBuilderOptions<TForm, TProperty> Refuse<TProperty>(IRuleBuilderOptions<TForm, TProperty> rule, string code, params object[] arguments) =>
        rule.WithErrorCode(code).WithState(_ => arguments).WithMessage(_ => speech.Say(Error.Invalid("", code, arguments)));
}

/// <summary>Runs validators in services.</summary>
public static class FormCheck
{
    /// <summary>What a form holds that cannot be accepted, as errors of the domain; empty where all is well.</summary>
    public static IReadOnlyList<Error> Check<TForm>(this IValidator<TForm> validator, TForm form) =>
        [.. validator.Validate(form).Errors.Select(ToError)];

    private static Error ToError(ValidationFailure failure) =>
        Error.Invalid(failure.PropertyName, failure.ErrorCode, failure.CustomState as object[] ?? []);
}
