using FluentValidation;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Account;

/// <summary>The account of somebody who was sent a link; the mail address comes from the link.</summary>
public sealed class InvitedAccountForm
{
    /// <summary>Shortest password, in characters.</summary>
    public const int MinPasswordLength = 12;

    /// <summary>Longest password, in characters.</summary>
    public const int MaxPasswordLength = 128;

    /// <summary>Name that others see.</summary>
    public string? Name { get; set; }

    /// <summary>Password.</summary>
    public string? Password { get; set; }

    /// <summary>The same once more.</summary>
    public string? PasswordAgain { get; set; }

    /// <summary>Language of pages and mails, a code of the portal.</summary>
    public string? Language { get; set; }
}

/// <summary>Checks <see cref="InvitedAccountForm"/>.</summary>
/// <remarks>OWASP ASVS 5.0, 6.2: a long password of any characters, no rules of composition, nothing that is easily guessed.</remarks>
internal sealed class InvitedAccountFormValidator : FormRules<InvitedAccountForm>
{
    private const int FewestCharacters = 6;

    public InvitedAccountFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Name).Must(name => PlainText.Clean(name).Length > 0), "required");
        Refuse(RuleFor(form => form.Name).Must(name => PlainText.Clean(name).Length <= PortalUser.MaxDisplayNameLength), "delegate.text-too-long", PortalUser.MaxDisplayNameLength);
        Refuse(RuleFor(form => form.Name).Must(name => !PlainText.HasForbiddenCharacters(name)), "characters");
        Refuse(RuleFor(form => form.Password).Must(password => password?.Length >= InvitedAccountForm.MinPasswordLength), "account.password-short", InvitedAccountForm.MinPasswordLength);
        Refuse(RuleFor(form => form.Password).Must(password => password is null || password.Length <= InvitedAccountForm.MaxPasswordLength), "account.password-long", InvitedAccountForm.MaxPasswordLength);
        Refuse(RuleFor(form => form.Password).Must((form, password) => !IsEasy(form, password)), "account.password-easy");
        Refuse(RuleFor(form => form.PasswordAgain).Must((form, again) => again == form.Password), "account.password-differs");
        Refuse(RuleFor(form => form.Language).Must(language => PortalLanguages.Find(language) is not null), "required");
    }

    private static bool IsEasy(InvitedAccountForm form, string? password) =>
        password?.Length >= InvitedAccountForm.MinPasswordLength
        && (password.Distinct().Count() < FewestCharacters
            || string.Equals(password.Trim(), PlainText.Clean(form.Name), StringComparison.OrdinalIgnoreCase)
            || "0123456789012345".Contains(password, StringComparison.Ordinal)
            || "qwertyuiopasdfghjklzxcvbnm".Contains(password, StringComparison.OrdinalIgnoreCase)
            || password.Contains("password", StringComparison.OrdinalIgnoreCase) && password.Length < InvitedAccountForm.MinPasswordLength + 6);
}
