using FluentValidation;
using Microsoft.Extensions.Localization;

namespace ScoEvents.Web.Account;

/// <summary>What a browser may send to sign in.</summary>
public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}

internal sealed class SignInFormValidator : AbstractValidator<SignInForm>
{
    public SignInFormValidator(IStringLocalizer<AccountTexts> texts)
    {
        RuleFor(form => form.Email).NotEmpty().WithMessage(_ => texts["EmailRequired"]);
        RuleFor(form => form.Password).NotEmpty().WithMessage(_ => texts["PasswordRequired"]);
    }
}
