using FluentValidation;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Mail;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;
using Delegate = ScoEvents.Domain.Delegations.Delegate;

namespace ScoEvents.Web.Features.FocalPoints;

/// <summary>Whom to send a link, and as what.</summary>
public sealed class FocalPointForm
{
    /// <summary>Days that a link can be used where nobody says otherwise.</summary>
    public const int DefaultDays = 14;

    /// <summary>Most days that a link can be used.</summary>
    public const int MostDays = 90;

    /// <summary>Full name.</summary>
    public string? Name { get; set; }

    /// <summary>Mail address; the account has to have the same.</summary>
    public string? Email { get; set; }

    /// <summary>Language of the mail, a code of the portal.</summary>
    public string? Language { get; set; } = Languages.English;

    /// <summary>Which of the side's focal points.</summary>
    public FocalPointRank? Rank { get; set; } = FocalPointRank.Principal;

    /// <summary>How long the link can be used, in days, 1 to <see cref="MostDays"/>.</summary>
    public int? Days { get; set; } = DefaultDays;
}

/// <summary>Checks <see cref="FocalPointForm"/>, beside the fields of the page and in the service.</summary>
public sealed class FocalPointFormValidator : FormRules<FocalPointForm>
{
    /// <summary>Takes the words of refusals.</summary>
    public FocalPointFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Name).Must(name => PlainText.Clean(name).Length > 0), "required");
        Refuse(RuleFor(form => form.Name).Must(name => PlainText.Clean(name).Length <= PortalUser.MaxDisplayNameLength), "delegate.text-too-long", PortalUser.MaxDisplayNameLength);
        Refuse(RuleFor(form => form.Name).Must(name => !PlainText.HasForbiddenCharacters(name)), "characters");
        Refuse(RuleFor(form => form.Email).Must(Delegate.IsEmail), "delegate.email-form");
        Refuse(RuleFor(form => form.Email).Must(email => string.IsNullOrWhiteSpace(email) || OutboxMail.IsUsable(PlainText.Clean(email))), "delegate.email-form");
        Refuse(RuleFor(form => form.Language).Must(language => PortalLanguages.Find(language) is not null), "required");
        Refuse(RuleFor(form => form.Rank).Must(rank => rank is { } chosen && Enum.IsDefined(chosen)), "required");
        Refuse(RuleFor(form => form.Days).Must(days => days is >= 1 and <= FocalPointForm.MostDays), "focal-point.days", FocalPointForm.MostDays);
    }
}

/// <summary>A letter to be filed.</summary>
public sealed class MandateForm
{
    /// <summary>Its name where it comes from.</summary>
    public string? FileName { get; set; }

    /// <summary>All of it; null while none is chosen.</summary>
    public byte[]? File { get; set; }
}

/// <summary>Checks <see cref="MandateForm"/>; what is in the file is looked at by the service.</summary>
public sealed class MandateFormValidator : FormRules<MandateForm>
{
    /// <summary>Takes the words of refusals.</summary>
    public MandateFormValidator(ErrorSpeech speech)
        : base(speech) => Refuse(RuleFor(form => form.File).NotNull(), "required");
}
