using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Web.Localization;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of a release.</summary>
public sealed class ReleaseForm
{
    public string? Name { get; set; }

    public string? Note { get; set; }

    /// <summary>The number that the organiser was shown; where another release took it meanwhile, nothing is published. Null takes whichever comes next.</summary>
    public int? Number { get; set; }

    /// <summary>Whether the notices of the release wait for somebody to read them before they are sent.</summary>
    public bool ReviewsMails { get; set; } = true;
}

/// <summary>What holds for every <see cref="ReleaseForm"/>, whatever is in the database.</summary>
public sealed class ReleaseFormValidator : FormRules<ReleaseForm>
{
    public ReleaseFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        Refuse(RuleFor(form => form.Name).MaximumLength(Release.MaxNameLength), "programme.release-name-too-long", Release.MaxNameLength);
        Refuse(RuleFor(form => form.Name).Must(name => !PlainText.HasForbiddenCharacters(name)), "characters");
        Refuse(RuleFor(form => form.Note).MaximumLength(Release.MaxNoteLength), "programme.release-note-too-long", Release.MaxNoteLength);
        Refuse(RuleFor(form => form.Note).Must(note => !PlainText.HasForbiddenCharacters(note, allowLineBreaks: true)), "characters");
    }
}
