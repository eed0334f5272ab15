using Microsoft.AspNetCore.Identity;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Account;

/// <summary>Lets who was sent a link in: with the account that is there, or with one that the link makes.</summary>
internal sealed class InvitedAccounts(
    FocalPointLinkService links, SignInService signIns, SignInManager<PortalUser> signIn, UserManager<PortalUser> users, FluentValidation.IValidator<InvitedAccountForm> rules)
{
    /// <summary>Uses the link for who is signed in.</summary>
    /// <returns>The invitation, or what <see cref="FocalPointLinkService.AcceptAsync"/> refuses.</returns>
    public async Task<Result<Guid>> AcceptAsync(Actor actor, string? key, CancellationToken cancellationToken)
    {
        var accepted = await links.AcceptAsync(actor, key, cancellationToken);
        // The cookie says what the navigation shows; it learns of the new office at once.
        if (accepted.IsSuccess && await users.FindByIdAsync(actor.UserId!.Value.ToString()) is { } user)
        {
            await signIn.RefreshSignInAsync(user);
        }

        return accepted;
    }

    /// <summary>Makes the account, uses the link and signs in.</summary>
    /// <returns>The invitation, or what the form, the password rules and <see cref="FocalPointLinkService.AcceptAsync"/> refuse.</returns>
    public async Task<Result<Guid>> AcceptAsNewAsync(InvitedAccountForm form, string? key, CancellationToken cancellationToken)
    {
        if (rules.Check(form) is { Count: > 0 } invalid)
        {
            return Result<Guid>.Fail(invalid);
        }

        var newcomer = new PortalUser
        {
            DisplayName = PlainText.Clean(form.Name),
            Language = form.Language!,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, newcomer, form.Password)).Succeeded)
            {
                return Error.Invalid(nameof(form.Password), "account.password-easy");
            }
        }

        newcomer.PasswordHash = await signIns.HashAsync(newcomer, form.Password!, cancellationToken);
        var accepted = await links.AcceptAsNewAsync(Actor.Public, key, newcomer, cancellationToken);
        if (accepted.IsSuccess)
        {
            await signIn.SignInAsync(newcomer, isPersistent: false);
            await signIns.NoteAsync(newcomer.Id, cancellationToken);
        }

        return accepted;
    }
}
