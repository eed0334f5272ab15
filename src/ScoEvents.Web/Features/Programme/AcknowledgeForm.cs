using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set to let a conflict stand.</summary>
public sealed class AcknowledgeForm
{
    public ConflictKind Kind { get; set; }

    public Guid SessionId { get; set; }

    public Guid? OtherId { get; set; }

    public Guid? SubjectId { get; set; }

    /// <summary>Of the conflict as it was shown.</summary>
    public string Fingerprint { get; set; } = "";

    public string? Reason { get; set; }

    internal ConflictKey Key() => new(Kind, SessionId, OtherId, SubjectId);
}

/// <summary>What holds for every <see cref="AcknowledgeForm"/>, whatever is in the database.</summary>
public sealed class AcknowledgeFormValidator : FormRules<AcknowledgeForm>
{
    public AcknowledgeFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Reason).Must(reason => PlainText.Clean(reason).Length > 0), "conflict.reason-missing");
        Refuse(RuleFor(form => form.Reason).Must(reason => PlainText.Clean(reason).Length <= ConflictAcknowledgement.MaxReasonLength), "conflict.reason-too-long", ConflictAcknowledgement.MaxReasonLength);
        Refuse(RuleFor(form => form.Reason).Must(reason => !PlainText.HasForbiddenCharacters(reason, allowLineBreaks: true)), "characters");
    }
}
