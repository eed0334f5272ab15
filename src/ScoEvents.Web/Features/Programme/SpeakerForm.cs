using FluentValidation;
using ScoEvents.Domain.Programme;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;

namespace ScoEvents.Web.Features.Programme;

/// <summary>What an organiser may set of a person who chairs or speaks.</summary>
public sealed class SpeakerForm
{
    public LocalizedTextInput Name { get; set; } = new();

    public LocalizedTextInput Function { get; set; } = new();

    /// <summary>The side the person speaks for, or null.</summary>
    public Guid? SideId { get; set; }
}

/// <summary>What holds for every <see cref="SpeakerForm"/>, whatever is in the database.</summary>
public sealed class SpeakerFormValidator : FormRules<SpeakerForm>
{
    public SpeakerFormValidator(ErrorSpeech speech)
        : base(speech)
    {
        RuleFor(form => form.Name).SetValidator(new LocalizedTextRules(speech, Speaker.MaxTextLength, "speaker.name-too-long", "speaker.name-missing"));
        RuleFor(form => form.Function).SetValidator(new LocalizedTextRules(speech, Speaker.MaxTextLength, "speaker.function-too-long"));
    }
}
