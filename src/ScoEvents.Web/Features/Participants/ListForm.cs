using FluentValidation;
using ScoEvents.Domain.Outcomes;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Participants;

/// <summary>What a registrar may set of a list.</summary>
public sealed class ListForm
{
    public SnapshotKind Kind { get; set; } = SnapshotKind.Provisional;

    /// <summary>Whether persons whose accreditation is not decided stand on it too, marked; of provisional lists only.</summary>
    public bool IncludesOpen { get; set; }

    public string? Remark { get; set; }

    /// <summary>The number that the registrar was shown; where another list took it meanwhile, nothing is issued. Null takes whichever comes next.</summary>
    public int? Number { get; set; }
}

/// <summary>What holds for every <see cref="ListForm"/>, whatever is in the database.</summary>
public sealed class ListFormValidator : FormRules<ListForm>
{
    public ListFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Kind).IsInEnum(), "choice");
        Refuse(RuleFor(form => form.Remark).MaximumLength(ParticipantSnapshot.MaxRemarkLength), "lists.remark-too-long", ParticipantSnapshot.MaxRemarkLength);
        Refuse(RuleFor(form => form.Remark).Must(remark => !PlainText.HasForbiddenCharacters(remark)), "characters");
    }
}
